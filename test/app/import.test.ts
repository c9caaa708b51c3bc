import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { emptyHistory, remember, takeBack } from "../../src/app/history";
import { applyImport, dryRun, importMapping, keysFor } from "../../src/app/import";
import { selectedSource, textSource, type ImportSource } from "../../src/app/import-source";
import { unwatched, type Watcher } from "../../src/app/slices";
import type { ImportChoices, ImportPlan } from "../../src/tables/import-plan";
import { decodeText } from "../../src/tables/import-text";
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
} from "../excel/book";

/** Import on the real port: office.js on the embedded host. */

async function emptyBook(): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  return book;
}

async function sourceOf(book: Book, text: string): Promise<ImportSource> {
  return must(await textSource("", text, must(await book.port.describe()), unwatched));
}

async function choicesFor(
  book: Book,
  source: ImportSource,
  wanted: Partial<ImportChoices> = {},
): Promise<ImportChoices> {
  const facts = must(await book.port.describe());
  const mapping = importMapping(source, facts);
  const [key = "nameRegion"] = keysFor(mapping, facts);
  return { mapping, key, unreadable: "reject", corrections: new Map(), ...wanted };
}

async function planned(
  book: Book,
  text: string,
  wanted: Partial<ImportChoices> = {},
): Promise<ImportPlan> {
  const source = await sourceOf(book, text);
  const choices = await choicesFor(book, source, wanted);
  return must(await dryRun(book.port, source, choices, { asOf, newId }, unwatched));
}

/** Carries a dry run out. */
async function apply(book: Book, plan: ImportPlan, watcher: Watcher = unwatched) {
  const facts = await book.port.describe();
  if (!facts.ok) return facts;
  return applyImport(book.port, facts.value, plan, { about: "名单.csv", trace }, watcher);
}

async function imported(book: Book, text: string, wanted: Partial<ImportChoices> = {}) {
  const plan = await planned(book, text, wanted);
  return { plan, performed: must(await apply(book, plan)) };
}

const accounts = decodeText(
  readFileSync(path.join(__dirname, "../workbooks/crm-sales-opportunities/accounts.csv")),
).text;

const pasted =
  "客户名称\t电话\t需求状况\t预计成交日\n甲公司\t+86 138 0013 8000\t目标\t2026-03-20\n乙公司\t010-88886666\t潜在\t\n";

describe("import on the real port", () => {
  it("brings the accounts of the real data in, and a second time nothing", async () => {
    const book = await emptyBook();
    const { plan } = await imported(book, accounts);
    expect(plan).toMatchObject({ updated: [], rejected: [], blankRows: 0 });
    expect(plan.added).toHaveLength(85);
    expect(rowsOf(book, "customers")).toHaveLength(85);
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
    // Beside the import itself: describing the workbook twice and making its audit table.
    expect(book.wire.trips.length).toBeLessThanOrEqual(13);
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
    for (let trip = 0; trip < trips.length; trip += 1) {
      for (const part of ["none", "half", "all"] as const) {
        const book = await emptyBook();
        await growCustomers(book, 120);
        const before = contentsBesideAudit(book.model);
        const actions =
          part === "none" ? 0 : part === "half" ? Math.floor(trips[trip]! / 2) : "all";
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
    }
  });
});

async function tryPlan(book: Book, text: string): Promise<ImportPlan | null> {
  const described = await book.port.describe();
  if (!described.ok) return null;
  const source = must(await textSource("", text, described.value, unwatched));
  const mapping = importMapping(source, described.value);
  const choices: ImportChoices = {
    mapping,
    key: "id",
    unreadable: "reject",
    corrections: new Map(),
  };
  const run = await dryRun(book.port, source, choices, { asOf, newId }, unwatched);
  return run.ok ? run.value : null;
}

describe("damaged files", () => {
  it("500 mutated CSV files: rows or a typed refusal, never a crash", async () => {
    const book = await emptyBook();
    const facts = must(await book.port.describe());
    const bytes = new TextEncoder().encode(accounts);
    const mutation = fc.array(
      fc.record({
        at: fc.nat(bytes.length - 1),
        cut: fc.nat(40),
        put: fc.uint8Array({ maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(mutation, async (edits) => {
        let file = bytes;
        for (const { at, cut, put } of edits)
          file = Uint8Array.from([...file.slice(0, at), ...put, ...file.slice(at + cut)]);
        const source = await textSource("x.csv", decodeText(file).text, facts, unwatched);
        if (!source.ok) {
          expect(source.error.code).toBe("nothing-to-import");
          return;
        }
        const mapping = importMapping(source.value, facts);
        const [key] = keysFor(mapping, facts);
        if (key === undefined) return;
        const plan = must(
          await dryRun(
            book.port,
            source.value,
            { mapping, key, unreadable: "reject", corrections: new Map() },
            { asOf, newId },
            unwatched,
          ),
        );
        const rows =
          plan.added.length + plan.rejected.length + plan.unchanged.length + plan.blankRows;
        expect(rows).toBe(source.value.rows.length);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });
});
