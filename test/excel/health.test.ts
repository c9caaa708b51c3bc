import { checkHealth } from "../../src/app/health/check";
import { confirmCustomer, fixHealth } from "../../src/app/health/fix";
import type { HealthIssue, HealthReport } from "../../src/app/health/report";
import { planTakeBack, takeBackPlanned } from "../../src/app/deeds/take-back";
import { unwatched, type Watcher } from "../../src/app/slices";
import type { Cell } from "../../src/tables/change";
import {
  asOf,
  contentsBesideAudit,
  customer,
  fillSheet,
  must,
  mustFail,
  openBook,
  openWith,
  rowsOf,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "./book";

async function opened(): Promise<Book> {
  return openWith([customer(1), customer(2), customer(3), customer(4, { phone: "13812345678" })]);
}

/** Writes as a person or another program would, past the port. `row` counts from 1 below the headers. */
async function leave(book: Book, row: number, header: string, cell: Cell): Promise<void> {
  const { sheet, table } = tableOf(book, "customers");
  const column = table.columns.findIndex(({ name }) => name === header);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem(sheet.name)
      .getCell(table.area.top + row, table.area.left + column);
    if (typeof cell === "string") range.numberFormat = [["@"]];
    else range.numberFormat = [["General"]];
    range.values = [[cell]];
    await context.sync();
  });
  book.wire.reset();
}

const check = async (book: Book): Promise<HealthReport> =>
  must(await checkHealth(book.port, asOf, unwatched));

const issuesOf = ({ kinds }: HealthReport): readonly HealthIssue[] =>
  kinds.flatMap(({ issues }) => issues);

const customers = (book: Book) => rowsOf(book, "customers");

describe("the health check in Excel", () => {
  it("[R1] finds nothing wrong in what set-up and the add-in wrote", async () => {
    const report = await check(await opened());
    expect(issuesOf(report)).toEqual([]);
    expect(report).toMatchObject({ customers: 4, formulasChecked: true });
  });

  it("[R1] tells every mess with its address, goes there, fixes it in one deed, and takes that back", async () => {
    const book = await opened();
    await leave(book, 1, "预计成交日", "2026年4月1日");
    await leave(book, 2, "需求状况", "潜在客戶！");
    await leave(book, 2, "电话", 13_912_345_678);
    await leave(book, 3, "客户名称", "　华瑞\u200b 电子 ");
    await leave(book, 3, "电话", "1.38E+10");
    const before = contentsBesideAudit(book.model);
    const report = await check(book);
    expect(
      issuesOf(report).map(({ code, address, customer: name, proposal }) => [
        code,
        address,
        name,
        proposal?.to,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["digits-lost", expect.stringMatching(/^[A-Z]+4$/u), "华瑞\u200b 电子", undefined],
        ["text-day", expect.stringMatching(/^[A-Z]+2$/u), "客户1", 46_113],
        ["unknown-word", expect.stringMatching(/^[A-Z]+3$/u), "客户2", "潜在"],
        ["kept-as-number", expect.stringMatching(/^[A-Z]+3$/u), "客户2", "13912345678"],
        ["invisible-characters", "B4", "华瑞\u200b 电子", "华瑞 电子"],
      ]),
    );
    expect(issuesOf(report)).toHaveLength(5);

    const name = issuesOf(report).find(({ address }) => address === "B4")!;
    must(await book.port.selectCell(name));
    expect(await selection()).toBe("客户!B4");
    must(await book.port.selectCell({ ...name, row: null, id: null }));
    expect(await selection()).toBe("客户!B1");
    expect(mustFail(await book.port.selectCell({ ...name, id: "C-none" }))).toMatchObject({
      code: "row-missing",
    });
    expect(mustFail(await book.port.selectCell({ ...name, column: "gone" }))).toMatchObject({
      code: "column-missing",
    });

    const fixed = must(
      await fixHealth(book.port, report.facts, issuesOf(report), "", trace, unwatched),
    );
    expect(customers(book).slice(0, 3)).toMatchObject([
      { 预计成交日: 46_113 },
      { 需求状况: "潜在", 电话: "13912345678" },
      { 客户名称: "华瑞 电子", 电话: "1.38E+10" },
    ]);
    expect(issuesOf(await check(book)).map(({ code }) => code)).toEqual(["digits-lost"]);

    const plan = must(await planTakeBack(book.port, fixed.entries!));
    expect(plan.refused).toEqual([]);
    must(await takeBackPlanned(book.port, plan, trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("[P4] a cell changed since the check is a conflict, and nothing is written", async () => {
    const book = await opened();
    await leave(book, 1, "客户名称", " 甲 ");
    await leave(book, 2, "客户名称", " 乙 ");
    const report = await check(book);
    await leave(book, 2, "客户名称", " 丙 ");
    const failure = mustFail(
      await fixHealth(book.port, report.facts, issuesOf(report), "", trace, unwatched),
    );
    expect(failure).toMatchObject({
      code: "conflict",
      conflicts: [{ column: "name", expected: " 乙 ", found: " 丙 " }],
    });
    expect(customers(book)[0]).toMatchObject({ 客户名称: " 甲 " });
  });

  it("[P4] an overwritten and a missing formula are found without reading a column", async () => {
    const book = await opened();
    await leave(book, 2, "等级", "B");
    await leave(book, 4, "状态", "");
    const report = await check(book);
    expect(issuesOf(report).map(({ code, address, id }) => [code, address, id])).toEqual([
      ["formula-overwritten", expect.stringMatching(/^[A-Z]+3$/u), customer(2).id],
      ["formula-missing", expect.stringMatching(/^[A-Z]+5$/u), customer(4).id],
    ]);
  });

  it("[P4] a table of one row is not taken for the whole sheet", async () => {
    const book = await openWith([customer(1)]);
    expect(issuesOf(await check(book))).toEqual([]);
    await leave(book, 1, "等级", "B");
    expect(issuesOf(await check(book)).map(({ code }) => code)).toEqual(["formula-overwritten"]);
  });

  it("[I3] confirming a customer writes today, once, and can be taken back", async () => {
    const book = await opened();
    await leave(book, 1, "创建日", 45_000);
    const { unconfirmed } = await check(book);
    expect(unconfirmed.map(({ id }) => id)).toEqual([customer(1).id]);
    const done = must(await confirmCustomer(book.port, unconfirmed[0]!, asOf, trace));
    expect(customers(book)[0]).toMatchObject({ 信息核实日: 46_083 });
    expect((await check(book)).unconfirmed).toEqual([]);
    const plan = must(await planTakeBack(book.port, done.entries!));
    must(await takeBackPlanned(book.port, plan, trace));
    expect((await check(book)).unconfirmed).toHaveLength(1);
  });

  it("[I3] a person's own sheet gets the column with the first confirmation, and only then", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["客户名称", "需求状况", "创建日期"],
        ["甲公司", "潜在", 45_000],
        ["乙公司", "潜在", 45_100],
      ]),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").select();
      await context.sync();
    });
    await setUpBook(book);
    const { unconfirmed } = await check(book);
    expect(unconfirmed.map(({ name }) => name)).toEqual(["甲公司", "乙公司"]);
    expect(customers(book)[0]).not.toHaveProperty("信息核实日");
    for (const each of unconfirmed) must(await confirmCustomer(book.port, each, asOf, trace));
    expect(customers(book)).toMatchObject([{ 信息核实日: 46_083 }, { 信息核实日: 46_083 }]);
    expect((await check(book)).unconfirmed).toEqual([]);
  });

  it("[P4] cancelled at any time, nothing is written and nothing told", async () => {
    const book = await opened();
    await leave(book, 1, "客户名称", " 甲 ");
    const before = contentsBesideAudit(book.model);
    for (const pauses of [0, 1]) {
      const stop = new AbortController();
      let left = pauses;
      let clock = 0;
      const watcher: Watcher = {
        pace: {
          now: () => (clock += 30),
          pause: () => {
            if (left-- === 0) stop.abort();
            return Promise.resolve();
          },
        },
        signal: stop.signal,
        onProgress: () => undefined,
      };
      expect(mustFail(await checkHealth(book.port, asOf, watcher))).toEqual({ code: "cancelled" });
    }
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("[P4] a fault in any trip of the check is told, and the next check is whole", async () => {
    const book = await opened();
    await check(book);
    const trips = book.wire.trips.length;
    for (let trip = 0; trip < trips; trip += 1) {
      book.wire.reset();
      book.wire.fail({ trip, actions: 0 });
      const answer = await checkHealth(book.port, asOf, unwatched);
      expect([trip, book.wire.trips.length > trip && answer.ok]).toEqual([trip, false]);
    }
    book.wire.reset();
    expect(issuesOf(await check(book))).toEqual([]);
  });
});

function selection(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address.replaceAll("'", "");
  });
}
