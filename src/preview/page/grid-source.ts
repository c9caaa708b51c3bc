import type { Area } from "../../host/model/address";
import type { GridSource } from "../grid/grid-view";
import { referencesOf } from "../grid/references";
import type { Presence } from "../grid/selection-boxes";
import type { Desk } from "./desk";

/** What the grid shows of a desk, and of what is going on at it. */
export function gridSource(
  desk: Desk,
  on: {
    readonly copied: () => Area | null;
    /** The text of the cell under edit; "" while none is. */
    readonly typed: () => string;
    readonly others: () => readonly Presence[];
  },
): GridSource {
  return {
    locale: desk.locale,
    label: desk.say("grid"),
    sheet: () => desk.sheet,
    zoom: (sheet) => desk.zoom.of(sheet) / 100,
    selection: () => desk.selection,
    copied: on.copied,
    referred: () =>
      referencesOf(on.typed()).map(({ sheet, area }) =>
        (sheet ?? desk.sheet.name).toLowerCase() === desk.sheet.name.toLowerCase() ? area : null,
      ),
    others: () => on.others().filter(({ sheetId }) => sheetId === desk.sheet.id),
    date1904: () => desk.workbook.date1904,
    conditional: (sheet, row, column) => desk.looks.styleAt(sheet, row, column),
    visuals: (sheet, row, column) => desk.looks.visualsAt(sheet, row, column),
  };
}
