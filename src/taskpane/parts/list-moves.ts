/** A row of a list that is cut into sections, both counted from zero. */
export interface Place {
  readonly section: number;
  readonly row: number;
}

const noWhere: Place = { section: 0, row: 0 };

/**
 * Where a key leads from a row; null for a key that moves nothing. Moves run on from section to section and stop at
 * both ends.
 *
 * @param lengths - rows per section; no section is empty
 * @param page - how many rows a Page key passes
 */
export function placeAfterKey(
  key: string,
  from: Place,
  lengths: readonly number[],
  page: number,
): Place | null {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total === 0) return null;
  const flat = lengths.slice(0, from.section).reduce((sum, length) => sum + length, 0) + from.row;
  switch (key) {
    case "ArrowDown":
      return placeAt(flat + 1, lengths, total);
    case "ArrowUp":
      return placeAt(flat - 1, lengths, total);
    case "PageDown":
      return placeAt(flat + page, lengths, total);
    case "PageUp":
      return placeAt(flat - page, lengths, total);
    case "Home":
      return placeAt(0, lengths, total);
    case "End":
      return placeAt(total - 1, lengths, total);
    default:
      return null;
  }
}

function placeAt(flat: number, lengths: readonly number[], total: number): Place {
  let row = Math.min(Math.max(flat, 0), total - 1);
  for (const [section, length] of lengths.entries()) {
    if (row < length) return { section, row };
    row -= length;
  }
  return noWhere;
}
