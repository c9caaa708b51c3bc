import { readFileSync } from "node:fs";
import path from "node:path";
import { examine } from "../../src/app/repair/repair";
import { planUpgrade, upgrade } from "../../src/app/set-up/migrate";
import { planSetUp } from "../../src/app/set-up/plan-set-up";
import { proposeSetUp, setUp } from "../../src/app/set-up/set-up";
import { err, ok } from "../../src/domain/result";
import { openWorkbook } from "../../src/host/file/open";
import { Workbook as Model } from "../../src/host/model/workbook";
import { schemaVersion, type TableId } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";
import {
  addCustomers,
  asOf,
  customer,
  imageOf,
  modelOf,
  must,
  newId,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../excel/book";
import { Wire } from "../excel/wire";
import { connectColleagues, type Colleague, type Colleagues } from "./colleagues";
import type { Run } from "./faults";
import { Entered, knownColumns } from "./kept";
import { addOwn } from "./own-book";
import { breakStructure, repairAll } from "./repairing";
import { diceOf, pick } from "./stage";

/**
 * Two people put one workbook right at the same time: they upgrade an older layout, make deleted tables again, or repair, in
 * every order of requests that dice find. Nothing entered is lost, nothing stands twice, and a rerun completes.
 */

const runs = Number(process.env["KEEPSHEET_RUNS"] ?? 1_000) / 25;
const seed = Number(process.env["KEEPSHEET_SEED"] ?? 1);
const schema1 = path.resolve(__dirname, "../workbooks/schema-1");

let colleagues: Colleagues;
const images: { readonly name: string; readonly image: Buffer }[] = [];

function bookOf(who: Colleague, model: Model): Book {
  const { host } = colleagues;
  const client = host.connect();
  return { host, client, wire: new Wire(client), model, port: who.port };
}

beforeAll(async () => {
  colleagues = await connectColleagues(2);
  for (const file of ["adopted-zh.xlsx", "created-en-1904.xlsx"]) {
    const opened = await openWorkbook(readFileSync(path.join(schema1, file)), file);
    if (!opened.ok) throw new Error(file);
    keep(file, opened.workbook);
  }
  const model = new Model();
  model.addSheet("Sheet1");
  const [who] = colleagues.open(model) as [Colleague];
  const book = bookOf(who, model);
  await who.as(async () => {
    await setUpBook(book);
    await addCustomers(book, [customer(1), customer(2), customer(3)]);
    await addOwn(book);
  });
  const whole = modelOf(imageOf(model));
  await who.as(() => breakStructure(book));
  images.push({ name: "broken", image: imageOf(model) });
  keep("", whole);

  /** The workbook as it is, and without sheets of ours, which somebody has deleted. */
  function keep(name: string, of: Model): void {
    const image = imageOf(of);
    if (name !== "") images.push({ name, image });
    for (const tables of [["settings"], ["followUps"], ["holidays", "settings"]] as const) {
      const broken = modelOf(image);
      colleagues.open(broken);
      for (const table of tables) {
        const { excelName } = tableSpecs[table satisfies TableId];
        const found = [...broken.tables()].find((each) => each.table.name === excelName);
        if (found !== undefined) colleagues.host.editor.deleteSheet(found.sheet.id);
      }
      images.push({ name: `${name} without ${tables.join()}`, image: imageOf(broken) });
    }
  }
});

const upgraded: Run = async ({ port }) => {
  const plan = await planUpgrade(port, asOf);
  if (!plan.ok) return plan.error.code === "already-upgraded" ? ok(undefined) : plan;
  return upgrade(port, plan.value, trace);
};

const restored: Run = async ({ port }) => {
  const proposal = await proposeSetUp(port);
  if (!proposal.ok) return proposal.error.code === "already-set-up" ? ok(undefined) : proposal;
  if (proposal.value.kind !== "restore") return err({ code: `proposes ${proposal.value.kind}` });
  const language = proposal.value.facts.language ?? "zh";
  const plan = planSetUp(proposal.value, {}, { language, asOf, newId, rows: [] });
  return plan.ok ? setUp(port, plan.value) : err({ code: "cannot-be-planned" });
};

const works: readonly { readonly name: string; readonly run: Run }[] = [
  { name: "upgrade", run: upgraded },
  { name: "restore", run: restored },
  { name: "repair", run: repairAll },
];

/** What stands twice, or points nowhere. */
function doubledIn(book: Book): readonly string[] {
  const { model } = book;
  const tables = [...model.tables()].map(({ table }) => table);
  const doubled = tables.flatMap(({ name, columns }) => {
    const headers = columns.map((column) => column.name);
    return [
      ...(/^Crm\w+?(?:_|\d+)$/u.test(name) ? [`table ${name}`] : []),
      ...headers.filter((header) => /\D2$/u.test(header)).map((header) => `${name} ${header}`),
    ];
  });
  if (!tables.some(({ name }) => name === tableSpecs.settings.excelName)) return doubled;
  const { sheet, table } = tableOf(book, "settings");
  const ids = new Set<unknown>();
  for (let row = table.area.top + 1; row <= table.area.bottom; row += 1) {
    const id = sheet.cells.value(row, table.area.left);
    if (id !== null && ids.has(id)) doubled.push(`setting ${JSON.stringify(id)}`);
    ids.add(id);
  }
  return doubled;
}

async function play(number: number): Promise<readonly string[]> {
  const dice = diceOf(seed * 100_000 + number);
  const { name, image } = pick(dice, images);
  const model = modelOf(image);
  const people = colleagues.open(model);
  const books = people.map((who) => bookOf(who, model));
  const [book] = books as [Book];
  const columns = knownColumns(model, ["周期"]);
  const wanted = Entered.in(model, columns);
  const cases = people.map(() => pick(dice, works));
  const outcomes: string[] = [];
  await colleagues.stage.play(
    people.map((who, at) => async () => {
      const done = await who.as(() => cases[at]!.run(books[at]!));
      outcomes[at] = done.ok ? "done" : JSON.stringify(done.error).slice(0, 200);
    }),
    dice,
    () => undefined,
  );
  const place = `run ${number}: ${name}, ${cases.map((each, at) => `${each.name} (${outcomes[at]})`).join(" + ")}`;
  const wrong = (): readonly string[] => {
    const now = Entered.in(model, columns);
    return [...wanted.lostBy(now).slice(0, 3), ...now.doubled, ...doubledIn(book)];
  };
  const broken = wrong().map((each) => `${place}: ${each}`);
  if (outcomes.some((each) => each.includes('"restored":false')))
    broken.push(`${place}: not restored`);
  for (const work of works) {
    const again = await people[0]!.as(() => work.run(book));
    if (!again.ok)
      broken.push(`${place}: then ${work.name} ${JSON.stringify(again.error).slice(0, 200)}`);
  }
  const facts = must(await people[0]!.as(() => book.port.describe()));
  if (facts.schemaVersion !== schemaVersion) broken.push(`${place}: not upgraded`);
  const lacking = Object.values(tableSpecs).filter(
    ({ id }) =>
      facts.tables[id] === undefined && ["settings", "followUps", "holidays"].includes(id),
  );
  broken.push(...lacking.map(({ id }) => `${place}: no ${id}`));
  const found = must(await people[0]!.as(() => examined(book)));
  broken.push(...found.map((id) => `${place}: then ${id} is found`));
  if (broken.length === 0) broken.push(...wrong().map((each) => `${place}, then: ${each}`));
  return broken;
}

/** What Repair still finds of structure. */
async function examined({ port }: Book) {
  const done = await examine(port);
  if (!done.ok) return done;
  const kinds = ["tables", "settings", "columns", "names"];
  return ok(done.value.findings.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
}

describe("two people who put one workbook right", () => {
  it("[P4] lose nothing, double nothing, and a rerun completes", async () => {
    const broken: string[] = [];
    for (let run = 0; run < runs; run += 1) broken.push(...(await play(run)));
    expect(broken).toEqual([]);
  }, 900_000);
});
