import { isoDay, type Day } from "../../domain/day";
import { err, ok, type Result } from "../../domain/result";
import type { DeedFacts } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import { textOf, type CellStyle } from "../../tables/cells";
import { type Change, type Row, type WholeRow } from "../../tables/change";
import { stepsFrom } from "../../tables/migrations";
import { schemaVersion, type Language, type Words } from "../../tables/schema";
import { settingCells, settingRows } from "../../tables/specs/setting-rows";
import { settingsTable } from "../../tables/specs/settings";
import { commitAll, undoing, type CommitAllFailure } from "../deeds/commit-all";
import { readyAudit } from "../deeds/audit-table";
import type { Trace } from "../deeds/perform";
import { entriesOf, without } from "../deeds/record-deed";
import { step, structureEntries } from "../deeds/record-structure";
import { unwatched } from "../slices";
import { twice } from "../deeds/twice";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { AtWorkElsewhere, WorkbookFailure } from "../workbook/failures";
import type { FinishedUpgrade, InstallFailure } from "../workbook/install";

/** What upgrading a workbook to the current layout will do; shown before it is done. */
export interface UpgradePlan {
  readonly facts: WorkbookFacts;
  readonly from: number;
  readonly to: number;
  /** The sheet that will hold the tables as they are now; it gets a number where one has that name. */
  readonly backup: string;
  /** Rows that Settings will get. */
  readonly settings: readonly { readonly id: string; readonly title: Words }[];
  readonly change: Change;
  readonly finish: FinishedUpgrade;
}

export type UpgradeFailure =
  | WorkbookFailure
  | CommitAllFailure
  | InstallFailure
  | AtWorkElsewhere
  /** The workbook is of the current layout already: a colleague was quicker. */
  | { readonly code: "already-upgraded" };

export interface Upgraded {
  /** The sheet that holds the tables as they were. */
  readonly backup: string;
}

/** Looks at an older workbook and says what upgrading it would do. Reads only the ids of Settings; writes nothing. */
export async function planUpgrade(
  workbook: Workbook,
  asOf: Day,
): Promise<Result<UpgradePlan, UpgradeFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  const from = facts.schemaVersion ?? schemaVersion;
  if (from >= schemaVersion) return err({ code: "already-upgraded" });
  if (facts.readOnly) return err({ code: "read-only" });
  const { settings } = facts.tables;
  let present: readonly string[] = [];
  if (settings !== undefined) {
    const read = await workbook.readColumns([{ table: "settings", columns: ["id"] }]);
    if (!read.ok) return read;
    present = (read.value[0]?.columns["id"] ?? []).map((cell) => textOf(cell).trim());
  }
  const steps = stepsFrom(from);
  const language = facts.language ?? "en";
  // Where Settings was deleted it is made again whole, with its new rows.
  const wanted = settings === undefined ? [] : steps.flatMap((step) => step.settings);
  const lacking = wanted.filter((id) => !present.includes(id));
  return ok({
    facts,
    from,
    to: schemaVersion,
    backup: `${language === "zh" ? "备份" : "Backup"} ${isoDay(asOf)}`,
    settings: lacking.flatMap((id) => {
      const row = settingRows.find((each) => each.id === id);
      return row === undefined ? [] : [{ id, title: row.title }];
    }),
    change: {
      added: lacking.map((id) => settingRow(id, language, Object.keys(settings?.columns ?? {}))),
      updated: [],
      removed: [],
    },
    finish: {
      schemaVersion,
      names: settings === undefined ? [] : steps.flatMap((step) => step.names),
    },
  });
}

/**
 * Upgrades a workbook as planned: first the backup, then the new rows, at last names and version, in one message with the
 * audit rows that tell of all of it (P4). All or nothing: when a step fails, what was written is taken back; only the
 * backup stays, which does no harm. An interrupted upgrade can be planned and done again.
 */
export function upgrade(
  workbook: Workbook,
  plan: UpgradePlan,
  trace: Trace,
): Promise<Result<Upgraded, UpgradeFailure>> {
  return workbook.inTurn(async () => {
    // A colleague may have upgraded the workbook, or put rows of Settings back, since it was planned.
    const now = await planUpgrade(workbook, trace.now.day);
    return now.ok ? carryOut(workbook, { ...now.value, backup: plan.backup }, trace) : now;
  });
}

async function carryOut(
  workbook: Workbook,
  plan: UpgradePlan,
  trace: Trace,
): Promise<Result<Upgraded, UpgradeFailure>> {
  const { facts, change, finish } = plan;
  const ready = await readyAudit(workbook);
  if (!ready.ok) return ready;
  const backedUp = await workbook.backUp(plan.backup);
  if (!backedUp.ok) return backedUp;
  const committed = await twice(() => commitAll(workbook, [change], unwatched));
  if (!committed.ok) return committed;
  const backup = backedUp.value.sheet;
  const record = recordOf(plan, backup, facts, trace).map((row) =>
    without(row, ready.value.lacking),
  );
  const finished = await twice(() => workbook.finishUpgrade({ ...finish, record }));
  if (finished.ok) return ok({ backup });
  const undone = undoing(committed.value.applied);
  const back = await commitAll(workbook, undone, unwatched);
  return back.ok ? finished : back;
}

/** The rows that tell of an upgrade: what Settings got, the names, and the version before and after. */
function recordOf(
  { change, finish, from, to }: UpgradePlan,
  backup: string,
  facts: WorkbookFacts,
  { who, now, newId }: Trace,
): readonly WholeRow[] {
  const deed: DeedFacts = { id: newId("A"), kind: "migrate", about: backup, who, at: now };
  const rows = entriesOf(change, {}, deed, facts, 0);
  const steps = [
    ...finish.names.map(({ name }) => step("named", "settings", "amount", null, name)),
    step("version", "settings", "", from, to),
  ];
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  return [...rows, ...structureEntries(steps, deed, facts, rows.length)].map((entry) =>
    auditRow(entry, style),
  );
}

function settingRow(id: string, language: Language, bound: readonly string[]): WholeRow {
  // Only the as-of day depends on a day, and it is never new.
  const rows = settingCells(language, null);
  const values = rows[settingRows.findIndex((row) => row.id === id)];
  if (values === undefined) throw new Error(`no setting "${id}"`);
  const cells: Row = Object.fromEntries(
    settingsTable.columns.flatMap((column, index) =>
      column.kind === "computed" || !bound.includes(column.id)
        ? []
        : [[column.id, values[index] ?? null]],
    ),
  );
  return { table: "settings", id, cells };
}
