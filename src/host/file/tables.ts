import { areaAddress, parseArea } from "../model/address";
import type { RuleStyle } from "../model/rules";
import type { SortField, Table, TableColumn } from "../model/table";
import { UnreadableFile } from "./failure";
import { filtersText, readFilterButtons, readFilters } from "./filters";
import { UnmodelledReader, unmodelledAttributes } from "./unmodelled";
import { formulaFromFile, formulaInFile } from "./formula-text";
import { rootAttributes } from "./namespaces";
import {
  attributesText,
  childNamed,
  childrenNamed,
  decodeEscapes,
  encodeEscapes,
  escapeXml,
  isOn,
  xmlHeader,
  type XmlElement,
} from "./xml";

/** @throws UnreadableFile `broken-part` where the table names no area */
export function readTable(
  root: XmlElement,
  source: string,
  part: string,
  sheetId: string,
  ruleStyles: readonly RuleStyle[],
): Table {
  const { id, displayName, name, ref, headerRowCount, totalsRowCount } = root.attributes;
  const area = parseArea(ref ?? "");
  const number = Number(id);
  const title = displayName ?? name;
  if (area === null || title === undefined || !Number.isInteger(number)) {
    throw new UnreadableFile({ code: "broken-part", part, detail: "table without area" });
  }
  const style = childNamed(root, "tableStyleInfo")?.attributes;
  const filter = childNamed(root, "autoFilter");
  const buttons = readFilterButtons(filter);
  const list = childrenNamed(childNamed(root, "tableColumns"), "tableColumn");
  const width = area.right - area.left + 1;
  if (list.length !== width) {
    throw new UnreadableFile({ code: "broken-part", part, detail: "columns do not fit the area" });
  }
  return {
    id: number,
    sheetId,
    name: title,
    area,
    columns: list.map((column, index) => readColumn(column, title, source, buttons.get(index))),
    showHeaders: headerRowCount !== "0",
    showTotals: Number(totalsRowCount ?? 0) > 0,
    style: style?.name ?? null,
    showBandedRows: isOn(style?.showRowStripes),
    showBandedColumns: isOn(style?.showColumnStripes),
    highlightFirstColumn: isOn(style?.showFirstColumn),
    highlightLastColumn: isOn(style?.showLastColumn),
    showFilterButton: filter !== undefined,
    sort: readSort(childNamed(root, "sortState"), area.left),
    ...(isOn(childNamed(root, "sortState")?.attributes.caseSensitive)
      ? { sortMatchesCase: true }
      : {}),
    filters: readFilters(filter, ruleStyles, source),
    ...new UnmodelledReader(source)
      .namespaces(root)
      .attributes(root, "id name displayName ref headerRowCount totalsRowCount totalsRowShown")
      .attributes(filter, "ref")
      .attributes(childNamed(root, "sortState"), "ref caseSensitive")
      .children(root, "autoFilter sortState tableColumns tableStyleInfo").found,
  };
}

function readColumn(
  column: XmlElement,
  table: string,
  source: string,
  buttons: Readonly<Record<string, string>> | undefined,
): TableColumn {
  const { id, name = "", totalsRowFunction, totalsRowLabel } = column.attributes;
  const calculated = childNamed(column, "calculatedColumnFormula")?.text;
  const totals = childNamed(column, "totalsRowFormula")?.text;
  return {
    id: Number(id),
    name: decodeEscapes(name),
    ...(calculated === undefined ? {} : { calculatedFormula: formulaFromFile(calculated, table) }),
    ...(totalsRowFunction === undefined ? {} : { totalsFunction: totalsRowFunction }),
    ...(totalsRowLabel === undefined ? {} : { totalsLabel: totalsRowLabel }),
    ...(totals === undefined ? {} : { totalsFormula: formulaFromFile(totals, table) }),
    ...new UnmodelledReader(source)
      .attributes(column, "id name totalsRowFunction totalsRowLabel")
      .attributes(childNamed(column, "calculatedColumnFormula"), "")
      .attributes(childNamed(column, "totalsRowFormula"), "")
      .stated("filterColumn", buttons)
      .children(column, "calculatedColumnFormula totalsRowFormula").found,
  };
}

function readSort(sort: XmlElement | undefined, left: number): SortField[] {
  return childrenNamed(sort, "sortCondition").flatMap((condition) => {
    const area = parseArea(condition.attributes.ref ?? "");
    const { found } = new UnmodelledReader("").attributes(condition, "ref descending");
    const ascending = !isOn(condition.attributes.descending);
    return area === null ? [] : [{ key: area.left - left, ascending, ...found }];
  });
}

/** The table part. Header texts must equal the header cells or Excel offers to repair the file: the caller writes both. */
export function tableText(table: Table, ruleNumber: (style: RuleStyle) => number): string {
  const buttons = new Map(
    table.columns.flatMap((column, index) => {
      const attributes = unmodelledAttributes(column, "filterColumn");
      return Object.keys(attributes).length === 0 ? [] : [[index, attributes] as const];
    }),
  );
  const filterArea = {
    ...table.area,
    bottom: table.area.bottom - (table.showTotals ? 1 : 0),
  };
  const filter =
    table.showFilterButton && table.showHeaders
      ? `<autoFilter${attributesText({ ref: areaAddress(filterArea), ...unmodelledAttributes(table, "autoFilter") })}>${filtersText(table.filters, ruleNumber, buttons)}</autoFilter>`
      : "";
  return (
    `${xmlHeader}<table${rootAttributes(unmodelledAttributes(table, "xmlns"))}${attributesText({
      id: table.id,
      name: table.name,
      displayName: table.name,
      ref: areaAddress(table.area),
      headerRowCount: table.showHeaders ? undefined : 0,
      totalsRowCount: table.showTotals ? 1 : undefined,
      totalsRowShown: table.showTotals ? undefined : 0,
      ...unmodelledAttributes(table, "table"),
    })}>` +
    filter +
    sortText(table) +
    `<tableColumns count="${table.columns.length}">${table.columns
      .map((column) => columnText(column, table.name))
      .join("")}</tableColumns>` +
    `<tableStyleInfo${attributesText({
      name: table.style,
      showFirstColumn: table.highlightFirstColumn ? 1 : 0,
      showLastColumn: table.highlightLastColumn ? 1 : 0,
      showRowStripes: table.showBandedRows ? 1 : 0,
      showColumnStripes: table.showBandedColumns ? 1 : 0,
    })}/>${table.unmodelled?.children ?? ""}</table>`
  );
}

function sortText(table: Table): string {
  const top = table.area.top + (table.showHeaders ? 1 : 0);
  const bottom = table.area.bottom - (table.showTotals ? 1 : 0);
  // An order by colours is made, not kept: the file would need the colour as a style of its own.
  const fields = table.sort.filter(({ color }) => color === undefined);
  if (fields.length === 0 || bottom < top) return "";
  const conditions = fields.map((field) => {
    const column = table.area.left + field.key;
    const ref = areaAddress({ top, bottom, left: column, right: column });
    const more = unmodelledAttributes(field, "sortCondition");
    return `<sortCondition${attributesText({ descending: !field.ascending, ref, ...more })}/>`;
  });
  const attributes = attributesText({
    caseSensitive: table.sortMatchesCase === true,
    ref: areaAddress({ ...table.area, top, bottom }),
    ...unmodelledAttributes(table, "sortState"),
  });
  return `<sortState${attributes}>${conditions.join("")}</sortState>`;
}

function columnText(column: TableColumn, table: string): string {
  const formula = (name: string, text: string | undefined): string =>
    text === undefined
      ? ""
      : `<${name}${attributesText({ ...unmodelledAttributes(column, name) })}>${escapeXml(formulaInFile(text, table))}</${name}>`;
  return `<tableColumn${attributesText({
    id: column.id,
    name: encodeEscapes(column.name).replaceAll("\n", "_x000a_"),
    totalsRowFunction: column.totalsFunction,
    totalsRowLabel: column.totalsLabel,
    ...unmodelledAttributes(column, "tableColumn"),
  })}>${formula("calculatedColumnFormula", column.calculatedFormula)}${formula(
    "totalsRowFormula",
    column.totalsFormula,
  )}${column.unmodelled?.children ?? ""}</tableColumn>`;
}
