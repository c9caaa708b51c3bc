import type { WorkbookFailure } from "../../app/workbook/failures";
import type { CommitFailure, Committed } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import type { Change } from "../../tables/change";
import { beforeSeen, beforeWritten, isMisplaced, overtakenIn } from "./before";
import type { BoundTables } from "../binding";
import { conflictsIn } from "./compare";
import { widthsBefore } from "./day-widths";
import { extend } from "./extend";
import { hasMoved } from "../failure";
import { lookAtRows, usualTripMs, type SeenTable } from "./look-at-rows";
import type { RowWeights } from "../read";
import { recover, takeBack, type Interrupted } from "./recover";
import { finishRetracted, queueArrivals } from "./retracted";
import { firstAdded } from "./room";
import { RowPlaces, type KnownPlaces, type NumberedRow } from "./row-places";
import type { Session } from "../run";
import { recordedSince, withTheirs } from "./since-looked";
import { toldMeanwhile } from "../told-meanwhile";
import { turn } from "../../app/turn";
import { isLarge, sortByTable } from "./table-work";
import { queueWrites, type TableWrite } from "./write-rows";

/** How often a commit begins again because rows or columns moved under it, before it says so. */
const attempts = 3;

/**
 * Applies a change in two round trips: one finds the rows by id and loads them, one writes the cells that change.
 * Nothing is written unless every cell still holds what the change supposes. When the host fails while writing, what
 * was written is found out and put back.
 *
 * Between the two trips a person or a co-author may be faster. The second trip therefore finds the rows afresh, reads
 * them in the same request right before it writes, and takes everything back when they were not as in the first. Then
 * it begins again: what only moved is written where it is now, and what changed is told as a conflict.
 *
 * @param onProgress - hears the share done, also while Excel is busy
 * @param known - where rows stand, kept from one commit of a deed to the next; null for a commit that is alone
 */
export async function commit(
  session: Session,
  tables: BoundTables,
  change: Change,
  weights: RowWeights,
  onProgress: (share: number) => void = () => undefined,
  known: KnownPlaces | null = null,
): Promise<Result<Committed, CommitFailure>> {
  let done = await commitOnce(session, tables, change, weights, onProgress, known);
  for (let attempt = 1; attempt < attempts && "overtaken" in done; attempt += 1) {
    const { overtaken } = done;
    done = await commitOnce(session, tables, change, weights, onProgress, known);
    // Our own row: who wrote over it brought it back, and takes it away again; see `finishRetracted`.
    if ("ok" in done && !done.ok && done.error.code === "id-taken")
      // Or a colleague's, who did the same while our own attempt was broken off and put back.
      return err(overtaken.code === "half-written" ? done.error : overtaken);
  }
  return "overtaken" in done ? err(done.overtaken) : done;
}

/** How much of a commit's time the first trip takes. */
const lookingShare = 0.5;

/** What a commit ends with; or how somebody was faster, after which the workbook is as if nothing had been tried. */
type Outcome = Result<Committed, CommitFailure> | { readonly overtaken: CommitFailure };

async function commitOnce(
  session: Session,
  tables: BoundTables,
  change: Change,
  weights: RowWeights,
  onProgress: (share: number) => void,
  known: KnownPlaces | null,
): Promise<Outcome> {
  const works = sortByTable(change, tables);
  if (!works.ok) return works;
  if (works.value.length === 0) return ok({ roundTrips: session.roundTrips });

  const givesWay = works.value.some(isLarge);
  if (givesWay) await turn();
  const seen = await lookAtRows(session, works.value, weights, known, (share) =>
    onProgress(share * lookingShare),
  );
  if (!seen.ok) return seen;
  if (seen.value.readOnly) return err({ code: "read-only" });
  const locked = seen.value.tables.find((table) => table.sheetProtected);
  if (locked !== undefined) return err({ code: "protected", sheet: locked.bound.live.sheet });
  const conflicts = await inTurns(seen.value.tables, conflictsIn, givesWay);
  if (conflicts.length > 0) return err({ code: "conflict", conflicts });

  onProgress(lookingShare);
  if (givesWay) await turn();
  // Until the write is confirmed nobody knows where rows are.
  const before = known === null ? [] : [...known];
  known?.clear();
  const { context } = session;
  context.application.suspendApiCalculationUntilNextSync();
  const arrivals = queueArrivals(context, seen.value.tables);
  const receipts = queueWrites(context, seen.value.tables.map(writeOf));
  // Sending makes one text of all that is queued, which nobody can cut.
  if (givesWay) await turn();
  const sent = await toldMeanwhile(session.attempt(), usualTripMs, (share) =>
    onProgress(lookingShare + share * (1 - lookingShare)),
  );
  const unconfirmed = async (cause: WorkbookFailure): Promise<Interrupted> => {
    const theirs = await recordedSince(session, seen.value.tables);
    const befores = seen.value.tables.map((table) => withTheirs(beforeSeen(table), theirs));
    return { befores, cause, weights };
  };
  if (!sent.ok) return broken(await recover(session, await unconfirmed(sent.error)));

  const overtaken = await inTurns(receipts, overtakenIn, givesWay);
  if (overtaken.length > 0 || receipts.some(isMisplaced)) {
    const befores = receipts.map(beforeWritten);
    const cause =
      (await takeBack(session, befores, weights)) ??
      (await finishRetracted(session, seen.value.tables, befores, arrivals(), weights));
    return cause === null
      ? { overtaken: { code: "conflict", conflicts: overtaken } }
      : err({ code: "half-written", restored: false, cause });
  }
  const extended = await extend(session, receipts);
  if (!extended.ok) return recover(session, await unconfirmed(extended.error));
  for (const [table, places] of before) known?.set(table, places);
  if (known !== null) for (const table of seen.value.tables) follow(known, table);
  return ok({ roundTrips: session.roundTrips });
}

/** What is found in each, in a task of its own where there is much to look at. */
async function inTurns<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => readonly Found[],
  givesWay: boolean,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const item of items) {
    if (givesWay) await turn();
    for (const each of find(item)) found.push(each);
  }
  return found;
}

/** Notes where the rows are after a commit was confirmed. */
function follow(known: KnownPlaces, { bound, work, rows, bodyRows, room }: SeenTable): void {
  const places = known.get(bound.live.id) ?? new RowPlaces();
  known.set(bound.live.id, places);
  places.follow({
    bodyRows,
    removed: work.removed.flatMap(({ id }): NumberedRow[] => {
      const row = rows.get(id)?.at;
      return row === undefined ? [] : [{ id, row }];
    }),
    added: work.added.map(({ id }) => id),
    firstAdded: firstAdded(bodyRows, room),
  });
}

/**
 * Columns or tables that came or went between the trips break the second one off: what it speaks of is gone, or no
 * longer of the size it was. The next look says which.
 */
function broken(recovered: Result<Committed, CommitFailure>): Outcome {
  if (recovered.ok) return recovered;
  const failure = recovered.error;
  const cause = failure.code === "half-written" && failure.restored ? failure.cause : failure;
  return isHostFailure(cause) && hasMoved(cause) ? { overtaken: failure } : recovered;
}

function isHostFailure(
  failure: CommitFailure,
): failure is Extract<WorkbookFailure, { readonly code: "host" }> {
  return failure.code === "host";
}

function writeOf(table: SeenTable): TableWrite {
  const { work, bound, rows, bodyRows, room } = table;
  const seen = (id: string) => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`${bound.table} ${id} was not looked at`);
    return row;
  };
  return {
    bound,
    bodyRows,
    updates: work.updated.map((row) => {
      const { place, formats } = seen(row.id);
      return { row, place, formats };
    }),
    removals: work.removed.map((row) => ({ row, place: seen(row.id).place })),
    additions: work.added,
    room,
    widths: widthsBefore(table),
  };
}
