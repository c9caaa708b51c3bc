import { activitiesDescription } from "./descriptions/activities";
import { auditDescription } from "./descriptions/audit";
import { commissionRatesDescription } from "./descriptions/commission-rates";
import { consentsDescription } from "./descriptions/consents";
import { contactsDescription } from "./descriptions/contacts";
import { contractsDescription } from "./descriptions/contracts";
import { customersDescription } from "./descriptions/customers";
import { dealsDescription } from "./descriptions/deals";
import { feedbackDescription } from "./descriptions/feedback";
import { followUpsDescription } from "./descriptions/follow-ups";
import { holidaysDescription } from "./descriptions/holidays";
import { mergesDescription } from "./descriptions/merges";
import { needsDescription } from "./descriptions/needs";
import { ownersDescription } from "./descriptions/owners";
import { quotesDescription } from "./descriptions/quotes";
import { receiptsDescription } from "./descriptions/receipts";
import { segmentsDescription } from "./descriptions/segments";
import { settingsDescription } from "./descriptions/settings";
import { visitsDescription } from "./descriptions/visits";
import type { Description, TableDescription } from "./description";
import type { TableId, TableSpec } from "./schema";

/** What every table and column is for, by table. */
export const tableDescriptions: Readonly<Record<TableId, TableDescription<TableSpec>>> = {
  customers: customersDescription,
  followUps: followUpsDescription,
  settings: settingsDescription,
  holidays: holidaysDescription,
  merges: mergesDescription,
  audit: auditDescription,
  contacts: contactsDescription,
  contracts: contractsDescription,
  receipts: receiptsDescription,
  deals: dealsDescription,
  quotes: quotesDescription,
  visits: visitsDescription,
  feedback: feedbackDescription,
  needs: needsDescription,
  activities: activitiesDescription,
  consents: consentsDescription,
  owners: ownersDescription,
  segments: segmentsDescription,
  commissionRates: commissionRatesDescription,
};

/** What a column of ours is for. */
export function columnDescription(table: TableId, column: string): Description {
  const description = tableDescriptions[table].columns[column];
  if (description === undefined) throw new Error(`${table}.${column} is not described`);
  return description;
}
