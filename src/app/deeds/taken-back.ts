import type { AuditEntry } from "../../tables/audit/entries";
import type { LoggedDeed } from "./audit-log";

/** What of the deeds shown has been taken back since. */
export interface TakenBack {
  /** Whether a deed has been taken back: wholly, in part, or not. */
  deed(logged: LoggedDeed): "all" | "part" | "no";
  entry(entry: AuditEntry): boolean;
}

/**
 * Works out what was taken back, from deeds in their order, the newest first. A take-back that was itself taken back
 * does not count.
 */
export function takenBackIn(deeds: readonly LoggedDeed[]): TakenBack {
  const entries = new Set<string>();
  /** By deed: of how many of its entries a take-back tells, also where not all of those are at hand. */
  const counts = new Map<string, number>();
  for (const logged of deeds) {
    const shown = logged.entries.filter(({ id }) => !entries.has(id));
    const refers = shown.filter(({ refersTo }) => refersTo !== null);
    for (const { refersTo } of refers) if (refersTo !== null) entries.add(refersTo);
    const unseen =
      refers.length === logged.entries.length ? logged.count - logged.entries.length : 0;
    const of = deedIn(refers[0]?.refersTo ?? "");
    if (refers.length > 0) counts.set(of, (counts.get(of) ?? 0) + refers.length + unseen);
  }
  return {
    entry: ({ id }) => entries.has(id),
    deed({ deed, entries: own, count }) {
      const known = counts.get(deed.id) ?? 0;
      const seen = own.filter(({ id }) => entries.has(id)).length;
      if (known >= count || (own.length > 0 && seen === own.length && known >= own.length))
        return known > 0 ? "all" : "no";
      return known > 0 || seen > 0 ? "part" : "no";
    },
  };
}

function deedIn(entryId: string): string {
  return entryId.slice(0, Math.max(0, entryId.lastIndexOf("-")));
}
