import type { AuditEntry } from "../../tables/audit/entries";
import { isFollowingDay } from "../../tables/native/as-of";
import type { WorkbookFacts } from "../workbook/facts";
import type { LoggedDeed } from "./audit-log";
import type { ColumnPlace, StructureObstacle } from "./obstacles";
import type { TakenBack } from "./taken-back";
import { isOfFormulas } from "./take-back-formulas";

/**
 * Why an entry is never taken back, whatever the workbook holds by now; null where it may be. Known without reading
 * anything, so that nobody is offered what can only be refused; rule P4.
 *
 * @example lastingReason(entryOfSetUp, facts) //=> { code: "set-up-stays", … }
 */
export function lastingReason(
  entry: AuditEntry,
  { tables, mode }: Pick<WorkbookFacts, "tables" | "mode">,
): StructureObstacle | null {
  const { deed, what } = entry;
  if (deed.kind === "migrate") {
    const table = what.kind === "note" ? "settings" : what.table;
    return { code: "upgrade-stays", backup: deed.about, table, id: "", column: "" };
  }
  if (what.kind === "note" || "rowId" in what) return null;
  const { kind, table, column, to } = what;
  const place: ColumnPlace = { table, id: "", column };
  if (deed.kind === "set-up") return { code: "set-up-stays", ...place };
  const bound = tables[table];
  switch (kind) {
    case "mode":
      return to === mode ? null : { code: "mode-changed", ...place };
    case "as-of":
      // What a person typed over it meanwhile stays, and goes back with no switch.
      return isFollowingDay(to) === (mode === "native") ? null : { code: "mode-changed", ...place };
    case "table-added":
    case "table-adopted":
      return bound === undefined
        ? { code: "table-gone", ...place }
        : { code: "table-stays", sheet: bound.sheet, ...place };
    case "filled":
    case "named":
    case "version":
      return { code: deed.kind === "repair" ? "repair-stays" : "set-up-stays", ...place };
    case "highlight":
      if (isOfFormulas(entry)) return null;
      return { code: to === 0 ? "repair-again" : "repair-stays", ...place };
    case "refilled":
    case "setting-added":
    case "rows-joined":
      return { code: "repair-stays", ...place };
    case "width":
      return { code: "width-stays", ...place };
    case "own-left":
      return { code: "formula-kept", ...place };
    default:
      return null;
  }
}

/**
 * Why nothing of a deed, or nothing of what is left of it, can ever be taken back: each reason once. Null where something
 * may be, and where some entries of a long deed have not been read.
 */
export function lastingDeed(
  { deed, count, entries }: LoggedDeed,
  facts: Pick<WorkbookFacts, "tables" | "mode">,
  takenBack: TakenBack,
): readonly StructureObstacle[] | null {
  // A switch of the calculated columns goes back as a whole, and only from where it led to.
  const switched = entries.find((entry) => entry.what.kind === "mode" && !takenBack.entry(entry));
  const since = switched === undefined ? null : lastingReason(switched, facts);
  if (since !== null) return [since];
  const isOneThing = deed.kind === "set-up" || deed.kind === "migrate";
  if (!isOneThing && entries.length < count) return null;
  const reasons = new Map<string, StructureObstacle>();
  for (const entry of entries) {
    if (entry.what.kind === "note" || takenBack.entry(entry)) continue;
    const reason = lastingReason(entry, facts);
    if (reason === null) return null;
    const about = reason.code === "table-stays" ? reason.table : "";
    reasons.set(`${reason.code} ${about}`, reason);
  }
  return reasons.size === 0 ? null : [...reasons.values()];
}
