import { planningSetUp } from "../src/app/set-up/plan-set-up";
import { guessedMapping } from "../src/app/set-up/proposal";
import { proposeSetUp, readBody, setUp } from "../src/app/set-up/set-up";
import { forPart, inSlices } from "../src/app/slices";
import { asOf, fillSheet, must, newId, openBook, trace, type Book } from "../test/excel/book";
import type { BenchRow } from "./bench";
import { ownTime, type OwnTimes } from "./own-time";

const headers = "客户名称 联系人 电话 负责人 需求状况 预计成交日 潜在金额 上次跟进 地区 备注".split(
  " ",
);

/**
 * Setting up a person's own sheet of many rows, every other one with a word no list has and a day nobody can read, by the
 * calls the pane makes: looking at it, and doing it. Time is the pane's own, without the embedded host's.
 */
export async function run(): Promise<BenchRow[]> {
  const figures: BenchRow[] = [];
  for (const rows of [10_000, 100_000]) {
    const book = await openBook((model) => fillSheet(model, [headers, ...list(rows)]));
    const name = `set up ${rows.toLocaleString("en-US")} rows`;
    const looking = ownTime(book);
    const proposal = must(await proposeSetUp(book.port));
    const reading = forPart(looking.watcher, 0, 0.5);
    const body = must(await readBody(book.port, proposal, reading.onProgress));
    const planning = planningSetUp(proposal, guessedMapping(proposal), {
      language: "zh",
      asOf,
      newId,
      rows: body,
      trace,
    });
    const planned = await inSlices(planning, forPart(looking.watcher, 0.5, 1));
    if (planned === null) throw new Error("nobody cancelled");
    figures.push(...(await rowsOf(`${name}: look`, book, looking)));
    const plan = must(planned);
    const doing = ownTime(book);
    must(await setUp(book.port, plan, doing.watcher));
    figures.push(...(await rowsOf(`${name}: do`, book, doing)));
  }
  return figures;
}

async function rowsOf(
  name: string,
  { wire }: Book,
  { done }: { readonly done: () => Promise<OwnTimes> },
): Promise<readonly BenchRow[]> {
  const times = await done();
  const { trips } = wire;
  const largest = Math.max(...trips.flatMap(({ bytesUp, bytesDown }) => [bytesUp, bytesDown]));
  const figures: readonly BenchRow[] = [
    { name: `${name}, own`, value: Math.round(times.own), unit: "ms", note: "processor time" },
    {
      name: `${name}, longest stretch without pause`,
      value: Math.round(times.longestWork),
      unit: "ms",
      note: `the pane's own, at most 100; ${Math.round(times.longest)} with the collector, which here goes through the host's cells, too`,
    },
    {
      name: `${name}, longest time between two signs of progress`,
      value: Math.round(times.longestSilence),
      unit: "ms",
      note: "at most 500, without the host's time",
    },
    { name: `${name}, round trips`, value: trips.length, unit: "trips" },
    { name: `${name}, largest message`, value: largest, unit: "B", note: "at most 4 MB" },
  ];
  wire.reset();
  return figures;
}

function list(rows: number): readonly (readonly (string | number)[])[] {
  return Array.from({ length: rows }, (_, row) => [
    `客户${row}有限公司`,
    `张${row}`,
    `138${String(row).padStart(8, "0")}`,
    "王芳",
    row % 2 === 0 ? "目标" : "目标客户？",
    row % 2 === 0 ? 46_100 : "10/20/2016",
    row,
    46_070,
    "华东",
    "老客户",
  ]);
}
