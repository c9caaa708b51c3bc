import { addField } from "../../src/app/fields/fields";
import { readDeeds } from "../../src/app/deeds/audit-log";
import { planTakeBack, takeBackPlanned } from "../../src/app/deeds/take-back";
import { Workbook as Model } from "../../src/host/model/workbook";
import { addCustomers, customer, must, rowsOf, setUpBook, trace, type Book } from "../excel/book";
import { Wire } from "../excel/wire";
import { connectColleagues, type Colleague, type Colleagues } from "./colleagues";
import { diceOf } from "./stage";

/** Two people change the columns of one workbook at the same time, in every order of their requests that dice find. */

let colleagues: Colleagues;

beforeAll(async () => {
  colleagues = await connectColleagues(2);
});

async function opened(): Promise<{ book: Book; people: readonly Colleague[] }> {
  const model = new Model();
  model.addSheet("Sheet1");
  const people = colleagues.open(model);
  const { host } = colleagues;
  const client = host.connect();
  const book = { host, client, wire: new Wire(client), model, port: people[0]!.port };
  await people[0]!.as(async () => {
    await setUpBook(book);
    await addCustomers(book, [customer(1), customer(2)]);
    must(await addField(book.port, must(await book.port.describe()), field("旧"), trace));
  });
  return { book, people };
}

const field = (header: string) => ({ header, kind: "text", choices: [] }) as const;

function headersOf(book: Book): readonly string[] {
  const found = [...book.model.tables()].find(({ table }) => table.name === "CrmCustomers");
  return found?.table.columns.map(({ name }) => name) ?? [];
}

async function together(
  people: readonly Colleague[],
  seed: number,
  acts: readonly ((who: Colleague) => Promise<{ readonly ok: boolean }>)[],
): Promise<readonly boolean[]> {
  const done: boolean[] = [];
  const actors = acts.map((act, number) => async () => {
    const who = people[number]!;
    done[number] = await who.as(async () => (await act(who)).ok);
  });
  await colleagues.stage.play(actors, diceOf(seed), () => undefined);
  return done;
}

const add = (header: string) => async (who: Colleague) => {
  const facts = await who.port.describe();
  return facts.ok ? addField(who.port, facts.value, field(header), trace) : facts;
};

const seeds = Array.from({ length: 5 }, (_, seed) => seed + 1);

describe("two people change columns at the same time", () => {
  it("[P4] and both fields are there, with their kinds and what tells of them", async () => {
    for (const seed of seeds) {
      const { book, people } = await opened();
      const before = headersOf(book);
      const done = await together(people, seed, [add("甲"), add("乙")]);
      const added = ["甲", "乙"].filter((_, at) => done[at]);
      expect([seed, ...headersOf(book).slice(before.length)].sort()).toEqual(
        [seed, ...added].sort(),
      );
      const facts = must(await people[0]!.as(() => book.port.describe()));
      const fields = facts.fields.map(({ column }) => column).sort();
      expect([seed, ...fields]).toEqual([
        seed,
        ...[...added, "旧"].map((name) => `own:${name}`).sort(),
      ]);
      const told = rowsOf(book, "audit").filter((row) => row["改动"] === "新增列");
      expect(told.map((row) => row["改后"]).sort()).toEqual(["旧", ...added].sort());
    }
  });

  it("[P4] and a field both add is there once", async () => {
    for (const seed of seeds) {
      const { book, people } = await opened();
      const before = headersOf(book);
      const done = await together(people, seed, [add("甲"), add("甲")]);
      expect([seed, ...headersOf(book).slice(before.length)]).toEqual([seed, "甲"]);
      expect([seed, done.filter(Boolean).length]).toEqual([seed, 1]);
      const told = rowsOf(book, "audit").filter((row) => row["改后"] === "甲");
      expect(told).toHaveLength(1);
    }
  });

  it("[P4] and what both take back goes once", async () => {
    for (const seed of seeds) {
      const { book, people } = await opened();
      const { entries } = must(await people[0]!.as(() => readDeeds(book.port, null))).deeds[0]!;
      const back = async (who: Colleague) => {
        const plan = await planTakeBack(who.port, entries);
        if (!plan.ok) return plan;
        if (plan.value.readyCount < entries.length) return { ok: false };
        return takeBackPlanned(who.port, plan.value, trace);
      };
      const before = headersOf(book);
      const done = await together(people, seed, [back, back]);
      expect([seed, headersOf(book)]).toEqual([seed, before.filter((name) => name !== "旧")]);
      expect([seed, done.filter(Boolean).length]).toEqual([seed, 1]);
      const facts = must(await people[0]!.as(() => book.port.describe()));
      expect(facts.fields).toEqual([]);
    }
  });
});
