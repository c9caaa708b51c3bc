import { customer, imageOf, must, openImage, openWith, tableOf, type Book } from "../../excel/book";
import { ownBook, switchTo } from "../../proofs/own-book";

/** Somebody moves rows right before the message that switches the calculated columns, in one of which they have a formula. */

const back = switchTo("functions");

async function nativeBook(): Promise<Buffer> {
  const book = await openWith([1, 2, 3].map((number) => customer(number)));
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    columns.getItem("等级").getDataBodyRange().getCell(1, 0).formulas = [['=$B3&"的"']];
    await context.sync();
  });
  must(await switchTo("native")(book));
  return imageOf(book.model);
}

/** By customer, what stands under 等级, without what is only calculated. */
function gradesOf(book: Book): readonly string[] {
  const { sheet, table } = tableOf(book, "customers");
  const column = (header: string) =>
    table.area.left + table.columns.findIndex(({ name }) => name === header);
  const rows = Array.from({ length: table.area.bottom - table.area.top }, (_, at) => at + 1);
  return rows.map((row) => {
    const name = sheet.cells.value(table.area.top + row, column("客户名称"));
    const text = sheet.cells.formula(table.area.top + row, column("等级"))?.text ?? "typed";
    const grade = text.length > 100 ? "native" : text.startsWith("=CRM.") ? "function" : text;
    return `${typeof name === "string" ? name : ""}: ${grade}`;
  });
}

const acts: Readonly<Record<string, (book: Book) => void>> = {
  sorted: (book) => {
    const { table } = tableOf(book, "customers");
    book.host.editor.sortTable(table.id, 1, false);
  },
  "one deleted": (book) =>
    void book.host.editor.deleteRows(tableOf(book, "customers").sheet.id, 1, 1),
  "one exchanged for another": (book) => {
    const { sheet } = tableOf(book, "customers");
    book.host.editor.deleteRows(sheet.id, 1, 1);
    book.host.editor.insertRows(sheet.id, 2, 1);
  },
};

const left: Readonly<Record<string, readonly string[]>> = {
  sorted: ["客户3: native", '客户2: =$B3&"的"', "客户1: native"],
  "one deleted": ['客户2: =$B2&"的"', "客户3: native"],
  // What Excel has filled into a row that came is ours either way.
  "one exchanged for another": ['客户2: =$B2&"的"', ": function", "客户3: native"],
};

describe("[P2] rows that move in the last moment of a switch", () => {
  let image: Buffer;
  /** The last request ahead of which the formulas are native ones. */
  let writing = -1;
  beforeAll(async () => {
    image = await nativeBook();
    const clean = await openImage(image);
    clean.wire.beforeTrip = (trip) => {
      if (gradesOf(clean).some((grade) => grade.endsWith(" native"))) writing = trip;
    };
    must(await back(clean));
  });

  it.each(Object.keys(acts))("take what is a person's along: %s", async (act) => {
    const book = await openImage(image);
    book.wire.beforeTrip = (at) => {
      if (at === writing) acts[act]?.(book);
    };
    const done = await back(book);
    expect(done).toEqual({ ok: false, error: { code: "changed-meanwhile", table: "customers" } });
    expect(gradesOf(book)).toEqual(left[act]);
    book.wire.reset();
    must(await back(book));
    expect(gradesOf(book)).toEqual(left[act]?.map((grade) => grade.replace("native", "function")));
  });
});

describe("[P2] a table that is sorted right before its formulas become values", () => {
  const toValues = switchTo("values");
  const headers = ["等级", "下次跟进", "紧急程度"];

  /** What stands in the switched columns, row by row. */
  function textsOf(book: Book): readonly string[] {
    const { sheet, table } = tableOf(book, "customers");
    const rows = Array.from({ length: table.area.bottom - table.area.top }, (_, at) => at + 1);
    return rows.flatMap((row) =>
      headers.map((header) => {
        const column = table.columns.findIndex(({ name }) => name === header);
        const formula = sheet.cells.formula(table.area.top + row, table.area.left + column);
        return formula?.text ?? "a value";
      }),
    );
  }

  function sort(book: Book): void {
    const { table } = tableOf(book, "customers");
    book.host.editor.sortTable(table.id, 1, false);
  }

  /** As if the functions had answered, each row something else. */
  function answer(book: Book): void {
    const { sheet, table } = tableOf(book, "customers");
    for (const header of headers) {
      const column = table.area.left + table.columns.findIndex(({ name }) => name === header);
      for (let row = table.area.top + 1; row <= table.area.bottom; row += 1)
        if (sheet.cells.formula(row, column) !== undefined)
          sheet.cells.setValue(row, column, `${header} ${row * row}`);
    }
  }

  it.each([
    ["errors", () => undefined],
    ["answers", answer],
  ] as const)("gets them back, whatever they show: %s", async (_, show) => {
    const image = imageOf((await ownBook()).model);
    const sorted = await openImage(image);
    sort(sorted);
    const wanted = textsOf(sorted);
    const clean = await openImage(image);
    let writing = -1;
    clean.wire.beforeTrip = (trip) => {
      if (textsOf(clean).some((text) => text.startsWith("=CRM."))) writing = trip;
    };
    must(await toValues(clean));

    const book = await openImage(image);
    book.wire.beforeTrip = (at) => {
      if (at !== writing) return;
      sort(book);
      show(book);
    };
    const done = await toValues(book);
    expect(done).toEqual({ ok: false, error: { code: "changed-meanwhile", table: "customers" } });
    expect(textsOf(book)).toEqual(wanted);
    book.wire.reset();
    must(await toValues(book));
    must(await back(book));
    expect(textsOf(book)).toEqual(wanted);
  });
});
