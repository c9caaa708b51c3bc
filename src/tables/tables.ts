import { activitiesTable } from "./specs/activities";
import { auditTable } from "./specs/audit";
import { consentsTable } from "./specs/consents";
import { commissionRatesTable } from "./specs/commission-rates";
import { contactsTable } from "./specs/contacts";
import { contractsTable } from "./specs/contracts";
import { customersTable } from "./specs/customers";
import { dealsTable } from "./specs/deals";
import { feedbackTable } from "./specs/feedback";
import { followUpsTable } from "./specs/follow-ups";
import { holidaysTable } from "./specs/holidays";
import { mergesTable } from "./specs/merges";
import { needsTable } from "./specs/needs";
import { ownersTable } from "./specs/owners";
import { quotesTable } from "./specs/quotes";
import { receiptsTable } from "./specs/receipts";
import type { TableId, TableSpec } from "./schema";
import { segmentsTable } from "./specs/segments";
import { settingsTable } from "./specs/settings";
import { visitsTable } from "./specs/visits";

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
  quotes: quotesTable,
  visits: visitsTable,
  feedback: feedbackTable,
  needs: needsTable,
  activities: activitiesTable,
  consents: consentsTable,
  owners: ownersTable,
  segments: segmentsTable,
  commissionRates: commissionRatesTable,
};
