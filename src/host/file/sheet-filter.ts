import { areaAddress, intersection, parseArea } from "../model/address";
import type { RuleStyle } from "../model/rules";
import type { Sheet, SheetFilter, SortRecord } from "../model/sheet";
import { filtersText, readFilterButtons, readFilters } from "./filters";
import type { StyleWriter } from "./styles-write";
import { UnmodelledReader, unmodelledAttributes } from "./unmodelled";
import { attributesText, childNamed, childrenNamed, type XmlElement } from "./xml";

/** The filter laid over cells that are no table, and how they were sorted: ECMA-376 part 1, 18.3.1.2 and 18.3.1.92. */
export function readSheetFilter(
  element: XmlElement | undefined,
  ruleStyles: readonly RuleStyle[],
  source: string,
): SheetFilter | null {
  const area = parseArea(element?.attributes.ref ?? "");
  if (area === null || element === undefined) return null;
  const buttons = [...readFilterButtons(element)].map(([column, attributes]) => ({
    column,
    attributes,
  }));
  const sort = readSort(childNamed(element, "sortState"));
  return {
    area,
    filters: readFilters(element, ruleStyles, source),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(sort === null ? {} : { sort }),
    ...new UnmodelledReader(source)
      .attributes(element, "ref")
      .children(element, sort === null ? "filterColumn" : "filterColumn sortState").found,
  };
}

function readSort(element: XmlElement | undefined): SortRecord | null {
  const read = (one: XmlElement): SortRecord["conditions"] => {
    const { ref, ...attributes } = one.attributes;
    const area = parseArea(ref ?? "");
    return area === null ? [] : [{ area, attributes }];
  };
  const [sort] = element === undefined ? [] : read(element);
  const conditions = childrenNamed(element, "sortCondition").flatMap(read);
  return sort === undefined || conditions.length === 0 ? null : { ...sort, conditions };
}

/** A sheet's own filter; it may not overlap a table, or Excel would repair the file by removing one of them. */
export function filterToSave(sheet: Sheet): Sheet["autoFilter"] {
  const filter = sheet.autoFilter;
  return filter !== null &&
    sheet.tables.every(({ area }) => intersection(area, filter.area) === null)
    ? filter
    : null;
}

/** The sheet's filter as the file has it; "" where there is none to save. */
export function sheetFilterText(sheet: Sheet, styles: StyleWriter): string {
  const filter = filterToSave(sheet);
  if (filter === null) return "";
  const buttons = new Map(filter.buttons?.map(({ column, attributes }) => [column, attributes]));
  const columns = filtersText(filter.filters, (style) => styles.rule(style), buttons);
  const attributes = {
    ref: areaAddress(filter.area),
    ...unmodelledAttributes(filter, "autoFilter"),
  };
  const more = filter.unmodelled?.children ?? "";
  return `<autoFilter${attributesText(attributes)}>${columns}${sortText(filter.sort)}${more}</autoFilter>`;
}

function sortText(sort: SortRecord | undefined): string {
  if (sort === undefined) return "";
  const stated = ({ area, attributes }: SortRecord["conditions"][number]): string =>
    attributesText({ ...attributes, ref: areaAddress(area) });
  const conditions = sort.conditions.map((one) => `<sortCondition${stated(one)}/>`);
  return `<sortState${stated(sort)}>${conditions.join("")}</sortState>`;
}
