import type { ChartErrorBars } from "../model/chart-parts";

/** The ends of one value's error bar. */
export interface ErrorSpan {
  readonly from: number;
  readonly to: number;
}

/** What Excel assumes until a file says otherwise. */
const usualAmounts: Readonly<Record<string, number>> = { FixedValue: 1, Percent: 5, StDev: 1 };

/**
 * The error bars of a series, one a value; null where there is no value. Bars of standard deviations stand around the
 * mean of all values, the others around their own.
 *
 * @param custom - the amounts above and below of a custom type, a single one for all values
 */
export function errorSpans(
  values: readonly (number | null)[],
  bars: ChartErrorBars,
  custom: { readonly plus: readonly (number | null)[]; readonly minus: readonly (number | null)[] },
): (ErrorSpan | null)[] {
  const { type = "FixedValue", include = "Both" } = bars;
  const amount = bars.amount ?? usualAmounts[type] ?? 1;
  const numbers = values.filter((value) => value !== null);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length);
  const spread = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = numbers.length < 2 ? 0 : Math.sqrt(spread / (numbers.length - 1));
  const given = (amounts: readonly (number | null)[], index: number): number =>
    Math.abs((amounts.length === 1 ? amounts[0] : amounts[index]) ?? 0);
  return values.map((value, index) => {
    if (value === null) return null;
    const centre = type === "StDev" ? mean : value;
    const even =
      type === "Percent"
        ? (Math.abs(value) * amount) / 100
        : type === "StDev"
          ? deviation * amount
          : type === "StError"
            ? deviation / Math.sqrt(numbers.length)
            : amount;
    const [plus, minus] =
      type === "Custom" ? [given(custom.plus, index), given(custom.minus, index)] : [even, even];
    return {
      from: include === "PlusValues" ? centre : centre - minus,
      to: include === "MinusValues" ? centre : centre + plus,
    };
  });
}
