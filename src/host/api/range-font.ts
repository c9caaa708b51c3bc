import { defaultFont } from "../model/style";
import { ApiObject } from "../protocol/api-object";
import { truth } from "./arguments";
import { colorLook, keptLook, look, tintLook } from "./look-properties";
import type { Looks } from "./looks";
import { serve, type Property } from "./properties";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefont */
export class RangeFont extends ApiObject {
  readonly className = "RangeFont";

  constructor(readonly looks: Looks) {
    super();
  }
}

serve(RangeFont, {
  bold: look("bold", kind.truth(false)),
  italic: look("italic", kind.truth(false)),
  strikethrough: look("strikethrough", kind.truth(false)),
  underline: look(
    "underline",
    kind.word("None", ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]),
  ),
  color: colorLook("fontColor", defaultFont.color),
  tintAndShade: tintLook("fontColor", defaultFont.color),
  name: keptLook("fontName", kind.text(defaultFont.name)),
  size: keptLook("fontSize", kind.number(defaultFont.size)),
  subscript: raised("subscript", "superscript"),
  superscript: raised("superscript", "subscript"),
});

/** Letters stand above or below the line, never both. */
function raised(name: "subscript" | "superscript", other: typeof name): Property<RangeFont> {
  return {
    get: ({ looks }) => looks.shared((style) => style[name] ?? false),
    set: ({ looks }, value) =>
      looks.change({ [name]: truth(value, name) || undefined, [other]: undefined }),
  };
}
