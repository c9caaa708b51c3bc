import { keyOf } from "./key";
import type { ExistingRows, ImportChoices, IncomingRows, OtherKey } from "./plan";
import { columnsOfKey, usableKeys, type ImportTarget } from "./target";

const rowsPerStep = 1_000;

/**
 * Looks whether another key knows rows that the chosen one does not know at all: ids of another program match nothing,
 * and the same customers would come in a second time. Each `yield` is a place to pause and says how much is done, 0 to 1.
 *
 * @param added - the incoming rows taken for new
 */
export function* otherKeyFor(
  target: ImportTarget,
  rows: IncomingRows,
  added: readonly number[],
  existing: ExistingRows,
  { key: chosen, mapping }: Pick<ImportChoices, "key" | "mapping">,
): Generator<number, OtherKey | null> {
  const mapped = (column: string) => mapping[column] !== undefined;
  const present = (column: string) => existing.columns[column] !== undefined;
  let best: OtherKey | null = null;
  // A deal's key holds a day, which both sides write differently: it is told by planning alone.
  const keys = usableKeys(target, mapped, present).filter(
    (key) => key !== chosen && key !== "deal",
  );
  const steps = keys.length * (existing.rowCount + added.length);
  let done = 0;
  for (const key of keys) {
    const columns = columnsOfKey(target, key, mapped, present) ?? [];
    const known = new Set<string>();
    for (let at = 0; at < existing.rowCount; at += 1) {
      const found = keyOf(
        key,
        columns.map((column) => existing.columns[column]?.[at] ?? null),
      );
      if (found !== null) known.add(found);
      if (at % rowsPerStep === 0) yield (done + at) / steps;
    }
    done += existing.rowCount;
    let count = 0;
    for (const [at, row] of added.entries()) {
      const cells = columns.map((column) => rows[row]?.[mapping[column] ?? -1] ?? null);
      const found = keyOf(key, cells);
      if (found !== null && known.has(found)) count += 1;
      if (at % rowsPerStep === 0) yield (done + at) / steps;
    }
    done += added.length;
    if (count > (best?.rows ?? 0)) best = { key, rows: count };
  }
  return best;
}
