import { copySelection, pasteSelection } from "../page/clipboard";
import { filteredAt } from "../page/filtered-cells";
import { pasteEntries } from "../page/paste-special";
import { stepName } from "../words";
import { iconButton, menuButton, rows } from "./controls";
import { alignGroup, fontGroup, numberGroup } from "./look-groups";
import { ribbonGroup, type RibbonTab } from "./ribbon";
import { command, tabOf, type TabContext, type TabGroup } from "./tab-group";

/** The Home tab: the few commands of a spreadsheet that this preview needs. */
export function homeTab(context: TabContext): RibbonTab & { refresh(): void } {
  return tabOf("home", context.desk.say("home"), [
    undoGroup(context),
    clipboardGroup(context),
    fontGroup(context),
    alignGroup(context),
    numberGroup(context),
    cellsGroup(context),
    dataGroup(context),
  ]);
}

function undoGroup(context: TabContext): TabGroup {
  const { desk, actions } = context;
  const undo = command(context, "undo", () => actions.undo(), "Ctrl+Z");
  const redo = command(context, "redo", () => actions.redo(), "Ctrl+Y");
  const { say } = desk;
  /** Says under the pointer what would be taken back. */
  const name = (
    button: HTMLButtonElement,
    word: "undo" | "redo",
    keys: string,
    label: string | null,
  ): void => {
    button.disabled = label === null;
    const told = word === "undo" ? "undoWhat" : "redoWhat";
    const words = label === null ? say(word) : say(told, { what: stepName(say, label) });
    button.title = `${words} (${keys})`;
  };
  return {
    root: ribbonGroup(desk.say("groupUndo"), rows([undo], [redo])),
    refresh: () => {
      const { undoLabel, redoLabel } = desk.editor;
      name(undo, "undo", "Ctrl+Z", undoLabel);
      name(redo, "redo", "Ctrl+Y", redoLabel);
    },
  };
}

function clipboardGroup(context: TabContext): TabGroup {
  const { desk, copied } = context;
  return {
    root: ribbonGroup(
      desk.say("groupClipboard"),
      rows(
        [
          command(context, "paste", () => void pasteSelection(desk, copied), "Ctrl+V"),
          menuButton("down", `${desk.say("pasteSpecial")} (Ctrl+Alt+V)`, () =>
            pasteEntries(desk, copied, context.focusGrid),
          ),
        ],
        [
          command(context, "cut", () => void copySelection(desk, copied, true), "Ctrl+X"),
          command(context, "copy", () => void copySelection(desk, copied), "Ctrl+C"),
        ],
      ),
    ),
  };
}

function cellsGroup(context: TabContext): TabGroup {
  const { desk, actions } = context;
  return {
    root: ribbonGroup(
      desk.say("groupCells"),
      rows(
        [
          command(context, "insertRows", () => actions.insertRows()),
          command(context, "deleteRows", () => actions.deleteRows()),
        ],
        [
          command(context, "insertColumns", () => actions.insertColumns()),
          command(context, "deleteColumns", () => actions.deleteColumns()),
        ],
      ),
    ),
  };
}

function dataGroup(context: TabContext): TabGroup {
  const { desk, actions } = context;
  const sortUp = command(context, "sortUp", () => actions.sort(true));
  const sortDown = command(context, "sortDown", () => actions.sort(false));
  const filter = command(context, "filter", () => actions.toggleFilters(), "Ctrl+Shift+L");
  const clear = command(context, "clearFilter", () => actions.clearFilters());
  return {
    root: ribbonGroup(
      desk.say("groupData"),
      rows(
        [sortUp, sortDown, command(context, "sumAll", () => actions.sum(), "Alt+=")],
        [
          filter,
          clear,
          iconButton("find", desk.say("find"), () => context.open.find(false), "Ctrl+F"),
        ],
      ),
    ),
    refresh: () => {
      const table = actions.table()?.table;
      const on = table === undefined ? desk.sheet.autoFilter !== null : table.showFilterButton;
      filter.setAttribute("aria-pressed", String(on));
      const filters = filteredAt(desk, desk.selection.active)?.filters ?? [];
      clear.disabled = filters.length === 0;
    },
  };
}
