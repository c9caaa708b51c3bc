/**
 * Keeps the reading of the last area. A column of a hundred thousand cells hands over the same settings in every call;
 * reading them once is what makes a call cheap. The answer depends on the cells alone, so nothing can tell.
 *
 * @param read - must be pure
 */
export function rememberLast<T>(read: (area: unknown) => T): (area: unknown) => T {
  let last: { readonly area: readonly (readonly unknown[])[]; readonly reading: T } | null = null;
  return (area) => {
    if (!isArea(area)) return read(area);
    if (last !== null && isSameArea(area, last.area)) return last.reading;
    // Copied, because the caller may use the array again for other cells.
    last = { area: area.map((row) => [...row]), reading: read(area) };
    return last.reading;
  };
}

function isArea(area: unknown): area is readonly (readonly unknown[])[] {
  if (!Array.isArray(area)) return false;
  for (let r = 0; r < area.length; r++) if (!Array.isArray(area[r])) return false;
  return true;
}

function isSameArea(
  area: readonly (readonly unknown[])[],
  known: readonly (readonly unknown[])[],
): boolean {
  if (area.length !== known.length) return false;
  for (let r = 0; r < known.length; r++) {
    const row = area[r];
    const knownRow = known[r];
    if (row?.length !== knownRow?.length) return false;
    for (let c = 0; row && knownRow && c < knownRow.length; c++)
      if (!isSameCell(row[c], knownRow[c])) return false;
  }
  return true;
}

/** One comparison per type, because engines compare numbers with numbers and texts with texts fastest. */
function isSameCell(cell: unknown, known: unknown): boolean {
  if (typeof known === "number") return typeof cell === "number" && cell === known;
  if (typeof known === "string") return typeof cell === "string" && cell === known;
  return cell === known;
}
