import type { Side } from "../../app/conflicts/resolve";
import { resolvedRows } from "../../app/conflicts/resolve";
import type { PlannedFollowUp } from "../../app/log-follow-up";
import type { CustomerView } from "../../app/today/customer-view";
import type { Conflict } from "../../app/workbook/rows";
import { isoDay } from "../../domain/day";
import type { Cell, Row } from "../../tables/change";
import type { FollowUpDraft } from "./draft";

const followed = ["demand", "expectedClose", "lastFollowUp", "agreedDay"] as const;

/** What the sheet held of all that a follow-up may move. */
export function cellsSeen({ cells }: CustomerView): Row {
  return Object.fromEntries(followed.map((column) => [column, cells[column] ?? null]));
}

/**
 * Cells that saving would write and that no longer hold what the person saw when they began to write: somebody else has
 * changed them meanwhile, and the form would pass over it in silence.
 */
export function disputesOf(
  planned: PlannedFollowUp | null,
  seen: Row | undefined,
): readonly Conflict[] {
  if (planned === null || seen === undefined) return [];
  return planned.change.updated.flatMap(({ table, id, cells }) =>
    Object.entries(cells).flatMap(([column, { from }]): readonly Conflict[] => {
      const expected = seen[column];
      if (expected === undefined || isSame(expected, from)) return [];
      return [{ table, id, column, expected, found: from }];
    }),
  );
}

/** F6: of two last follow-ups the later one counts, whoever logged it. */
export function isRuled({ column }: Pick<Conflict, "column">): boolean {
  return column === "lastFollowUp";
}

/**
 * The draft after its person decided: where the sheet's value stays the field shows it, and what was decided counts as
 * seen.
 */
export function decided(
  draft: FollowUpDraft,
  customer: CustomerView,
  sides: readonly { readonly column: string; readonly side: Side }[],
): FollowUpDraft {
  const theirs = new Set(sides.filter(({ side }) => side === "theirs").map(({ column }) => column));
  const { demand, expectedClose, agreedDay, ...rest } = draft;
  const now = cellsSeen(customer);
  const seen = { ...now, ...draft.seen };
  for (const { column } of sides) seen[column] = now[column] ?? null;
  const { agreedDay: theirDay } = customer;
  return {
    ...rest,
    agreedDay: theirs.has("agreedDay") ? (theirDay === null ? "" : isoDay(theirDay)) : agreedDay,
    ...(demand === undefined || theirs.has("demand") ? {} : { demand }),
    ...(expectedClose === undefined || theirs.has("expectedClose") ? {} : { expectedClose }),
    seen,
  };
}

/** The follow-up without the cells in which formulas stand, which stay. */
export function besides(planned: PlannedFollowUp, formulas: readonly Conflict[]): PlannedFollowUp {
  const { change } = planned;
  const updated = resolvedRows("customers", change.updated, formulas, () => "theirs");
  return { ...planned, change: { ...change, updated } };
}

function isSame(one: Cell, other: Cell): boolean {
  return (one ?? "") === (other ?? "");
}
