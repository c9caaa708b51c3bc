/** An id no column of the table has. */
export function nextColumnId(ids: readonly number[]): number {
  return Math.max(0, ...ids) + 1;
}

/** "Column1", "Column2"… the first that is free, as Excel names columns it has to name itself. */
export function freeColumnName(taken: readonly string[], stem = "Column"): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = `${stem}${number}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}
