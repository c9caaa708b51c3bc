import type { FormulaSwitch, Switched } from "../../app/share/formulas";
import type { Watcher } from "../../app/slices";
import type { SwitchFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import type { BoundTable } from "../binding";
import type { Session } from "../run";
import { endTurn, queueTurn } from "../turn";
import { lookAtBody, type Body } from "./body";
import { repeatedly } from "./repeatedly";
import { queueIsMode } from "./setting";
import { followDay, type AsOfMoved } from "./as-of";
import { makeReady, ownBack, type CameBack } from "./sheets";
import { isChoice, Switching, type Choice } from "./switching";

/** Whether calculated columns can be switched as the table is now; else what hinders it, and is for people to change. */
export async function canSwitch(
  session: Session,
  bound: BoundTable,
): Promise<Result<void, SwitchFailure>> {
  const hindrance = hindranceIn(bound, await lookAtBody(session, bound));
  return hindrance === null ? ok(undefined) : err(hindrance);
}

function hindranceIn({ table, live }: BoundTable, body: Body): SwitchFailure | null {
  if (body.readOnly) return { code: "read-only" };
  if (body.isProtected) return { code: "protected", sheet: live.sheet };
  return body.isFiltered ? { code: "filtered", table } : null;
}

/**
 * Switches calculated columns, one page at a time: while another one does, or where the workbook is in another state than
 * the one that was planned from, nothing is touched.
 *
 * @param page - stands for the page among those that have the workbook open
 */
export async function switchFormulas(
  session: Session,
  bound: BoundTable,
  plan: FormulaSwitch,
  watcher: Watcher,
  page: object,
): Promise<Result<Switched, SwitchFailure>> {
  const isAsPlanned = queueIsMode(session.context, plan.from);
  const isOurs = queueTurn(session, page);
  const body = await lookAtBody(session, bound);
  if (!isOurs()) {
    await session.attempt();
    return err({ code: "changed-meanwhile", table: plan.table });
  }
  try {
    if (!isAsPlanned()) return err({ code: "changed-meanwhile", table: plan.table });
    return await inTurn(session, bound, plan, watcher, body);
  } finally {
    await endTurn(session, page);
  }
}

/**
 * Switches calculated columns between functions, native formulas and values, in pieces of rows that the host is quick
 * with, so that progress is heard and a person can cancel.
 *
 * First come the hidden sheets the columns will need; then the pieces, the first or last of which also notes what the
 * workbook is from now on; at last, what nobody needs any more goes. Every step can be taken again: a fault is met by
 * looking afresh and going on. Where that fails, too, where somebody typed into the columns or moved rows meanwhile, or
 * where a person has had enough, the pieces written are written back, each row where it stands by then.
 */
async function inTurn(
  session: Session,
  bound: BoundTable,
  plan: FormulaSwitch,
  watcher: Watcher,
  body: Body,
): Promise<Result<Switched, SwitchFailure>> {
  const hindrance = hindranceIn(bound, body);
  if (hindrance !== null) return err(hindrance);
  if (body.rowCount !== plan.rowCount) return err({ code: "changed-meanwhile", table: plan.table });

  const ready = { ownStood: true };
  const unprepared = await repeatedly(async () => {
    ready.ownStood = await makeReady(session, plan, () => watcher.onProgress(0));
  });
  const switching = new Switching(session, bound, plan, watcher);
  const moved: Choice | null = ready.ownStood
    ? null
    : { code: "changed-meanwhile", table: plan.table };
  const stopped = unprepared ?? moved ?? (await switching.there());
  if (stopped === null) {
    // Formulas that are taken back one by one leave the sheets of a share copy to a switch or to Repair.
    const tidies = plan.to === "functions" && (!plan.mends || plan.readings !== null);
    const back = tidies ? await ownBack(session, plan, switching.hidesOwn) : ok(nothingBack);
    if (!back.ok) return err({ code: "half-written", restored: false, cause: back.error });
    const { ownLeft } = back.value;
    const asOf = plan.followsDay === true ? await follow(session) : back.value.asOf;
    return ok({ roundTrips: session.roundTrips, ownLeft, asOf });
  }
  const columnsStuck = await switching.back();
  const returned =
    columnsStuck === null && plan.from === "functions" && !plan.mends
      ? await ownBack(session, plan, plan.own.length > 0)
      : ok(nothingBack);
  const stuck = columnsStuck ?? (returned.ok ? null : returned.error);
  if (stuck === null && (isChoice(stopped) || !switching.begun)) return err(stopped);
  const cause = isChoice(stopped) ? (stuck ?? stopped) : stopped;
  if (isChoice(cause)) return err(cause);
  return err({ code: "half-written", restored: stuck === null, cause });
}

const nothingBack: CameBack = { ownLeft: [], asOf: null };

/** The last step to native formulas. Where it fails the copy is whole, and its as-of day stays the one in Settings. */
async function follow(session: Session): Promise<AsOfMoved | null> {
  let moved: AsOfMoved | null = null;
  await repeatedly(async () => {
    moved = (await followDay(session)) ?? moved;
  });
  return moved;
}
