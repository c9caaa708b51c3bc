import type { CellStyle } from "../../host/model/style";
import type { WordKey } from "../words";

/** What the ribbon and the dialog for cell formats offer alike. */

export const fontSizes = [8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 36];
export const usualFontSize = 11;

const line = { style: "Continuous", weight: "Thin", color: "#000000" } as const;

/** Borders by their name. */
export const frames: readonly (readonly [WordKey, NonNullable<CellStyle["borders"]>])[] = [
  ["bottomBorder", { EdgeBottom: line }],
  ["allBorders", { EdgeTop: line, EdgeBottom: line, EdgeLeft: line, EdgeRight: line }],
  ["noBorders", {}],
];
