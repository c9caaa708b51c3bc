import { boundPlace } from "../edit/bound-places";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { chartPartText } from "./chart-write";
import { isAsRead } from "./drawings";
import type { FileWarning } from "./failure";
import { descendantNames, parseXml } from "./xml";

/** What a person should know before this workbook is saved: what the file will hold in another form than the workbook. */
export function saveWarnings(workbook: Workbook): readonly FileWarning[] {
  const commented = workbook.sheets.filter(({ comments }) => comments.length > 0);
  const plainer = workbook.sheets.filter((sheet) => losesLooksOfCharts(workbook, sheet));
  return [
    ...warning("comments-as-notes", commented),
    ...warning("charts-written-anew", plainer),
    ...lost("binding", sheetsOfBindings(workbook)),
    ...lost("order-by-colours", workbook.sheets.filter(isSortedByColours)),
  ];
}

function sheetsOfBindings(workbook: Workbook): readonly Sheet[] {
  const bound = new Set(workbook.bindings.map((one) => boundPlace(workbook, one)?.sheet));
  return workbook.sheets.filter((sheet) => bound.has(sheet));
}

function isSortedByColours({ tables }: Sheet): boolean {
  return tables.some(({ sort }) => sort.some(({ color }) => color !== undefined));
}

function lost(what: "binding" | "order-by-colours", sheets: readonly Sheet[]): FileWarning[] {
  return sheets.length === 0
    ? []
    : [{ code: "lost-on-save", what, sheets: sheets.map(({ name }) => name) }];
}

function warning(
  code: "comments-as-notes" | "charts-written-anew",
  sheets: readonly Sheet[],
): FileWarning[] {
  return sheets.length === 0 ? [] : [{ code, sheets: sheets.map(({ name }) => name) }];
}

/** Whether a chart that was changed says less in what is written than in the part it had: walls, gradients, effects. */
function losesLooksOfCharts(workbook: Workbook, sheet: Sheet): boolean {
  const { kept } = workbook;
  const charts = kept?.sheets.get(sheet.id)?.drawing?.charts;
  return sheet.charts.some((chart) => {
    const before = charts?.get(chart.id);
    const part = before === undefined ? undefined : kept?.parts.get(before.link.target);
    if (before === undefined || part === undefined || isAsRead(chart, before)) return false;
    const written = descendantNames(parseXml(chartPartText(workbook, sheet, chart)));
    const had = descendantNames(parseXml(new TextDecoder().decode(part.bytes)));
    return [...had].some((name) => looks.has(name) && !written.has(name));
  });
}

/** Elements that give a chart its look and have no member in the model, or not in every place. */
const looks = new Set(
  "floor sideWall backWall gradFill pattFill blipFill effectLst scene3d sp3d marker bubble3D shape dropLines hiLowLines upDownBars clrMapOvr".split(
    " ",
  ),
);
