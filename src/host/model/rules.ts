import type { Area } from "./address";
import type { Unmodelled } from "./unmodelled";
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
  | { readonly kind: "ColorScale"; readonly definition: ColorScale }
  | { readonly kind: "DataBar"; readonly definition: DataBar }
  | { readonly kind: "IconSet"; readonly definition: IconSet };

/** Where a scale, a bar or an icon's share begins or ends, in the API's words. */
export interface Bound {
  readonly type:
    "Automatic" | "LowestValue" | "HighestValue" | "Number" | "Percent" | "Formula" | "Percentile";
  /** A number or a formula as text, with or without "="; absent for the bounds that are found by themselves. */
  readonly formula?: string;
}

export interface ScalePoint extends Bound {
  readonly color: string;
}

export interface ColorScale {
  readonly minimum: ScalePoint;
  /** Absent for a scale of two colours. */
  readonly midpoint?: ScalePoint;
  readonly maximum: ScalePoint;
}

/** Colours are "#RRGGBB"; "" is none. */
export interface DataBar {
  readonly showDataBarOnly: boolean;
  readonly lowerBoundRule: Bound;
  readonly upperBoundRule: Bound;
  readonly barDirection: "Context" | "LeftToRight" | "RightToLeft";
  readonly axisFormat: "Automatic" | "None" | "CellMidPoint";
  readonly axisColor: string;
  readonly positiveFormat: {
    readonly fillColor: string;
    readonly gradientFill: boolean;
    readonly borderColor: string;
  };
  readonly negativeFormat: {
    readonly fillColor: string;
    readonly borderColor: string;
    readonly matchPositiveFillColor: boolean;
    readonly matchPositiveBorderColor: boolean;
  };
}

/** An icon stands from its bound on; the first criterion, the lowest icon's, has no bound that matters. */
export interface IconCriterion extends Bound {
  readonly operator: "GreaterThan" | "GreaterThanOrEqual";
}

export interface IconSet {
  /** The API's name: "ThreeTrafficLights1". */
  readonly style: string;
  readonly showIconOnly: boolean;
  readonly reverseIconOrder: boolean;
  /** One per icon, the lowest first. */
  readonly criteria: readonly IconCriterion[];
}

export interface ConditionalFormat {
  readonly id: string;
  areas: Area[];
  /** 0 is the first to win. */
  priority: number;
  stopIfTrue: boolean;
  rule: ConditionalRule;
  asRead?: RuleAsRead;
}

/** A rule as the file had it, for as long as it says the same: colours of the theme, icons of a person's own. */
export interface RuleAsRead {
  /** What it said then. */
  readonly says: string;
  /** Its element of the classic list and of the extended one, as XML text; "" where it stands only in the other. */
  readonly classic: string;
  readonly extended: string;
  /** Whether it goes with a pivot table. */
  readonly pivot: boolean;
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
  /** How the input method is switched. */
  unmodelled?: Unmodelled;
}
