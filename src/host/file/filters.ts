import type { RuleStyle } from "../model/rules";
import type { ColumnFilter } from "../model/table";
import { iconStyles, wordInFile } from "./conditional-words";
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
): ColumnFilter[] {
  return childrenNamed(filter, "filterColumn").flatMap((column) => {
    const index = Number(column.attributes.colId);
    const [kind] = column.children;
    if (kind === undefined || !Number.isInteger(index)) return [];
    const criteria = filterCriteria(kind, ruleStyles);
    return criteria === null ? [] : [{ column: index, criteria }];
  });
}

/** The `filterColumn` elements; filters by colour need a look's number in the file being written. */
export function filtersText(
  filters: readonly ColumnFilter[],
  ruleNumber: (style: RuleStyle) => number,
): string {
  return filters.map((filter) => filterText(filter, ruleNumber)).join("");
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
  { column, criteria }: ColumnFilter,
  ruleNumber: (style: RuleStyle) => number,
): string {
  const inner = criteriaText(criteria, ruleNumber);
  return inner === "" ? "" : `<filterColumn colId="${column}">${inner}</filterColumn>`;
}

function criteriaText(
  criteria: ColumnFilter["criteria"],
  ruleNumber: (style: RuleStyle) => number,
): string {
  const { filterOn, values, criterion1, criterion2, operator, dynamicCriteria } = criteria;
  const { color, icon } = criteria;
  if ((filterOn === "CellColor" || filterOn === "FontColor") && typeof color === "string") {
    const ofCell = filterOn === "CellColor";
    const dxfId = ruleNumber(ofCell ? { fill: color } : { fontColor: color });
    return `<colorFilter${attributesText({ dxfId, cellColor: ofCell ? undefined : "0" })}/>`;
  }
  if (filterOn === "Icon" && typeof icon === "object" && icon !== null) {
    const { set, index } = icon as { set?: unknown; index?: unknown };
    const iconSet = wordInFile(iconStyles, set);
    return iconSet === undefined
      ? ""
      : `<iconFilter${attributesText({ iconSet, iconId: Number(index ?? 0) })}/>`;
  }
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
