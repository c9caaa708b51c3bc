import type { ShareMode } from "../../tables/specs/shared-columns";
import type { Session } from "../run";
import { shareKey } from "./setting";

/** The key of the workbook's settings under which it is kept who is switching its calculated columns. */
const turnKey = "keepsheet.switching";
/** Whoever has not come back by then never will: the page was closed, or the connection lost for good. */
const longestMs = 600_000;

interface StoredTurn {
  readonly by: string;
  readonly at: number;
}

const pages = new WeakMap<object, string>();

/** A page's name among those that have the workbook open. */
function nameOf(page: object): string {
  const name = pages.get(page) ?? `${Date.now()}-${Math.random()}`;
  pages.set(page, name);
  return name;
}

/**
 * Queues that this page switches from now on. Two that switch at once would take each other's hidden sheets away, and with
 * them what these remember.
 *
 * @param from - the state the workbook was in when the switch was planned
 * @returns after the sync, whether it is this page's turn, and the state is still that one
 */
export function queueTurn(
  { context }: Session,
  page: object,
  from: ShareMode,
): () => { readonly isOurs: boolean; readonly isAsPlanned: boolean } {
  const { settings } = context.workbook;
  const before = settings.getItemOrNullObject(turnKey).load("value");
  const share = settings.getItemOrNullObject(shareKey).load("value");
  const by = nameOf(page);
  settings.add(turnKey, { by, at: Date.now() });
  return () => {
    const turn = before.isNullObject ? null : storedTurn(before.value);
    const isOurs = turn === null || turn.by === by || Date.now() - turn.at > longestMs;
    // They were first: it stays their turn.
    if (!isOurs) settings.add(turnKey, turn);
    return { isOurs, isAsPlanned: share.isNullObject || isMode(share.value, from) };
  };
}

/** Ends this page's turn. Where that does not come through, it ends by itself. */
export async function endTurn(session: Session): Promise<void> {
  session.context.workbook.settings.getItemOrNullObject(turnKey).delete();
  await session.attempt();
}

function storedTurn(value: unknown): StoredTurn | null {
  if (typeof value !== "object" || value === null || !("by" in value) || !("at" in value))
    return null;
  const { by, at } = value;
  return typeof by === "string" && typeof at === "number" ? { by, at } : null;
}

function isMode(value: unknown, mode: ShareMode): boolean {
  return typeof value === "object" && value !== null && "mode" in value && value.mode === mode;
}
