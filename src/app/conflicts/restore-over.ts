import type { CellChange, UpdatedRow } from "../../tables/change";
import { each } from "../../tables/row-list";
import { findingOrigins } from "../deeds/origins";
import { aboutOf, type RefusedEntry, type TakeBackPlan } from "../deeds/take-back";
import { atOnce } from "../slices";
import type { Conflict } from "../workbook/rows";
import { conflictKey, isMineToWrite, type SideOf } from "./resolve";

/** A cell that was changed after a deed wrote it, and what it held before the deed. */
export interface RestorableCell extends Conflict {
  readonly change: CellChange;
  readonly rowName: string;
}

/**
 * The cells of a plan that are refused because somebody changed them since: a person may have what they held before the
 * deed all the same, cell by cell; rule P4. Each cell once, in the order of the entries.
 */
export function restorableCells({
  refused,
}: Pick<TakeBackPlan, "refused">): readonly RestorableCell[] {
  const cells = new Map<string, RestorableCell>();
  for (const { entry, obstacles } of refused) {
    const { what, rowName } = entry;
    if (what.kind !== "cell") continue;
    for (const obstacle of obstacles) {
      if (obstacle.code !== "changed-since") continue;
      const { code: _, ...conflict } = obstacle;
      const key = conflictKey(conflict);
      // A deed that wrote the cell twice is taken back to what was there before the first time.
      if (!cells.has(key))
        cells.set(key, { ...conflict, change: { from: conflict.found, to: what.from }, rowName });
    }
  }
  return [...cells.values()];
}

/**
 * The plan that also restores the cells a person insists on, over what was found there: whoever changes them once more
 * is a conflict again.
 *
 * @param sideOf - "mine" restores what was before the deed, "theirs" leaves the cell
 */
export function insistingOn(plan: TakeBackPlan, sideOf: SideOf): TakeBackPlan {
  const wanted = restorableCells(plan).filter(
    (cell) => sideOf(cell) === "mine" && isMineToWrite(cell),
  );
  if (wanted.length === 0) return plan;
  const keys = new Set(wanted.map(conflictKey));
  const isInsisted = ({ entry, obstacles }: RefusedEntry): boolean =>
    entry.what.kind === "cell" &&
    obstacles.some(
      (obstacle) => obstacle.code === "changed-since" && keys.has(conflictKey(obstacle)),
    );
  const rows = new Map<string, UpdatedRow>();
  for (const row of each(plan.change.updated)) rows.set(`${row.table} ${row.id}`, row);
  for (const { table, id, column, change } of wanted) {
    const key = `${table} ${id}`;
    rows.set(key, { table, id, cells: { ...rows.get(key)?.cells, [column]: change } });
  }
  const insisted = plan.refused.filter(isInsisted).map(({ entry }) => entry);
  return {
    ...plan,
    change: { ...plan.change, updated: [...rows.values()] },
    readyCount: plan.readyCount + insisted.length,
    about: plan.about === "" ? aboutOf(insisted, plan.facts) : plan.about,
    origins: [...plan.origins, atOnce(findingOrigins(insisted))],
    refused: plan.refused.filter((refusal) => !isInsisted(refusal)),
  };
}
