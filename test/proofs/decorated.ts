import type { WorkbookFacts } from "../../src/app/workbook/facts";
import type { Change } from "../../src/tables/change";
import type { TableId } from "../../src/tables/schema";
import { cellAddress } from "../../src/host/model/address";
import type { Workbook as Model } from "../../src/host/model/workbook";
import { customer, must, openWith, type Book } from "../excel/book";
import { described } from "../host/file/described";
import { refsTo } from "./sheet-place";

/**
 * A workbook as people make it their own: columns with values and formulas, a list to choose from, colours, notes and
 * comments, a rule of their own, a filter, a hidden column, frozen panes, names, and a sheet that counts on ours.
 */
export async function decoratedBook(): Promise<Book> {
  const book = await openWith(
    [1, 2, 3, 4, 5].map((number) =>
      customer(number, { owner: number % 2 === 0 ? "李雷" : "王芳", phone: `1390000000${number}` }),
    ),
  );
  const { sheet, table } = refsTo(book.model, must(await book.port.describe()), "customers");
  const { top, right, left } = table.area;
  const { editor } = book.host;
  editor.type(sheet.id, top, right + 1, "我的备注");
  editor.type(sheet.id, top, right + 2, "名称长度");
  editor.type(sheet.id, top + 1, right + 2, "=LEN($B2)&[@我的备注]");
  ["甲", "=不是公式", "", "丁", "戊"].forEach((text, row) =>
    editor.type(sheet.id, top + 1 + row, right + 1, text.startsWith("=") ? `'${text}` : text),
  );
  await Excel.run(async (context) => {
    const customers = context.workbook.tables.getItem(table.name);
    const body = customers.getDataBodyRange();
    const ours = context.workbook.worksheets.getItem(sheet.name);
    body.getCell(1, 1).format.fill.color = "#FFF2CC";
    body.getCell(2, 1).format.font.bold = true;
    body.getRow(3).format.rowHeight = 33;
    const own = customers.columns.getItem("我的备注").getDataBodyRange();
    own.dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙,丙" } };
    own.dataValidation.errorAlert = {
      showAlert: false,
      style: Excel.DataValidationAlertStyle.warning,
      title: "",
      message: "",
    };
    const rule = own.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    rule.custom.rule.formula = '=$A2="C0000000002"';
    rule.custom.format.fill.color = "#C6EFCE";
    context.workbook.comments.add(body.getCell(0, 1), "合同在抽屉里");
    context.workbook.names.add("我的客户", body.getCell(1, 1), "只看这一位");
    ours.getRange("D:D").columnHidden = true;
    ours.freezePanes.freezeAt(ours.getRange("A1:B1"));
    const summary = context.workbook.worksheets.add("我的汇总");
    summary.getRange("A1:B2").formulas = [
      ["客户数", `=COUNTA(${table.name}[客户编号])`],
      ["最近", `=MAX(${table.name}[上次跟进])`],
    ];
    summary.getRange("A1:A2").format.fill.color = "#DDEBF7";
    await context.sync();
  });
  editor.filterTable(
    table.id,
    refsTo(book.model, must(await book.port.describe()), "customers").index("owner"),
    {
      filterOn: "Values",
      values: ["王芳"],
    },
  );
  editor.setColumnWidth(sheet.id, left + 1, left + 1, 41);
  must(await book.port.describe());
  book.wire.reset();
  return book;
}

interface Described {
  readonly sheets: readonly {
    readonly name: string;
    readonly conditionalFormats: readonly { readonly priority: number }[];
  }[];
}

/** A workbook as a flat list: every value, formula, look and setting under its path. What a formula shows is left out. */
export function flat(model: Model): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string, value: unknown): void => {
    if (value instanceof Map || value instanceof Set) {
      walk(path, [...value]);
      return;
    }
    if (typeof value !== "object" || value === null) {
      found.set(path, value === undefined ? "undefined" : JSON.stringify(value));
      return;
    }
    const isFormulaCell = "formula" in value && /\/cells\/[A-Z]+\d+$/.test(path);
    for (const [key, part] of Object.entries(value))
      if (!(isFormulaCell && key === "value")) walk(`${path}/${key}`, part);
  };
  const { sheets, ...others } = described(model) as Described;
  walk("", others);
  for (const sheet of sheets) {
    const rules = [...sheet.conditionalFormats].sort((one, other) => one.priority - other.priority);
    walk(`/${sheet.name}`, { ...sheet, conditionalFormats: rules });
  }
  return found;
}

/** The paths in which two workbooks differ. */
export function differingPaths(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}

/** The cells a change names, as paths: those of updated rows, and whole rows that came or went. */
export function namedPaths(
  model: Model,
  facts: WorkbookFacts,
  { added, updated, removed }: Pick<Change, "added" | "updated" | "removed">,
): ReadonlySet<string> {
  const paths = new Set<string>();
  const rowIn = (table: TableId, id: string): number | null => {
    const { table: found, cell } = refsTo(model, facts, table);
    for (let row = found.area.top + 1; row <= found.area.bottom; row += 1)
      if (String(cell(row, "id")) === id) return row;
    return null;
  };
  const wholeRow = (table: TableId, id: string): void => {
    const row = rowIn(table, id);
    if (row === null) return;
    const { sheet, table: found } = refsTo(model, facts, table);
    for (let column = found.area.left; column <= found.area.right; column += 1)
      paths.add(`/${sheet.name}/cells/${cellAddress(row, column)}`);
  };
  for (const { table, id } of [...added, ...removed]) wholeRow(table, id);
  for (const { table, id, cells } of updated) {
    const row = rowIn(table, id);
    if (row === null) continue;
    const { sheet, column } = refsTo(model, facts, table);
    for (const name of Object.keys(cells))
      paths.add(`/${sheet.name}/cells/${cellAddress(row, column(name))}`);
  }
  return paths;
}
