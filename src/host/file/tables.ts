import { areaAddress, parseArea } from "../model/address";
import type { RuleStyle } from "../model/rules";
import type { SortField, Table, TableColumn } from "../model/table";
import { UnreadableFile } from "./failure";
import { filtersText, readFilters } from "./filters";
import { formulaFromFile, formulaInFile } from "./formula-text";
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

const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** @throws UnreadableFile `broken-part` where the table names no area */
export function readTable(
  root: XmlElement,
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
    columns: list.map((column) => readColumn(column, title)),
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
    filters: readFilters(filter, ruleStyles),
  };
}

function readColumn(column: XmlElement, table: string): TableColumn {
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
  };
}

function readSort(sort: XmlElement | undefined, left: number): SortField[] {
  return childrenNamed(sort, "sortCondition").flatMap((condition) => {
    const area = parseArea(condition.attributes.ref ?? "");
    return area === null
      ? []
      : [{ key: area.left - left, ascending: !isOn(condition.attributes.descending) }];
  });
}

/** The table part. Header texts must equal the header cells or Excel offers to repair the file: the caller writes both. */
export function tableText(table: Table, ruleNumber: (style: RuleStyle) => number): string {
  const filterArea = {
    ...table.area,
    bottom: table.area.bottom - (table.showTotals ? 1 : 0),
  };
  const filter =
    table.showFilterButton && table.showHeaders
      ? `<autoFilter ref="${areaAddress(filterArea)}">${filtersText(table.filters, ruleNumber)}</autoFilter>`
      : "";
  return (
    `${xmlHeader}<table xmlns="${mainNamespace}"${attributesText({
      id: table.id,
      name: table.name,
      displayName: table.name,
      ref: areaAddress(table.area),
      headerRowCount: table.showHeaders ? undefined : 0,
      totalsRowCount: table.showTotals ? 1 : undefined,
      totalsRowShown: table.showTotals ? undefined : 0,
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
    })}/></table>`
  );
}

function sortText(table: Table): string {
  const top = table.area.top + (table.showHeaders ? 1 : 0);
  const bottom = table.area.bottom - (table.showTotals ? 1 : 0);
  if (table.sort.length === 0 || bottom < top) return "";
  const conditions = table.sort.map(({ key, ascending }) => {
    const column = table.area.left + key;
    const ref = areaAddress({ top, bottom, left: column, right: column });
    return `<sortCondition${attributesText({ descending: !ascending, ref })}/>`;
  });
  const attributes = attributesText({
    caseSensitive: table.sortMatchesCase === true,
    ref: areaAddress({ ...table.area, top, bottom }),
  });
  return `<sortState${attributes}>${conditions.join("")}</sortState>`;
}

function columnText(column: TableColumn, table: string): string {
  const formula = (name: string, text: string | undefined): string =>
    text === undefined ? "" : `<${name}>${escapeXml(formulaInFile(text, table))}</${name}>`;
  return `<tableColumn${attributesText({
    id: column.id,
    name: encodeEscapes(column.name).replaceAll("\n", "_x000a_"),
    totalsRowFunction: column.totalsFunction,
    totalsRowLabel: column.totalsLabel,
  })}>${formula("calculatedColumnFormula", column.calculatedFormula)}${formula(
    "totalsRowFormula",
    column.totalsFormula,
  )}</tableColumn>`;
}
