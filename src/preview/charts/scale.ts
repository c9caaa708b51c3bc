/** A value axis: where it begins and ends, and the marks between. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly marks: readonly number[];
  /** 0 at the low end, 1 at the high end. */
  share(value: number): number;
}

/**
 * An axis in round steps over these values. It begins at zero unless all values are much alike, as Excel's does.
 *
 * @param fixed - ends and step a person has set
 * @param most - at most so many steps
 */
export function valueScale(
  values: readonly number[],
  fixed: {
    readonly minimum?: number | undefined;
    readonly maximum?: number | undefined;
    readonly majorUnit?: number | undefined;
  },
  most: number,
  fromZero: boolean,
): Scale {
  const least = values.length === 0 ? 0 : Math.min(...values);
  const greatest = values.length === 0 ? 1 : Math.max(...values);
  const alike = !fromZero && least > 0 && (greatest - least) / greatest < 1 / 6 && greatest > least;
  const from = fixed.minimum ?? (alike ? least - (greatest - least) / 2 : Math.min(0, least));
  const to = fixed.maximum ?? Math.max(0, greatest);
  const span = to > from ? to - from : Math.abs(from) || 1;
  const own = fixed.majorUnit;
  const step =
    own !== undefined && own > 0 && span / own <= 200 ? own : roundStep(span / Math.max(1, most));
  const low = fixed.minimum ?? Math.floor(from / step) * step;
  let high = fixed.maximum ?? Math.ceil((to + (to > 0 ? step * 0.05 : 0)) / step) * step;
  if (!(high > low)) high = low + step;
  const count = Math.min(200, Math.floor((high - low) / step + 1e-9));
  return {
    low,
    high,
    marks: Array.from({ length: count + 1 }, (_, index) => low + index * step),
    share: (value) => (value - low) / (high - low),
  };
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * 0.999) ?? 10;
  return factor * power;
}
