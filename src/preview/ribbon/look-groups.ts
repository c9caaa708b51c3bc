import { element } from "../dom";
import { fontSizes, frames, usualFontSize } from "../page/look-choices";
import { numberFormats } from "../page/number-formats";
import type { WordKey } from "../words";
import { choiceButton, colourButton, iconButton, menuButton, rows } from "./controls";
import { ribbonGroup } from "./ribbon";
import { activeStyle, command, type TabContext, type TabGroup } from "./tab-group";

/** The groups of the Home tab that change how cells look. */

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
  const borders = menuButton("borders", say("borders"), () =>
    frames.map(([name, borders]) => ({
      label: say(name),
      run: () => {
        actions.style({ borders });
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
    root: ribbonGroup(
      say("groupNumber"),
      rows([format], [iconButton("number", say("formatCells"), context.open.format, "Ctrl+1")]),
    ),
    refresh: () => {
      label.textContent = formats.find(([, code]) => code === now())?.[0] ?? now();
    },
  };
}
