import { maxColumns, maxRows } from "../../host/model/address";
import { element } from "../dom";
import type { Command } from "../ribbon/manifest";
import { copySelection, pasteSelection } from "./clipboard";
import type { Copied } from "./copied";
import type { Desk } from "./desk";
import type { CellActions } from "./cell-actions";
import { icon } from "./icons";
import { pasteEntries } from "./paste-special";
import { commentAt, deleteNote, noteAt } from "./remarks";
import { showMenu, type Anchor, type MenuEntry } from "./menu";

/** What the menu of the grid works on, and what follows. */
export interface CellMenuContext {
  readonly actions: CellActions;
  readonly copied: Copied;
  /** Buttons of the add-in for the menu of cells. */
  readonly own: readonly Command[];
  readonly command: (command: Command) => void;
  readonly done: () => void;
  readonly note: () => void;
  readonly comment: () => void;
}

/** The context menu of cells, or of whole rows or columns: the spreadsheet's own commands, then the add-in's. */
export function openCellMenu(desk: Desk, context: CellMenuContext, anchor: Anchor): void {
  const { own, command } = context;
  const [area] = desk.selection.areas;
  const columns = area !== undefined && area.top === 0 && area.bottom === maxRows - 1;
  const rows = area !== undefined && area.left === 0 && area.right === maxColumns - 1;
  const lines = columns === rows ? null : columns ? "columns" : "rows";
  showMenu(
    desk.say("grid"),
    [
      ...clipboardEntries(desk, context, anchor),
      "line",
      ...(lines === null ? cellEntries(desk, context) : lineEntries(desk, context, lines)),
      ...(own.length === 0 || lines !== null ? [] : (["line"] as const)),
      ...(lines !== null ? [] : own).map((one) => ({
        label: one.label,
        icon: element("img", { src: one.icon(16), width: 16, height: 16, alt: "" }),
        run: () => command(one),
      })),
    ],
    anchor,
  );
}

function acting({ done }: CellMenuContext, run: () => void): () => void {
  return () => {
    run();
    done();
  };
}

function clipboardEntries(desk: Desk, context: CellMenuContext, anchor: Anchor): MenuEntry[] {
  const { say } = desk;
  const { copied, actions } = context;
  return [
    {
      label: say("cut"),
      icon: icon("cut"),
      keys: "Ctrl+X",
      run: acting(context, () => void copySelection(desk, copied, true)),
    },
    {
      label: say("copy"),
      icon: icon("copy"),
      keys: "Ctrl+C",
      run: acting(context, () => void copySelection(desk, copied)),
    },
    {
      label: say("paste"),
      icon: icon("paste"),
      keys: "Ctrl+V",
      run: acting(context, () => void pasteSelection(desk, copied)),
    },
    {
      label: `${say("pasteSpecial")}…`,
      keys: "Ctrl+Alt+V",
      disabled: !copied.hasParts,
      run: () => showMenu(say("pasteSpecial"), pasteEntries(desk, copied, context.done), anchor),
    },
    {
      label: say("clearContents"),
      icon: icon("clear"),
      keys: "Del",
      run: acting(context, () => actions.clear()),
    },
  ];
}

function cellEntries(desk: Desk, context: CellMenuContext): MenuEntry[] {
  const { say } = desk;
  const { actions } = context;
  const entry = (
    name: "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns",
  ): MenuEntry => ({
    label: say(name),
    icon: icon(name),
    run: acting(context, () => actions[name]()),
  });
  const sort = (name: "sortUp" | "sortDown"): MenuEntry => ({
    label: say(name),
    icon: icon(name),
    run: acting(context, () => actions.sort(name === "sortUp")),
  });
  return [
    entry("insertRows"),
    entry("deleteRows"),
    entry("insertColumns"),
    entry("deleteColumns"),
    "line",
    sort("sortUp"),
    sort("sortDown"),
    "line",
    ...remarkEntries(desk, context),
  ];
}

function remarkEntries(desk: Desk, { note, comment, done }: CellMenuContext): MenuEntry[] {
  const { say } = desk;
  const place = desk.selection.active;
  const known = noteAt(desk, place) !== undefined;
  return [
    {
      label: say(commentAt(desk, place) === undefined ? "newComment" : "editComment"),
      icon: icon("comment"),
      run: comment,
    },
    {
      label: say(known ? "editNote" : "newNote"),
      icon: icon("note"),
      keys: "Shift+F2",
      run: note,
    },
    ...(known
      ? [
          {
            label: say("deleteNote"),
            run: () => {
              deleteNote(desk);
              done();
            },
          },
        ]
      : []),
  ];
}

function lineEntries(desk: Desk, context: CellMenuContext, axis: "rows" | "columns"): MenuEntry[] {
  const { say } = desk;
  const { actions } = context;
  const [insert, remove, hide, show, fit] =
    axis === "rows"
      ? (["insertRows", "deleteRows", "hideRows", "showRows", "fitRows"] as const)
      : (["insertColumns", "deleteColumns", "hideColumns", "showColumns", "fitColumns"] as const);
  const shown = (on: boolean): (() => void) => acting(context, () => actions.showLines(axis, on));
  return [
    { label: say(insert), icon: icon(insert), run: acting(context, () => actions[insert]()) },
    { label: say(remove), icon: icon(remove), run: acting(context, () => actions[remove]()) },
    "line",
    { label: say(hide), run: shown(false) },
    { label: say(show), run: shown(true) },
    { label: say(fit), run: acting(context, () => actions.fit(axis)) },
  ];
}
