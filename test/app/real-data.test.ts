import { readFileSync } from "node:fs";
import path from "node:path";
import { emptyHistory, remember, takeBack, type History } from "../../src/app/deeds/history";
import { findDuplicates } from "../../src/app/duplicates/find-duplicates";
import { addField, type FieldDraft } from "../../src/app/fields/fields";
import { checkHealth } from "../../src/app/health/check";
import { rejectedSheet, saveRejected } from "../../src/app/import/save-rejected";
import { importPlaces, placeSource } from "../../src/app/import/source";
import { planShare, share } from "../../src/app/share/share";
import { unwatched } from "../../src/app/slices";
import type { ShareMode } from "../../src/tables/specs/shared-columns";
import {
  asOf,
  contentsBesideAudit,
  must,
  rowsOf,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../excel/book";
import { openCalculatingBook } from "./calculating-book";
import {
  apply,
  cellsOf,
  choicesFor,
  imported,
  planned,
  plannedFrom,
  sourceOf,
} from "./import/importing";

/** What was published by others, from the first import to taking the last of it back: every use case in a row. */

const folder = path.join(__dirname, "../workbooks/crm-sales-opportunities");
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
const accounts = read("accounts.csv");
const teams = read("sales_teams.csv");
/** As many deals as show everything: all 8,800 come in by test/app/import/import.test.ts. */
const deals = read("sales_pipeline.csv").split("\n").slice(0, 101).join("\n");

/** What the accounts have that no column of ours holds. */
const fields: readonly FieldDraft[] = [
  { header: "year_established", kind: "number", choices: [] },
  { header: "revenue", kind: "number", choices: [] },
  { header: "employees", kind: "number", choices: [] },
  { header: "subsidiary_of", kind: "text", choices: [] },
];

const factsOf = async (book: Book) => must(await book.port.describe());

/** Everything a person can see besides the changes, the tables that were made for deals and owners, and saved rows. */
function besideFurther(book: Book): string {
  return contentsBesideAudit(book.model)
    .split(/^(?=# )/mu)
    .filter((sheet) => !/^# (?:商机|负责人|被拒)/u.test(sheet))
    .join("")
    .trim();
}

async function switchTo(book: Book, to: ShareMode): Promise<void> {
  const facts = await factsOf(book);
  const plan = must(await planShare(book.port, facts, to));
  must(await share(book.port, facts, plan, to, trace));
  await book.host.quiet();
}

describe("the real data", () => {
  it("[P4] [P2] [T3] [R1] is imported, updated, checked, shared, mended and taken back: the workbook is as before", async () => {
    const book = await openCalculatingBook();
    await setUpBook(book);
    const before = besideFurther(book);
    let history: History = emptyHistory;

    for (const field of fields)
      history = remember(
        history,
        must(await addField(book.port, await factsOf(book), field, trace)),
      );
    for (const [text, count] of [
      [accounts, 85],
      [teams, 35],
      [deals, 100],
    ] as const) {
      const { plan, performed } = await imported(book, text);
      expect([plan.added.length, plan.updated, plan.rejected]).toEqual([count, [], []]);
      history = remember(history, performed);
    }
    expect(rowsOf(book, "customers")).toMatchObject(
      cellsOf(accounts).map(
        ([name, sector, year, revenue, employees, location, subsidiaryOf = ""]) => ({
          客户名称: name,
          行业: sector,
          地区: location,
          year_established: Number(year),
          revenue: Number(revenue),
          employees: Number(employees),
          ...(subsidiaryOf === "" ? {} : { subsidiary_of: subsidiaryOf }),
        }),
      ),
    );
    expect(rowsOf(book, "owners")).toMatchObject(
      cellsOf(teams).map(([name, manager, region]) => ({
        姓名: name,
        主管: manager,
        地区: region,
      })),
    );
    for (const text of [accounts, teams, deals])
      expect(await planned(book, text)).toMatchObject({ added: [], updated: [], rejected: [] });

    // The list as it comes next year: one figure has changed, one company is spelled anew.
    const next = accounts
      .replace(",2822,", ",2823,")
      .concat("\nBetasolin Ltd,medical,1999,251.41,495,United States,\n");
    const updated = await imported(book, next);
    expect(updated.plan.updated.map(({ cells }) => cells)).toEqual([
      { "own:employees": { from: 2822, to: 2823 } },
    ]);
    expect(updated.plan.added.map(({ cells }) => cells["name"])).toEqual(["Betasolin Ltd"]);
    history = remember(history, updated.performed);

    const found = must(
      await findDuplicates(book.port, await factsOf(book), null, unwatched),
    ).groups.map(({ members }) => members.map(({ name }) => name));
    expect(found).toEqual([["Betasoloin", "Betasolin Ltd"]]);

    const report = must(await checkHealth(book.port, asOf, unwatched));
    expect(report.customers).toBe(86);
    const wholeColumns = report.kinds.flatMap(({ code, groups }) =>
      groups.filter(({ isWholeColumn }) => isWholeColumn).map(() => code),
    );
    expect(wholeColumns).toContain("demand-missing");
    // Deals that were only begun name no account; of the others every cell is understood.
    const ofDeals = report.kinds
      .flatMap(({ issues }) => issues)
      .filter(({ table }) => table === "deals");
    expect(new Set(ofDeals.map(({ code, found: cell }) => `${code} ${String(cell)}`))).toEqual(
      new Set(["reference-missing null"]),
    );

    await book.host.quiet();
    const shared = contentsBesideAudit(book.model);
    await switchTo(book, "native");
    expect(contentsBesideAudit(book.model)).not.toContain("CRM.GRADE");
    await switchTo(book, "functions");
    expect(contentsBesideAudit(book.model)).toBe(shared);

    // A day no calendar has, and a company nobody knows: they stay out, are saved, corrected and brought in.
    const wrong = [
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
      "NEW00001,Moses Frase,GTX Basic,Cancity,Won,2017-02-30,2017-03-01,1054",
      "NEW00002,Moses Frase,GTX Basic,Cancitty,Won,2017-02-20,2017-03-01,1054",
    ].join("\n");
    const source = await sourceOf(book, wrong);
    const choices = await choicesFor(book, source);
    const plan = await plannedFrom(book, source);
    expect(plan.rejected.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ["not-a-day"],
      ["unknown-customer"],
    ]);
    const facts = await factsOf(book);
    const sheet = rejectedSheet(source, plan, choices, facts, asOf, {
      sheet: "被拒",
      row: "原行",
      reason: "原因",
      reasonOf: ({ code }) => code,
      and: "、",
    });
    must(await saveRejected(book.port, facts, sheet, trace));
    const saved = book.model.sheets.find(({ name }) => name === sheet.name)!;
    saved.cells.setValue(1, 5, "2017-02-28");
    saved.cells.setValue(2, 3, "Cancity");
    const places = must(await importPlaces(book.port, await factsOf(book)));
    const place = places.find((each) => each.sheet === sheet.name)!;
    const mended = must(await placeSource(book.port, place, await factsOf(book)));
    const again = await plannedFrom(book, mended);
    expect(again.added.map(({ cells }) => cells["id"])).toEqual(["NEW00001", "NEW00002"]);
    history = remember(history, must(await apply(book, again)));
    expect(rowsOf(book, "deals")).toHaveLength(102);

    while (history.done.length > 0) ({ history } = must(await takeBack(book.port, history, trace)));
    await book.host.quiet();
    expect(besideFurther(book)).toBe(before);
    for (const table of ["deals", "owners"] as const) expect(rowsOf(book, table)).toEqual([{}]);
    expect(tableOf(book, "customers").table.columns.map(({ name }) => name)).not.toContain(
      "employees",
    );
  });
});
