import type { Day } from "../../domain/day";
import type { DayOrder, OrderEvidence } from "../../domain/day-order";

/** What a person said about the days of one incoming column. */
export interface DaysSaid {
  /** How those with the year last are read; null for nothing said. */
  readonly order: DayOrder | null;
  /** Whether its other days were turned around when their file was opened; null for nothing said. */
  readonly turned: "turned" | "right" | null;
}

/** A column that holds days with the year last, and what they tell about how its days are to be read. */
export interface IncomingDays {
  readonly column: string;
  readonly evidence: OrderEvidence;
  /** The order they are read in; null where nobody knows it, and then their cells cannot be read. */
  readonly order: DayOrder | null;
  /** Days beside them that look turned around; null for none. */
  readonly turned: TurnedIncoming | null;
}

export interface TurnedIncoming {
  readonly count: number;
  /** The first of them, and what it was meant to be. */
  readonly example: { readonly from: Day; readonly to: Day };
  readonly said: DaysSaid["turned"];
}
