import { readFileSync } from "node:fs";
import path from "node:path";
import { emptyHistory, remember, takeBack } from "../../src/app/deeds/history";
import { checkHealth } from "../../src/app/health/check";
import { planUpgrade, upgrade } from "../../src/app/set-up/migrate";
import { unwatched } from "../../src/app/slices";
import { openToday } from "../../src/app/today/open-today";
import { schemaVersion } from "../../src/tables/schema";
import {
  asOf,
  contents,
  must,
  mustFail,
  openFile,
  rowsOf,
  tableOf,
  trace,
  type Book,
} from "../excel/book";
import { cellsOf, imported, planned } from "./import/importing";

/** What was published by others, in a workbook of the first layout: upgraded, everything is as it was and goes on. */

const folder = path.join(__dirname, "../workbooks");
const read = (name: string) =>
  readFileSync(path.join(folder, "crm-sales-opportunities", name), "utf8");
const accounts = read("accounts.csv");
const deals = read("sales_pipeline.csv").split("\n").slice(0, 101).join("\n");
/** What Excel counts in the 1904 date system for a day written 10/20/2016. */
function serial1904(text: string): number {
  const [month = 0, dayOfMonth = 0, year = 0] = text.split("/").map(Number);
  return Date.UTC(year, month - 1, dayOfMonth) / 86_400_000 + 25_569 - 1_462;
}

const created = 44_600;
const idOf = (at: number): string => `C8${String(at).padStart(9, "0")}`;

/** The real accounts, put below the customers by hand as long as that was the only layout there was. */
function writeAccounts(book: Book): void {
  const { sheet, table } = tableOf(book, "customers");
  const below = table.area.bottom + 1;
  const columns: readonly (readonly [header: string, cells: readonly string[]])[] = [
    ["Customer ID", cellsOf(accounts).map((_, at) => idOf(at))],
    ["Customer", cellsOf(accounts).map(([name = ""]) => name)],
    ["Region", cellsOf(accounts).map((cells) => cells[5] ?? "")],
    ["Created", cellsOf(accounts).map(() => String(created))],
  ];
  for (const [header, cells] of columns) {
    const column = table.columns.findIndex(({ name }) => name === header);
    book.host.editor.paste(sheet.id, below, table.area.left + column, cells.join("\n"));
  }
}

/** The workbook's sheets as text, but for those the upgrade makes, and Settings without the rows it adds. */
function asItWas(book: Book): readonly string[] {
  const sheets = contents(book.model).split(/^(?=# )/mu);
  return sheets
    .filter((sheet) => !/^# (?:Backup|Changes)/u.test(sheet))
    .map((sheet) => {
      const [head = "", ...cells] = sheet.trim().split("\n");
      if (!head.startsWith("# Settings")) return sheet.trim();
      return cells.filter((cell) => Number(cell.split(":")[0]) <= 19).join("\n");
    });
}

describe("the real accounts in a workbook of the first layout", () => {
  it("[P4] are upgraded with nothing changed, known again by an import, and their deals belong to them", async () => {
    const book = await openFile(path.join(folder, "schema-1/created-en-1904.xlsx"));
    writeAccounts(book);
    await book.host.quiet();
    expect(mustFail(await openToday(book.port, asOf))).toEqual({ code: "older-version", found: 1 });
    const before = asItWas(book);
    const customers = rowsOf(book, "customers");
    expect(customers.slice(40)).toMatchObject(
      cellsOf(accounts).map(([name, , , , , region], at) => ({
        "Customer ID": idOf(at),
        Customer: name,
        Region: region,
        Created: created,
      })),
    );

    const plan = must(await planUpgrade(book.port, asOf));
    const { backup } = must(await upgrade(book.port, plan, trace));
    expect(asItWas(book)).toEqual(before);
    expect(rowsOf(book, "customers")).toEqual(customers);
    const copy = book.model.sheets.find(({ name }) => name === backup)!;
    expect(cellsOf(accounts).map((_, at) => copy.cells.value(2 + 40 + at, 1))).toEqual(
      cellsOf(accounts).map(([name]) => name),
    );

    const today = must(await openToday(book.port, asOf));
    expect(today.facts).toMatchObject({ schemaVersion, readOnly: false, dateSystem: 1904 });
    expect(today.customers.size).toBe(125);
    expect(must(await checkHealth(book.port, asOf, unwatched)).customers).toBe(125);

    // The accounts are known again, each cell of them.
    const known = await planned(book, accounts);
    expect(known).toMatchObject({ added: [], updated: [], rejected: [] });
    expect(known.unchanged).toHaveLength(85);

    const { plan: found, performed } = await imported(book, deals);
    expect(found).toMatchObject({ rejected: [], updated: [], newCustomers: [] });
    const ids = new Map(cellsOf(accounts).map(([name], at) => [name, idOf(at)]));
    expect(rowsOf(book, "deals")).toEqual(
      cellsOf(deals).map(
        ([id, agent, product, account, stage, engaged = "", closed = "", value]) => ({
          "Deal ID": id,
          ...(account ? { "Customer ID": ids.get(account), Customer: account } : {}),
          Product: product,
          Stage: stage,
          ...(value ? { Amount: Number(value) } : {}),
          ...(engaged ? { "Engaged on": serial1904(engaged) } : {}),
          ...(closed ? { "Closed on": serial1904(closed) } : {}),
          Owner: agent,
        }),
      ),
    );
    must(await takeBack(book.port, remember(emptyHistory, performed), trace));
    expect(rowsOf(book, "deals")).toEqual([{}]);
    expect(rowsOf(book, "customers")).toEqual(customers);
  });
});
