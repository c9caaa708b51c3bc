import { afterChange } from "../../src/app/today/after-change";
import { emptyHistory, lastDeed, remember, takeBack } from "../../src/app/deeds/history";
import { logFollowUp, planFollowUp, type FollowUpInput } from "../../src/app/log-follow-up";
import { openCustomer } from "../../src/app/open-customer";
import { openToday } from "../../src/app/today/open-today";
import { proposeSetUp } from "../../src/app/set-up/set-up";
import { startDay } from "../../src/app/today/start-day";
import { addDays, day } from "../../src/domain/day";
import {
  addCustomers,
  asOf,
  contents,
  contentsBesideAudit,
  customer,
  fillSheet,
  must,
  mustFail,
  newId,
  openBook,
  openWith,
  setUpBook,
  trace,
  type Book,
} from "../excel/book";

/** The use cases on the real port: office.js on the embedded host. */

const call: FollowUpInput = { channel: "phone", said: "谈了价格", day: asOf };

async function bookOf(...numbers: readonly number[]): Promise<Book> {
  return openWith(numbers.map((number) => customer(number)));
}

async function log(book: Book, number: number, input: FollowUpInput) {
  const today = must(await openToday(book.port, asOf));
  const planned = must(planFollowUp(today, customer(number).id, input, newId));
  const performed = must(await logFollowUp(book.port, today.facts, planned, trace));
  return { performed, today: afterChange(today, planned.change) };
}

describe("open → Today", () => {
  it("says that a bare workbook is not set up", async () => {
    const book = await openBook();
    expect(mustFail(await openToday(book.port, asOf))).toEqual({ code: "not-set-up" });
  });

  it("lists every customer of a workbook set up and filled, without an issue", async () => {
    const book = await bookOf(1, 2, 3);
    const today = must(await openToday(book.port, asOf));
    expect([...today.customers.keys()]).toEqual([1, 2, 3].map((number) => customer(number).id));
    expect([...today.overdue].map(({ next }) => next)).toEqual(
      [0, 0, 0].map(() => day("2026-02-18")),
    );
    expect(today.issues).toEqual([]);
  });

  it("takes one round trip to describe the workbook and one to read it", async () => {
    const book = await bookOf(1, 2, 3);
    must(await openToday(book.port, asOf));
    expect(book.wire.trips).toHaveLength(2);
  });

  it("is the same in a workbook of the 1904 date system", async () => {
    const book = await openBook((model) => {
      model.date1904 = true;
    });
    await setUpBook(book, "en");
    const serial = {
      lastFollowUp: 46_070 - 1462,
      expectedClose: 46_100 - 1462,
      createdDay: 44_000,
    };
    await addCustomers(book, [customer(1, { ...serial, demand: "Clear" })]);
    const today = must(await openToday(book.port, asOf));
    expect(today.settings.asOf).toBe(asOf);
    expect(today.overdue.at(0)).toMatchObject({ grade: "A", next: day("2026-02-18") });
    const { today: after } = await log(book, 1, call);
    expect({ ...must(await openToday(book.port, asOf)), facts: after.facts }).toEqual(after);
  });

  it("judges as of another day what was set up before", async () => {
    const book = await bookOf(1);
    const later = must(await openToday(book.port, addDays(asOf, 30)));
    expect(later.overdue.at(0)).toMatchObject({ grade: "A", why: { reestimate: true } });
  });
});

describe("log a follow-up → one commit → Today", () => {
  it("[G7, F6] leaves the workbook as Today in memory says it is", async () => {
    const book = await bookOf(1, 2);
    // The first deed of a workbook makes the audit table.
    await log(book, 2, call);
    book.wire.reset();
    const { today } = await log(book, 1, {
      ...call,
      demand: "latent",
      agreedDay: day("2026-03-10"),
    });
    // Two to open Today, two to commit.
    expect(book.wire.trips).toHaveLength(4);
    const again = must(await openToday(book.port, asOf));
    expect({ ...again, facts: today.facts }).toEqual(today);
    expect(again.customers.get(customer(1).id)).toMatchObject({
      grade: "D",
      lastFollowUp: asOf,
      next: day("2026-03-10"),
    });
  });

  it("[I1] is found again on the customer's card, the newest first", async () => {
    const book = await bookOf(1, 2);
    await log(book, 1, { ...call, said: "=1+1", day: addDays(asOf, -1), time: 570 });
    await log(book, 2, call);
    const { today } = await log(book, 1, { ...call, said: "+86 138", channel: "visit" });
    const card = must(await openCustomer(book.port, today, customer(1).id));
    expect(card.recent.map(({ said, channel, time }) => [said, channel, time])).toEqual([
      ["+86 138", "visit", null],
      ["=1+1", "phone", 570],
    ]);
    expect(card.cells.find(({ column }) => column === "lastFollowUp")?.value).toBe(asOf);
  });

  it("says that a customer is gone when the row was deleted meanwhile", async () => {
    const book = await bookOf(1);
    const today = must(await openToday(book.port, asOf));
    const answer = await openCustomer(book.port, today, "C9999999999");
    expect(mustFail(answer)).toMatchObject({ code: "row-missing" });
  });

  it("is a conflict, and writes nothing, when a colleague logged one in between", async () => {
    const book = await bookOf(1);
    const stale = must(await openToday(book.port, asOf));
    await log(book, 1, call);
    const before = contents(book.model);
    const planned = must(planFollowUp(stale, customer(1).id, call, newId));
    expect(mustFail(await logFollowUp(book.port, stale.facts, planned, trace))).toMatchObject({
      code: "conflict",
      conflicts: [{ column: "lastFollowUp" }],
    });
    expect(contents(book.model)).toBe(before);
  });

  it("is taken back whole, and only once", async () => {
    const book = await bookOf(1, 2);
    const before = contentsBesideAudit(book.model);
    const { performed, today } = await log(book, 1, { ...call, demand: "none" });
    const history = remember(emptyHistory, performed);
    const taken = must(await takeBack(book.port, history, trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
    const again = must(await openToday(book.port, asOf));
    expect({ ...afterChange(today, taken.performed.change), facts: again.facts }).toEqual(again);
    expect(lastDeed(taken.history)).toBeNull();
    expect(mustFail(await takeBack(book.port, taken.history, trace))).toEqual({
      code: "nothing-to-take-back",
    });
  });
});

describe("the next morning", () => {
  it("moves the as-of day once, and then writes nothing more that day", async () => {
    const book = await bookOf(1);
    const tomorrow = addDays(asOf, 1);
    expect(must(await startDay(book.port, tomorrow, trace))?.deed.kind).toBe("day");
    const before = contents(book.model);
    expect(must(await startDay(book.port, tomorrow, trace))).toBeNull();
    expect(contents(book.model)).toBe(before);
    expect(must(await openToday(book.port, tomorrow)).settings.asOf).toBe(tomorrow);
  });

  it("leaves a workbook alone that is not set up", async () => {
    const book = await openBook();
    expect(must(await startDay(book.port, asOf, trace))).toBeNull();
  });
});

describe("adopting a sheet of theirs", () => {
  it("understands text dates, keeps their cells and lists their customers", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["客户名称", "手机", "需求", "预计成交日期", "最后跟进时间", "我的备用"],
        ["启明精密制造有限公司", "13912345678", "目标", "2026年3月20日", "2026/2/20", "甲"],
        ["海川物流集团", "13912345679", "潜在", null, "2026-02-20", "乙"],
        ["北辰医疗器械有限公司", "13912345670", "也许", "下周", null, "=不是公式"],
      ]),
    );
    const before = contents(book.model).split("\n").slice(1);
    await setUpBook(book);
    const after = new Set(contents(book.model).split("\n"));
    expect(before.filter((line) => !after.has(line))).toEqual([]);

    const today = must(await openToday(book.port, asOf));
    const grades = [...today.customers.values()].map(({ name, grade, next }) => [
      name,
      grade,
      next,
    ]);
    expect(grades).toEqual([
      ["启明精密制造有限公司", "A", day("2026-02-21")],
      ["海川物流集团", "D", day("2026-03-22")],
      ["北辰医疗器械有限公司", null, null],
    ]);
    expect(today.issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["text-day", 0, "expectedClose"],
      ["text-day", 0, "lastFollowUp"],
      ["text-day", 1, "lastFollowUp"],
      ["unknown-word", 2, "demand"],
      ["not-a-day", 2, "expectedClose"],
    ]);
    expect(mustFail(await proposeSetUp(book.port))).toEqual({ code: "already-set-up" });
  });
});
