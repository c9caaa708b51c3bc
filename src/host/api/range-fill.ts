import { ApiObject } from "../protocol/api-object";
import { color, word } from "./arguments";
import { colorLook, tintLook } from "./look-properties";
import type { Looks } from "./looks";
import { serve } from "./properties";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
export class RangeFill extends ApiObject {
  readonly className = "RangeFill";

  constructor(readonly looks: Looks) {
    super();
  }

  /** #color: "#FFFFFF" where there is no fill, as Excel answers; "" where fills differ */
  get color(): string {
    return this.looks.shared((style) => style.fill ?? "#FFFFFF") ?? "";
  }

  set color(value: unknown) {
    this.looks.change({ fill: value === "" ? undefined : color(value, "color") });
  }

  /** #clear */
  clear(): void {
    this.looks.change({ fill: undefined, fillPattern: undefined, fillPatternColor: undefined });
  }

  /** #pattern; "None" where there is no fill, null where fills differ */
  get pattern(): string | null {
    return this.looks.shared(
      (style) => style.fillPattern ?? (style.fill === undefined ? "None" : "Solid"),
    );
  }

  set pattern(value: unknown) {
    const pattern = word(value, "pattern", patterns);
    if (pattern === "None") this.clear();
    else this.looks.change({ fillPattern: pattern === "Solid" ? undefined : pattern });
  }
}

/** patternColor is that of the pattern's lines and dots. */
serve(RangeFill, {
  patternColor: colorLook("fillPatternColor", "#000000"),
  tintAndShade: tintLook("fill", "#FFFFFF"),
  patternTintAndShade: tintLook("fillPatternColor", "#000000"),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.fillpattern */
const patterns = [
  ...(["None", "Solid", "Gray50", "Gray75", "Gray25", "Horizontal", "Vertical"] as const),
  ...(["Down", "Up", "Checker", "SemiGray75", "LightHorizontal", "LightVertical"] as const),
  ...(["LightDown", "LightUp", "Grid", "CrissCross", "Gray16", "Gray8"] as const),
  ...(["LinearGradient", "RectangularGradient"] as const),
];
