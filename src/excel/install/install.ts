import type { WorkbookFailure } from "../../app/workbook/failures";
import type { Watcher } from "../../app/slices";
import type {
  AdoptedTable,
  Installed,
  InstallFailure,
  InstallPlan,
} from "../../app/workbook/install";
import { err, ok, type Result } from "../../domain/result";
import type { TableId } from "../../tables/schema";
import {
  readStoredBinding,
  storedTable,
  tableIds,
  type BoundTable,
  type BoundTables,
  type StoredBinding,
} from "../binding";
import { bindingKey, factsOf, look, newerVersion, type Sight } from "../describe";
import { failureOf } from "../failure";
import { addHighlight } from "../highlight";
import { checkPlan, queueAdoptedRows, type BeforeInstall } from "./install-check";
import { cellsToFill, fillAdopted, fillNew } from "./install-fill";
import { queueNames } from "./install-names";
import { queueAdopted, queueNew } from "./install-tables";
import { undoInstall } from "./install-undo";
import { outboxOf } from "../outbox";
import type { RowWeights } from "../read";
import { tried, type Session } from "../run";
import { lookForTold, nothingToTell, type Told } from "./told";

/** Who looks on while a plan is carried out: Excel sets the pace. */
export type InstallWatcher = Omit<Watcher, "pace">;

/**
 * Carries out a set-up plan. First everything that would be written is checked to be blank; then come sheets and
 * tables, names, cells, and last the looks. The number of round trips grows with the rows only by the messages their
 * bytes fill.
 *
 * When the host fails in the middle, or a person has had enough, what had been made is taken back: `half-written` says
 * whether that succeeded.
 *
 * @param watcher - looks on while the cells are filled, and can cancel until the last message goes out
 */
export async function install(
  session: Session,
  plan: InstallPlan,
  weights: RowWeights,
  watcher?: InstallWatcher,
): Promise<Result<{ readonly installed: Installed; readonly sight: Sight }, InstallFailure>> {
  const before = await look(session);
  const newer = newerVersion(before);
  if (newer !== null) return err(newer);
  // Somebody else has made them since the plan was.
  if (plan.adopt === null && plan.create.length > 0 && areBound(plan, before))
    return ok({
      installed: { roundTrips: session.roundTrips, facts: factsOf(before) },
      sight: before,
    });
  const checked = await checkPlan(session, plan, before);
  if (!checked.ok) return checked;
  const told =
    plan.record === undefined
      ? ok(nothingToTell)
      : await lookForTold(session, before.bound.audit, plan.record, weights);
  if (!told.ok) return told;
  try {
    const sight = await carryOut(session, plan, before, told.value, watcher);
    if (sight === null) {
      const left = await undoInstall(session, plan, before, checked.value);
      if (left === null) return err({ code: "cancelled" });
      return err({ code: "half-written", restored: false, cause: left });
    }
    if ("moved" in sight) {
      const adopt = plan.adopt === null ? null : unfilled(plan.adopt, sight.moved);
      const left = await undoInstall(session, { ...plan, adopt }, before, sight.moved);
      if (left === null) return err({ code: "changed-since-shown" });
      return err({ code: "half-written", restored: false, cause: left });
    }
    const settled = await told.value.settle();
    if (!settled.ok) return err({ code: "half-written", restored: false, cause: settled.error });
    return ok({ installed: { roundTrips: session.roundTrips, facts: factsOf(sight) }, sight });
  } catch (error) {
    const cause = failureOf(error);
    if (cause === null) throw error;
    const made = await madeByNow(session, plan, cause, told.value);
    if (made !== null) {
      const facts = factsOf(made);
      return ok({ installed: { roundTrips: session.roundTrips, facts }, sight: made });
    }
    // The first thing made is a sheet: where its name has just been taken, nothing of ours is there.
    const restored =
      (isTaken(cause) && plan.create.length === 1) ||
      ((await undoInstall(session, plan, before, checked.value)) === null &&
        (await told.value.takeBack()) === null);
    return err({ code: "half-written", restored, cause });
  }
}

/**
 * The workbook, if all that a plan makes is there although the host refused or did not answer: only the answer was lost,
 * or somebody else has made the same table at the same moment. Then nothing may be taken back, since it is in use.
 */
async function madeByNow(
  session: Session,
  { create, adopt, record }: InstallPlan,
  cause: WorkbookFailure,
  told: Told,
): Promise<Sight | null> {
  if (adopt !== null) return null;
  if (record !== undefined && !isTaken(cause) && (await told.arrived()) !== true) return null;
  const setting = session.context.workbook.settings.getItemOrNullObject(bindingKey).load("value");
  const now = await tried(async () => ok(await look(session)));
  if (!now.ok) return null;
  // What is bound comes last of all that is made; what is only there may still be in the making, by ourselves or others.
  const kept = setting.isNullObject ? null : readStoredBinding(setting.value);
  const isMade = ({ table }: { readonly table: TableId }): boolean =>
    now.value.bound[table] !== undefined &&
    (isTaken(cause) || kept?.tables[table]?.id === now.value.bound[table].live.id);
  return create.every(isMade) ? now.value : null;
}

function areBound({ create }: InstallPlan, { bound }: Sight): boolean {
  return create.every(({ table }) => bound[table] !== undefined);
}

function isTaken(cause: WorkbookFailure): boolean {
  return cause.code === "host" && cause.hostCode === "ItemAlreadyExists";
}

/** In the range to be adopted rows or columns came or went right before it was written. */
interface Moved {
  readonly moved: BeforeInstall;
}

/** What is to be taken back of it: no cell is filled yet, and headers are whatever Excel made of what it found there. */
function unfilled(adopt: AdoptedTable, { headers }: BeforeInstall): AdoptedTable {
  const made =
    adopt.existing === null ? new Map(headers.map((_, index) => [index, ""])) : new Map();
  return { ...adopt, missingIds: new Map(), headers: made };
}

/** @returns the workbook as it stands afterwards, which needs no further look; null where a person cancelled */
async function carryOut(
  session: Session,
  plan: InstallPlan,
  before: Sight,
  told: Told,
  watcher: InstallWatcher | undefined,
): Promise<Sight | Moved | null> {
  const { context } = session;
  const standing = plan.adopt === null ? null : queueAdoptedRows(context, plan.adopt);
  // Names outlive the sheet they pointed to, as #REF!: what is made again takes their place.
  const outlived = plan.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  const queued = plan.create.map((table) => queueNew(context, table, before.sheetNames));
  const adopted = plan.adopt === null ? null : queueAdopted(context, plan.adopt, before.live);
  const setting = context.workbook.settings.getItemOrNullObject(bindingKey).load("value");
  await session.sync();
  if (standing?.isSeen() === false) return { moved: { headers: standing.headers() } };

  const created = queued.map((read) => read());
  const own = adopted?.() ?? null;
  const placed = own === null ? created : [...created, own];
  const outbox = outboxOf(
    session,
    watcher === undefined ? undefined : { ...watcher, cells: cellsToFill(plan, placed) },
  );
  for (const name of outlived) if (!name.isNullObject) name.delete();
  queueNames(context, plan.names, placed);
  for (const [index, table] of plan.create.entries()) {
    const target = created[index];
    if (target !== undefined) await fillNew(context, outbox, table, target);
  }
  if (plan.adopt !== null && own !== null) await fillAdopted(context, outbox, plan.adopt, own);
  if (watcher?.signal.aborted === true) return null;
  const customers = placed.find(({ table }) => table === "customers");
  if (customers !== undefined) {
    addHighlight(context, customers, customers, plan.highlight);
    context.workbook.worksheets.getItem(customers.live.sheet).activate();
  }
  const bound = [...stillBound(before.bound), ...placed];
  // Somebody may have added something since the first look.
  const latest = setting.isNullObject ? null : readStoredBinding(setting.value);
  const stored: StoredBinding = {
    ...before.stored,
    ...latest,
    schemaVersion: plan.schemaVersion,
    language: plan.language,
    tables: {
      ...latest?.tables,
      ...Object.fromEntries(
        bound.map((table) => [table.table, storedTable(table, before.stored?.fields)]),
      ),
    },
  };
  context.workbook.settings.add(bindingKey, stored);
  told.queue();
  return (await outbox.flush()) ? sightAfter(before, stored, bound) : null;
}
function sightAfter(before: Sight, stored: StoredBinding, tables: readonly BoundTable[]): Sight {
  const ours = new Set(tables.map(({ live }) => live.id));
  return {
    ...before,
    stored,
    bound: Object.fromEntries(tables.map((table) => [table.table, table])),
    live: [...before.live.filter(({ id }) => !ours.has(id)), ...tables.map(({ live }) => live)],
    sheetNames: [...new Set([...before.sheetNames, ...tables.map(({ live }) => live.sheet)])],
  };
}

/** Tables of an earlier set-up that are still there: only what is lacking is made. */
function stillBound(bound: BoundTables): readonly BoundTable[] {
  return tableIds.flatMap((table) => bound[table] ?? []);
}
