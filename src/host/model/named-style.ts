import type { CellStyle } from "./style";

/** Looks under a name. Those that are not included stay as they are where the style is applied. */
export interface NamedStyle {
  readonly name: string;
  readonly builtIn: boolean;
  looks: CellStyle;
  readonly leftOut: readonly StyleAspect[];
}

export type StyleAspect = "Alignment" | "Border" | "Font" | "Number" | "Patterns" | "Protection";
