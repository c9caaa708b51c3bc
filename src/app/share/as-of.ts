import { isoDay } from "../../domain/day";
import { dayFromSerial } from "../../domain/serial";
import type { Cell } from "../../tables/change";
import type { PerformFailure } from "../deeds/perform";
import type { ToldDeed } from "../deeds/told-deed";
import type { WorkbookFacts } from "../workbook/facts";
import type { Switched } from "./formulas";

/**
 * Up to so many customers the as-of day of native formulas follows Excel's own clock. TODAY() makes Excel calculate all
 * that depends on it at every entry, which LibreOffice does in 0.24 ms a customer (docs/figures.md): people would wait.
 */
export const mostFollowing = 2_000;

/**
 * Writes down that the as-of day follows Excel's own clock from now on, or stands still again; rule P4.
 *
 * @param refersTo - for taking back: the entry this takes back
 * @returns why it is not told of; null where it is, or nothing became of it
 */
export async function tellAsOf(
  deed: ToldDeed,
  { dateSystem }: Pick<WorkbookFacts, "dateSystem">,
  asOf: Switched["asOf"],
  refersTo: string | null,
): Promise<PerformFailure | null> {
  if (asOf === null) return null;
  const shown = (cell: Cell): Cell => {
    const day = typeof cell === "number" ? dayFromSerial(cell, dateSystem) : null;
    return day?.ok === true ? isoDay(day.value) : cell;
  };
  const [from, to] = [shown(asOf.from), shown(asOf.to)];
  const told = await deed.tell([
    { what: { kind: "as-of", table: "settings", column: "amount", from, to }, refersTo },
  ]);
  return told.ok ? null : told.error;
}
