import type { ChartTrendline } from "../model/chart-parts";

/** A trendline as it is drawn, and how well it fits. */
export interface Trend {
  /** The line from left to right, in the axes' own units. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** "y = 2x + 1"; empty for a moving average, which has none. */
  readonly equation: string;
  /** Share of the values' spread the line explains; null for a moving average. */
  readonly rSquared: number | null;
}

interface Pair {
  readonly x: number;
  readonly y: number;
}

interface Fit {
  readonly at: (x: number) => number;
  readonly equation: string;
  readonly rSquared: number;
}

/** Points a curve is drawn through. */
const curvePoints = 64;

/**
 * The line through pairs of values by least squares; exponential and power lines through the logarithms, as Excel does.
 *
 * @returns null where the values allow no such line: too few of them, or none a logarithm can be taken of
 */
export function trendOf(
  pairs: readonly Pair[],
  line: Pick<
    ChartTrendline,
    | "type"
    | "polynomialOrder"
    | "movingAveragePeriod"
    | "forwardPeriod"
    | "backwardPeriod"
    | "intercept"
  >,
  written: (value: number) => string = shortNumber,
): Trend | null {
  if (line.type === "MovingAverage") return movingAverage(pairs, line.movingAveragePeriod ?? 2);
  const fit = fitOf(pairs, line, written);
  if (fit === null) return null;
  const xs = pairs.map(({ x }) => x);
  const from = Math.min(...xs) - (line.backwardPeriod ?? 0);
  const to = Math.max(...xs) + (line.forwardPeriod ?? 0);
  const count = line.type === "Linear" ? 2 : curvePoints;
  const points = Array.from({ length: count }, (_, index) => {
    const x = from + ((to - from) * index) / (count - 1);
    return { x, y: fit.at(x) };
  }).filter(({ y }) => Number.isFinite(y));
  return { points, equation: fit.equation, rSquared: fit.rSquared };
}

/** What stands beside a trendline: its equation and how well it fits, each if it is asked for. */
export function trendText(
  { equation, rSquared }: Trend,
  { showEquation, showRSquared }: Pick<ChartTrendline, "showEquation" | "showRSquared">,
): string {
  return [
    showEquation === true ? equation : "",
    showRSquared === true && rSquared !== null ? `R² = ${shortNumber(rSquared)}` : "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function movingAverage(pairs: readonly Pair[], period: number): Trend | null {
  if (pairs.length < period) return null;
  const points = pairs.slice(period - 1).map(({ x }, index) => {
    const window = pairs.slice(index, index + period);
    return { x, y: window.reduce((sum, { y }) => sum + y, 0) / period };
  });
  return { points, equation: "", rSquared: null };
}

function fitOf(
  pairs: readonly Pair[],
  {
    type,
    polynomialOrder = 2,
    intercept,
  }: Pick<ChartTrendline, "type" | "polynomialOrder" | "intercept">,
  written: (value: number) => string,
): Fit | null {
  switch (type) {
    case "Exponential": {
      const start = intercept !== undefined && intercept > 0 ? Math.log(intercept) : undefined;
      const found = leastSquares(logarithms(pairs, false, true), 1, start);
      if (found === null) return null;
      const [a = 0, b = 0] = found.factors;
      const factor = Math.exp(a);
      return {
        at: (x) => factor * Math.exp(b * x),
        equation: `y = ${written(factor)}e^(${written(b)}x)`,
        rSquared: found.rSquared,
      };
    }
    case "Logarithmic": {
      const found = leastSquares(logarithms(pairs, true, false), 1);
      if (found === null) return null;
      const [a = 0, b = 0] = found.factors;
      return {
        at: (x) => a + b * Math.log(x),
        equation: `y = ${written(b)}ln(x)${signed(a, written)}`,
        rSquared: found.rSquared,
      };
    }
    case "Power": {
      const found = leastSquares(logarithms(pairs, true, true), 1);
      if (found === null) return null;
      const [a = 0, b = 0] = found.factors;
      const factor = Math.exp(a);
      return {
        at: (x) => factor * x ** b,
        equation: `y = ${written(factor)}x^${written(b)}`,
        rSquared: found.rSquared,
      };
    }
    default: {
      const found = leastSquares(pairs, type === "Polynomial" ? polynomialOrder : 1, intercept);
      if (found === null) return null;
      const { factors, rSquared } = found;
      return {
        at: (x) => factors.reduceRight((sum, factor) => sum * x + factor, 0),
        equation: polynomialText(factors, written),
        rSquared,
      };
    }
  }
}

/** Pairs with logarithms in place of their values; empty where one of them has none. */
function logarithms(pairs: readonly Pair[], ofX: boolean, ofY: boolean): Pair[] {
  if (pairs.some(({ x, y }) => (ofX && x <= 0) || (ofY && y <= 0))) return [];
  return pairs.map(({ x, y }) => ({ x: ofX ? Math.log(x) : x, y: ofY ? Math.log(y) : y }));
}

/** Factors from the constant upwards; a given constant is kept. Null where the pairs do not determine them. */
function leastSquares(
  pairs: readonly Pair[],
  order: number,
  constant?: number,
): { readonly factors: readonly number[]; readonly rSquared: number } | null {
  const first = constant === undefined ? 0 : 1;
  const count = order + 1 - first;
  if (pairs.length < count || pairs.length === 0) return null;
  // Scaled to about 1, high powers of x stay numbers that can be told apart.
  const unit = Math.max(...pairs.map(({ x }) => Math.abs(x))) || 1;
  const rows = pairs.map(({ x }) =>
    Array.from({ length: count }, (_, power) => (x / unit) ** (power + first)),
  );
  const goals = pairs.map(({ y }) => y - (constant ?? 0));
  const found = solve(rows, goals);
  if (found === null) return null;
  const free = found.map((factor, power) => factor / unit ** (power + first));
  const factors = constant === undefined ? free : [constant, ...free];
  const mean = pairs.reduce((sum, { y }) => sum + y, 0) / pairs.length;
  let rest = 0;
  let spread = 0;
  for (const { x, y } of pairs) {
    const at = factors.reduceRight((sum, factor) => sum * x + factor, 0);
    rest += (y - at) ** 2;
    spread += (y - mean) ** 2;
  }
  return { factors, rSquared: spread === 0 ? 1 : 1 - rest / spread };
}

/** The factors that bring the columns of `rows` closest to `goals`, by orthogonal columns (modified Gram-Schmidt). */
function solve(rows: readonly (readonly number[])[], goals: readonly number[]): number[] | null {
  const count = rows[0]?.length ?? 0;
  const columns = Array.from({ length: count }, (_, at) => rows.map((row) => row[at] ?? 0));
  const upper: number[][] = columns.map(() => []);
  const rest = [...goals];
  const sides: number[] = [];
  columns.forEach((column, at) => {
    const length = Math.sqrt(dot(column, column));
    const above = [length];
    upper[at] = above;
    column.forEach((value, row) => (column[row] = length === 0 ? 0 : value / length));
    for (const other of columns.slice(at + 1)) {
      const along = dot(column, other);
      above.push(along);
      other.forEach((value, row) => (other[row] = value - along * (column[row] ?? 0)));
    }
    const along = dot(column, rest);
    sides.push(along);
    rest.forEach((value, row) => (rest[row] = value - along * (column[row] ?? 0)));
  });
  const factors = Array.from({ length: count }, () => 0);
  for (let at = count - 1; at >= 0; at--) {
    const [pivot = 0, ...others] = upper[at] ?? [];
    if (pivot < 1e-12) return null;
    const known = others.reduce(
      (sum, value, step) => sum + value * (factors[at + 1 + step] ?? 0),
      0,
    );
    factors[at] = ((sides[at] ?? 0) - known) / pivot;
  }
  return factors;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function polynomialText(factors: readonly number[], written: (value: number) => string): string {
  const terms = factors.map((factor, power) => ({ factor, power })).reverse();
  const [first, ...others] = terms;
  const part = (factor: number, power: number): string => {
    if (power === 0) return written(factor);
    const letter = power === 1 ? "x" : `x${raised(power)}`;
    return `${written(factor).replace(/^(-?)1$/, "$1")}${letter}`;
  };
  const start = first === undefined ? "0" : part(first.factor, first.power);
  const rest = others
    .filter(({ factor, power }) => power > 0 || factor !== 0)
    .map(({ factor, power }) => ` ${factor < 0 ? "-" : "+"} ${part(Math.abs(factor), power)}`);
  return `y = ${start}${rest.join("")}`;
}

function signed(value: number, written: (value: number) => string): string {
  return ` ${value < 0 ? "-" : "+"} ${written(Math.abs(value))}`;
}

function raised(power: number): string {
  return "⁰¹²³⁴⁵⁶"[power] ?? `^${power}`;
}

/** Four decimals, or as many digits as a very small or large number needs. */
function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.0001 || size >= 1e9)) {
    return value
      .toExponential(4)
      .replace(/\.?0+e/, "e")
      .replace("e", "E");
  }
  return String(Number(value.toFixed(4)));
}
