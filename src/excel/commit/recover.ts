import type { HalfWritten, WorkbookFailure } from "../../app/workbook/failures";
import type { Committed } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import { TextMap } from "../../domain/text-map";
import { overwrittenIn, type Before } from "./before";
import { standingOf, type Standing } from "./put-back";
import type { RowWeights } from "../read";
import { tried, type Session } from "../run";

/** A write that the host did not confirm. */
export interface Interrupted {
  /** What stood in the tables before. */
  readonly befores: readonly Before[];
  readonly cause: WorkbookFailure;
  readonly weights: RowWeights;
}

const attempts = 3;

/**
 * Finds out how far an unconfirmed write came, and acts on it: it came through wholly, and is a success whose answer
 * was lost; nothing arrived, and the cause is the failure; or a part arrived, which is put back.
 */
export async function recover(
  session: Session,
  { befores, cause, weights }: Interrupted,
): Promise<Result<Committed, WorkbookFailure | HalfWritten>> {
  let restoring = false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stands = await standing(session, befores, weights);
    if (!stands.ok) continue;
    if (stands.value.every(({ written }) => written === "nothing")) {
      return err(restoring ? { code: "half-written", restored: true, cause } : cause);
    }
    const forward: boolean = !restoring && stands.value.every(({ written }) => written === "all");
    const sent = await act(session, stands.value, forward);
    if (sent.ok && forward) return ok({ roundTrips: session.roundTrips });
    if (sent.ok) {
      const over = sent.value.length === 0 ? null : await takeBack(session, sent.value, weights);
      const lost = over ?? outOfReach(stands.value);
      return err({ code: "half-written", restored: lost === null, cause });
    }
    restoring = !forward;
  }
  return err({ code: "half-written", restored: false, cause });
}

/**
 * Takes back a write that somebody overtook. What is not found, because somebody has written over it or removed its row,
 * may come back: a colleague's commit that was refused, too, brings back what it found. So where something was not
 * found, it is looked for once more when the rest is taken back; see `finishRetracted`.
 *
 * @returns why it could not be taken back; null when it was
 */
export async function takeBack(
  session: Session,
  befores: readonly Before[],
  weights: RowWeights,
): Promise<WorkbookFailure | null> {
  let failure: WorkbookFailure | null = null;
  let acted = false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stands = await standing(session, befores, weights);
    if (stands.ok && acted && stands.value.every(({ written }) => written === "nothing"))
      return null;
    const sent = stands.ok ? await act(session, stands.value, false) : stands;
    acted ||= sent.ok;
    failure = sent.ok ? outOfReach(stands.ok ? stands.value : []) : sent.error;
    // Seldom enough, and never about more than these cells.
    if (sent.ok && sent.value.length > 0)
      failure = (await takeBack(session, sent.value, weights)) ?? failure;
    if (stands.ok && sent.ok && stands.value.every(({ written }) => written === "all"))
      return failure;
  }
  return failure;
}

function outOfReach(stands: readonly Standing[]): WorkbookFailure | null {
  return stands.find((each) => each.outOfReach !== null)?.outOfReach ?? null;
}

async function standing(
  session: Session,
  befores: readonly Before[],
  weights: RowWeights,
): Promise<Result<readonly Standing[], WorkbookFailure>> {
  const stands: Standing[] = [];
  for (const before of befores.flatMap(withIdsApart)) {
    const stand = await tried(() => standingOf(session, before, weights));
    if (!stand.ok) return stand;
    stands.push(stand.value);
  }
  return ok(stands);
}

/** Rows that had one id when they were written, since a person had just typed it over another's: each in its own turn. */
function withIdsApart(before: Before): readonly Before[] {
  const ids = new TextMap<true>();
  const twice = before.updated.filter(({ id }) => ids.size === ids.set(id, true).size);
  if (twice.length === 0) return [before];
  const again = new Set(twice);
  const { bound } = before;
  return [
    { ...before, updated: before.updated.filter((row) => !again.has(row)) },
    ...withIdsApart({ bound, updated: twice, removed: [], added: [], below: null }),
  ];
}

/** @returns the cells and rows in which the way back ran over what somebody had just written */
async function act(
  session: Session,
  stands: readonly Standing[],
  forward: boolean,
): Promise<Result<readonly Before[], WorkbookFailure>> {
  const receipts = stands.flatMap((stand) => {
    if (!forward) return stand.putBack() ?? [];
    stand.extend();
    return [];
  });
  const sent = await session.attempt();
  if (!sent.ok) return sent;
  return ok(
    receipts
      .map(overwrittenIn)
      .filter(({ updated, removed }) => updated.length + removed.length > 0),
  );
}
