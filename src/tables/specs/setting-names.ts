/** A defined name and the setting rows it stands for, first to last. */
export interface SettingName {
  readonly name: string;
  readonly firstRow: string;
  readonly lastRow: string;
  /** `area`: item to base. `amount`: the one cell. */
  readonly covers: "area" | "amount";
}

/** The names by which formulas take settings as arguments, so that Excel knows the dependency. */
export const settingNames: readonly SettingName[] = [
  amountName("crm_as_of", "asOf"),
  { name: "crm_horizons", firstRow: "horizon.A", lastRow: "horizon.C", covers: "area" },
  { name: "crm_cadences", firstRow: "cadence.A", lastRow: "cadence.E", covers: "area" },
  { name: "crm_urgency", firstRow: "urgency.1", lastRow: "urgency.3", covers: "area" },
  amountName("crm_due_soon", "dueSoonDays"),
  amountName("crm_step_1", "highlight.1"),
  amountName("crm_step_2", "highlight.2"),
  amountName("crm_step_3", "highlight.3"),
  amountName("crm_importance", "importanceThreshold"),
  amountName("crm_workday_roll", "workdayRoll"),
  amountName("crm_verify_days", "verification.days"),
];

/** The name of the Holidays table's day and kind columns. */
export const holidaysName = "crm_holidays";

function amountName(name: string, row: string): SettingName {
  return { name, firstRow: row, lastRow: row, covers: "amount" };
}
