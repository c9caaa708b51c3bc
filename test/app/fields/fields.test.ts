import {
  addField,
  addOurColumn,
  adoptField,
  createTable,
  listColumns,
  offeredColumns,
  offeredTables,
  problemOf,
  removeField,
  type FieldDraft,
} from "../../../src/app/fields/fields";
import { customerColumns } from "../../../src/app/fields/customer-columns";
import { openCustomer } from "../../../src/app/open-customer";
import { openToday } from "../../../src/app/today/open-today";
import type { WorkbookFacts } from "../../../src/app/workbook/facts";
import { columnOf } from "../../../src/tables/records";
import { customersTable } from "../../../src/tables/specs/customers";
import { tableSpecs } from "../../../src/tables/tables";
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
  trace,
  type Book,
} from "../../excel/book";

const plate: FieldDraft = { header: "车牌", kind: "text", choices: [] };
const partner: FieldDraft = { header: "合作方式", kind: "choice", choices: ["直销", "代理"] };

async function bookOf(...numbers: readonly number[]): Promise<Book> {
  return openWith(numbers.map((number) => customer(number)));
}

const factsOf = async (book: Book): Promise<WorkbookFacts> => must(await book.port.describe());

function customersSheet(book: Book) {
  const found = [...book.model.tables()].find(({ table }) => table.name === "CrmCustomers");
  if (found === undefined) throw new Error("no customers table");
  return found;
}

/** Writes into a column of the customers table as a person does. */
function typeInto(book: Book, header: string, row: number, value: string | number): void {
  const { sheet, table } = customersSheet(book);
  const index = table.columns.findIndex(({ name }) => name === header);
  sheet.cells.setValue(table.area.top + 1 + row, table.area.left + index, value);
}

describe("a field of a person's own", () => {
  it("is a column at the right end, with its format and list, within the highlight", async () => {
    const book = await bookOf(1, 2);
    const before = customersSheet(book).table.columns.map(({ name }) => name);
    must(await addField(book.port, await factsOf(book), plate, trace));
    must(await addField(book.port, await factsOf(book), partner, trace));
    const { sheet, table } = customersSheet(book);
    expect(table.columns.map(({ name }) => name)).toEqual([...before, "车牌", "合作方式"]);
    typeInto(book, "车牌", 0, "00123");
    const facts = await factsOf(book);
    expect(facts.fields).toEqual([
      { column: "own:车牌", kind: "text", choices: [] },
      { column: "own:合作方式", kind: "choice", choices: ["直销", "代理"] },
    ]);
    const ranges = sheet.conditionalFormats
      .filter((format) => JSON.stringify(format).includes("ks1"))
      .map((format) => JSON.stringify(format));
    expect(ranges.length).toBeGreaterThan(0);
    for (const range of ranges) expect(range).toContain(`"right":${table.area.right}`);
  });

  it("has a name that can be seen, is not there yet and holds nothing nobody sees", async () => {
    const book = await bookOf(1);
    const facts = await factsOf(book);
    const named = (header: string) => problemOf({ ...plate, header }, facts);
    for (const header of ["", " \u3000 ", "\u200b", "\u200d\ufeff"])
      expect(named(header)).toEqual({ code: "header-blank" });
    for (const header of ["客户\u200b名称", "客户名称\u200d", " 客户名称\u00a0"])
      expect(named(header)).toMatchObject({ code: "header-taken" });
    expect(named("x".repeat(256))).toEqual({ code: "header-too-long", limit: 255 });
    must(await addField(book.port, facts, { ...plate, header: "=车\u202e牌\n号\u3000码 " }, trace));
    const { table } = customersSheet(book);
    expect(table.columns.at(-1)?.name).toBe("=车牌 号 码");
    must(await addField(book.port, await factsOf(book), { ...plate, header: '[a]\'#@"b"' }, trace));
    expect(listColumns(await factsOf(book)).at(-1)).toMatchObject({
      header: '[a]\'#@"b"',
      standing: "field",
    });
  });

  it("is read by its kind, shown on the card and followed when it is renamed, moved and hidden", async () => {
    const book = await bookOf(1);
    must(await addField(book.port, await factsOf(book), partner, trace));
    typeInto(book, "合作方式", 0, " 代理 ");
    const { sheet, table } = customersSheet(book);
    const index = table.columns.findIndex(({ name }) => name === "合作方式");
    table.columns[index]!.name = "渠道类型";
    sheet.cells.setValue(table.area.top, table.area.left + index, "渠道类型");
    const today = must(await openToday(book.port, asOf));
    const card = must(await openCustomer(book.port, today, customer(1).id));
    expect(card.cells.find(({ column }) => column === "own:合作方式")).toMatchObject({
      header: "渠道类型",
      kind: "choice",
      value: "代理",
    });
    expect(
      columnOf({ ...customersTable, columns: customerColumns(today.facts) }, "own:合作方式"),
    ).toMatchObject({ title: { zh: "渠道类型", en: "渠道类型" }, kind: "choice" });
  });

  it.each<[string, FieldDraft, string]>([
    ["without a name", { ...plate, header: "  " }, "header-blank"],
    ["named as a column that is there", { ...plate, header: "客户名称 " }, "header-taken"],
    ["with one choice", { ...partner, choices: ["直销"] }, "too-few-choices"],
    ["with a name no header holds", { ...plate, header: "长".repeat(256) }, "header-too-long"],
  ])("%s is refused, and nothing is written", async (_, draft, code) => {
    const book = await bookOf(1);
    const facts = await factsOf(book);
    const before = contentsBesideAudit(book.model);
    expect(problemOf(draft, facts)?.code).toBe(code);
    expect(mustFail(await addField(book.port, facts, draft, trace)).code).toBe(code);
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("added and removed leaves the table as it was; one with contents stays in the sheet", async () => {
    const book = await bookOf(1);
    const before = contentsBesideAudit(book.model);
    must(await addField(book.port, await factsOf(book), plate, trace));
    must(await removeField(book.port, await factsOf(book), "own:车牌", true, trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
    expect((await factsOf(book)).fields).toEqual([]);

    must(await addField(book.port, await factsOf(book), plate, trace));
    typeInto(book, "车牌", 0, "沪A12345");
    const facts = await factsOf(book);
    expect(mustFail(await removeField(book.port, facts, "own:车牌", true, trace))).toEqual({
      code: "column-filled",
      header: "车牌",
    });
    must(await removeField(book.port, facts, "own:车牌", false, trace));
    expect(rowsOf(book, "customers")[0]).toMatchObject({ 车牌: "沪A12345" });
    expect(listColumns(await factsOf(book)).find(({ header }) => header === "车牌")?.standing).toBe(
      "own",
    );
  });

  it("can be a column a person had already, which stays as it is", async () => {
    const book = await openBook();
    fillSheet(book.model, [
      ["客户名称", "车牌", "需求"],
      ["甲公司", "沪A12345", "目标"],
    ]);
    await setUpBook(book);
    const before = contentsBesideAudit(book.model);
    const field = { column: "own:车牌", kind: "text" as const, choices: [] };
    must(await adoptField(book.port, await factsOf(book), field, trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
    expect(
      listColumns(await factsOf(book)).map(({ header, standing }) => [header, standing]),
    ).toEqual(
      expect.arrayContaining([
        ["车牌", "field"],
        ["需求", "ours"],
      ]),
    );
  });
});

describe("columns and tables of ours", () => {
  it("[I3] a column the sheet lacks is added beside one of the person's with the same name", async () => {
    const book = await openBook();
    fillSheet(book.model, [
      ["客户名称", "地址", "需求"],
      ["甲公司", "上海", "目标"],
    ]);
    await setUpBook(book);
    const facts = await factsOf(book);
    const offered = offeredColumns(facts).map(({ id }) => id);
    expect(offered).toEqual(expect.arrayContaining(["email", "confirmedDay", "annualAmount"]));
    // [R3] what is sensitive comes last, and only when asked for.
    expect(offered.at(-1)).toBe("identityNumber");
    must(await addOurColumn(book.port, facts, columnOf(customersTable, "confirmedDay"), trace));
    expect((await factsOf(book)).tables.customers?.columns["confirmedDay"]?.header).toBe(
      "信息核实日",
    );
  });

  it.each(offeredTables({ tables: {} } as unknown as WorkbookFacts))(
    "[R2] the table %s is made in one step, with headers, formats, lists and formulas",
    async (table) => {
      const book = await bookOf(1);
      must(await createTable(book.port, await factsOf(book), table, trace));
      const facts = await factsOf(book);
      const bound = facts.tables[table]?.columns ?? {};
      const expected = tableSpecs[table].columns.filter(
        (column) => column.onRequest !== true && column.sensitive !== true,
      );
      expect(Object.keys(bound)).toEqual(expected.map(({ id }) => id));
      expect(offeredTables(facts)).not.toContain(table);
    },
  );
});
