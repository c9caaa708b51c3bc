import { dayCell, isBlankCell } from "../tables/cells";
import type { NewId } from "../tables/ids";
import { schemaVersion } from "../tables/schema";
import type { CustomerView, Today } from "./today";
import type { Newcomer } from "./workbook";

/** More than a person writes or pastes at once; the rest follow at the next reading. */
const mostAtOnce = 2_000;

/**
 * The customers a person wrote or pasted below the table, which have a name but no id yet, each with a new id and today
 * as its day of creation (F2: somebody never followed up is due from that day). Without them nothing could be logged.
 *
 * @param met - keys of newcomers (see `newcomerKey`) that were offered before and are left alone: what a person took
 * back with Ctrl+Z must not come again by itself
 */
export function newcomers(
  today: Today,
  newId: NewId,
  met: ReadonlySet<string>,
): readonly Newcomer[] {
  const { facts, asOf } = today;
  if (facts.readOnly || facts.schemaVersion === null || facts.schemaVersion > schemaVersion)
    return [];
  const createdDay = dayCell(asOf, facts.dateSystem);
  return [...today.customers.values()]
    .filter((view) => isNewcomer(view) && !met.has(newcomerKey(view)))
    .slice(0, mostAtOnce)
    .map(({ row, cells }) => ({ row, name: cells["name"] ?? null, id: newId("C"), createdDay }));
}

/** By what a newcomer is known before it has an id. */
export function newcomerKey({ row, cells }: Pick<CustomerView, "row" | "cells">): string {
  return `${row}:${String(cells["name"] ?? "")}`;
}

function isNewcomer({ identified, cells }: CustomerView): boolean {
  return !identified && isBlankCell(cells["id"] ?? null) && !isBlankCell(cells["name"] ?? null);
}
