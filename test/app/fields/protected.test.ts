import { readDeeds, readEntries } from "../../../src/app/deeds/audit-log";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import { addField, removeField } from "../../../src/app/fields/fields";
import { planTranslation, translate } from "../../../src/app/fields/translate";
import {
  contentsBesideAudit,
  customer,
  imageOf,
  must,
  openImage,
  openWith,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";
import { takeKindBack } from "../../proofs/fault-cases";
import type { Run } from "../../proofs/faults";

/** As a person does it on the ribbon. */
function protect(book: Book, isProtected: boolean): void {
  tableOf(book, "customers").sheet.protection = isProtected
    ? { options: {}, password: null }
    : null;
}

/** Does something as often as it takes, with the sheet becoming protected before each request until that is too late. */
async function underProtection(
  clean: Book,
  run: Run,
  look: (book: Book, done: Awaited<ReturnType<Run>>) => Promise<void>,
): Promise<readonly string[]> {
  const image = imageOf(clean.model);
  const seen: string[] = [];
  for (let trip = 0; seen.at(-1) !== "done"; trip += 1) {
    const book = await openImage(image);
    book.wire.beforeTrip = (at) => {
      if (at === trip) protect(book, true);
    };
    const done = await run(book);
    book.wire.reset();
    protect(book, false);
    await look(book, done);
    seen.push(done.ok ? "done" : done.error.code);
  }
  return [...new Set(seen)];
}

/** Takes all deeds about fields back, from the newest. */
async function takeAllBack({ port }: Book): Promise<void> {
  const { deeds, facts } = must(await readDeeds(port, null));
  for (const logged of deeds.filter(({ deed }) => deed.kind === "field")) {
    const plan = must(await planTakeBack(port, must(await readEntries(port, facts, logged))));
    expect(plan.refused).toEqual([]);
    must(await takeBackPlanned(port, plan, trace));
  }
}

describe("a change of columns whose sheet becomes protected between two of its requests", () => {
  it("[P4] translates nothing, or says that the words are, a rerun does the rest, and all of it is taken back", async () => {
    const clean = await openWith([customer(1), customer(2)]);
    const before = contentsBesideAudit(clean.model);
    const planned = must(await planTranslation(clean.port));
    const run: Run = ({ port }) => translate(port, planned, trace);
    const renamed: boolean[] = [];
    const seen = await underProtection(clean, run, async (book, done) => {
      if (done.ok) return;
      if (done.error.code !== "half-done") {
        expect(contentsBesideAudit(book.model)).toBe(before);
        return;
      }
      expect(done.error).toMatchObject({ words: true, cause: { code: "protected" } });
      const now = contentsBesideAudit(book.model);
      expect(now).toContain('1:7 "Clear"');
      renamed.push(now.includes('0:1 "Customer"'));
      expect(done.error).toHaveProperty("tables", renamed.at(-1) === true ? ["customers"] : []);
      const again = must(await planTranslation(book.port));
      must(await translate(book.port, again, trace));
      await takeAllBack(book);
      expect(contentsBesideAudit(book.model)).toBe(before);
    });
    expect(seen).toEqual(["protected", "half-done", "done"]);
    expect(new Set(renamed)).toEqual(new Set([false, true]));
  });

  it("[P4] brings a removed field back, at the latest when it is pressed again", async () => {
    const clean = await openWith([customer(1), customer(2)]);
    const plate = { header: "车牌", kind: "text", choices: [] } as const;
    const facts = async () => must(await clean.port.describe());
    must(await addField(clean.port, await facts(), plate, trace));
    const wanted = contentsBesideAudit(clean.model);
    must(await removeField(clean.port, await facts(), "own:车牌", true, trace));
    const run: Run = (book) => takeKindBack(book, "field");
    const seen = await underProtection(clean, run, async (book, done) => {
      if (!done.ok) must(await run(book));
      expect(contentsBesideAudit(book.model)).toBe(wanted);
      expect(must(await book.port.describe()).fields.map(({ column }) => column)).toEqual([
        "own:车牌",
      ]);
    });
    expect(seen).toEqual(["protected", "half-written", "done"]);
  });
});
