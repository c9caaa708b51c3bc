import { cellAddress } from "../model/address";
import type { KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { areasInFile } from "./ranges";
import { attributesText } from "./xml";

/** How a sheet is looked at: frozen panes, what is chosen, zoom; ECMA-376 part 1, 18.3.1.87. */

/**
 * The `sheetViews` element. What the model knows nothing of, such as the cells chosen in sheets that are not in front, is
 * taken from the opened file as long as its panes are still there.
 */
export function viewsText(sheet: Sheet, workbook: Workbook, kept: KeptSheet | undefined): string {
  const { topLeftCell, ...attributes } = kept?.attributes.get("sheetView") ?? {};
  const view = kept?.view ?? null;
  const frozen = sheet.freeze !== null && (sheet.freeze.rows > 0 || sheet.freeze.columns > 0);
  const samePanes = view !== null && JSON.stringify(view.freeze) === JSON.stringify(sheet.freeze);
  const before = samePanes ? view.selections : [];
  const pane = samePanes ? view.pane : frozenText(sheet);
  const activePane = /\sactivePane="([^"]*)"/.exec(pane)?.[1];
  const selection = workbook.selection?.sheetId === sheet.id ? workbook.selection : null;
  const chosen =
    selection === null
      ? null
      : `<selection${attributesText({
          pane: activePane,
          activeCell: cellAddress(selection.active.row, selection.active.column),
          sqref: areasInFile(selection.areas),
        })}/>`;
  const isActive = (text: string): boolean => /\spane="([^"]*)"/.exec(text)?.[1] === activePane;
  const selections =
    chosen === null ? before : [...before.filter((text) => !isActive(text)), chosen];
  return `<sheetViews><sheetView${attributesText({
    workbookViewId: "0",
    ...attributes,
    ...zoomAttributes(sheet, attributes),
    showGridLines: sheet.showGridlines ? undefined : "0",
    showRowColHeaders: sheet.showHeadings ? undefined : "0",
    tabSelected: workbook.activeSheetId === sheet.id,
    topLeftCell: samePanes || !frozen ? topLeftCell : undefined,
  })}>${pane}${selections.join("")}${view?.others ?? ""}</sheetView>${view?.furtherViews ?? ""}</sheetViews>`;
}

/** The zoom, which another kind of view than the usual one has beside it; nothing where it is as the file had it. */
function zoomAttributes(
  { zoom }: Sheet,
  { view, zoomScale = "100" }: Readonly<Record<string, string>>,
): Readonly<Record<string, number>> {
  if (Number(zoomScale) === zoom) return {};
  const isUsual = view === undefined || view === "normal";
  return { zoomScale: zoom, ...(isUsual ? { zoomScaleNormal: zoom } : {}) };
}

function frozenText({ freeze }: Sheet): string {
  const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return "";
  return `<pane${attributesText({
    xSplit: columns > 0 ? columns : undefined,
    ySplit: rows > 0 ? rows : undefined,
    topLeftCell: cellAddress(rows, columns),
    activePane: rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight",
    state: "frozen",
  })}/>`;
}
