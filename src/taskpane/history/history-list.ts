import type { LoggedDeed } from "../../app/deeds/audit-log";
import type { Day } from "../../domain/day";
import type { DeedKind } from "../../tables/specs/audit";
import { textOf } from "../../tables/cells";

/** What the add-in does by itself every day; shown only when asked for. */
const routineKinds: ReadonlySet<DeedKind> = new Set(["day", "identify"]);

export function isRoutine({ deed }: LoggedDeed): boolean {
  return routineKinds.has(deed.kind);
}

/** Whether a deed's words hold a text: what it was about, who did it, a row's name, a value. */
export function matchesQuery({ deed, entries }: LoggedDeed, query: string): boolean {
  const wanted = query.toLowerCase();
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  if (wanted === "" || holds(deed.about) || holds(deed.who)) return true;
  return entries.some(({ what, rowName, header }) => {
    if (holds(rowName) || holds(header)) return true;
    if (what.kind === "note") return false;
    const cells = "cells" in what ? Object.values(what.cells) : [what.from, what.to];
    return cells.some((cell) => holds(textOf(cell)));
  });
}

/** Deeds in their order, those of one day together; null for those whose day cannot be read. */
export function deedsByDay(
  deeds: readonly LoggedDeed[],
): readonly { readonly day: Day | null; readonly deeds: readonly LoggedDeed[] }[] {
  const days = new Map<Day | null, LoggedDeed[]>();
  for (const logged of deeds) {
    const day = logged.deed.at?.day ?? null;
    days.set(day, [...(days.get(day) ?? []), logged]);
  }
  return [...days].map(([day, ofDay]) => ({ day, deeds: ofDay }));
}
