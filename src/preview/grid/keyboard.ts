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
  | { readonly do: "page"; readonly rows: -1 | 1; readonly extend: boolean }
  | { readonly do: "home" | "sheet-start" | "sheet-end"; readonly extend: boolean }
  | { readonly do: "next"; readonly rows: number; readonly columns: number }
  | {
      readonly do:
        | "edit"
        | "clear"
        | "undo"
        | "redo"
        | "select-all"
        | "select-row"
        | "select-column"
        | "bold"
        | "italic"
        | "list"
        | "next-sheet"
        | "previous-sheet"
        | "filter"
        | "underline"
        | "find"
        | "table"
        | "escape"
        | "context-menu";
    };

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
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
  if (altKey) return null;
  switch (key) {
    case "Enter":
      return ctrl ? null : { do: "next", rows: extend ? -1 : 1, columns: 0 };
    case "Tab":
      return ctrl ? null : { do: "next", rows: 0, columns: extend ? -1 : 1 };
    case "PageDown":
      return ctrl ? { do: "next-sheet" } : { do: "page", rows: 1, extend };
    case "PageUp":
      return ctrl ? { do: "previous-sheet" } : { do: "page", rows: -1, extend };
    case "Home":
      return { do: ctrl ? "sheet-start" : "home", extend };
    case "End":
      return ctrl ? { do: "sheet-end", extend } : { do: "edge", rows: 0, columns: 1, extend };
    case "F2":
      return { do: "edit" };
    case "Escape":
      return { do: "escape" };
    case "Delete":
    case "Backspace":
      return { do: "clear" };
    case "ContextMenu":
      return { do: "context-menu" };
    case "F10":
      return extend ? { do: "context-menu" } : null;
    case " ":
      if (ctrl) return { do: "select-column" };
      return extend ? { do: "select-row" } : null;
    default:
      return ctrl ? ctrlKey(key.toLowerCase(), extend) : null;
  }
}

function ctrlKey(key: string, shift: boolean): GridKey | null {
  switch (key) {
    case "z":
      return { do: shift ? "redo" : "undo" };
    case "y":
      return { do: "redo" };
    case "a":
      return { do: "select-all" };
    case "b":
      return { do: "bold" };
    case "i":
      return { do: "italic" };
    case "u":
      return { do: "underline" };
    case "f":
      return { do: "find" };
    case "t":
      return { do: "table" };
    case "l":
      return shift ? { do: "filter" } : null;
    default:
      return null;
  }
}
