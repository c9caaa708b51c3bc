import { planShare } from "../../../src/app/share/share";
import { knownFormulas, sharedColumns } from "../../../src/tables/specs/shared-columns";
import type { FormulasAnswer } from "../../../src/app/share/formulas";
import { contents, growCustomers, must, openBook, setUpBook, tableOf, type Book } from "../book";

const count = 600;

async function nativeBook(): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  await growCustomers(book, count);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("CrmCustomers");
    for (const header of ["等级", "下次跟进", "紧急程度"]) {
      const body = table.columns.getItem(header).getDataBodyRange();
      body.copyFrom(body.getCell(0, 0), Excel.RangeCopyType.formulas);
    }
    await context.sync();
  });
  const plan = must(await planShare(book.port, must(await book.port.describe()), "native"));
  must(await book.port.switchFormulas(plan.work));
  book.wire.reset();
  return book;
}

const columns = sharedColumns.map((shared) => ({
  column: shared.column,
  known: knownFormulas(shared),
}));

const readAll = async (book: Book): Promise<FormulasAnswer> =>
  must(await book.port.readFormulas({ table: "customers", columns }));

/** The same without the hint that tells what is expected: then all is read. */
async function readCellByCell(book: Book): Promise<FormulasAnswer> {
  const plain = columns.map(({ column }) => ({ column, known: [] }));
  return must(await book.port.readFormulas({ table: "customers", columns: plain }));
}

function placeOf(book: Book, header: string): { sheetId: string; left: number } {
  const { sheet, table } = tableOf(book, "customers");
  const at = table.columns.findIndex(({ name }) => name === header);
  return { sheetId: sheet.id, left: table.area.left + at };
}

const down = (book: Book): number =>
  book.wire.trips.reduce((bytes, trip) => bytes + trip.bytesDown, 0);

describe("reading columns of native formulas", () => {
  let book: Book;
  beforeAll(async () => {
    book = await nativeBook();
  });

  it("[P2] has Excel compare them: what travels does not grow with their length, and nothing stays behind", async () => {
    const before = contents(book.model);
    const read = await readAll(book);
    for (const { column, native } of sharedColumns)
      expect(read.columns[column]).toEqual([{ first: 0, count, formula: native, blank: false }]);
    expect(down(book)).toBeLessThan(600_000);
    expect(contents(book.model)).toBe(before);
  });

  it("[P2] finds every cell that holds something else, as reading cell by cell does", async () => {
    const grade = placeOf(book, "等级");
    const next = placeOf(book, "下次跟进");
    const { editor } = book.host;
    editor.type(grade.sheetId, 40, grade.left, "=1+1");
    // Excel carries it through the column; the person takes that back and keeps the one cell.
    editor.undo();
    editor.type(grade.sheetId, 41, grade.left, "B");
    editor.type(grade.sheetId, 42, grade.left, "");
    editor.type(grade.sheetId, 300, grade.left, "#N/A");
    // Another row's formula, letter by letter: shown in R1C1 it is another one.
    const sheet = book.model.sheets.find(({ id }) => id === grade.sheetId)!;
    const alien = sheet.cells.formula(200, next.left)!.text;
    editor.type(grade.sheetId, 201, next.left, alien);
    editor.undo();
    editor.type(grade.sheetId, 599, next.left, alien.replaceAll("$K201", "$K600"));
    editor.type(grade.sheetId, 600, next.left, alien.replaceAll("201", "601").toLowerCase());
    const [compared, read] = [await readAll(book), await readCellByCell(book)];
    expect(compared.columns).toEqual(read.columns);
    expect(compared.columns["grade"]?.map(({ first }) => first)).toEqual([
      0, 39, 40, 41, 42, 299, 300,
    ]);
  });

  it("[P2] reads them all where many are something else, where nothing is calculated, and where nothing can be written", async () => {
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("CrmCustomers");
      table.columns.getItem("紧急程度").getDataBodyRange().formulas = Array.from(
        { length: count },
        (_, row) => [row > 100 && row < 400 && row % 2 === 0 ? `=${row}` : null],
      );
      await context.sync();
    });
    const read = await readCellByCell(book);
    expect((await readAll(book)).columns).toEqual(read.columns);
    book.model.calculationMode = "Manual";
    expect((await readAll(book)).columns).toEqual(read.columns);
    book.model.calculationMode = "Automatic";
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("原生公式").protection.protect();
      await context.sync();
    });
    expect((await readAll(book)).columns).toEqual(read.columns);
  });
});
