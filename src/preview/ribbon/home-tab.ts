import type { CellStyle } from "../../host/model/style";
import { element } from "../dom";
import { copySelection, pasteSelection } from "../page/clipboard";
import type { Copied } from "../page/copied";
import type { Desk } from "../page/desk";
import type { GridActions } from "../page/grid-actions";
import type { IconName } from "../page/icons";
import type { WordKey } from "../words";
import { choiceButton, colourButton, iconButton, menuButton, rows } from "./controls";
import { ribbonGroup, type RibbonTab } from "./ribbon";

/** What the groups of the tab work on. */
interface HomeContext {
  readonly desk: Desk;
  readonly actions: GridActions;
  readonly copied: Copied;
  readonly focusGrid: () => void;
}

/** A group, and what in it follows the workbook and the selection. */
interface HomeGroup {
  readonly root: HTMLElement;
  refresh?(): void;
}

/** The Home tab: the few commands of a spreadsheet that this preview needs. */
export function homeTab(
  desk: Desk,
  actions: GridActions,
  copied: Copied,
  focusGrid: () => void,
): RibbonTab & { refresh(): void } {
  const context: HomeContext = { desk, actions, copied, focusGrid };
  const groups = [
    undoGroup(context),
    clipboardGroup(context),
    fontGroup(context),
    alignGroup(context),
    numberGroup(context),
    cellsGroup(context),
    insertGroup(context),
    dataGroup(context),
    viewGroup(context),
  ];
  return {
    id: "home",
    label: desk.say("home"),
    panel: element("div", {}, ...groups.map(({ root }) => root)),
    refresh: () => {
      for (const group of groups) group.refresh?.();
    },
  };
}

/** A button for one command, named as its icon and its words are; the grid has the keys again after it. */
function command(
  { desk, focusGrid }: HomeContext,
  name: IconName & WordKey,
  run: () => void,
  keys?: string,
): HTMLButtonElement {
  const act = (): void => {
    run();
    focusGrid();
  };
  return iconButton(name, desk.say(name), act, keys);
}

function activeStyle({ desk }: HomeContext): CellStyle {
  const { row, column } = desk.selection.active;
  return desk.sheet.cells.style(row, column);
}

function undoGroup(context: HomeContext): HomeGroup {
  const { desk, actions } = context;
  const undo = command(context, "undo", () => actions.undo(), "Ctrl+Z");
  const redo = command(context, "redo", () => actions.redo(), "Ctrl+Y");
  return {
    root: ribbonGroup(desk.say("groupUndo"), rows([undo], [redo])),
    refresh: () => {
      undo.disabled = !desk.host.editor.canUndo;
      redo.disabled = !desk.host.editor.canRedo;
    },
  };
}

function clipboardGroup(context: HomeContext): HomeGroup {
  const { desk, copied } = context;
  return {
    root: ribbonGroup(
      desk.say("groupClipboard"),
      rows(
        [command(context, "paste", () => void pasteSelection(desk, copied), "Ctrl+V")],
        [
          command(context, "cut", () => void copySelection(desk, copied, true), "Ctrl+X"),
          command(context, "copy", () => void copySelection(desk, copied), "Ctrl+C"),
        ],
      ),
    ),
  };
}

const fontSizes = [8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 36];
const usualFontSize = 11;
const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

function fontGroup(context: HomeContext): HomeGroup {
  const { desk, actions, focusGrid } = context;
  const { say } = desk;
  const pressed = {
    bold: command(context, "bold", () => actions.toggle("bold"), "Ctrl+B"),
    italic: command(context, "italic", () => actions.toggle("italic"), "Ctrl+I"),
    underline: command(context, "underline", () => actions.toggleUnderline(), "Ctrl+U"),
  };
  const sizeLabel = element("span", {}, String(usualFontSize));
  const size = choiceButton("size-button", say("fontSize"), sizeLabel, () =>
    fontSizes.map((fontSize) => ({
      label: String(fontSize),
      checked: fontSize === (activeStyle(context).fontSize ?? usualFontSize),
      run: () => {
        actions.style({ fontSize });
        focusGrid();
      },
    })),
  );
  const line = { style: "Continuous", weight: "Thin", color: "#000000" } as const;
  const framed = (names: readonly (typeof edges)[number][]): NonNullable<CellStyle["borders"]> =>
    Object.fromEntries(names.map((name) => [name, line]));
  const frames: readonly (readonly [WordKey, () => void])[] = [
    ["bottomBorder", () => actions.style({ borders: framed(["EdgeBottom"]) })],
    ["allBorders", () => actions.style({ borders: framed(edges) })],
    ["noBorders", () => actions.style({ borders: {} })],
  ];
  const borders = menuButton("borders", say("borders"), () =>
    frames.map(([name, run]) => ({
      label: say(name),
      run: () => {
        run();
        focusGrid();
      },
    })),
  );
  const colour = (member: "fill" | "fontColor", none: WordKey): HTMLElement =>
    colourButton(member, say(member), say(none), (chosen) => {
      actions.colour(member, chosen);
      focusGrid();
    });
  return {
    root: ribbonGroup(
      say("groupFont"),
      rows(
        [size, borders, colour("fill", "noFill"), colour("fontColor", "automatic")],
        Object.values(pressed),
      ),
    ),
    refresh: () => {
      const { bold, italic, underline, fontSize = usualFontSize } = activeStyle(context);
      const on = {
        bold: bold === true,
        italic: italic === true,
        underline: underline !== undefined && underline !== "None",
      };
      for (const name of ["bold", "italic", "underline"] as const) {
        pressed[name].setAttribute("aria-pressed", String(on[name]));
      }
      sizeLabel.textContent = String(fontSize);
    },
  };
}

function alignGroup(context: HomeContext): HomeGroup {
  const { desk, actions } = context;
  const wrap = command(context, "wrap", () => actions.toggle("wrapText"));
  const merge = command(context, "merge", () => actions.toggleMerge());
  return {
    root: ribbonGroup(
      desk.say("groupAlign"),
      rows(
        [
          command(context, "alignLeft", () => actions.style({ horizontal: "Left" })),
          command(context, "alignCenter", () => actions.style({ horizontal: "Center" })),
          command(context, "alignRight", () => actions.style({ horizontal: "Right" })),
        ],
        [wrap, merge],
      ),
    ),
    refresh: () => {
      wrap.setAttribute("aria-pressed", String(activeStyle(context).wrapText === true));
      const { row, column } = desk.selection.active;
      const merged = desk.sheet.merges.some(({ top, left }) => top === row && left === column);
      merge.setAttribute("aria-pressed", String(merged));
    },
  };
}

function numberGroup(context: HomeContext): HomeGroup {
  const { desk, focusGrid } = context;
  const { say } = desk;
  const formats: readonly (readonly [string, string])[] = [
    [say("general"), "General"],
    [say("number"), "#,##0.00"],
    [say("currency"), "¥#,##0"],
    [say("percent"), "0%"],
    [say("shortDate"), desk.language === "zh" ? "yyyy-mm-dd" : "m/d/yyyy"],
    [say("textFormat"), "@"],
  ];
  const label = element("span", {}, say("general"));
  const now = (): string => activeStyle(context).numberFormat ?? "General";
  const format = choiceButton("format-button", say("numberFormat"), label, () =>
    formats.map(([name, code]) => ({
      label: name,
      checked: code === now(),
      run: () => {
        void desk.perform(() =>
          desk.host.editor.setNumberFormat(desk.sheet.id, desk.usedAreas(), code),
        );
        focusGrid();
      },
    })),
  );
  return {
    root: ribbonGroup(say("groupNumber"), format),
    refresh: () => {
      label.textContent = formats.find(([, code]) => code === now())?.[0] ?? now();
    },
  };
}

function cellsGroup(context: HomeContext): HomeGroup {
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

const chartKinds: readonly (readonly [WordKey, string])[] = [
  ["chartColumn", "ColumnClustered"],
  ["chartBar", "BarClustered"],
  ["chartLine", "LineMarkers"],
  ["chartPie", "Pie"],
  ["chartArea", "Area"],
  ["chartScatter", "XYScatter"],
];

function insertGroup(context: HomeContext): HomeGroup {
  const { desk, actions, focusGrid } = context;
  const { say } = desk;
  const table = iconButton(
    "table",
    say("insertTable"),
    () => {
      actions.insertTable();
      focusGrid();
    },
    "Ctrl+T",
  );
  const chart = menuButton("chart", say("insertChart"), () =>
    chartKinds.map(([name, type]) => ({
      label: say(name),
      run: () => {
        actions.insertChart(type);
        focusGrid();
      },
    })),
  );
  return {
    root: ribbonGroup(say("groupInsert"), rows([table], [chart])),
    refresh: () => {
      table.disabled = actions.table() !== null;
    },
  };
}

function dataGroup(context: HomeContext): HomeGroup {
  const { desk, actions } = context;
  const sortUp = command(context, "sortUp", () => actions.sort(true));
  const sortDown = command(context, "sortDown", () => actions.sort(false));
  const clear = command(context, "clearFilter", () => actions.clearFilters(), "Ctrl+Shift+L");
  return {
    root: ribbonGroup(
      desk.say("groupData"),
      rows(
        [sortUp, sortDown],
        [clear, iconButton("find", desk.say("find"), () => actions.find(), "Ctrl+F")],
      ),
    ),
    refresh: () => {
      const found = actions.table();
      sortUp.disabled = sortDown.disabled = found === null;
      clear.disabled = found === null || found.table.filters.length === 0;
    },
  };
}

function viewGroup(context: HomeContext): HomeGroup {
  const { desk, actions } = context;
  const freeze = command(context, "freeze", () => actions.toggleFreeze());
  return {
    root: ribbonGroup(desk.say("groupView"), freeze),
    refresh: () => {
      const frozen = desk.sheet.freeze !== null;
      const label = desk.say(frozen ? "unfreeze" : "freeze");
      freeze.setAttribute("aria-pressed", String(frozen));
      freeze.setAttribute("aria-label", label);
      freeze.title = label;
    },
  };
}
