import type { Area } from "./address";
import type { CellStyle } from "./style";

/** Conditional formats and data validation, as stored. Evaluation is the calculation room's work. */

/** The looks a matching rule lays over the cell; only stated members apply. */
export type RuleStyle = Pick<
  CellStyle,
  | "numberFormat"
  | "fill"
  | "fontColor"
  | "bold"
  | "italic"
  | "underline"
  | "strikethrough"
  | "borders"
>;

export type ConditionalRule =
  /** `formula` is relative to the top-left cell of the first area. */
  | { readonly kind: "Custom"; readonly formula: string; readonly style: RuleStyle }
  | {
      readonly kind: "CellValue";
      readonly operator: string;
      readonly formula1: string;
      readonly formula2?: string;
      readonly style: RuleStyle;
    }
  | {
      readonly kind: "ContainsText";
      readonly operator: string;
      readonly text: string;
      readonly style: RuleStyle;
    }
  | {
      readonly kind: "TopBottom";
      readonly type: string;
      readonly rank: number;
      readonly style: RuleStyle;
    }
  | { readonly kind: "PresetCriteria"; readonly criterion: string; readonly style: RuleStyle }
  /** Stored and written back to the file; drawn where the preview can. `definition` is the API's own shape. */
  | {
      readonly kind: "ColorScale" | "DataBar" | "IconSet";
      readonly definition: Readonly<Record<string, unknown>>;
    };

export interface ConditionalFormat {
  readonly id: string;
  areas: Area[];
  /** 0 is the first to win. */
  priority: number;
  stopIfTrue: boolean;
  rule: ConditionalRule;
}

/** The API's own `DataValidationRule` shape, plus where it applies. */
export interface Validation {
  areas: Area[];
  rule: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
  prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string };
  errorAlert: {
    readonly showAlert: boolean;
    readonly style: "Stop" | "Warning" | "Information";
    readonly title: string;
    readonly message: string;
  };
}
