/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { TableFacts, WorkbookFacts } from "../app/workbook/facts";
import type { WorkbookFailure } from "../app/workbook/failures";
import type { DateSystem } from "../domain/serial";
import { schemaVersion, type TableId } from "../tables/schema";
import {
  bindTables,
  readStoredBinding,
  tableIds,
  type BoundTable,
  type BoundTables,
  type LiveTable,
  type StoredBinding,
} from "./binding";
import { probeDateSystem } from "./date-system";
import { lookAtTables } from "./live-tables";
import { recogniseTables, withUnknownTables } from "./recognise";
import { readStoredShare, shareKey, type StoredShare } from "./share/setting";
import type { Session } from "./run";

/** The key of the workbook's settings under which the binding is kept. */
export const bindingKey = "keepsheet";

/** A name that came with the newest layout: tells the version of a workbook that has lost its settings. */
const newestName = "crm_verify_days";

/** The workbook as it was seen last. */
export interface Sight {
  readonly dateSystem: DateSystem;
  readonly readOnly: boolean;
  readonly stored: StoredBinding | null;
  readonly share: StoredShare;
  readonly bound: BoundTables;
  readonly live: readonly LiveTable[];
  readonly sheetNames: readonly string[];
}

/** Looks at the workbook in one round trip: settings, tables, columns, date system; no cells. */
export async function look(session: Session): Promise<Sight> {
  const { context } = session;
  const workbook = context.workbook;
  workbook.load("readOnly");
  const setting = workbook.settings.getItemOrNullObject(bindingKey);
  setting.load("value");
  const share = workbook.settings.getItemOrNullObject(shareKey);
  share.load("value");
  const sheets = workbook.worksheets;
  sheets.load("items/name");
  const dateSystem = probeDateSystem(context);
  const tables = lookAtTables(context);
  const newest = workbook.names.getItemOrNullObject(newestName);
  newest.load("name");
  await session.sync();
  const live = tables();
  const kept = setting.isNullObject ? null : readStoredBinding(setting.value);
  // A file that went through another program has lost its settings, but not its tables.
  const stored =
    kept === null
      ? recogniseTables(live, newest.isNullObject ? schemaVersion - 1 : schemaVersion)
      : withUnknownTables(kept, live);
  const sheetNames = sheets.items.map((sheet) => sheet.name);
  return {
    dateSystem: dateSystem(),
    readOnly: workbook.readOnly,
    stored,
    share: readStoredShare(share.isNullObject ? null : share.value, sheetNames),
    bound: stored === null ? {} : bindTables(stored, live),
    live,
    sheetNames,
  };
}

/** The refusal to write into a workbook whose layout is newer than ours; null when it is not. */
export function newerVersion({ stored }: Sight): WorkbookFailure | null {
  const found = stored?.schemaVersion ?? 0;
  return found > schemaVersion ? { code: "newer-version", found } : null;
}

/** What the use cases may know of the workbook. */
export function factsOf(sight: Sight): WorkbookFacts {
  const tables: Partial<Record<TableId, TableFacts>> = {};
  for (const table of tableIds) {
    const bound = sight.bound[table];
    if (bound !== undefined) tables[table] = tableFacts(bound);
  }
  return {
    dateSystem: sight.dateSystem,
    readOnly: sight.readOnly || newerVersion(sight) !== null,
    language: sight.stored?.language ?? null,
    schemaVersion: sight.stored?.schemaVersion ?? null,
    mode: sight.share.mode,
    tables,
    fields: sight.stored?.fields ?? [],
    sheetNames: sight.sheetNames,
    tableNames: sight.live.map((table) => table.name),
  };
}

function tableFacts({ live, columns, adopted }: BoundTable): TableFacts {
  return {
    sheet: live.sheet,
    name: live.name,
    rowCount: live.rowCount,
    columns: Object.fromEntries(
      Object.entries(columns).map(([column, { header, index }]) => [column, { header, index }]),
    ),
    ...(adopted === undefined ? {} : { adopted }),
  };
}
