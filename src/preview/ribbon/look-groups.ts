import type { CellStyle } from "../../host/model/style";
import { element } from "../dom";
import { numberFormats } from "../page/number-formats";
import type { WordKey } from "../words";
import { choiceButton, colourButton, menuButton, rows } from "./controls";
import { ribbonGroup } from "./ribbon";
import { activeStyle, command, type TabContext, type TabGroup } from "./tab-group";

/** The groups of the Home tab that change how cells look. */

const fontSizes = [8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 36];
const usualFontSize = 11;
const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

export function fontGroup(context: TabContext): TabGroup {
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

export function alignGroup(context: TabContext): TabGroup {
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

export function numberGroup(context: TabContext): TabGroup {
  const { desk, focusGrid } = context;
  const { say } = desk;
  const codes = numberFormats(desk.language);
  const formats = (
    ["general", "number", "currency", "percent", "shortDate", "textFormat"] as const
  ).map((name) => [say(name), codes[name]] as const);
  const label = element("span", {}, say("general"));
  const now = (): string => activeStyle(context).numberFormat ?? "General";
  const format = choiceButton("format-button", say("numberFormat"), label, () =>
    formats.map(([name, code]) => ({
      label: name,
      checked: code === now(),
      run: () => {
        void desk.perform(() => desk.editor.setNumberFormat(desk.sheet.id, desk.usedAreas(), code));
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
