import type { CellVisuals } from "../../host/calc/conditional";
import type { CellBar, CellIcon } from "../../host/calc/conditional-visuals";
import { displayText } from "../../host/format/number-format";
import { isCellError, type CellError, type Scalar } from "../../host/model/cell";
import type { RuleStyle } from "../../host/model/rules";
import type { Sheet } from "../../host/model/sheet";
import { defaultStyle, type CellStyle } from "../../host/model/style";
import type { Table } from "../../host/model/table";
import { contrast, onDark, readable } from "./colour";
import { tableLook, type TableLook } from "./table-look";
import { darkGrid, lightGrid, type GridTheme } from "./theme";

/** Everything needed to draw one cell; no place and no size. */
export interface CellLook {
  readonly text: string;
  /** Numbers are never cut: a column too narrow for them shows ####. */
  readonly numeric: boolean;
  /** The number behind a text in the General format, which rounds to fit its column; null for everything else. */
  readonly general: number | null;
  readonly align: "left" | "center" | "right";
  readonly vertical: "top" | "center" | "bottom";
  readonly style: CellStyle;
  readonly fill: string | null;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly error: CellError | null;
  readonly table: TableLook | null;
  readonly bar: CellBar | null;
  readonly icon: CellIcon | null;
}

export interface LookSource {
  readonly sheet: Sheet;
  readonly locale: "zh-CN" | "en-US";
  readonly date1904: boolean;
  readonly theme: GridTheme;
  readonly conditional: (row: number, column: number) => RuleStyle | null;
  readonly visuals: (row: number, column: number) => CellVisuals | null;
}

function alignment(value: Scalar, style: CellStyle): CellLook["align"] {
  switch (style.horizontal) {
    case "Left":
    case "Fill":
    case "Justify":
    case "Distributed":
      return "left";
    case "Center":
    case "CenterAcrossSelection":
      return "center";
    case "Right":
      return "right";
    default:
      if (typeof value === "number") return "right";
      return typeof value === "boolean" || isCellError(value) ? "center" : "left";
  }
}

function tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(
    ({ area }) =>
      row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
}

/** The value as the cell shows it; errors by their name. */
export function shownText(
  value: Scalar,
  numberFormat: string,
  source: Pick<LookSource, "locale" | "date1904">,
): { readonly text: string; readonly color?: string } {
  if (value === null) return { text: "" };
  if (isCellError(value)) return { text: value.error };
  return displayText(value, numberFormat, { locale: source.locale, date1904: source.date1904 });
}

/** Text without a colour of its own: the page's, unless the cell's fill wants the opposite one. */
function plainText(fill: string | null, theme: GridTheme): string {
  if (fill === null) return theme.text;
  const other = theme.dark ? lightGrid.text : darkGrid.text;
  return contrast(theme.text, fill) >= contrast(other, fill) ? theme.text : other;
}

/** The look of one cell: its own style over the table's, a matching conditional format over both. */
export function cellLook(source: LookSource, row: number, column: number): CellLook {
  const { sheet, theme } = source;
  const value = sheet.cells.value(row, column);
  const own = sheet.cells.style(row, column);
  const style = own === defaultStyle ? (sheet.columnStyles.get(column) ?? own) : own;
  const table = tableAt(sheet, row, column);
  const fromTable = table === undefined ? null : tableLook(table, row, column, theme);
  const rule = source.conditional(row, column);
  const format = rule?.numberFormat ?? style.numberFormat ?? "General";
  const shown = shownText(value, format, source);
  const ownFill = rule?.fill ?? style.fill;
  const fill =
    ownFill === undefined ? (fromTable?.fill ?? null) : theme.dark ? onDark(ownFill) : ownFill;
  const named =
    (shown.color?.startsWith("#") === true ? shown.color : undefined) ??
    rule?.fontColor ??
    style.fontColor ??
    fromTable?.fontColor;
  const { bar = null, icon = null } = source.visuals(row, column) ?? {};
  return {
    text: bar?.only === true || icon?.only === true ? "" : shown.text,
    numeric: typeof value === "number",
    general: typeof value === "number" && format === "General" ? value : null,
    align: alignment(value, style),
    vertical: style.vertical === "Top" ? "top" : style.vertical === "Center" ? "center" : "bottom",
    style,
    fill,
    color: named === undefined ? plainText(fill, theme) : readable(named, fill ?? theme.ground),
    bold: rule?.bold ?? style.bold ?? fromTable?.bold ?? false,
    italic: rule?.italic ?? style.italic ?? false,
    underline: (rule?.underline ?? style.underline ?? "None") !== "None",
    strikethrough: rule?.strikethrough ?? style.strikethrough ?? false,
    error: isCellError(value) ? value : null,
    table: fromTable,
    bar,
    icon,
  };
}
