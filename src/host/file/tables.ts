import { areaAddress, parseArea } from "../model/address";
import type { ColumnFilter, SortField, Table, TableColumn } from "../model/table";
import { UnreadableFile } from "./failure";
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
export function readTable(root: XmlElement, part: string, sheetId: string): Table {
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
    filters: childrenNamed(filter, "filterColumn").flatMap(readFilter),
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

const operators: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** A column's criteria in the API's `FilterCriteria` shape. */
function readFilter(column: XmlElement): ColumnFilter[] {
  const index = Number(column.attributes.colId);
  const [kind] = column.children;
  if (kind === undefined || !Number.isInteger(index)) return [];
  const criteria = filterCriteria(kind);
  return criteria === null ? [] : [{ column: index, criteria }];
}

function filterCriteria(kind: XmlElement): Record<string, unknown> | null {
  const { attributes } = kind;
  switch (kind.name) {
    case "filters": {
      const values: unknown[] = childrenNamed(kind, "filter").map(
        (value) => value.attributes.val ?? "",
      );
      if (isOn(attributes.blank)) values.push("");
      for (const day of childrenNamed(kind, "dateGroupItem")) {
        const { year = "", month, day: date, dateTimeGrouping = "day" } = day.attributes;
        const text = [year, month ?? "1", date ?? "1"]
          .map((part) => part.padStart(2, "0"))
          .join("-");
        values.push({
          date: text,
          specificity: dateTimeGrouping.charAt(0).toUpperCase() + dateTimeGrouping.slice(1),
        });
      }
      return { filterOn: "Values", values };
    }
    case "customFilters": {
      const [first, second] = childrenNamed(kind, "customFilter").map(
        ({ attributes: { operator = "equal", val = "" } }) => `${operators[operator] ?? "="}${val}`,
      );
      return {
        filterOn: "Custom",
        criterion1: first ?? "",
        ...(second === undefined
          ? {}
          : { criterion2: second, operator: isOn(attributes.and) ? "And" : "Or" }),
      };
    }
    case "top10": {
      const side = isOn(attributes.top, true) ? "Top" : "Bottom";
      const unit = isOn(attributes.percent) ? "Percent" : "Items";
      return { filterOn: `${side}${unit}`, criterion1: attributes.val ?? "10" };
    }
    case "dynamicFilter": {
      const type = attributes.type ?? "";
      return {
        filterOn: "Dynamic",
        dynamicCriteria: type.charAt(0).toUpperCase() + type.slice(1),
      };
    }
    default:
      // Filters by colour and icon refer to the old file's looks; their hidden rows stay hidden.
      return null;
  }
}

function filterText({ column, criteria }: ColumnFilter): string {
  const inner = criteriaText(criteria);
  return inner === "" ? "" : `<filterColumn colId="${column}">${inner}</filterColumn>`;
}

function criteriaText(criteria: ColumnFilter["criteria"]): string {
  const { filterOn, values, criterion1, criterion2, operator, dynamicCriteria } = criteria;
  if (filterOn === "Values" && Array.isArray(values)) {
    const texts = values.filter((value) => typeof value === "string");
    const days = values.filter((value) => typeof value === "object" && value !== null) as {
      date?: string;
      specificity?: string;
    }[];
    return (
      `<filters${attributesText({ blank: texts.includes("") })}>` +
      texts.map((text) => (text === "" ? "" : `<filter val="${escapeXml(text)}"/>`)).join("") +
      days.map(dateGroupText).join("") +
      "</filters>"
    );
  }
  if (filterOn === "Custom") {
    const parts = [criterion1, criterion2].filter(
      (part) => typeof part === "string" && part !== "",
    );
    return `<customFilters${attributesText({ and: operator === "And" && parts.length > 1 })}>${(
      parts as string[]
    )
      .map(customFilterText)
      .join("")}</customFilters>`;
  }
  const top = /^(Top|Bottom)(Items|Percent)$/.exec(typeof filterOn === "string" ? filterOn : "");
  if (top !== null) {
    return `<top10${attributesText({
      top: top[1] === "Top" ? undefined : "0",
      percent: top[2] === "Percent",
      val: Number(criterion1) || 10,
    })}/>`;
  }
  if (filterOn === "Dynamic" && typeof dynamicCriteria === "string") {
    const type = dynamicCriteria.charAt(0).toLowerCase() + dynamicCriteria.slice(1);
    return `<dynamicFilter${attributesText({ type })}/>`;
  }
  return "";
}

function customFilterText(criterion: string): string {
  const match = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(criterion);
  const sign = match?.[1] ?? "=";
  const operator = Object.entries(operators).find(([, text]) => text === sign)?.[0] ?? "equal";
  return `<customFilter${attributesText({
    operator: operator === "equal" ? undefined : operator,
    val: match?.[2] ?? "",
  })}/>`;
}

function dateGroupText({
  date = "",
  specificity = "Day",
}: {
  date?: string;
  specificity?: string;
}): string {
  const [year, month, day] = date.split("-").map(Number);
  const grouping = specificity.toLowerCase();
  return `<dateGroupItem${attributesText({
    year,
    month: grouping === "year" ? undefined : month,
    day: grouping === "year" || grouping === "month" ? undefined : day,
    dateTimeGrouping: grouping,
  })}/>`;
}

/** The table part. Header texts must equal the header cells or Excel offers to repair the file: the caller writes both. */
export function tableText(table: Table): string {
  const filterArea = {
    ...table.area,
    bottom: table.area.bottom - (table.showTotals ? 1 : 0),
  };
  const filter =
    table.showFilterButton && table.showHeaders
      ? `<autoFilter ref="${areaAddress(filterArea)}">${table.filters.map(filterText).join("")}</autoFilter>`
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
  return `<sortState ref="${areaAddress({ ...table.area, top, bottom })}">${conditions.join("")}</sortState>`;
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
