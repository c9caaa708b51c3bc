import type { RuleStyle } from "../model/rules";
import type { ColumnFilter } from "../model/table";
import { iconStyles, wordInFile } from "./conditional-words";
import { UnmodelledReader, unmodelledAttributes } from "./unmodelled";
import { attributesText, childrenNamed, escapeXml, isOn, type XmlElement } from "./xml";

/** What a filter leaves visible, as tables and sheets keep it: ECMA-376 part 1, 18.3.2. */

const operators: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** The criteria of an `autoFilter`, column by column, in the API's `FilterCriteria` shape. */
export function readFilters(
  filter: XmlElement | undefined,
  ruleStyles: readonly RuleStyle[],
  source: string,
): ColumnFilter[] {
  return childrenNamed(filter, "filterColumn").flatMap((column) => {
    const index = Number(column.attributes.colId);
    const [kind] = column.children.filter(({ name }) => name !== "extLst");
    if (kind === undefined || !Number.isInteger(index)) return [];
    const criteria = filterCriteria(kind, ruleStyles);
    const { found } = new UnmodelledReader(source)
      .attributes(kind, modelledInCriteria)
      .children(column, criteria === null ? "" : kind.name);
    return [{ column: index, criteria: criteria ?? {}, ...found }];
  });
}

/** Buttons that are not shown, column by column. */
export function readFilterButtons(
  filter: XmlElement | undefined,
): ReadonlyMap<number, Readonly<Record<string, string>>> {
  return new Map(
    childrenNamed(filter, "filterColumn").flatMap(({ attributes: { colId, ...buttons } }) =>
      Object.keys(buttons).length === 0 ? [] : [[Number(colId), buttons] as const],
    ),
  );
}

/** What of a criterion follows from the API's words; days with hours and reckoned bounds have no member there. */
const modelledInCriteria = "blank and top percent val type dxfId cellColor iconSet iconId";

/** The `filterColumn` elements; filters by colour need a look's number in the file being written. */
export function filtersText(
  filters: readonly ColumnFilter[],
  ruleNumber: (style: RuleStyle) => number,
  buttons: ReadonlyMap<number, Readonly<Record<string, string>>>,
): string {
  const filtered = new Set(filters.map(({ column }) => column));
  const bare = [...buttons.keys()]
    .filter((column) => !filtered.has(column))
    .map((column): ColumnFilter => ({ column, criteria: {} }));
  return [...filters, ...bare]
    .sort((one, other) => one.column - other.column)
    .map((filter) => filterText(filter, ruleNumber, buttons.get(filter.column) ?? {}))
    .join("");
}

function filterCriteria(
  kind: XmlElement,
  ruleStyles: readonly RuleStyle[],
): Record<string, unknown> | null {
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
    case "colorFilter": {
      const look = ruleStyles[Number(attributes.dxfId)];
      // The look of either kind holds the colour as its fill; Excel and LibreOffice differ in which one they state.
      const ofCell = isOn(attributes.cellColor, true);
      const color = ofCell ? look?.fill : (look?.fontColor ?? look?.fill);
      return color === undefined ? null : { filterOn: ofCell ? "CellColor" : "FontColor", color };
    }
    case "iconFilter": {
      const set = iconStyles[attributes.iconSet ?? ""];
      if (set === undefined) return null;
      return { filterOn: "Icon", icon: { set, index: Number(attributes.iconId ?? 0) } };
    }
    default:
      return null;
  }
}

function filterText(
  filter: ColumnFilter,
  ruleNumber: (style: RuleStyle) => number,
  buttons: Readonly<Record<string, string>>,
): string {
  const inner = criteriaText(filter, ruleNumber) + (filter.unmodelled?.children ?? "");
  const attributes = attributesText({ colId: filter.column, ...buttons });
  return inner === "" && Object.keys(buttons).length === 0
    ? ""
    : `<filterColumn${attributes}>${inner}</filterColumn>`;
}

function criteriaText(filter: ColumnFilter, ruleNumber: (style: RuleStyle) => number): string {
  const { criteria } = filter;
  const { filterOn, values, criterion1, criterion2, operator, dynamicCriteria } = criteria;
  const { color, icon } = criteria;
  if ((filterOn === "CellColor" || filterOn === "FontColor") && typeof color === "string") {
    const ofCell = filterOn === "CellColor";
    const dxfId = ruleNumber(ofCell ? { fill: color } : { fontColor: color });
    return `<colorFilter${attributesText({ ...unmodelledAttributes(filter, "colorFilter"), dxfId, cellColor: ofCell ? undefined : "0" })}/>`;
  }
  if (filterOn === "Icon" && typeof icon === "object" && icon !== null) {
    const { set, index } = icon as { set?: unknown; index?: unknown };
    const iconSet = wordInFile(iconStyles, set);
    return iconSet === undefined
      ? ""
      : `<iconFilter${attributesText({ ...unmodelledAttributes(filter, "iconFilter"), iconSet, iconId: Number(index ?? 0) })}/>`;
  }
  if (filterOn === "Values" && Array.isArray(values)) {
    const texts = values.filter((value) => typeof value === "string");
    const days = values.filter((value) => typeof value === "object" && value !== null) as {
      date?: string;
      specificity?: string;
    }[];
    return (
      `<filters${attributesText({ ...unmodelledAttributes(filter, "filters"), blank: texts.includes("") })}>` +
      texts.map((text) => (text === "" ? "" : `<filter val="${escapeXml(text)}"/>`)).join("") +
      days.map(dateGroupText).join("") +
      "</filters>"
    );
  }
  if (filterOn === "Custom") {
    const parts = [criterion1, criterion2].filter(
      (part) => typeof part === "string" && part !== "",
    );
    return `<customFilters${attributesText({ ...unmodelledAttributes(filter, "customFilters"), and: operator === "And" && parts.length > 1 })}>${(
      parts as string[]
    )
      .map(customFilterText)
      .join("")}</customFilters>`;
  }
  const top = /^(Top|Bottom)(Items|Percent)$/.exec(typeof filterOn === "string" ? filterOn : "");
  if (top !== null) {
    return `<top10${attributesText({
      ...unmodelledAttributes(filter, "top10"),
      top: top[1] === "Top" ? undefined : "0",
      percent: top[2] === "Percent",
      val: Number(criterion1) || 10,
    })}/>`;
  }
  if (filterOn === "Dynamic" && typeof dynamicCriteria === "string") {
    const type = dynamicCriteria.charAt(0).toLowerCase() + dynamicCriteria.slice(1);
    return `<dynamicFilter${attributesText({ ...unmodelledAttributes(filter, "dynamicFilter"), type })}/>`;
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
