import type { Cell } from "../change";
import { keyOf } from "./key";
import { KnownRows } from "./known-rows";
import type { ExistingRows, ImportChoices, ImportPlan, IncomingRows, OtherKey } from "./plan";
import { partsOfKey, usableKeys, type ImportTarget, type KeyPart } from "./target";

const rowsPerStep = 500;
/** Fewer of the new rows than that are chance: a switchboard's number belongs to several companies. */
const fairShare = 0.1;

/**
 * Looks whether another key knows rows that the chosen one takes for new: ids of another program match nothing, and the
 * same customers would come in a second time. One that knows fewer of all rows would make other rows new, and is not told.
 * Each `yield` is a place to pause and says how much is done, 0 to 1.
 *
 * @param plan - what the chosen key makes of the rows
 * @returns the key that knows most of the new rows, a fair share of them at least where the chosen one knows some rows
 */
export function* otherKeyFor(
  target: ImportTarget,
  rows: IncomingRows,
  plan: Pick<ImportPlan, "added" | "updated" | "unchanged">,
  existing: ExistingRows,
  { key: chosen, mapping }: Pick<ImportChoices, "key" | "mapping">,
): Generator<number, OtherKey | null> {
  const mapped = (column: string) => mapping[column] !== undefined;
  const present = (column: string) => existing.columns[column] !== undefined;
  const added = plan.added.map(({ row }) => row);
  const known = [...plan.updated.map(({ row }) => row), ...plan.unchanged];
  const least = known.length === 0 ? 1 : added.length * fairShare;
  let best: OtherKey | null = null;
  // A deal's key holds a day, which both sides write differently: it is told by planning alone.
  const keys = usableKeys(target, mapped, present).filter(
    (key) => key !== chosen && key !== "deal",
  );
  const steps = keys.length * (existing.rowCount + 2 * added.length);
  let done = 0;
  for (const key of keys) {
    const parts = partsOfKey(target, key, mapped, present) ?? [];
    const keyAt = (cellOf: (column: string) => Cell): string | null =>
      keyOf(
        key,
        parts.map(({ column }) => cellOf(column)),
      );
    const sides: Sides = {
      rowCount: existing.rowCount,
      present: (row) => keyAt((column) => existing.columns[column]?.[row] ?? null),
      incoming: (row) => keyAt((column) => rows[row]?.[mapping[column] ?? -1] ?? null),
    };
    const count = function* (wanted: readonly number[]): Generator<number, number> {
      const found = countKnown(parts, sides, wanted);
      for (let step = found.next(); ; step = found.next()) {
        if (step.done === true) return step.value;
        done += rowsPerStep;
        yield Math.min(1, done / steps);
      }
    };
    const ofAdded = yield* count(added);
    if (ofAdded < least || ofAdded <= (best?.rows ?? 0)) continue;
    if (known.length > 0 && ofAdded + (yield* count(known)) < known.length) continue;
    best = { key, rows: ofAdded };
  }
  return best;
}

/** The keys of rows on both sides; null where one has none. */
interface Sides {
  readonly rowCount: number;
  readonly present: (row: number) => string | null;
  readonly incoming: (row: number) => string | null;
}

/** How many incoming rows a key finds among those that are there. Yields after every so many rows. */
function* countKnown(
  parts: readonly KeyPart[],
  { rowCount, present, incoming }: Sides,
  wanted: readonly number[],
): Generator<undefined, number> {
  const rows = new KnownRows(parts);
  for (let row = 0; row < rowCount; row += 1) {
    const key = present(row);
    if (key !== null) rows.addPresent(key, row);
    if (row % rowsPerStep === rowsPerStep - 1) yield;
  }
  const keys: (string | null)[] = [];
  for (const row of wanted) {
    const key = incoming(row);
    if (key !== null) rows.addIncoming(key, row);
    if (keys.push(key) % rowsPerStep === 0) yield;
  }
  yield* rows.prepare();
  let count = 0;
  for (const [at, row] of wanted.entries()) {
    const key = keys[at] ?? null;
    if (key !== null && rows.find(key, row).known === "row") count += 1;
    if (at % rowsPerStep === rowsPerStep - 1) yield;
  }
  return count;
}
