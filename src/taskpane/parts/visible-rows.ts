/** Rows `first` up to, not including, `end`. */
export interface RowSpan {
  readonly first: number;
  readonly end: number;
}

/**
 * Which rows of a list with equal heights a viewport touches, with a few more on either side.
 *
 * @param count - rows in the list
 * @param rowHeight - pixels
 * @param top - how far the viewport's upper edge lies below the list's; negative while the list begins further down
 * @param viewport - the viewport's height in pixels
 * @param spare - rows added on either side, so that quick scrolling shows no gaps
 */
export function visibleRows(
  count: number,
  rowHeight: number,
  top: number,
  viewport: number,
  spare: number,
): RowSpan {
  const first = Math.floor(top / rowHeight) - spare;
  const end = Math.ceil((top + viewport) / rowHeight) + spare;
  const clamp = (row: number) => Math.min(count, Math.max(0, row));
  return { first: clamp(first), end: clamp(end) };
}
