import { maxColumns, maxRows } from "../../host/model/address";
import { shownText } from "../grid/cell-look";
import type { Desk } from "./desk";
import type { Copied } from "./copied";

/** Tab-separated text as Excel puts it on the clipboard: cells with tabs, line breaks or quotes are quoted. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string): string =>
    /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** What is selected, as it is shown, without hidden rows and columns; null for several areas, as in Excel. */
export function selectedText(desk: Desk): string | null {
  const [area, second] = desk.usedAreas();
  if (area === undefined || second !== undefined) return null;
  const { sheet } = desk;
  const source = { locale: desk.locale, date1904: desk.workbook.date1904 };
  const rows: string[][] = [];
  for (let row = area.top; row <= Math.min(area.bottom, maxRows - 1); row++) {
    if (sheet.hiddenRows.has(row) || sheet.filteredRows.has(row)) continue;
    const cells: string[] = [];
    for (let column = area.left; column <= Math.min(area.right, maxColumns - 1); column++) {
      if (sheet.hiddenColumns.has(column)) continue;
      const format = sheet.cells.style(row, column).numberFormat ?? "General";
      cells.push(shownText(sheet.cells.value(row, column), format, source).text);
    }
    rows.push(cells);
  }
  return toTsv(rows);
}

/**
 * Copy, cut and paste by the browser's own events on the grid's text box: no permission is asked for, and every
 * program understands what is copied.
 */
export function watchClipboard(
  box: HTMLElement,
  desk: Desk,
  copied: Copied,
  isEditing: () => boolean,
): void {
  const copy = (event: ClipboardEvent): void => {
    if (isEditing()) return;
    event.preventDefault();
    const text = selectedText(desk);
    if (text === null) {
      desk.tell(desk.say("oneAreaOnly"));
      return;
    }
    event.clipboardData?.setData("text/plain", text);
    copied.take(text, event.type === "cut");
  };
  box.addEventListener("copy", copy);
  box.addEventListener("cut", copy);
  box.addEventListener("paste", (event) => {
    if (isEditing()) return;
    event.preventDefault();
    pasteText(desk, copied, event.clipboardData?.getData("text/plain") ?? "");
  });
}

function pasteText(desk: Desk, copied: Copied, text: string): void {
  const [area] = desk.selection.areas;
  if (text === "" || area === undefined || copied.paste(text)) return;
  const oneText = !/[\t\r\n]./s.test(text);
  const many = desk.selection.areas.length > 1 || area.top < area.bottom || area.left < area.right;
  if (oneText && many) {
    // One copied cell pasted over several fills them all.
    void desk.typeEverywhere(text.replace(/\r?\n$/, ""));
    return;
  }
  void desk.perform(() => desk.editor.paste(desk.sheet.id, area.top, area.left, text));
}

/** Copies or cuts for a menu or a button, where there is no copy event to answer. */
export async function copySelection(desk: Desk, copied: Copied, cut = false): Promise<void> {
  const text = selectedText(desk);
  if (text === null) {
    desk.tell(desk.say("oneAreaOnly"));
    return;
  }
  copied.take(text, cut);
  try {
    await navigator.clipboard.writeText(text);
  } catch (reason) {
    // The browser may forbid it; the keyboard's own copy always works.
    desk.tell(reason instanceof Error ? reason.message : String(reason));
  }
}

/** Pastes for a menu or a button: what the browser lets the page read, else the cells copied here. */
export async function pasteSelection(desk: Desk, copied: Copied): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    // Asked for leave, the browser or the person said no: the keyboard needs none.
    if (!copied.pasteOwn()) desk.tell(desk.say("pasteHint"));
    return;
  }
  pasteText(desk, copied, text);
}
