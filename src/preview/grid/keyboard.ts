/** What a key means to the grid while no cell is being edited. */
export type GridKey =
  | {
      readonly do: "move";
      readonly rows: number;
      readonly columns: number;
      readonly extend: boolean;
    }
  | {
      readonly do: "edge";
      readonly rows: number;
      readonly columns: number;
      readonly extend: boolean;
    }
  | {
      readonly do: "page";
      readonly rows: -1 | 0 | 1;
      readonly columns: -1 | 0 | 1;
      readonly extend: boolean;
    }
  | { readonly do: "home" | "sheet-start" | "sheet-end"; readonly extend: boolean }
  | { readonly do: "next"; readonly rows: number; readonly columns: number }
  | { readonly do: "number-format"; readonly format: NumberFormatKey }
  | { readonly do: SimpleKey };

export type NumberFormatKey = "general" | "number" | "currency" | "percent" | "shortDate";

type SimpleKey =
  | "edit"
  | "edit-empty"
  | "clear"
  | "undo"
  | "redo"
  | "select-all"
  | "select-region"
  | "select-row"
  | "select-column"
  | "show-active"
  | "bold"
  | "italic"
  | "underline"
  | "strikethrough"
  | "list"
  | "next-sheet"
  | "previous-sheet"
  | "new-sheet"
  | "filter"
  | "find"
  | "replace"
  | "go-to"
  | "table"
  | "fill-down"
  | "fill-right"
  | "today"
  | "time"
  | "sum"
  | "insert"
  | "delete"
  | "hide-rows"
  | "show-rows"
  | "hide-columns"
  | "show-columns"
  | "note"
  | "format"
  | "paste-special"
  | "comment"
  | "zoom-in"
  | "zoom-out"
  | "escape"
  | "context-menu";

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Keys with Ctrl and without Shift, by the letter or sign they write. */
const withCtrl: Readonly<Record<string, SimpleKey>> = {
  z: "undo",
  y: "redo",
  a: "select-all",
  b: "bold",
  i: "italic",
  u: "underline",
  "1": "format",
  "2": "bold",
  "3": "italic",
  "4": "underline",
  "5": "strikethrough",
  f: "find",
  h: "replace",
  g: "go-to",
  t: "table",
  d: "fill-down",
  r: "fill-right",
  ";": "today",
  "-": "delete",
  "+": "insert",
  "9": "hide-rows",
  "0": "hide-columns",
};

/** Keys with Ctrl and Shift, by what they write on an American and by what on a Chinese keyboard. */
const withCtrlShift: Readonly<Record<string, GridKey>> = {
  z: { do: "redo" },
  a: { do: "select-all" },
  l: { do: "filter" },
  "*": { do: "select-region" },
  ":": { do: "time" },
  ";": { do: "time" },
  "：": { do: "time" },
  "+": { do: "insert" },
  "(": { do: "show-rows" },
  "（": { do: "show-rows" },
  ")": { do: "show-columns" },
  "）": { do: "show-columns" },
  "~": { do: "number-format", format: "general" },
  "!": { do: "number-format", format: "number" },
  "#": { do: "number-format", format: "shortDate" },
  $: { do: "number-format", format: "currency" },
  "￥": { do: "number-format", format: "currency" },
  "%": { do: "number-format", format: "percent" },
};

type KeyFacts = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** The grid's answer to a key, or null for a key that types or belongs to someone else. */
export function gridKey(event: KeyFacts): GridKey | null {
  const { key, shiftKey: extend, altKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const arrow = arrows[key];
  if (arrow !== undefined) {
    if (altKey) return key === "ArrowDown" ? { do: "list" } : null;
    return { do: ctrl ? "edge" : "move", rows: arrow[0], columns: arrow[1], extend };
  }
  if (altKey) return altKeyMeans(key, ctrl, extend);
  switch (key) {
    case "Enter":
      return ctrl ? null : { do: "next", rows: extend ? -1 : 1, columns: 0 };
    case "Tab":
      return ctrl ? null : { do: "next", rows: 0, columns: extend ? -1 : 1 };
    case "PageDown":
      return ctrl ? { do: "next-sheet" } : { do: "page", rows: 1, columns: 0, extend };
    case "PageUp":
      return ctrl ? { do: "previous-sheet" } : { do: "page", rows: -1, columns: 0, extend };
    case "Home":
      return { do: ctrl ? "sheet-start" : "home", extend };
    case "End":
      return ctrl ? { do: "sheet-end", extend } : { do: "edge", rows: 0, columns: 1, extend };
    case "F2":
      return { do: extend ? (ctrl ? "comment" : "note") : "edit" };
    case "Escape":
      return { do: "escape" };
    case "Delete":
      return { do: "clear" };
    case "Backspace":
      return { do: ctrl ? "show-active" : "edit-empty" };
    case "ContextMenu":
      return { do: "context-menu" };
    case "F10":
      return extend ? { do: "context-menu" } : null;
    case "F11":
      return extend ? { do: "new-sheet" } : null;
    case " ":
      if (ctrl) return { do: extend ? "select-all" : "select-column" };
      return extend ? { do: "select-row" } : null;
    default:
      return ctrl ? ctrlKeyMeans(key.toLowerCase(), extend) : null;
  }
}

function altKeyMeans(key: string, ctrl: boolean, extend: boolean): GridKey | null {
  if (ctrl && (key === "=" || key === "+")) return { do: "zoom-in" };
  if (ctrl && key === "-") return { do: "zoom-out" };
  if (ctrl && key.toLowerCase() === "v") return { do: "paste-special" };
  if (ctrl) return null;
  if (key === "=") return { do: "sum" };
  if (key === "PageDown") return { do: "page", rows: 0, columns: 1, extend };
  if (key === "PageUp") return { do: "page", rows: 0, columns: -1, extend };
  return null;
}

function ctrlKeyMeans(key: string, shift: boolean): GridKey | null {
  if (shift) return withCtrlShift[key] ?? null;
  const meaning = withCtrl[key];
  return meaning === undefined ? null : { do: meaning };
}
