import type { Scalar } from "../model/cell";
import type { Bound, ColorScale, DataBar, IconSet } from "../model/rules";

/** The values a scale, a bar or a set of icons is measured against, and how a bound's formula is worked out. */
export interface Measure {
  /** The numbers of the rule's areas, in ascending order. */
  numbers(): readonly number[];
  formula(text: string): Scalar;
}

/** A bar within a cell; shares of its width from 0 to 1. */
export interface CellBar {
  readonly from: number;
  readonly to: number;
  /** Where the axis stands; null where there is none. */
  readonly axis: number | null;
  readonly axisColor: string;
  readonly fill: string;
  readonly border: string;
  readonly gradient: boolean;
  /** Grows from right to left. */
  readonly negative: boolean;
  readonly only: boolean;
}

export interface CellIcon {
  /** The API's name of the set. */
  readonly style: string;
  /** 0 for the lowest of `count`. */
  readonly index: number;
  readonly count: number;
  readonly only: boolean;
}

/** Colour of a value on a scale; null for what is no number. */
export function colorOnScale(
  scale: ColorScale,
  measure: Measure,
): (value: Scalar) => string | null {
  let stops: readonly { at: number; color: string }[] | null = null;
  return (value) => {
    if (typeof value !== "number") return null;
    stops ??= stopsOf(scale, measure);
    const [first] = stops;
    if (first === undefined) return null;
    let before = first;
    for (const stop of stops) {
      if (value <= stop.at) {
        const span = stop.at - before.at;
        return span <= 0 ? stop.color : mixed(before.color, stop.color, (value - before.at) / span);
      }
      before = stop;
    }
    return before.color;
  };
}

function stopsOf(scale: ColorScale, measure: Measure): readonly { at: number; color: string }[] {
  const { minimum, midpoint, maximum } = scale;
  const points = midpoint === undefined ? [minimum, maximum] : [minimum, midpoint, maximum];
  return points.flatMap((point) => {
    const at = boundValue(point, measure);
    return at === null ? [] : [{ at, color: point.color }];
  });
}

function mixed(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one, other] = [from, to].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    const part = (one ?? 0) + ((other ?? 0) - (one ?? 0)) * Math.min(1, Math.max(0, share));
    return Math.round(part).toString(16).padStart(2, "0");
  });
  return `#${parts.join("").toUpperCase()}`;
}

/** The bar of a value; null for what is no number. */
export function barOfValue(bar: DataBar, measure: Measure): (value: Scalar) => CellBar | null {
  let bounds: { low: number; high: number } | null = null;
  return (value) => {
    if (typeof value !== "number") return null;
    bounds ??= barBounds(bar, measure);
    const { low, high } = bounds;
    if (!(high > low)) return null;
    const held = Math.min(high, Math.max(low, value));
    const negatives = low < 0 && bar.axisFormat !== "None";
    const axis = !negatives
      ? 0
      : bar.axisFormat === "CellMidPoint"
        ? 0.5
        : Math.min(1, -low / (high - low));
    const negative = negatives && value < 0;
    const share = negatives
      ? negative
        ? axis * (held / low)
        : high > 0
          ? (1 - axis) * (held / high)
          : 0
      : (held - low) / (high - low);
    const start = negative ? axis - share : axis;
    const mirrored = bar.barDirection === "RightToLeft";
    const [from, to] = mirrored ? [1 - start - share, 1 - start] : [start, start + share];
    const { positiveFormat: plus, negativeFormat: minus } = bar;
    return {
      from,
      to,
      axis: negatives ? (mirrored ? 1 - axis : axis) : null,
      axisColor: bar.axisColor || "#000000",
      fill: negative && !minus.matchPositiveFillColor ? minus.fillColor : plus.fillColor,
      border: negative && !minus.matchPositiveBorderColor ? minus.borderColor : plus.borderColor,
      gradient: plus.gradientFill,
      negative: negative !== mirrored,
      only: bar.showDataBarOnly,
    };
  };
}

function barBounds(bar: DataBar, measure: Measure): { low: number; high: number } {
  const numbers = measure.numbers();
  const least = numbers[0] ?? 0;
  const most = numbers.at(-1) ?? 0;
  const { lowerBoundRule, upperBoundRule } = bar;
  // Left to itself a bar begins at zero, so that its length tells the value.
  const low =
    lowerBoundRule.type === "Automatic" ? Math.min(0, least) : boundValue(lowerBoundRule, measure);
  const high =
    upperBoundRule.type === "Automatic" ? Math.max(0, most) : boundValue(upperBoundRule, measure);
  return { low: low ?? least, high: high ?? most };
}

/** The icon of a value; null for what is no number. */
export function iconOfValue(icons: IconSet, measure: Measure): (value: Scalar) => CellIcon | null {
  let bounds: readonly (number | null)[] | null = null;
  const count = icons.criteria.length;
  return (value) => {
    if (typeof value !== "number" || count === 0) return null;
    bounds ??= icons.criteria.map((criterion) => boundValue(criterion, measure));
    let index = 0;
    for (let at = count - 1; at > 0; at--) {
      const bound = bounds[at];
      if (bound === null || bound === undefined) continue;
      const reached =
        icons.criteria[at]?.operator === "GreaterThan" ? value > bound : value >= bound;
      if (reached) {
        index = at;
        break;
      }
    }
    const shown = icons.reverseIconOrder ? count - 1 - index : index;
    return { style: icons.style, index: shown, count, only: icons.showIconOnly };
  };
}

/** The number a bound stands at; null where its formula gives none. */
function boundValue(bound: Bound, measure: Measure): number | null {
  const numbers = measure.numbers();
  const least = numbers[0];
  const most = numbers.at(-1);
  if (least === undefined || most === undefined) return null;
  if (bound.type === "LowestValue") return least;
  if (bound.type === "HighestValue" || bound.type === "Automatic") return most;
  const stated = statedNumber(bound.formula ?? "", measure);
  if (stated === null) return null;
  if (bound.type === "Percent") return least + ((most - least) * stated) / 100;
  if (bound.type === "Percentile") return percentile(numbers, stated / 100);
  return stated;
}

function statedNumber(formula: string, measure: Measure): number | null {
  const plain = Number(formula.replace(/^=/, "").trim());
  if (formula.trim() !== "" && Number.isFinite(plain)) return plain;
  const answer = measure.formula(formula);
  return typeof answer === "number" ? answer : null;
}

function percentile(numbers: readonly number[], share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (numbers.length - 1);
  const below = numbers[Math.floor(place)] ?? 0;
  const above = numbers[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
