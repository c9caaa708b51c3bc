import { contains } from "../../host/model/address";
import { bodyArea, type Table } from "../../host/model/table";
import { mix } from "./colour";
import type { GridTheme } from "./theme";

/** What a table's style adds to one of its cells. Excel's built-in styles, drawn by family rather than one by one. */
export interface TableLook {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly ruleBelow?: string;
}

// Excel's theme colours in the order its table galleries use them: text, then the six accents.
const accents = ["#3b3b3b", "#4472c4", "#ed7d31", "#7f7f7f", "#bf9000", "#2e75b6", "#548235"];

interface Family {
  readonly kind: "Light" | "Medium" | "Dark";
  readonly accent: string;
  readonly filledHeader: boolean;
}

const families = new Map<string, Family | null>();

function familyOf(style: string | null): Family | null {
  const key = style ?? "";
  const known = families.get(key);
  if (known !== undefined) return known;
  const match = /^TableStyle(Light|Medium|Dark)(\d{1,2})$/.exec(key);
  let family: Family | null = null;
  if (match !== null) {
    const kind = match[1] as Family["kind"];
    const number = Number(match[2]) - 1;
    family = {
      kind,
      accent: accents[number % 7] ?? "#3b3b3b",
      filledHeader: kind !== "Light" || (number >= 7 && number < 14),
    };
  }
  families.set(key, family);
  return family;
}

/** The look of a cell inside `table`, or null for a cell outside it. */
export function tableLook(
  table: Table,
  row: number,
  column: number,
  theme: GridTheme,
): TableLook | null {
  if (!contains(table.area, row, column)) return null;
  const family = familyOf(table.style);
  const inTable = column - table.area.left;
  const body = bodyArea(table);
  if (table.showHeaders && row === table.area.top) {
    if (family === null) return { bold: true };
    return family.filledHeader
      ? { fill: family.accent, fontColor: "#ffffff", bold: true }
      : { bold: true, ruleBelow: family.accent };
  }
  if (family === null) return {};
  const marked =
    (table.highlightFirstColumn && inTable === 0) ||
    (table.highlightLastColumn && column === table.area.right);
  if (row > body.bottom) return { bold: true, ruleBelow: family.accent };
  const banded =
    (table.showBandedRows && (row - body.top) % 2 === 0) ||
    (table.showBandedColumns && inTable % 2 === 0);
  return {
    ...(banded ? { fill: mix(family.accent, theme.ground, theme.dark ? 0.22 : 0.12) } : {}),
    ...(marked ? { bold: true } : {}),
    ...(row === body.bottom ? { ruleBelow: mix(family.accent, theme.ground, 0.6) } : {}),
  };
}
