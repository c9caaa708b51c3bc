import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { internStyle, type CellStyle, type LooseStyle } from "../model/style";
import type { Workbook } from "../model/workbook";
import type { NamedStyle, StyleAspect } from "../model/named-style";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { builtInStyles } from "../model/built-in-styles";
import { restyle } from "./cells";
import { refuseReadOnly } from "./protection";
import type { Workspace } from "./workspace";

/** Which members of a look each aspect of a style covers. */
const membersOf: Readonly<Record<StyleAspect, readonly (keyof CellStyle)[]>> = {
  Number: ["numberFormat"],
  Font: [
    "fontColor",
    "fontName",
    "fontSize",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "subscript",
    "superscript",
  ],
  Alignment: [
    "horizontal",
    "vertical",
    "wrapText",
    "indent",
    "shrinkToFit",
    "textOrientation",
    "readingOrder",
    "autoIndent",
  ],
  Border: ["borders"],
  Patterns: ["fill", "fillPattern", "fillPatternColor"],
  Protection: ["locked", "formulaHidden"],
};

/** "Heading 1", "heading1" and "Heading1" are one style. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/[\s%_-]/g, "");
}

/** All styles: Excel's own, as changed in this workbook, and the workbook's. */
export function stylesOf(workbook: Workbook): NamedStyle[] {
  const changed = [...workbook.styles.values()];
  const own = changed.filter((style) => !style.builtIn);
  const builtIn = builtInStyles.map(
    (style) => changed.find((one) => one.builtIn && one.name === style.name) ?? style,
  );
  return [...builtIn, ...own];
}

/** @throws HostError ItemNotFound where no style has the name */
export function styleNamed(workbook: Workbook, name: string): NamedStyle {
  const wanted = keyOf(name);
  const style = stylesOf(workbook).find((one) => keyOf(one.name) === wanted);
  if (style === undefined) throw itemNotFound(`the style '${name}'`);
  return style;
}

/** @throws HostError ItemAlreadyExists for a name that is taken */
export function addStyle(workspace: Workspace, name: string): void {
  refuseReadOnly(workspace);
  const { workbook } = workspace;
  if (name.trim() === "" || name.length > 255) throw invalidArgument("name", "1 to 255 characters");
  if (stylesOf(workbook).some((style) => keyOf(style.name) === keyOf(name))) {
    throw new HostError("ItemAlreadyExists", `A style named '${name}' exists already.`, 409);
  }
  workspace.history.book();
  workbook.styles.set(name, { name, builtIn: false, looks: internStyle({}), leftOut: [] });
}

/** Cells that had the style return to Normal. @throws HostError InvalidOperation for Normal */
export function deleteStyle(workspace: Workspace, style: NamedStyle): void {
  refuseReadOnly(workspace);
  if (style.builtIn) {
    throw new HostError("InvalidOperation", `The built-in style ${style.name} cannot be deleted.`);
  }
  workspace.history.book();
  workspace.workbook.styles.delete(style.name);
  restyleUsers(workspace, style.name, () => ({}));
}

/** Changes a style, and every cell that has it. */
export function changeStyle(
  workspace: Workspace,
  style: NamedStyle,
  looks: LooseStyle,
  leftOut: readonly StyleAspect[] = style.leftOut,
): void {
  refuseReadOnly(workspace);
  workspace.history.book();
  const next = { ...style, looks: internStyle(looks), leftOut };
  workspace.workbook.styles.set(style.name, next);
  restyleUsers(workspace, style.name, (look) => lookAfter(look, next));
}

/** Gives cells the looks of a style: what the style covers is replaced, what it leaves out stays. */
export function applyStyle(
  workspace: Workspace,
  sheet: Sheet,
  areas: readonly Area[],
  name: string,
): void {
  const style = styleNamed(workspace.workbook, name);
  for (const area of areas) restyle(workspace, sheet, area, (look) => lookAfter(look, style));
}

function lookAfter(look: CellStyle, style: NamedStyle): LooseStyle {
  const kept: Record<string, unknown> = {};
  for (const aspect of style.leftOut) {
    for (const member of membersOf[aspect]) kept[member] = look[member];
  }
  const styleName = style.name === "Normal" ? undefined : style.name;
  return { ...style.looks, ...kept, styleName };
}

function restyleUsers(
  workspace: Workspace,
  name: string,
  change: (look: CellStyle) => LooseStyle,
): void {
  for (const sheet of workspace.workbook.sheets) {
    const used = sheet.cells.usedArea(false);
    if (used === null) continue;
    for (let column = used.left; column <= used.right; column++) {
      for (let row = used.top; row <= used.bottom; row++) {
        if (sheet.cells.style(row, column).styleName !== name) continue;
        const cell = { top: row, bottom: row, left: column, right: column };
        restyle(workspace, sheet, cell, change);
      }
    }
  }
}
