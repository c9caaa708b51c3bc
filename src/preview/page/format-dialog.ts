import type { CellStyle, LooseStyle } from "../../host/model/style";
import { element, pushButton } from "../dom";
import type { WordKey } from "../words";
import type { Desk } from "./desk";
import { fontSizes, frames, usualFontSize } from "./look-choices";
import { numberFormats } from "./number-formats";

/** Ctrl+1: number format, font, fill and borders of the selected cells in one dialog; what is not touched stays. */
export function openFormatDialog(desk: Desk, toGrid: () => void): void {
  const { say } = desk;
  const { row, column } = desk.selection.active;
  const controls = controlsFor(desk, desk.sheet.cells.style(row, column));
  const dialog = element("dialog", {
    class: "dialog format-dialog",
    "aria-labelledby": "format-title",
  });
  const form = element(
    "form",
    { method: "dialog" },
    element("h2", { id: "format-title" }, say("formatCells")),
    ...controls.map(({ label, field }) =>
      element("label", { class: "format-field" }, element("span", {}, say(label)), field),
    ),
    element(
      "div",
      { class: "dialog-buttons" },
      element("button", { type: "submit", class: "primary" }, say("ok")),
      pushButton({}, () => dialog.close(), say("cancel")),
    ),
  );
  let looks: LooseStyle = {};
  form.addEventListener("submit", () => {
    looks = Object.assign({}, ...controls.map((control) => control.changed())) as LooseStyle;
  });
  // The keys of a dialog are its own: the grid hears none of them.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => {
    dialog.remove();
    toGrid();
    if (Object.keys(looks).length === 0) return;
    void desk.perform(() => desk.editor.setStyle(desk.sheet.id, desk.usedAreas(), looks));
  });
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
}

interface Control {
  readonly label: WordKey;
  readonly field: HTMLElement;
  /** What the person has changed; nothing where the field stands as it did. */
  changed(): LooseStyle;
}

const formatNames = [
  ...(["general", "number", "currency", "percent", "shortDate", "textFormat"] as const),
];

function controlsFor({ say, language }: Desk, before: CellStyle): readonly Control[] {
  const codes = numberFormats(language);
  const format = before.numberFormat ?? "General";
  const formats = new Map(formatNames.map((name) => [codes[name], say(name)]));
  if (!formats.has(format)) formats.set(format, format);
  const size = String(before.fontSize ?? usualFontSize);
  const sizes = new Map([...fontSizes.map(String), size].map((one) => [one, one]));
  const borders = new Map([
    ["", say("unchanged")],
    ...frames.map(([name]) => [name, say(name)] as const),
  ]);
  return [
    choice("numberFormat", formats, format, (numberFormat) => ({ numberFormat })),
    choice("fontSize", sizes, size, (chosen) => ({ fontSize: Number(chosen) })),
    tick("bold", before.bold === true, (on) => ({ bold: on || undefined })),
    tick("italic", before.italic === true, (on) => ({ italic: on || undefined })),
    tick("underline", (before.underline ?? "None") !== "None", (on) => ({
      underline: on ? "Single" : undefined,
    })),
    colour("fontColor", before.fontColor, "#000000", (fontColor) => ({ fontColor })),
    colour("fill", before.fill, "#FFFFFF", (fill) => ({ fill })),
    choice("borders", borders, "", (chosen) => ({
      borders: frames.find(([name]) => name === chosen)?.[1],
    })),
  ];
}

function choice(
  label: WordKey,
  options: ReadonlyMap<string, string>,
  before: string,
  look: (chosen: string) => LooseStyle,
): Control {
  const field = element(
    "select",
    {},
    ...[...options].map(([value, words]) =>
      element("option", { value, selected: value === before }, words),
    ),
  );
  return { label, field, changed: () => (field.value === before ? {} : look(field.value)) };
}

function tick(label: WordKey, before: boolean, look: (on: boolean) => LooseStyle): Control {
  const field = element("input", { type: "checkbox", checked: before });
  return { label, field, changed: () => (field.checked === before ? {} : look(field.checked)) };
}

/** A colour with a tick before it: without the tick the cells have none of their own. */
function colour(
  label: WordKey,
  before: string | undefined,
  usual: string,
  look: (colour: string | undefined) => LooseStyle,
): Control {
  const has = element("input", { type: "checkbox", checked: before !== undefined });
  const picker = element("input", { type: "color", value: before ?? usual });
  picker.addEventListener("input", () => (has.checked = true));
  return {
    label,
    field: element("span", { class: "format-colour" }, has, picker),
    changed: () => {
      const now = has.checked ? picker.value.toUpperCase() : undefined;
      return now === before ? {} : look(now);
    },
  };
}
