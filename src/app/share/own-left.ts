import type { Noted, ToldDeed } from "../deeds/told-deed";
import { twice } from "../deeds/twice";
import type { PerformFailure } from "../deeds/perform";
import type { Workbook } from "../workbook";
import type { OwnLeft } from "./formulas";

/**
 * Writes down the formulas of people's own that could not go back to their cells, rule P4; only then does the workbook
 * forget them.
 *
 * @returns why they are not told of, and still remembered for the next switch or repair; null where all is well
 */
export async function tellOwnLeft(
  workbook: Workbook,
  deed: ToldDeed,
  left: readonly OwnLeft[],
): Promise<PerformFailure | null> {
  if (left.length === 0) return null;
  const told = await deed.tell(left.map(notedOf));
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
