import { checkHealth } from "../../../src/app/health/check";
import { planShare } from "../../../src/app/share/share";
import { examine, repair } from "../../../src/app/repair/repair";
import { unwatched } from "../../../src/app/slices";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  addCustomers,
  asOf,
  contentsBesideAudit,
  customer,
  must,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";
import { openCalculatingBook } from "../calculating-book";

/** By customer, a person's own formula in place of ours: one shows a grade, one shows nothing at all. */
const own: Readonly<Record<string, (row: number) => string>> = {
  客户2: (row) => `=IFERROR(CRM.GRADE($H${row},$I${row},crm_as_of,crm_horizons),"?")`,
  客户3: (row) => `=IF($B${row}="","?",IF(CRM.CADENCE("A",crm_cadences)>"","",""))`,
};

async function bookOfOwn(): Promise<Book> {
  const book = await openCalculatingBook();
  await setUpBook(book);
  await addCustomers(
    book,
    [1, 2, 3, 4, 5].map((number) => customer(number)),
  );
  await Excel.run(async (context) => {
    const grades = cellsOf(context);
    for (const [name, formula] of Object.entries(own)) {
      const row = Number(name.slice(2)) - 1;
      grades.getCell(row, 0).formulas = [[formula(row + 2)]];
    }
    await context.sync();
  });
  await book.host.quiet();
  return book;
}

function cellsOf(context: Excel.RequestContext): Excel.Range {
  const { columns } = context.workbook.tables.getItem("CrmCustomers");
  return columns.getItem("等级").getDataBodyRange();
}

async function typeGrade(row: number, value: string): Promise<void> {
  await Excel.run(async (context) => {
    cellsOf(context).getCell(row, 0).values = [[value]];
    await context.sync();
  });
}

async function switchTo(book: Book, to: ShareMode): Promise<void> {
  const plan = must(await planShare(book.port, must(await book.port.describe()), to));
  must(await book.port.switchFormulas(plan.work));
  await book.host.quiet();
}

async function repairAll(book: Book): Promise<void> {
  const examined = must(await examine(book.port));
  const done = await repair(book.port, examined, examined.findings, { about: "", trace, asOf });
  expect(done.failed).toEqual([]);
  await book.host.quiet();
}

/** Findings about formulas, with the customers they name. */
const found = async (book: Book) =>
  must(await examine(book.port)).findings.flatMap((finding) =>
    finding.kind === "formulas" ? [[finding.id, finding.cells.count]] : [],
  );

/** Customers of whom the health check says that a formula is overwritten or missing. */
async function overwritten(book: Book): Promise<readonly string[]> {
  const report = must(await checkHealth(book.port, asOf, unwatched));
  return report.kinds
    .flatMap(({ issues }) => issues)
    .filter(({ code }) => code === "formula-overwritten" || code === "formula-missing")
    .map(({ customer }) => customer);
}

/** By customer, the formulas of the grades that are none of ours. */
function ownThere({ model }: Book): Readonly<Record<string, string>> {
  const { sheet, table } = tableOf({ model }, "customers");
  const at = (header: string) =>
    table.area.left + table.columns.findIndex(({ name }) => name === header);
  const there: Record<string, string> = {};
  for (let row = table.area.top + 1; row <= table.area.bottom; row += 1) {
    const formula = sheet.cells.formula(row, at("等级"))?.text ?? "";
    const name = sheet.cells.value(row, at("客户名称"));
    if (typeof name === "string" && /IFERROR|"\?"/u.test(formula))
      there[name] = formula.replaceAll(String(row + 1), "§");
  }
  return there;
}

const wanted = Object.fromEntries(
  Object.entries(own).map(([name, formula]) => [name, formula(0).replaceAll("0", "§")]),
);

describe("values that stand for a person's own formulas in a native copy", () => {
  it("[P2] are not offered as typed over, and the formulas come back after a repair of everything", async () => {
    const book = await bookOfOwn();
    const before = contentsBesideAudit(book.model);
    await switchTo(book, "native");
    expect(await found(book)).toEqual([]);
    expect(await overwritten(book)).toEqual([]);
    await typeGrade(4, "手打的");
    expect(await found(book)).toEqual([["formulas:grade:typed", 1]]);
    expect(await overwritten(book)).toEqual(["客户5"]);
    await repairAll(book);
    expect(await found(book)).toEqual([]);
    await switchTo(book, "functions");
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it.each(["native", "values"] as const)(
    "[P2] are not told as cells that stay when the functions come back: %s",
    async (mode) => {
      const book = await bookOfOwn();
      await switchTo(book, mode);
      await typeGrade(4, "手打的");
      const facts = must(await book.port.describe());
      const { kept } = must(await planShare(book.port, facts, "functions"));
      expect(kept.filter(({ header }) => header === "等级")).toMatchObject([
        { kind: "typed", count: 1, customers: ["客户5"] },
      ]);
    },
  );

  it.each([true, false])(
    "[P2] are known wherever their rows were sorted to, %s",
    async (ascending) => {
      const book = await bookOfOwn();
      await switchTo(book, "native");
      const { table } = tableOf(book, "customers");
      const name = table.columns.findIndex((column) => column.name === "客户名称");
      book.host.editor.sortTable(table.id, name, ascending);
      await book.host.quiet();
      expect(await found(book)).toEqual([]);
      await repairAll(book);
      await switchTo(book, "functions");
      expect(ownThere(book)).toEqual(wanted);
    },
  );

  it("[P2] are typed over where somebody has typed another value there since", async () => {
    const book = await bookOfOwn();
    await switchTo(book, "native");
    await typeGrade(1, "手打的");
    expect(await found(book)).toEqual([["formulas:grade:typed", 1]]);
    await repairAll(book);
    await switchTo(book, "functions");
    expect(ownThere(book)).toEqual({ 客户3: wanted["客户3"] });
  });
});
