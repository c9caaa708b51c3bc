import { addCustomer, planNewCustomer } from "../../src/app/add-customer";
import { afterChange } from "../../src/app/today/after-change";
import { emptyHistory, remember, takeBack, type History } from "../../src/app/deeds/history";
import { identify as identifyThem, newcomers } from "../../src/app/identify-customers";
import { logFollowUp, planFollowUp } from "../../src/app/log-follow-up";
import { mergeCustomers, openMerge } from "../../src/app/duplicates/merge-customers";
import { openToday } from "../../src/app/today/open-today";
import { perform, type Performed, type Trace } from "../../src/app/deeds/perform";
import { openMerges, planSplit, splitCustomers } from "../../src/app/duplicates/split-customers";
import type { Today } from "../../src/app/today/today";
import type { Workbook } from "../../src/app/workbook";
import type { WorkbookFacts } from "../../src/app/workbook/facts";
import { addDays } from "../../src/domain/day";
import type { Result } from "../../src/domain/result";
import { wholeChange, type Cell, type Change, type Row } from "../../src/tables/change";
import { asOf, must, newId } from "../excel/book";
import type { Ledger } from "./ledger";
import { pick, type Dice } from "./stage";

/** What a colleague has at hand in one session. */
export interface Seat {
  readonly port: Workbook;
  readonly dice: Dice;
  readonly ledger: Ledger;
  /** The workbook as the pane knows it: described when it was opened, a little old since. */
  readonly facts: () => WorkbookFacts;
  /** The list as it was read last; the older, the more conflicts. */
  today: Today | null;
  history: History;
  /** What was refused, by code: every conflict must be told, and nothing else may go wrong. */
  readonly refused: Map<string, number>;
  acknowledged: number;
}

export const nobody: History = emptyHistory;

/** One thing a colleague does, from reading to writing. */
export type UseCase = (seat: Seat) => Promise<void>;

const trace: Trace = { who: "", now: { day: asOf, minute: 600 }, newId };

/** Notes the outcome of a write: acknowledged ones in the ledger, refused ones by their code. */
function settled(
  seat: Seat,
  outcome: Result<Performed, { readonly code: string }>,
  keep = true,
): void {
  if (!outcome.ok) {
    refuse(seat, outcome.error);
    return;
  }
  seat.ledger.acknowledge(wholeChange(outcome.value.change));
  seat.acknowledged += 1;
  if (keep) seat.history = remember(seat.history, outcome.value);
}

function refuse({ refused }: Seat, { code, ...facts }: { readonly code: string }): void {
  const name = "hostCode" in facts ? `${code} ${String(facts.hostCode)}` : code;
  refused.set(name, (refused.get(name) ?? 0) + 1);
}

/** Most choose among a few customers, so that they meet. */
function someone(dice: Dice, ids: readonly string[]): string {
  return pick(dice, dice() < 0.8 ? [...ids].sort().slice(0, 2) : ids);
}

async function rowOf({ port }: Seat, id: string): Promise<Row | undefined> {
  const wanted = { table: "customers", column: "id", value: id, limit: 1 } as const;
  return must(await port.readRows([wanted]))[0]?.[0];
}

const log: UseCase = async (seat) => {
  const { port, dice } = seat;
  const today =
    seat.today === null || dice() < 0.4 ? must(await openToday(port, asOf)) : seat.today;
  seat.today = today;
  const known = [...today.customers.values()].filter(({ identified }) => identified);
  const planned = planFollowUp(
    today,
    someone(
      dice,
      known.map(({ id }) => id),
    ),
    {
      channel: "phone",
      said: `第${Math.floor(dice() * 1000)}次`,
      day: addDays(asOf, -Math.floor(dice() * 3)),
      ...(dice() < 0.5 ? { demand: pick(dice, ["clear", "latent", "none"] as const) } : {}),
      ...(dice() < 0.3 ? { agreedDay: addDays(asOf, Math.floor(dice() * 20)) } : {}),
    },
    newId,
  );
  if (!planned.ok) {
    refuse(seat, planned.error);
    return;
  }
  const done = await logFollowUp(port, today.facts, planned.value, trace);
  settled(seat, done);
  seat.today = done.ok ? afterChange(today, done.value.change) : null;
};

/** Some fields of a customer, as the health check or a card edits them. */
const edit: UseCase = async (seat) => {
  const { port, dice, ledger } = seat;
  const facts = seat.facts();
  const id = someone(dice, ledger.ids("customers"));
  const row = await rowOf(seat, id);
  if (row === undefined) return;
  const to: Record<string, Cell> = {
    owner: pick(dice, ["王芳", "李雷", "韩梅", null]),
    notes: `注${Math.floor(dice() * 1000)}`,
  };
  const cells = Object.fromEntries(
    Object.entries(to).map(([column, cell]) => [column, { from: row[column] ?? null, to: cell }]),
  );
  const change: Change = { added: [], updated: [{ table: "customers", id, cells }], removed: [] };
  settled(seat, await perform(port, facts, { kind: "health", about: "" }, [change], trace));
};

const add: UseCase = async (seat) => {
  const facts = seat.facts();
  const name = `新客${Math.floor(seat.dice() * 1e6)}`;
  const entered = { name, phone: "", creditCode: "", contact: "", owner: "王芳" };
  const planned = must(planNewCustomer(facts, entered, asOf, newId));
  settled(seat, await addCustomer(seat.port, facts, planned, trace));
};

/** Some rows at once, new ones and known ones, as an import writes them: one deed. */
const bring: UseCase = async (seat) => {
  const { port, dice, ledger } = seat;
  const facts = seat.facts();
  const known = ledger.ids("customers");
  const columns = must(
    await port.readColumns([{ table: "customers", columns: ["id", "region"] }]),
  )[0]?.columns;
  const region = (id: string) => {
    const at = (columns?.["id"] ?? []).findIndex((cell) => cell === id);
    return at < 0 ? undefined : (columns?.["region"]?.[at] ?? null);
  };
  const chosen = [...new Set([someone(dice, known), someone(dice, known)])].filter(
    (id) => region(id) !== undefined,
  );
  const change: Change = {
    added: [1, 2].map((number) => {
      const id = newId("C");
      const cells = { id, name: `导入${number}-${Math.floor(dice() * 1e6)}`, region: "华东" };
      return { table: "customers", id, cells };
    }),
    updated: chosen.map((id) => ({
      table: "customers",
      id,
      cells: { region: { from: region(id) ?? null, to: `区${Math.floor(dice() * 100)}` } },
    })),
    removed: [],
  };
  settled(seat, await perform(port, facts, { kind: "import", about: "" }, [change], trace));
};

const merge: UseCase = async (seat) => {
  const facts = seat.facts();
  const ids = seat.ledger.ids("customers");
  const [kept, gone] = [someone(seat.dice, ids), someone(seat.dice, ids)];
  if (kept === gone || ids.length < 5) return;
  const shown = await openMerge(seat.port, facts, kept, gone);
  if (!shown.ok) {
    refuse(seat, shown.error);
    return;
  }
  const done = await mergeCustomers(seat.port, facts, shown.value, {}, { asOf, trace });
  settled(seat, done.ok ? { ok: true, value: done.value.performed } : done);
};

const split: UseCase = async (seat) => {
  const facts = seat.facts();
  const past = must(await openMerges(seat.port, facts));
  if (past.merges.length === 0) return;
  const planned = await planSplit(seat.port, facts, pick(seat.dice, past.merges));
  if (!planned.ok) {
    refuse(seat, planned.error);
    return;
  }
  settled(seat, await splitCustomers(seat.port, facts, planned.value, trace));
};

const undo: UseCase = async (seat) => {
  const done = await takeBack(seat.port, seat.history, trace);
  if (!done.ok) {
    // What was overtaken would be refused for ever.
    seat.history = { done: seat.history.done.slice(0, -1) };
    refuse(seat, done.error);
    return;
  }
  seat.history = done.value.history;
  settled(seat, { ok: true, value: done.value.performed }, false);
};

const identify: UseCase = async (seat) => {
  const today = must(await openToday(seat.port, asOf));
  const found = newcomers(today, newId, new Set());
  if (found.length === 0) return;
  const done = await identifyThem(seat.port, today.facts, found, trace);
  if (!done.ok) {
    refuse(seat, done.error);
    return;
  }
  const ids = found.map(({ id }) => id);
  seat.ledger.identified(ids);
  const given = seat.ledger.standing(ids);
  if (given !== done.value.identified)
    throw new Error(`${done.value.identified} ids were acknowledged, ${given} are there`);
  seat.acknowledged += given;
};

/** The more often one stands here, the more often it is done. */
export const useCases: readonly UseCase[] = [
  ...[log, log, log, log, edit, edit, edit, add, bring],
  ...[merge, merge, split, split, undo, undo, identify],
];
