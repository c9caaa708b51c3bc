import { addField } from "../../src/app/fields/fields";
import { perform } from "../../src/app/deeds/perform";
import { Workbook as Model } from "../../src/host/model/workbook";
import type { ShareMode } from "../../src/tables/specs/shared-columns";
import type { Change } from "../../src/tables/change";
import {
  addCustomers,
  customer,
  imageOf,
  modelOf,
  must,
  rowsOf,
  setUpBook,
  trace,
  type Book,
} from "../excel/book";
import { Wire } from "../excel/wire";
import { disturb } from "./attacked";
import { connectColleagues, type Colleague, type Colleagues } from "./colleagues";
import { takeKindBack } from "./fault-cases";
import type { Run } from "./faults";
import { Entered, knownColumns } from "./kept";
import { addOwn, switchTo } from "./own-book";
import { breakBook, breakStructure, repairAll } from "./repairing";
import { diceOf, pick, type Dice } from "./stage";

/**
 * Two people work on the structure of one workbook at the same time (a share copy, repair, fields, taking back), or one of
 * them on its rows, and now and then somebody at the sheet, in every order of requests that dice find. Nothing is lost,
 * nothing stands twice, and once they are done one of them brings the functions back.
 */

const runs = Number(process.env["KEEPSHEET_RUNS"] ?? 1_000) / 40;
const seed = Number(process.env["KEEPSHEET_SEED"] ?? 1);

let colleagues: Colleagues;
const images: Buffer[] = [];

beforeAll(async () => {
  colleagues = await connectColleagues(2);
  const make = async (damage: (book: Book) => Promise<void>, mode: ShareMode) => {
    const model = new Model();
    model.addSheet("Sheet1");
    const [who] = colleagues.open(model) as [Colleague];
    const book = bookOf(who, model);
    await who.as(async () => {
      await setUpBook(book);
      await addCustomers(
        book,
        [1, 2, 3].map((number) => customer(number)),
      );
      await addOwn(book);
      await damage(book);
      must(await switchTo(mode)(book));
    });
    images.push(imageOf(model));
  };
  const damages = [() => Promise.resolve(), breakBook, breakStructure];
  for (const damage of damages)
    for (const mode of ["functions", "values", "native"] as const) await make(damage, mode);
});

interface Case {
  readonly name: string;
  readonly run: Run;
}

const add =
  (header: string): Run =>
  async ({ port }) => {
    const facts = await port.describe();
    return facts.ok
      ? addField(port, facts.value, { header, kind: "text", choices: [] }, trace)
      : facts;
  };

const ids = ["C0000000001", "C0000000002", "C0000000003"];

/** Writes where a customer lives, which nobody else does. */
const edit =
  (text: string, id: string): Run =>
  async ({ port }) => {
    const facts = await port.describe();
    if (!facts.ok) return facts;
    const change: Change = {
      added: [],
      updated: [{ table: "customers", id, cells: { address: { from: null, to: text } } }],
      removed: [],
    };
    return perform(port, facts.value, { kind: "health", about: "" }, [change], trace);
  };

function caseOf(dice: Dice, number: number): Case {
  const cases: readonly Case[] = [
    ...(["values", "native", "functions"] as const).map((mode) => ({
      name: `switch to ${mode}`,
      run: switchTo(mode),
    })),
    { name: "repair", run: repairAll },
    ...(["repair", "share"] as const).map((kind) => ({
      name: `take ${kind} back`,
      run: (book: Book) => takeKindBack(book, kind),
    })),
    { name: "add a field", run: add(pick(dice, ["甲类", "乙类"])) },
    { name: "edit", run: edit(`第${number}人写的`, ids[number] ?? "") },
  ];
  return pick(dice, cases);
}

const hidden = /^(?:原生公式|计算结果存照|自己的公式存照)/u;

/** Formulas of people's own that call the functions, anywhere. */
function ownFormulas(book: Book): number {
  let count = 0;
  for (const { name, cells } of book.model.sheets) {
    if (hidden.test(name)) continue;
    const used = cells.usedArea(true);
    if (used === null) continue;
    for (let row = used.top; row <= used.bottom; row += 1)
      for (let column = used.left; column <= used.right; column += 1)
        if (/IFERROR\(CRM\./u.test(cells.formula(row, column)?.text ?? "")) count += 1;
  }
  return count;
}

function bookOf(who: Colleague, model: Model): Book {
  const { host } = colleagues;
  const client = host.connect();
  return { host, client, wire: new Wire(client), model, port: who.port };
}

async function play(number: number): Promise<readonly string[]> {
  const dice = diceOf(seed * 100_000 + number);
  const model = modelOf(pick(dice, images));
  const people = colleagues.open(model);
  const books = people.map((who) => bookOf(who, model));
  const [book] = books as [Book];
  const columns = knownColumns(model, ["周期"]);
  let wanted = Entered.in(model, columns);
  const cases = people.map((_, at) => caseOf(dice, at));
  const outcomes: string[] = [];
  const isDisturbed = dice() < 0.3;
  let left = Math.floor(dice() * 40);
  let what = "";
  await colleagues.stage.play(
    people.map((who, at) => async () => {
      const done = await who.as(() => cases[at]!.run(books[at]!));
      outcomes[at] = done.ok ? "done" : JSON.stringify(done.error).slice(0, 160);
    }),
    dice,
    () => {
      left -= 1;
      if (!isDisturbed || left !== 0) return;
      const before = Entered.in(model, columns);
      what = disturb(book, dice);
      wanted = wanted.without(before, Entered.in(model, columns));
    },
  );
  const place = `run ${number}: ${cases.map(({ name }, at) => `${name} (${outcomes[at]})`).join(" + ")}${what === "" ? "" : ` + ${what}`}`;
  const wrong = (): readonly string[] => {
    const now = Entered.in(model, columns);
    const names = [...model.tables()].map(({ table }) => table.name);
    const headers = [...model.tables()].flatMap(({ table }) =>
      table.columns.map((each) => each.name),
    );
    return [
      ...wanted.lostBy(now).slice(0, 3),
      ...now.doubled,
      ...names.filter((name) => /^Crm\w+?(?:_|\d+)$/u.test(name)),
      ...["甲类2", "乙类2"].filter((header) => headers.includes(header)),
      ...cases.flatMap(({ name }, at) => {
        const text = `第${at}人写的`;
        const isThere = Entered.in(model, columns).holds(text);
        if (name !== "edit" || outcomes[at] !== "done" || isThere || what !== "") return [];
        return [`what ${at} wrote is lost`];
      }),
    ];
  };
  const broken = wrong().map((each) => `${place}: ${each}`);
  if (outcomes.some((each) => each.includes('"restored":false')))
    broken.push(`${place}: not restored`);
  const back = () => people[0]!.as(() => switchTo("functions")(book));
  let again = await back();
  if (!again.ok) again = await back();
  const isGone = what.includes("deleted");
  if (!again.ok && !isGone)
    broken.push(`${place}: then ${JSON.stringify(again.error).slice(0, 200)}`);
  if (broken.length === 0) broken.push(...wrong().map((each) => `${place}, then: ${each}`));
  const rest = model.sheets.filter(({ name }) => hidden.test(name)).map(({ name }) => name);
  if (again.ok && rest.length > 0) broken.push(`${place}: ${rest.join()} stays`);
  if (!again.ok || what !== "") return broken;
  const own = ownFormulas(book);
  // What was typed over the value that stood for one is told of.
  const told = rowsOf(book, "audit").filter((row) => row["改动"] === "自己的公式未放回").length;
  if (own + told !== 5) broken.push(`${place}: ${own} own formulas, ${told} told`);
  return broken;
}

describe("two people at work on the structure of one workbook", () => {
  it("[P2, P4] lose nothing, double nothing, and bring the functions back", async () => {
    const broken: string[] = [];
    for (let run = 0; run < runs; run += 1) broken.push(...(await play(run)));
    expect(broken).toEqual([]);
  }, 900_000);
});
