import fc from "fast-check";
import { civil, day, isoDay } from "../../src/domain/day";
import { readEmail } from "../../src/domain/email";
import { readIdentityNumber } from "../../src/domain/identity-number";
import { readPhones } from "../../src/domain/phone-number";
import { verificationOf } from "../../src/domain/verification";
import { anyDay } from "./arbitraries";

const seeded = { seed: 20261122, numRuns: 300 };

describe("telephone numbers", () => {
  it.each([
    ["13812345678", ["13812345678"]],
    ["+86 138-1234-5678", ["13812345678"]],
    ["0086 13812345678", ["13812345678"]],
    ["１３８　１２３４　５６７８", ["13812345678"]],
    ["（021）6234-5678 转 801", ["02162345678"]],
    ["400-820-8820；13912345678", ["4008208820", "13912345678"]],
    ["+1 (415) 555-2671", ["+14155552671"]],
    ["00 44 20 7946 0958", ["+442079460958"]],
    ["62345678", ["62345678"]],
    ["2162345678", ["02162345678"]],
  ])("[R1] %s is read", (text, numbers) => {
    const read = readPhones(text);
    expect(read.ok && read.value.map(({ number }) => number)).toEqual(numbers);
  });

  it.each([
    ["王经理", "no-digits"],
    ["", "no-digits"],
    ["1.38E+10", "digits-lost"],
    ["1.38001E10", "digits-lost"],
    ["138123456", "area-code"],
    ["12812345678", "not-a-mobile"],
    ["110", "too-short"],
    ["1381234567813912345678", "too-long"],
    ["+1234567890123456", "too-long"],
    ["13812345678 / 问前台", "no-digits"],
  ])("[R1] %s is none: %s", (text, because) => {
    expect(readPhones(text)).toMatchObject({ ok: false, error: { because } });
  });
});

describe("e-mail addresses", () => {
  it.each([
    ["li.na@example.com", "li.na@example.com"],
    [" Li.Na＠Example。com ", "Li.Na@example.com"],
    ["sales+cn@mail.example.com.cn", "sales+cn@mail.example.com.cn"],
    ["张三@例子.公司", "张三@例子.公司"],
    ["a@xn--fsqu00a.xn--0zwm56d", "a@xn--fsqu00a.xn--0zwm56d"],
    ["o'neil@bücher.example", "o'neil@bücher.example"],
    ["123456@qq.com", "123456@qq.com"],
  ])("[R1] %s is read", (text, address) => {
    expect(readEmail(text)).toEqual({ ok: true, value: address });
  });

  it.each([
    ["", "no-at-sign"],
    ["li.na.example.com", "no-at-sign"],
    ["li@na@example.com", "several-at-signs"],
    ["a@example.com; b@example.com", "several-at-signs"],
    ["li na@example.com", "spaces"],
    ["@example.com", "mailbox"],
    [".li@example.com", "mailbox"],
    ["li..na@example.com", "mailbox"],
    ["li,na@example.com", "mailbox"],
    ["li@", "domain"],
    ["li@-example.com", "domain"],
    ["li@example..com", "domain"],
    ["li@192.168.1.1", "domain"],
    ["li@example.c", "domain"],
    ["li@example", "top-level-missing"],
    [`${"a".repeat(65)}@example.com`, "too-long"],
    [`a@${"b".repeat(64)}.com`, "too-long"],
    [`a@${"b.".repeat(130)}com`, "too-long"],
  ])("[R1] %s is none: %s", (text, because) => {
    expect(readEmail(text)).toMatchObject({ ok: false, error: { because } });
  });

  it("[R1] whatever address is read is read the same again", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const read = readEmail(address);
        if (read.ok) expect(readEmail(read.value)).toEqual(read);
      }),
      seeded,
    );
  });
});

describe("identity numbers", () => {
  it("[R3] the standard's own example is read, whatever its width and case", () => {
    for (const text of [
      "11010519491231002X",
      "11010519491231002x",
      "１１０１０５１９４９１２３１００２Ｘ",
    ])
      expect(readIdentityNumber(text)).toEqual({
        ok: true,
        value: { number: "11010519491231002X", birthDay: day("1949-12-31"), form: "current" },
      });
  });

  it("[R3] the old form has fifteen digits and a year of the last century", () => {
    expect(readIdentityNumber("110105491231002")).toEqual({
      ok: true,
      value: { number: "110105491231002", birthDay: day("1949-12-31"), form: "old" },
    });
  });

  it.each([
    ["1101051949123100", "length"],
    ["1.10E+17", "length"],
    ["1101051949123100XX", "characters"],
    ["99010519491231002X", "region"],
    ["11010519490231002X", "birth-day"],
    ["11010500000101002X", "birth-day"],
    ["110105194912310021", "check-character"],
  ])("[R3] %s is none: %s", (text, because) => {
    expect(readIdentityNumber(text)).toMatchObject({ ok: false, error: { because } });
  });

  it("[R3] one wrong digit and two neighbours swapped are always noticed", () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const anyNumber = fc
      .tuple(anyDay, fc.integer({ min: 0, max: 999 }))
      .filter(([born]) => civil(born).year >= 1900 && civil(born).year <= 2100)
      .map(([born, serial]) => {
        const first = `320106${isoDay(born).replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
        const sum = weights.reduce((all, weight, at) => all + weight * Number(first[at]), 0);
        return first + "10X98765432".charAt(sum % 11);
      });
    fc.assert(
      fc.property(
        anyNumber,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, shift) => {
          expect(readIdentityNumber(number).ok).toBe(true);
          const digit = (Number(number[at]) + shift) % 10;
          expect(
            readIdentityNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`).ok,
          ).toBe(false);
          const swapped =
            number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
          if (swapped !== number) expect(readIdentityNumber(swapped).ok).toBe(false);
        },
      ),
      seeded,
    );
  });
});

describe("information check", () => {
  const asOf = day("2026-07-01");
  it.each([
    ["2026-01-02", null, { kind: "confirmed", since: day("2026-01-02") }],
    ["2026-01-01", null, { kind: "due", since: day("2026-01-01"), overdue: 1 }],
    [null, "2025-12-31", { kind: "due", since: day("2025-12-31"), overdue: 2 }],
    ["2026-06-30", "2020-01-01", { kind: "confirmed", since: day("2026-06-30") }],
    [null, null, { kind: "never" }],
  ])("[I3] confirmed %s, entered %s", (confirmed, created, expected) => {
    const days = {
      confirmedDay: confirmed === null ? null : day(confirmed),
      createdDay: created === null ? null : day(created),
    };
    expect(verificationOf(days, asOf, 180)).toEqual(expected);
  });
});
