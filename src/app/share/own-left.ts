import type { Noted, ToldDeed } from "../deeds/told-deed";
import { twice } from "../deeds/twice";
import type { PerformFailure } from "../deeds/perform";
import type { Workbook } from "../workbook";
import { isWaiting, type OwnLeft } from "./formulas";

/**
 * Writes down the formulas of people's own that can never go back to their cells, rule P4; only then does the workbook
 * forget them. Those that wait for their sheet stay remembered.
 *
 * @returns why they are not told of, and still remembered for the next switch or repair; null where all is well
 */
export async function tellOwnLeft(
  workbook: Workbook,
  deed: ToldDeed,
  left: readonly OwnLeft[],
): Promise<PerformFailure | null> {
  const lost = left.filter((each) => !isWaiting(each));
  if (lost.length === 0) return null;
  const told = await deed.tell(lost.map(notedOf));
  if (!told.ok) return told.error;
  // Where the sheet cannot be removed, Repair finds it.
  await twice(() => workbook.forgetOwn());
  return null;
}

function notedOf({ sheet, address, formula }: OwnLeft): Noted {
  const place = `${sheet}!${address}`;
  return {
    what: { kind: "own-left", table: "customers", column: place, from: formula, to: null },
    header: place,
  };
}
