import { element, pushButton } from "../dom";
import type { Desk } from "../page/desk";
import type { GridActions } from "../page/grid-actions";
import { icon, type IconName } from "../page/icons";
import { below, showFloating, showMenu } from "../page/menu";
import { copySelection } from "../page/clipboard";
import { ribbonGroup, type RibbonTab } from "./ribbon";

const palette = [
  "#ffffff",
  "#f2f2f2",
  "#d9d9d9",
  "#7f7f7f",
  "#404040",
  "#000000",
  "#fde7e9",
  "#fff4ce",
  "#e2f0d9",
  "#ddebf7",
  "#e4dfec",
  "#fce4d6",
  "#f4b6b6",
  "#ffe08a",
  "#a9d18e",
  "#9dc3e6",
  "#b4a7d6",
  "#f4b183",
  "#c00000",
  "#bf8f00",
  "#548235",
  "#2f5597",
  "#7030a0",
  "#c55a11",
];

/** The Home tab: the few commands of a spreadsheet that this preview needs. */
export function homeTab(
  desk: Desk,
  actions: GridActions,
  focusGrid: () => void,
): RibbonTab & { refresh(): void } {
  const { say } = desk;
  const small = (
    name: IconName,
    label: string,
    run: (button: HTMLElement) => void,
    keys?: string,
  ): HTMLButtonElement => {
    const button = pushButton(
      {
        class: "quiet",
        "aria-label": label,
        title: keys === undefined ? label : `${label} (${keys})`,
      },
      () => {
        run(button);
      },
      icon(name),
    );
    return button;
  };
  const acting = (run: () => void) => (): void => {
    run();
    focusGrid();
  };

  const undo = small(
    "undo",
    say("undo"),
    acting(() => actions.undo()),
    "Ctrl+Z",
  );
  const redo = small(
    "redo",
    say("redo"),
    acting(() => actions.redo()),
    "Ctrl+Y",
  );
  const bold = small(
    "bold",
    say("bold"),
    acting(() => actions.toggle("bold")),
    "Ctrl+B",
  );
  const italic = small(
    "italic",
    say("italic"),
    acting(() => actions.toggle("italic")),
    "Ctrl+I",
  );
  const wrap = small(
    "wrap",
    say("wrap"),
    acting(() => actions.toggle("wrapText")),
  );
  const freeze = small(
    "freeze",
    say("freeze"),
    acting(() => actions.toggleFreeze()),
  );

  const copy = small(
    "copy",
    say("copy"),
    () => {
      void copySelection(desk);
      focusGrid();
    },
    "Ctrl+C",
  );
  const paste = small(
    "paste",
    say("paste"),
    () => {
      desk.tell(say("pasteHint"));
      focusGrid();
    },
    "Ctrl+V",
  );

  const colours =
    (label: string, none: string, apply: (colour: string | undefined) => void) =>
    (button: HTMLElement): void => {
      let close: () => void = () => undefined;
      const choose = (colour: string | undefined): void => {
        close();
        apply(colour);
        focusGrid();
      };
      const swatches = palette.map((colour) => {
        const swatch = pushButton({ class: "swatch", "aria-label": colour, title: colour }, () =>
          choose(colour),
        );
        swatch.style.background = colour;
        return swatch;
      });
      const box = element(
        "div",
        { class: "colour-menu", role: "dialog", "aria-label": label },
        pushButton({ class: "menu-row" }, () => choose(undefined), none),
        element("div", { class: "swatches" }, ...swatches),
      );
      close = showFloating(box, below(button));
      swatches[0]?.focus();
    };

  const formats: readonly (readonly [string, string])[] = [
    [say("general"), "General"],
    [say("number"), "#,##0.00"],
    [say("currency"), "¥#,##0"],
    [say("percent"), "0%"],
    [say("shortDate"), desk.language === "zh" ? "yyyy-mm-dd" : "m/d/yyyy"],
    [say("textFormat"), "@"],
  ];
  const formatLabel = element("span", {}, say("general"));
  const format = pushButton(
    {
      class: "format-button",
      "aria-label": say("numberFormat"),
      title: say("numberFormat"),
      "aria-haspopup": "menu",
    },
    () => {
      const now = currentFormat();
      showMenu(
        say("numberFormat"),
        formats.map(([label, code]) => ({
          label,
          checked: code === now,
          run: () => {
            void desk.perform(() =>
              desk.host.editor.setNumberFormat(desk.sheet.id, desk.usedAreas(), code),
            );
            focusGrid();
          },
        })),
        below(format),
      );
    },
    formatLabel,
    icon("down"),
  );
  const currentFormat = (): string => {
    const { row, column } = desk.selection.active;
    return desk.sheet.cells.style(row, column).numberFormat ?? "General";
  };

  const sortUp = small(
    "sortUp",
    say("sortUp"),
    acting(() => actions.sort(true)),
  );
  const sortDown = small(
    "sortDown",
    say("sortDown"),
    acting(() => actions.sort(false)),
  );
  const clearFilter = small(
    "clearFilter",
    say("clearFilter"),
    acting(() => actions.clearFilters()),
  );

  const panel = element(
    "div",
    {},
    ribbonGroup(say("groupUndo"), undo, redo),
    ribbonGroup(say("groupClipboard"), copy, paste),
    ribbonGroup(
      say("groupFont"),
      bold,
      italic,
      small(
        "fill",
        say("fill"),
        colours(say("fill"), say("noFill"), (fill) => actions.colour("fill", fill)),
      ),
      small(
        "fontColor",
        say("fontColor"),
        colours(say("fontColor"), say("automatic"), (colour) =>
          actions.colour("fontColor", colour),
        ),
      ),
    ),
    ribbonGroup(
      say("groupAlign"),
      small(
        "alignLeft",
        say("alignLeft"),
        acting(() => actions.style({ horizontal: "Left" })),
      ),
      small(
        "alignCenter",
        say("alignCenter"),
        acting(() => actions.style({ horizontal: "Center" })),
      ),
      small(
        "alignRight",
        say("alignRight"),
        acting(() => actions.style({ horizontal: "Right" })),
      ),
      wrap,
    ),
    ribbonGroup(say("groupNumber"), format),
    ribbonGroup(
      say("groupCells"),
      small(
        "insertRows",
        say("insertRows"),
        acting(() => actions.insertRows()),
      ),
      small(
        "deleteRows",
        say("deleteRows"),
        acting(() => actions.deleteRows()),
      ),
      small(
        "insertColumns",
        say("insertColumns"),
        acting(() => actions.insertColumns()),
      ),
      small(
        "deleteColumns",
        say("deleteColumns"),
        acting(() => actions.deleteColumns()),
      ),
    ),
    ribbonGroup(say("groupData"), sortUp, sortDown, clearFilter),
    ribbonGroup(say("groupView"), freeze),
  );

  const refresh = (): void => {
    const { editor } = desk.host;
    undo.disabled = !editor.canUndo;
    redo.disabled = !editor.canRedo;
    const { row, column } = desk.selection.active;
    const style = desk.sheet.cells.style(row, column);
    bold.setAttribute("aria-pressed", String(style.bold === true));
    italic.setAttribute("aria-pressed", String(style.italic === true));
    wrap.setAttribute("aria-pressed", String(style.wrapText === true));
    const freezeLabel = say(desk.sheet.freeze === null ? "freeze" : "unfreeze");
    freeze.setAttribute("aria-pressed", String(desk.sheet.freeze !== null));
    freeze.setAttribute("aria-label", freezeLabel);
    freeze.title = freezeLabel;
    const inTable = actions.table();
    sortUp.disabled = sortDown.disabled = inTable === null;
    clearFilter.disabled = inTable === null || inTable.table.filters.length === 0;
    const code = currentFormat();
    formatLabel.textContent = formats.find(([, one]) => one === code)?.[0] ?? code;
  };
  return { id: "home", label: say("home"), panel, refresh };
}
