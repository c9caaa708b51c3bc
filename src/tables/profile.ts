import { defaultVerificationDays } from "../domain/verification";
import { isBlankCell, isErrorValue, textOf } from "./cells";
import type { Cell, Row } from "./change";
import { normaliseHeader } from "./headers";
import type { ColumnSpec } from "./schema";

/** Settings of the profile: which columns make it complete (R1), and how long it counts as confirmed (I3). */
export interface ProfileSettings {
  /** The columns that count, in the sheet's order of Settings. Without repeats. */
  readonly fields: readonly ColumnSpec[];
  /** Words in the setting that name no column of the customers table. */
  readonly unknown: readonly string[];
  readonly verificationDays: number;
  /** What stands for the days where it is no number of days; null where it can be used. */
  readonly unreadableDays: Cell;
}

export const profileFieldsRow = "profile.fields";
export const verificationDaysRow = "verification.days";

/** What counts where Settings has no row for it: workbooks of the first layout. */
const defaultFields: readonly string[] = [
  "contact",
  "phone",
  "email",
  "creditCode",
  "owner",
  "region",
  "source",
  "demand",
  "dealStatus",
  "potentialAmount",
];

/**
 * Reads the two rows of Settings. A column is named by its header as it stands, its title in either language or a
 * known spelling; what the workbook has no column for does not count against anybody.
 *
 * @param columns - the columns a customers table may have, a person's fields among them
 * @param headers - column id → its header in the sheet, for those it has
 */
export function readProfileSettings(
  rows: readonly Row[],
  columns: readonly ColumnSpec[],
  headers: Readonly<Record<string, string>>,
): ProfileSettings {
  const amountOf = (id: string) => rows.find((row) => textOf(row["id"] ?? null).trim() === id);
  const fields = amountOf(profileFieldsRow);
  const days = amountOf(verificationDaysRow)?.["amount"] ?? null;
  const isDays = typeof days === "number" && days >= 0;
  const named =
    fields === undefined ? null : textOf(fields["amount"] ?? null).split(/[、,，;；/|\n]/u);
  const found =
    named === null ? { fields: byId(columns), unknown: [] } : byName(named, columns, headers);
  const present = found.fields.filter(({ id }) => headers[id] !== undefined);
  return {
    ...found,
    fields: present,
    verificationDays: isDays ? days : defaultVerificationDays,
    unreadableDays: isDays ? null : days,
  };
}

/** How many of the fields a row fills: blank cells and error values count as empty. */
export function filledFields(row: Row, fields: readonly ColumnSpec[]): number {
  let filled = 0;
  for (const { id } of fields) {
    const cell = row[id] ?? null;
    if (!isBlankCell(cell) && !isErrorValue(cell)) filled += 1;
  }
  return filled;
}

function byId(columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return columns.filter(({ id }) => defaultFields.includes(id));
}

function byName(
  names: readonly string[],
  columns: readonly ColumnSpec[],
  headers: Readonly<Record<string, string>>,
): Pick<ProfileSettings, "fields" | "unknown"> {
  const fields = new Set<ColumnSpec>();
  const unknown: string[] = [];
  for (const name of names) {
    if (name.trim() === "") continue;
    const wanted = normaliseHeader(name);
    const spelled = (spellings: readonly string[]) =>
      columns.find((_, index) => normaliseHeader(spellings[index] ?? "") === wanted);
    const column =
      spelled(columns.map(({ id }) => headers[id] ?? "")) ??
      columns.find(({ id, title, synonyms }) =>
        [id, title.zh, title.en, ...synonyms].some((word) => normaliseHeader(word) === wanted),
      );
    if (column !== undefined) fields.add(column);
    else unknown.push(name.trim());
  }
  return { fields: [...fields], unknown };
}
