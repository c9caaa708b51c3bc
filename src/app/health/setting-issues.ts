import { textOf } from "../../tables/cells";
import { dataIssue } from "../../tables/issues";
import { likenessRows, readLikenessLimits } from "../../tables/likeness-settings";
import { profileFieldsRow, verificationDaysRow, type ProfileSettings } from "../../tables/profile";
import { placeOf } from "../today/assemble-today";
import { rowAt, rowsIn, type ReadTable } from "./read";
import type { HealthIssue } from "./report";
import { bare, IssueMaker, type Surroundings } from "./rows";

/** Rows of Settings that the rules of Today do not read. */
const rowsHere: readonly string[] = [verificationDaysRow, profileFieldsRow, ...likenessRows];

/** Settings of R1, I3 and T3 that cannot be used, and those whose row is gone: their defaults count meanwhile. */
export function settingIssues(
  { unknown, unreadableDays }: ProfileSettings,
  read: ReadTable | undefined,
  around: Surroundings,
): readonly HealthIssue[] {
  if (read === undefined) return [];
  const make = new IssueMaker("settings", around);
  const ids = (read.columns["id"] ?? []).map((cell) => textOf(cell).trim());
  const wrong = [
    ...(unknown.length > 0 ? [profileFieldsRow] : []),
    ...(unreadableDays !== null ? [verificationDaysRow] : []),
    ...readLikenessLimits(rowsIn(read)).unusable,
  ];
  const { sheet, headers } = placeOf(around.facts, "settings");
  return rowsHere.flatMap((id): readonly HealthIssue[] => {
    const row = ids.indexOf(id);
    if (row < 0) {
      const where = { table: "settings", sheet, id, row: null, column: "amount" } as const;
      const header = headers["amount"] ?? null;
      return [bare(dataIssue("setting-missing", { ...where, header, found: id }))];
    }
    if (!wrong.includes(id)) return [];
    const cells = rowAt(read, row);
    return [make.about("setting-unreadable", "amount", { read, row, cells, id, customer: "" })];
  });
}
