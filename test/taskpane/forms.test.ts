import fc from "fast-check";
import { day } from "../../src/domain/day";
import { contactLink } from "../../src/taskpane/customer/contact-link";
import {
  agreedChips,
  blankDraft,
  chipDay,
  dayIn,
  inputOf,
  isTouched,
  shownClose,
  shownDemand,
} from "../../src/taskpane/log/draft";
import { channelOfKey } from "../../src/taskpane/log/channel-choice";
import { certaintyOf, meaningOf, withMeaning } from "../../src/taskpane/set-up/set-up-flow";
import { todayOf } from "../app/sheets";
import { asOf, customer, style } from "./samples";

const [of] = todayOf(asOf, [customer(1)], style).customers.values();
if (of === undefined) throw new Error("no customer");
const blank = blankDraft(asOf, "phone");

describe("the follow-up form", () => {
  it("asks for nothing about demand and close day that still stand as they stood", () => {
    expect(inputOf({ ...blank, said: " 谈妥 " }, of, asOf)).toEqual({
      channel: "phone",
      said: "谈妥",
      day: asOf,
      agreedDay: null,
    });
  });

  it("[G7] passes on what changed, also when it was cleared", () => {
    const input = inputOf({ ...blank, demand: "latent", expectedClose: "" }, of, asOf);
    expect(input).toMatchObject({ demand: "latent", expectedClose: null });
  });

  it("shows, and leaves alone, what a colleague changed while the form was open", () => {
    const { customers } = todayOf(asOf, [customer(1, { demand: "潜在", close: 99 })], style);
    const [changed] = customers.values();
    if (changed === undefined) throw new Error("no customer");
    const draft = { ...blank, said: "谈妥" };
    expect(shownDemand(draft, changed)).toBe("latent");
    expect(shownClose(draft, changed)).toBe("2027-03-01");
    expect(inputOf(draft, changed, asOf)).not.toHaveProperty("demand");
    expect(inputOf(draft, changed, asOf)).not.toHaveProperty("expectedClose");
  });

  it("knows a form in which nothing was written, whatever the channel", () => {
    expect(isTouched({ ...blank, channel: "visit" }, asOf)).toBe(false);
    expect(isTouched({ ...blank, nextStep: "报价" }, asOf)).toBe(true);
  });

  it("[F4] counts quick choices from today, months as the calendar does", () => {
    const endOfJanuary = day("2026-01-31");
    expect(agreedChips.map((chip) => chipDay(chip, endOfJanuary))).toEqual([
      day("2026-02-01"),
      day("2026-02-03"),
      day("2026-02-07"),
      day("2026-02-28"),
    ]);
  });

  it("takes a half-typed date for none", () => {
    expect(dayIn("")).toBeNull();
    expect(dayIn("2026-02-30")).toBeNull();
    expect(dayIn("2026-02-28")).toBe(day("2026-02-28"));
  });

  it("[I1] has a digit for every channel", () => {
    const digits = [1, 2, 3, 4, 5, 6, 7].map((digit) => channelOfKey(`Digit${digit}`));
    expect(digits).toEqual(["phone", "email", "sms", "wechat", "visit", "other", null]);
    expect(channelOfKey("Numpad2")).toBe("email");
    expect(channelOfKey("KeyA")).toBeNull();
  });
});

describe("links to call and mail", () => {
  it.each([
    ["+86 138-0013-8000", true, "tel:+8613800138000"],
    ["（010）6552 9988", true, "tel:01065529988"],
    ["li.na@example.com", false, "mailto:li.na@example.com"],
    ["a?b&c@example.com", true, "mailto:a%3Fb%26c@example.com"],
  ])("%s is %s", (text, isPhone, href) => {
    expect(contactLink(text, isPhone)?.href).toBe(href);
  });

  it.each([
    ["13800138000", false],
    ["13800138000 / 13900139000", true],
    ["转 8001", true],
    ["javascript:alert(1)", true],
    ["", true],
  ])("leaves %s as text", (text, isPhone) => {
    expect(contactLink(text, isPhone)).toBeNull();
  });

  it("never leads anywhere but to the dialer or the mail program", () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, isPhone) => {
        const link = contactLink(text, isPhone);
        if (link !== null) expect(link.href).toMatch(/^(tel:\+?\d+|mailto:[^\s"<>]+)$/u);
      }),
      { seed: 20260101 },
    );
  });
});

describe("the mapping of columns", () => {
  it("takes a meaning from the column that had it", () => {
    const mapping = withMeaning({ name: 0, phone: 1 }, 2, "name");
    expect(mapping).toEqual({ phone: 1, name: 2 });
    expect(meaningOf(mapping, 0)).toBeNull();
  });

  it("lets a column be their own again", () => {
    expect(withMeaning({ name: 0, phone: 1 }, 1, null)).toEqual({ name: 0 });
  });

  it("gives each column at most one meaning and each meaning one column, whatever is chosen", () => {
    const choice = fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.option(fc.constantFrom("name", "phone", "owner", "demand")),
    );
    fc.assert(
      fc.property(fc.array(choice), (choices) => {
        const mapping = choices.reduce<Readonly<Record<string, number>>>(
          (before, [index, meaning]) => withMeaning(before, index, meaning),
          {},
        );
        const columns = Object.values(mapping);
        expect(new Set(columns).size).toBe(columns.length);
      }),
      { seed: 20260101 },
    );
  });

  it("puts certainty in three words", () => {
    expect([1, 0.7, 0.4].map(certaintyOf)).toEqual(["sure", "likely", "unsure"]);
  });
});
