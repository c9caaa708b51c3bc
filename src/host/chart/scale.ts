/** A value axis: where it begins and ends, and the marks between. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly marks: readonly number[];
  /** Marks between the marks; none unless a minor unit is asked for. */
  readonly minorMarks: readonly number[];
  /** 0 at the low end, 1 at the high end; what a logarithmic axis cannot show lies at its low end. */
  share(value: number): number;
}

/** What a person has set of an axis. */
interface FixedScale {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly majorUnit?: number | undefined;
  readonly minorUnit?: number | undefined;
  readonly scaleType?: string | undefined;
  readonly logBase?: number | undefined;
}

const mostMarks = 200;

/**
 * An axis in round steps over these values. It begins at zero unless all values are much alike, as Excel's does.
 *
 * @param fixed - ends, steps and kind a person has set
 * @param most - at most so many steps
 */
export function valueScale(
  values: readonly number[],
  fixed: FixedScale,
  most: number,
  fromZero: boolean,
): Scale {
  if (fixed.scaleType === "Logarithmic") return logarithmicScale(values, fixed);
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (least > greatest) [least, greatest] = [0, 1];
  const alike = !fromZero && least > 0 && (greatest - least) / greatest < 1 / 6 && greatest > least;
  const from = fixed.minimum ?? (alike ? least - (greatest - least) / 2 : Math.min(0, least));
  const to = fixed.maximum ?? Math.max(0, greatest);
  const span = to > from ? to - from : Math.abs(from) || 1;
  const own = fixed.majorUnit;
  const step =
    own !== undefined && own > 0 && span / own <= mostMarks
      ? own
      : roundStep(span / Math.max(1, most));
  const low = fixed.minimum ?? Math.floor(from / step) * step;
  let high = fixed.maximum ?? Math.ceil((to + (to > 0 ? step * 0.05 : 0)) / step) * step;
  if (!(high > low)) high = low + step;
  return {
    low,
    high,
    marks: stepsFrom(low, high, step),
    minorMarks: stepsFrom(low, high, fixed.minorUnit ?? step / 5),
    share: (value) => (value - low) / (high - low),
  };
}

/** An axis in powers of its base. Values that are not positive have no place on it. */
function logarithmicScale(values: readonly number[], fixed: FixedScale): Scale {
  const base = Math.max(2, fixed.logBase ?? 10);
  const power = (value: number): number => Math.log(value) / Math.log(base);
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (!(value > 0)) continue;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (least > greatest) [least, greatest] = [1, base];
  const positive = (value: number | undefined): number | undefined =>
    value !== undefined && value > 0 ? value : undefined;
  const first = positive(fixed.minimum);
  const last = positive(fixed.maximum);
  const from = first === undefined ? Math.min(0, Math.floor(power(least) + 1e-9)) : power(first);
  let to = last === undefined ? Math.ceil(power(greatest) - 1e-9) : power(last);
  if (!(to > from)) to = from + 1;
  return {
    low: base ** from,
    high: base ** to,
    marks: stepsFrom(from, to, 1).map((exponent) => base ** exponent),
    minorMarks: [],
    share: (value) => (value > 0 ? (power(value) - from) / (to - from) : 0),
  };
}

function stepsFrom(low: number, high: number, step: number): number[] {
  if (!(step > 0)) return [];
  const count = Math.min(mostMarks, Math.floor((high - low) / step + 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => low + index * step);
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * 0.999) ?? 10;
  return factor * power;
}
