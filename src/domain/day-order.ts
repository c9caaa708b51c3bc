import type { CellValue } from "./cell";
import { civil, dayOf, type Day } from "./day";
import { parseDay } from "./day-text";

/** In which order days are written whose year stands last: 10/20/2016 or 20/10/2016. */
export type DayOrder = "month-first" | "day-first";

const yearLast = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[\sT])/u;

/** Spares most days the look at their signs. */
const yearFirstAlready = /^\d{4}/u;

/** The days a text with the year last can mean: null where that order gives none. */
export interface YearLastDay {
  readonly monthFirst: Day | null;
  readonly dayFirst: Day | null;
}

/**
 * Reads a day whose year stands last, in both orders. Never for counting: which of the two is meant, the text alone
 * cannot say.
 *
 * @returns null for any other text, and where neither order gives a day
 *
 * @example
 * readYearLast("10/20/2016") //=> { monthFirst: day("2016-10-20"), dayFirst: null }
 * readYearLast("3/1/2017")   //=> { monthFirst: day("2017-03-01"), dayFirst: day("2017-01-03") }
 */
export function readYearLast(text: string): YearLastDay | null {
  if (yearFirstAlready.test(text)) return null;
  const plain = text.normalize("NFKC");
  const match = yearLast.exec(plain);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const monthFirst = dayOf(year, first, second);
  const dayFirst = dayOf(year, second, first);
  if (!monthFirst.ok && !dayFirst.ok) return null;
  // What stands behind the day must be a time of day, as behind any other.
  const order = monthFirst.ok ? "month-first" : "day-first";
  if (!parseDay(yearFirst(plain, order)).ok) return null;
  return {
    monthFirst: monthFirst.ok ? monthFirst.value : null,
    dayFirst: dayFirst.ok ? dayFirst.value : null,
  };
}

/** What a column's days tell about the order they are written in. */
export interface OrderEvidence {
  /** How many can only be read with the month first, and how many only with the day first. */
  readonly monthFirst: number;
  readonly dayFirst: number;
  /** How many mean one day in one order and another day in the other. */
  readonly either: number;
  /** The first of each, as it stands in its cell. */
  readonly examples: Readonly<Partial<Record<DayOrder | "either", string>>>;
}

/** Counts what the days of a column prove, one after another: a part above twelve is no month. */
export class OrderTally {
  readonly #examples: Partial<Record<DayOrder | "either", string>> = {};
  #monthFirst = 0;
  #dayFirst = 0;
  #either = 0;

  /** Takes note of a cell's text; one of another form proves nothing. @returns whether its year stands last */
  add(text: string): boolean {
    const read = readYearLast(text);
    if (read === null) return false;
    const { monthFirst, dayFirst } = read;
    if (monthFirst === dayFirst) return true;
    const proof = dayFirst === null ? "month-first" : monthFirst === null ? "day-first" : "either";
    if (proof === "month-first") this.#monthFirst += 1;
    else if (proof === "day-first") this.#dayFirst += 1;
    else this.#either += 1;
    this.#examples[proof] ??= text;
    return true;
  }

  get evidence(): OrderEvidence {
    return {
      monthFirst: this.#monthFirst,
      dayFirst: this.#dayFirst,
      either: this.#either,
      examples: { ...this.#examples },
    };
  }
}

/**
 * What the days of a column prove about their order.
 *
 * @example
 * orderEvidence(["3/1/2017", "10/20/2016"])
 * //=> { monthFirst: 1, dayFirst: 0, either: 1, examples: { "month-first": "10/20/2016", either: "3/1/2017" } }
 */
export function orderEvidence(texts: readonly string[]): OrderEvidence {
  const tally = new OrderTally();
  for (const text of texts) tally.add(text);
  return tally.evidence;
}

/**
 * The order a column is written in: some of its days allow no other, and none contradicts.
 *
 * @returns null where nothing proves an order, or both are proven
 *
 * @example
 * provenOrder({ monthFirst: 3, dayFirst: 0, either: 40, examples: {} }) //=> "month-first"
 */
export function provenOrder({ monthFirst, dayFirst }: OrderEvidence): DayOrder | null {
  if (monthFirst > 0 === dayFirst > 0) return null;
  return monthFirst > 0 ? "month-first" : "day-first";
}

/** Of whole columns at least so many days have a part above twelve: three of five do, in a year of days. */
const ampleShare = 0.1;

/**
 * Whether so many days prove the order that the others can be read by it without asking: a single typing error must not
 * turn a thousand days around.
 */
export function isAmple({ monthFirst, dayFirst, either }: OrderEvidence): boolean {
  const proofs = monthFirst + dayFirst;
  return proofs >= ampleShare * (proofs + either);
}

/**
 * The order a column's texts prove.
 *
 * @returns "unclear" where there are such days and both orders fit, or neither does; null where there are none
 *
 * @example
 * dayOrderOf(["3/1/2017", "10/20/2016"]) //=> "month-first"
 */
export function dayOrderOf(cells: readonly CellValue[]): DayOrder | "unclear" | null {
  const texts = cells.filter((cell) => typeof cell === "string");
  return (
    provenOrder(orderEvidence(texts)) ??
    (texts.some((text) => yearLast.test(text)) ? "unclear" : null)
  );
}

/**
 * The text with its day written year first, which means one day to everybody; other cells as they are.
 *
 * @example
 * withYearFirst("3/1/2017", "month-first") //=> "2017-3-1"
 */
export function withYearFirst(cell: CellValue, order: DayOrder | null): CellValue {
  return order === null || typeof cell !== "string" ? cell : yearFirst(cell, order);
}

function yearFirst(text: string, order: DayOrder): string {
  return text.replace(yearLast, (_, first: string, _sign, second: string, year: string) =>
    order === "month-first" ? `${year}-${first}-${second}` : `${year}-${second}-${first}`,
  );
}

/**
 * The day with its month and its day of the month exchanged.
 *
 * @returns null where that is no other day: 13 May, 4 April
 *
 * @example
 * turned(day("2026-03-05")) //=> day("2026-05-03")
 */
export function turned(day: Day): Day | null {
  const { year, month, day: dayOfMonth } = civil(day);
  if (month === dayOfMonth) return null;
  const other = dayOf(year, dayOfMonth, month);
  return other.ok ? other.value : null;
}

/** Fewer days that could have been turned are too few to tell from chance. */
const fewestTurned = 3;

/** Counts what the real days of a column tell about whether they were turned around. */
export class TurnTally {
  readonly #daysOfMonth = new Set<number>();
  #turnable = 0;
  #isOpen = true;

  add(day: Day): void {
    const dayOfMonth = civil(day).day;
    if (dayOfMonth > 12) this.#isOpen = false;
    else if (turned(day) !== null) {
      this.#turnable += 1;
      this.#daysOfMonth.add(dayOfMonth);
    }
  }

  /**
   * Whether the real days beside such texts look turned around: a program that reads 03/05/2026 with the month first makes
   * a day of it and leaves 13/05/2026 as text. Then no text is left that could be read in either order, and no real day is
   * later than the twelfth. Days that are all the first of a month, say, were meant so.
   */
  looksTurned(texts: OrderEvidence): boolean {
    return (
      this.#isOpen &&
      texts.either === 0 &&
      provenOrder(texts) !== null &&
      this.#turnable >= fewestTurned &&
      this.#daysOfMonth.size > 1
    );
  }
}
