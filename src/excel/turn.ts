import type { AtWorkElsewhere, WorkbookFailure } from "../app/workbook/failures";
import { err, ok, type Result } from "../domain/result";
import { inExcel, type Session } from "./run";

/** How the keys of the workbook's settings begin under which it is kept whose turn it is: each page has its own. */
const turnKey = "keepsheet.switching";
/** Whoever has not come back by then never will: the page was closed, or the connection lost for good. */
const longestMs = 600_000;
/** No clock is wrong by so much on a machine that reaches the others: a turn so far away came with the file. */
const mostWrongMs = 86_400_000;

const keys = new WeakMap<object, string>();

/** A turn as a page saw it first, by when it began, and when that was; the latter by the page's own clock. */
interface Sighting {
  readonly begun: number;
  readonly seen: number;
}

/** By page, what it has seen of others' turns, by their keys. */
const sightings = new WeakMap<object, ReadonlyMap<string, Sighting>>();

/** A page's key among those of all that have the workbook open. */
function keyOf(page: object): string {
  const key = keys.get(page) ?? `${turnKey}.${Date.now()}-${Math.random()}`;
  keys.set(page, key);
  return key;
}

/** Pages that are at work which is a turn as a whole: what takes one within it is a part of it. */
const atWork = new WeakSet<object>();

/**
 * Does work on the structure of the workbook, one page at a time. Two that put it right at once, or switch its calculated
 * columns, would each go by what they saw before the other: what is made would be made twice, and what one remembers on
 * hidden sheets the other would take away.
 *
 * @param page - stands for the page among those that have the workbook open
 * @returns `at-work-elsewhere` where it is another page's turn; then nothing was done
 */
export async function inTurn<T, E>(
  page: object,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | WorkbookFailure | AtWorkElsewhere>> {
  if (atWork.has(page)) return work();
  const begun = await inExcel(async (session): Promise<Result<void, AtWorkElsewhere>> => {
    const isOurs = queueTurn(session, page);
    await session.sync();
    if (isOurs()) return ok(undefined);
    await session.attempt();
    return err({ code: "at-work-elsewhere" });
  });
  if (!begun.ok) return begun;
  atWork.add(page);
  try {
    return await work();
  } finally {
    atWork.delete(page);
    await inExcel(async (session) => {
      await endTurn(session, page);
      return ok(undefined);
    });
  }
}

/**
 * Queues that it is this page's turn from now on. A message is carried out as a whole: of two pages that ask, the second
 * finds the first one's key beside its own, and takes its own away again. Nobody writes another's, so that no turn comes
 * back that was ended meanwhile.
 *
 * @returns after the sync, whether it is; what is left to be taken away is queued
 */
export function queueTurn({ context }: Session, page: object): () => boolean {
  const own = keyOf(page);
  const { settings } = context.workbook;
  settings.add(own, { at: Date.now() });
  const all = settings.load("items/key,items/value");
  return () => {
    const others = all.items.filter(({ key }) => key.startsWith(turnKey) && key !== own);
    const over = others.filter(isOverFor(page, others));
    for (const each of over) each.delete();
    const isOurs = over.length === others.length;
    if (!isOurs) settings.getItemOrNullObject(own).delete();
    return isOurs;
  };
}

/** Ends this page's turn, where it is not part of a longer one. Where that does not come through, it ends by itself. */
export async function endTurn(session: Session, page: object): Promise<void> {
  if (atWork.has(page)) return;
  session.context.workbook.settings.getItemOrNullObject(keyOf(page)).delete();
  await session.attempt();
}

/**
 * Whether a turn is over for good. When it began is said by the clock of another machine, which may be wrong by hours: so
 * it counts for how long this page has seen it stand.
 */
function isOverFor(
  page: object,
  turns: readonly Excel.Setting[],
): (turn: Excel.Setting) => boolean {
  const now = Date.now();
  const before = sightings.get(page);
  const seen = new Map(
    turns.map(({ key, value }) => {
      const begun = begunAt(value);
      const known = before?.get(key);
      return [key, known?.begun === begun ? known : { begun, seen: now }];
    }),
  );
  sightings.set(page, seen);
  return ({ key }) => {
    const { begun, seen: since } = seen.get(key) ?? { begun: now, seen: now };
    return now - since > longestMs || Math.abs(now - begun) > mostWrongMs;
  };
}

/** When a turn began, in milliseconds; what is none is over. */
function begunAt(value: unknown): number {
  const at: unknown =
    typeof value === "object" && value !== null && "at" in value ? value.at : undefined;
  return typeof at === "number" ? at : -Infinity;
}
