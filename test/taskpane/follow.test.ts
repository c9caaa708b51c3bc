import { perform } from "../../src/app/deeds/perform";
import { createIntents } from "../../src/app/intents";
import { openToday } from "../../src/app/today/open-today";
import type { Today } from "../../src/app/today/today";
import { noChange, reverse, type Change } from "../../src/tables/change";
import { createPane, type Pane } from "../../src/taskpane/state/pane";
import { asOf, customer, must, newId, openWith, trace, type Book } from "../excel/book";

/** A workbook of 300 customers with the pane on it, once its list is there. */
async function opened(): Promise<{ readonly book: Book; readonly pane: Pane }> {
  const book = await openWith(Array.from({ length: 300 }, (_, at) => customer(at + 1)));
  const pane = createPane({
    workbook: book.port,
    today: () => asOf,
    now: () => trace.now,
    newId,
    intents: createIntents(),
    facts: { platform: "test", displayLanguage: "zh-CN", version: "0" },
    preferences: { read: () => null, write: () => undefined },
  });
  await pane.refresh();
  return { book, pane };
}

function todayIn(pane: Pane): Today {
  const { today } = pane.state();
  if (today.status !== "ready") throw new Error(today.status);
  return today.today;
}

async function settled(pane: Pane): Promise<void> {
  for (;;) {
    const { today } = pane.state();
    if (today.status === "ready" && !today.refreshing) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Does it as a view does.
 *
 * @returns how many messages Today took to follow
 */
async function done({ port, host }: Book, pane: Pane, change: Change): Promise<number> {
  const { facts } = todayIn(pane);
  const deed = { kind: "import", about: "名单" } as const;
  const performed = must(await perform(port, facts, deed, [change], trace));
  const before = host.counters.total.syncs;
  pane.did(performed);
  await settled(pane);
  return host.counters.total.syncs - before;
}

const compared = ({ customers, ...others }: Today) => ({ ...others, customers: [...customers] });

/** An import of 250 that are new, and of 150 that are there. */
function importOf(): Change {
  const updated = Array.from({ length: 150 }, (_, at) => {
    const { table, id, cells } = customer(at + 1);
    const from = cells["name"] ?? null;
    return { table, id, cells: { name: { from, to: `${String(from)}（新）` } } };
  });
  const added = Array.from({ length: 250 }, (_, at) => customer(at + 1_001));
  return { ...noChange, updated, added };
}

describe("Today after a deed of many rows", () => {
  it("is what reading the workbook again would give, after one round trip", async () => {
    const { book, pane } = await opened();
    const change = importOf();
    expect(await done(book, pane, change)).toBe(1);
    const followed = todayIn(pane);
    expect(followed.customers.size).toBe(550);
    expect(compared(followed)).toEqual(compared(must(await openToday(book.port, asOf))));
    expect(await done(book, pane, reverse(change))).toBe(1);
    const back = todayIn(pane);
    expect(back.customers.size).toBe(300);
    expect(compared(back)).toEqual(compared(must(await openToday(book.port, asOf))));
    pane.close();
  });

  it("is read again where somebody else has brought a row meanwhile", async () => {
    const { book, pane } = await opened();
    const { facts } = todayIn(pane);
    const theirs = { ...noChange, added: [customer(5_000)] };
    must(await perform(book.port, facts, { kind: "customer-added", about: "" }, [theirs], trace));
    await done(book, pane, importOf());
    const today = todayIn(pane);
    expect(today.customers.size).toBe(551);
    expect(compared(today)).toEqual(compared(must(await openToday(book.port, asOf))));
    pane.close();
  });
});
