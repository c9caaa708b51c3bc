import { activitiesTable } from "./activities";
import { auditTable } from "./audit";
import { consentsTable } from "./consents";
import { contactsTable } from "./contacts";
import { contractsTable } from "./contracts";
import { customersTable } from "./customers";
import { dealsTable } from "./deals";
import { feedbackTable } from "./feedback";
import { followUpsTable } from "./follow-ups";
import { holidaysTable } from "./holidays";
import { mergesTable } from "./merges";
import { needsTable } from "./needs";
import { ownersTable } from "./owners";
import { receiptsTable } from "./receipts";
import type { TableId, TableSpec } from "./schema";
import { settingsTable } from "./settings";
import { visitsTable } from "./visits";

/** Every table of the workbook, in the order of their sheets. */
export const tableSpecs: Readonly<Record<TableId, TableSpec>> = {
  customers: customersTable,
  followUps: followUpsTable,
  settings: settingsTable,
  holidays: holidaysTable,
  merges: mergesTable,
  audit: auditTable,
  contacts: contactsTable,
  contracts: contractsTable,
  receipts: receiptsTable,
  deals: dealsTable,
  visits: visitsTable,
  feedback: feedbackTable,
  needs: needsTable,
  activities: activitiesTable,
  consents: consentsTable,
  owners: ownersTable,
};
