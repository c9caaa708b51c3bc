import { provenOrder, type DayOrder, type OrderEvidence } from "../../domain/day-order";
import type { Language } from "../../tables/schema";
import { healthWords } from "./health";

/** What is known about the order of a column's days, whether they are in the sheet or come in. */
export interface DayOrderFacts {
  /** What people call the column. */
  readonly name: string;
  readonly evidence: OrderEvidence;
  /** The order the days are read in; null where a person has to say it. */
  readonly order: DayOrder | null;
  /** Whether a person said that order. */
  readonly isSaid: boolean;
  /** Real days that look turned around: how many, and one of them before and after; null for none. */
  readonly turned: {
    readonly count: number;
    readonly before: string;
    readonly after: string;
  } | null;
}

/** What the days of a column tell about their order, and what a person said, as one line; rule R1. */
export function dayOrderText(
  { name, evidence, order, isSaid, turned }: DayOrderFacts,
  language: Language,
): string {
  const { dayOrder } = healthWords[language];
  const { monthFirst, dayFirst, either, examples } = evidence;
  const { "month-first": month = "", "day-first": day = "", either: open = "" } = examples;
  if (turned !== null && order !== null) {
    const { count, before, after } = turned;
    return dayOrder.turned(name, count, order, examples[order] ?? "", before, after);
  }
  const said = isSaid && order !== null ? dayOrder.said(order) : "";
  if (monthFirst > 0 && dayFirst > 0) return dayOrder.torn(name, month, day, either, open) + said;
  const proven = provenOrder(evidence);
  return proven === null
    ? dayOrder.open(name, either, open) + said
    : dayOrder.known(name, proven, monthFirst + dayFirst, month || day, either) + said;
}
