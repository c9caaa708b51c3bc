import { readFileSync } from "node:fs";
import path from "node:path";
import { emptyTables } from "../../../src/app/deeds/emptied";
import { emptyHistory, remember, takeBack } from "../../../src/app/deeds/history";
import { dryRun, importMapping } from "../../../src/app/import/import";
import {
  importPlaces,
  placeSource,
  selectedSource,
  textSource,
} from "../../../src/app/import/source";
import { unwatched, type Watcher } from "../../../src/app/slices";
import type { ImportPlan } from "../../../src/tables/import/plan";
import type { TableId } from "../../../src/tables/schema";
import {
  addCustomers,
  asOf,
  contentsBesideAudit,
  customer,
  fillSheet,
  growCustomers,
  must,
  mustFail,
  newId,
  openBook,
  rowsOf,
  setUpBook,
  trace,
  type Book,
} from "../../excel/book";
import { apply, cellsOf, choicesFor, emptyBook, imported, planned, sourceOf } from "./importing";

/** Import on the real port: office.js on the embedded host. */

const realData = path.join(__dirname, "../../workbooks/crm-sales-opportunities");
const accounts = readFileSync(path.join(realData, "accounts.csv"), "utf8");

const pasted =
  "客户名称\t电话\t需求状况\t预计成交日\n甲公司\t+86 138 0013 8000\t目标\t2026-03-20\n乙公司\t010-88886666\t潜在\t\n";

/** What Excel counts for a day written 10/20/2016. */
function serialOf(text: string): number {
  const [month = 0, dayOfMonth = 0, year = 0] = text.split("/").map(Number);
  return Date.UTC(year, month - 1, dayOfMonth) / 86_400_000 + 25_569;
}

/** The stages the real data has, as they come in. */
const stagesInChinese: Readonly<Record<string, string>> = {
  Prospecting: "初步接触",
  Engaging: "洽谈中",
  Won: "赢单",
  Lost: "输单",
};

/** What stands in columns of a table, row by row. */
const literally = (book: Book, table: TableId, headers: readonly string[]) =>
  rowsOf(book, table).map((row) => headers.map((header) => row[header] ?? null));

describe("import on the real port", () => {
  it("brings the accounts of the real data in, and a second time nothing", async () => {
    const book = await emptyBook();
    const { plan } = await imported(book, accounts);
    expect(plan).toMatchObject({ updated: [], rejected: [], blankRows: 0 });
    expect(plan.added).toHaveLength(85);
    expect(rowsOf(book, "customers")).toHaveLength(85);
    expect(literally(book, "customers", ["客户名称", "行业", "地区"])).toEqual(
      cellsOf(accounts).map(([name, sector, , , , location]) => [name, sector, location]),
    );
    const again = await planned(book, accounts);
    expect(again).toMatchObject({ added: [], updated: [], rejected: [] });
    expect(again.unchanged).toHaveLength(85);
  });

  it("[P7] keeps what looks like a formula, a sign or a zero in front as it came", async () => {
    const book = await emptyBook();
    await imported(book, "客户名称\t电话\n=1+1\t+8613800138000\n@SUM(A1)\t0571-8888\n-甲\t00123\n");
    expect(rowsOf(book, "customers").map((row) => [row["客户名称"], row["电话"]])).toEqual([
      ["=1+1", "+8613800138000"],
      ["@SUM(A1)", "0571-8888"],
      ["-甲", "00123"],
    ]);
  });

  it("updates by phone whatever the number looks like, and blanks erase nothing", async () => {
    const book = await emptyBook();
    await imported(book, pasted);
    const plan = await planned(book, "客户名称\t电话\t需求状况\n甲集团\t138-0013-8000\t\n", {
      key: "phone",
    });
    expect(plan.updated.map(({ cells }) => cells)).toEqual([
      { name: { from: "甲公司", to: "甲集团" } },
    ]);
    must(await apply(book, plan));
    expect(rowsOf(book, "customers")[0]).toMatchObject({
      客户名称: "甲集团",
      电话: "+86 138 0013 8000",
      需求状况: "目标",
    });
  });

  it("[F2] gives a customer who comes without a day of creation today's", async () => {
    const book = await emptyBook();
    const { plan } = await imported(book, pasted);
    expect(plan.added[0]?.cells["createdDay"]).toBe(46_083);
  });

  it("takes a selection of another sheet, but not the customers table itself", async () => {
    const book = await emptyBook();
    fillSheet(book.model, [
      ["名单", null, null],
      ["公司名称", "手机", "区域"],
      ["甲公司", 13800138000, "华东"],
      ["乙公司", 13900139000, null],
    ]);
    const sheet = book.model.sheets.find(({ name }) => name === "Sheet1")!;
    book.host.editor.activateSheet(sheet.id);
    book.host.editor.select(sheet.id, [{ top: 2, left: 0, bottom: 2, right: 0 }], {
      row: 2,
      column: 0,
    });
    const source = must(await selectedSource(book.port, must(await book.port.describe())));
    expect(source).toMatchObject({ name: "Sheet1!A1:C4", firstRow: 3 });
    const choices = await choicesFor(book, source);
    const plan = must(await dryRun(book.port, source, choices, { asOf, newId }, unwatched));
    expect(plan.added.map(({ cells }) => cells)).toMatchObject([
      { name: "甲公司", phone: "13800138000", region: "华东" },
      { name: "乙公司", phone: "13900139000" },
    ]);
    const own = book.model.sheets.find(({ name }) => name === "客户")!;
    book.host.editor.activateSheet(own.id);
    book.host.editor.select(own.id, [{ top: 0, left: 0, bottom: 0, right: 0 }], {
      row: 0,
      column: 0,
    });
    expect(mustFail(await selectedSource(book.port, must(await book.port.describe())))).toEqual({
      code: "imports-itself",
      sheet: "客户",
    });
  });

  it("refuses, and writes nothing, when someone changed a cell since the dry run", async () => {
    const book = await emptyBook();
    await addCustomers(book, [customer(1), customer(2)]);
    const plan = await planned(book, `客户编号\t客户名称\n${customer(1).id}\t新名\n`);
    must(
      await book.port.commit({
        added: [],
        removed: [],
        updated: [
          {
            table: "customers",
            id: customer(1).id,
            cells: { name: { from: "客户1", to: "同事改的" } },
          },
        ],
      }),
    );
    const before = contentsBesideAudit(book.model);
    expect(mustFail(await apply(book, plan))).toMatchObject({
      code: "conflict",
    });
    expect(contentsBesideAudit(book.model)).toBe(before);
  });
});

/** Rows enough for the ways that thousands of rows take. */
function manyRows(from: number, to: number): string {
  const lines = ["客户编号\t客户名称\t需求状况\t预计成交日"];
  for (let number = from; number < to; number += 1)
    lines.push(`${customer(number).id}\t新名${number}\t潜在\t2026-09-01`);
  return lines.join("\n");
}

describe("imports of many rows", () => {
  it("updates and adds in a few round trips, and is taken back whole as one deed", async () => {
    const book = await emptyBook();
    await growCustomers(book, 600);
    const before = contentsBesideAudit(book.model);
    const plan = await planned(book, manyRows(300, 900));
    expect([plan.updated.length, plan.added.length]).toEqual([300, 300]);
    book.wire.reset();
    const performed = must(await apply(book, plan));
    // Beside the import itself: describing the workbook twice, making its audit table, and reading the ids once more.
    expect(book.wire.trips.length).toBeLessThanOrEqual(16);
    expect(rowsOf(book, "customers")[899]).toMatchObject({ 客户名称: "新名899" });
    expect(performed.entries).toHaveLength(300 * 3 + 300);
    const taken = must(await takeBack(book.port, remember(emptyHistory, performed), trace));
    expect(taken.history).toEqual(emptyHistory);
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("is as it was after a cancel between two changes", async () => {
    const book = await emptyBook();
    await growCustomers(book, 300);
    const before = contentsBesideAudit(book.model);
    const plan = await planned(book, manyRows(150, 450));
    const stop = new AbortController();
    const watcher: Watcher = {
      ...unwatched,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    };
    expect(mustFail(await apply(book, plan, watcher))).toEqual({ code: "cancelled" });
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("with a fault at any request, before, amid or after its effect: all or nothing, and a rerun completes", async () => {
    const complete = await emptyBook();
    await growCustomers(complete, 120);
    const text = manyRows(60, 180);
    await imported(complete, text);
    const wanted = contentsBesideAudit(complete.model);
    const trips = complete.wire.trips.map(({ actions }) => actions);
    const parts = ["none", "half", "all"] as const;
    for (let trip = 0; trip < trips.length; trip += 1) {
      // Which part still takes effect changes with the request: proofs/faults tries every part of every one.
      const part = parts[trip % parts.length];
      const book = await emptyBook();
      await growCustomers(book, 120);
      const before = contentsBesideAudit(book.model);
      const actions = part === "none" ? 0 : part === "half" ? Math.floor(trips[trip]! / 2) : "all";
      book.wire.fail({ trip, actions });
      const plan = await tryPlan(book, text);
      const done = plan === null ? null : await apply(book, plan);
      if (done?.ok === true) {
        expect(contentsBesideAudit(book.model)).toBe(wanted);
        continue;
      }
      expect({ trip, part, same: contentsBesideAudit(book.model) === before }).toEqual({
        trip,
        part,
        same: true,
      });
      book.wire.fail();
      await imported(book, text);
      expect(contentsBesideAudit(book.model)).toBe(wanted);
    }
  });
});

async function tryPlan(book: Book, text: string): Promise<ImportPlan | null> {
  const described = await book.port.describe();
  if (!described.ok) return null;
  const source = must(await textSource("", text, described.value, unwatched));
  const mapping = importMapping(source, described.value);
  const run = await dryRun(
    book.port,
    source,
    {
      mapping,
      key: "id",
      unreadable: "reject",
      dayOrder: null,
      days: {},
      unknownCustomers: "reject",
      corrections: new Map(),
    },
    { asOf, newId },
    unwatched,
  );
  return run.ok ? run.value : null;
}

describe("deals and owners of the real data", () => {
  const pipeline = readFileSync(path.join(realData, "sales_pipeline.csv"), "utf8");
  const teams = readFileSync(path.join(realData, "sales_teams.csv"), "utf8");

  it("come in as what they are, tied to their customers, and a second time nothing changes", async () => {
    const book = await emptyBook();
    await imported(book, accounts);
    const owners = await imported(book, teams);
    expect(owners.plan).toMatchObject({ target: { table: { id: "owners" } }, rejected: [] });
    expect(literally(book, "owners", ["姓名", "主管", "地区"])).toEqual(cellsOf(teams));
    const deals = await imported(book, pipeline);
    expect(deals.plan).toMatchObject({ target: { table: { id: "deals" } }, rejected: [] });
    expect(deals.plan.added).toHaveLength(8_800);
    // Deals that were only begun name no account.
    expect(deals.plan.withoutCustomer).toBe(1_425);
    const idOf = new Map(
      rowsOf(book, "customers").map((row) => [row["客户名称"], row["客户编号"]]),
    );
    expect(idOf.size).toBe(85);
    expect(rowsOf(book, "deals")).toEqual(
      cellsOf(pipeline).map(
        ([id = "", agent = "", product, account, stage = "", engaged, closed, value]) => ({
          商机编号: id,
          ...(account ? { 客户编号: idOf.get(account), 客户名称: account } : {}),
          产品: product,
          阶段: stagesInChinese[stage],
          ...(value ? { 金额: Number(value) } : {}),
          ...(engaged ? { 接触日: serialOf(engaged) } : {}),
          ...(closed ? { 成交日: serialOf(closed) } : {}),
          负责人: agent,
        }),
      ),
    );
    const history = remember(emptyHistory, owners.performed);
    for (const text of [accounts, teams, pipeline]) {
      const again = await planned(book, text);
      expect(again).toMatchObject({ added: [], updated: [], rejected: [] });
    }
    // The table that was made for them stays, which is said; a table that holds something else is not among those.
    const back = must(await takeBack(book.port, history, trace));
    expect(back.emptied).toEqual(["owners"]);
    const facts = must(await book.port.describe());
    expect(facts.tables.owners).toBeDefined();
    expect(must(await emptyTables(book.port, facts))).toEqual(new Set(["owners"]));
    const again = await imported(book, teams);
    expect(again.plan.added).toHaveLength(35);
    expect(rowsOf(book, "owners")).toHaveLength(35);
  });

  it("a deal of an unknown customer stays out, or brings the customer along", async () => {
    const book = await emptyBook();
    await imported(book, "客户名称\n甲公司\n");
    const text =
      "商机编号\t客户名称\t产品\t阶段\nD1\t甲公司\tX\t洽谈中\nD2\t乙公司\tY\t赢单\nD3\t 乙 公司\tZ\t输单\n";
    const strict = await planned(book, text);
    expect(strict.added.map(({ row }) => row)).toEqual([0]);
    expect(strict.rejected.map(({ reasons }) => reasons[0]?.code)).toEqual([
      "unknown-customer",
      "unknown-customer",
    ]);
    const { plan } = await imported(book, text, { unknownCustomers: "create" });
    expect(plan.newCustomers).toHaveLength(1);
    expect(rowsOf(book, "customers").map((row) => row["客户名称"])).toEqual(["甲公司", "乙公司"]);
    const [, second, third] = rowsOf(book, "deals");
    expect(second?.["客户编号"]).toBe(rowsOf(book, "customers")[1]?.["客户编号"]);
    expect(third?.["客户编号"]).toBe(second?.["客户编号"]);
  });

  it("a second import with other stages updates the deals by their ids", async () => {
    const book = await emptyBook();
    await imported(book, "客户名称\n甲公司\n");
    await imported(book, "商机编号\t客户名称\t产品\t阶段\nD1\t甲公司\tX\t洽谈中\n");
    const { plan } = await imported(book, "商机编号\t客户名称\t产品\t阶段\nD1\t甲公司\tX\tWon\n");
    expect(plan.updated.map(({ cells }) => cells)).toEqual([
      { stage: { from: "洽谈中", to: "赢单" } },
    ]);
    expect(rowsOf(book, "deals")[0]).toMatchObject({ 阶段: "赢单" });
  });
});

describe("columns of people's own", () => {
  async function adopted(): Promise<Book> {
    const book = await openBook((model) => {
      const sheet = model.addSheet("名单");
      const rows = [
        ["客户名称", "电话", "车牌", "毛利"],
        ["甲公司", "13800138000", "沪A1", null],
        ["乙公司", "13900139000", "沪A2", null],
      ];
      rows.forEach((cells, row) =>
        cells.forEach((cell, column) => sheet.cells.setValue(row, column, cell)),
      );
      for (const row of [1, 2]) sheet.cells.setFormula(row, 3, { text: `=LEN(A${row + 1})` });
    });
    const sheet = book.model.sheets.find(({ name }) => name === "名单")!;
    book.host.editor.activateSheet(sheet.id);
    await setUpBook(book);
    return book;
  }

  it("[P7] are filled like ours, as text; what they calculate is not written over", async () => {
    const book = await adopted();
    const { plan } = await imported(
      book,
      "客户名称\t电话\t车牌\n甲公司\t13800138000\t=1\n丙公司\t1\t007\n",
    );
    expect(plan.updated.map(({ cells }) => cells)).toEqual([
      { "own:车牌": { from: "沪A1", to: "=1" } },
    ]);
    expect(rowsOf(book, "customers").map((row) => row["车牌"])).toEqual(["=1", "沪A2", "007"]);
    const source = await sourceOf(book, "客户名称\t毛利\n丁公司\t5\n");
    const choices = await choicesFor(book, source);
    expect(Object.keys(choices.mapping)).toContain("own:毛利");
    expect(
      mustFail(await dryRun(book.port, source, choices, { asOf, newId }, unwatched)),
    ).toMatchObject({ code: "own-formula", header: "毛利" });
  });
});

describe("other sheets of the workbook", () => {
  it("are listed with their tables, but not ours, blank or hidden ones; any of them can be imported", async () => {
    const book = await openBook((model) => {
      model.addSheet("空");
      const list = model.addSheet("名单");
      const hidden = model.addSheet("藏");
      for (const sheet of [list, hidden])
        [
          ["公司名称", "手机"],
          ["甲公司", 13800138000],
          ["乙公司", "00123"],
        ].forEach((cells, row) =>
          cells.forEach((cell, column) => sheet.cells.setValue(row + 2, column + 1, cell)),
        );
      hidden.visibility = "Hidden";
    });
    await setUpBook(book);
    const facts = must(await book.port.describe());
    const places = must(await importPlaces(book.port, facts));
    expect(places).toEqual([
      { sheet: "名单", table: null, address: "B3:C5", rowCount: 3, columnCount: 2 },
    ]);
    const source = must(await placeSource(book.port, places[0]!, facts));
    expect(source).toMatchObject({ name: "名单!B3:C5", firstRow: 4, target: "customers" });
    const plan = must(
      await dryRun(book.port, source, await choicesFor(book, source), { asOf, newId }, unwatched),
    );
    expect(plan.added.map(({ cells }) => cells["phone"])).toEqual(["13800138000", "00123"]);
  });
});
