import { auditTable } from "./audit";
import { customersTable } from "./customers";
import { followUpsTable } from "./follow-ups";
import { holidaysTable } from "./holidays";
import { mergesTable } from "./merges";
import type { TableId, TableSpec } from "./schema";
import { settingsTable } from "./settings";

/** Every table of the workbook, in the order of their sheets. */
export const tableSpecs: Readonly<Record<TableId, TableSpec>> = {
  customers: customersTable,
  followUps: followUpsTable,
  settings: settingsTable,
  holidays: holidaysTable,
  merges: mergesTable,
  audit: auditTable,
};
