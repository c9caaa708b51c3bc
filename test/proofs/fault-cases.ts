import { readDeeds, readEntries } from "../../src/app/deeds/audit-log";
import { planTakeBack, takeBackPlanned } from "../../src/app/deeds/take-back";
import { takenBackIn } from "../../src/app/deeds/taken-back";
import { err, ok, type Result } from "../../src/domain/result";
import type { AuditEntry } from "../../src/tables/audit/entries";
import type { DeedKind } from "../../src/tables/specs/audit";
import { imageOf, openImage, trace, type Book } from "../excel/book";
import { underEveryFault, type FaultCase, type Run } from "./faults";

/** What the proofs of faults have in common: where a use case happens, taking back, and what is asked of each. */

/**
 * Use cases in one workbook, made once: what `work` does to it before it gives the run is not disturbed.
 *
 * @example
 * const inOffice = casesIn(office);
 * inOffice("logging a follow-up", () => log)
 */
export function casesIn(
  make: () => Promise<Book>,
): (name: string, work: (book: Book) => Promise<Run> | Run) => FaultCase {
  const open = openedOnce(make);
  return (name, work) => ({
    name,
    prepare: async () => {
      const book = await open();
      return { book, run: await work(book) };
    },
  });
}

/** Makes a workbook once, and opens its image from then on. */
export function openedOnce(make: () => Promise<Book>): () => Promise<Book> {
  let image: Buffer | null = null;
  return async () => {
    if (image !== null) return openImage(image);
    const book = await make();
    image = imageOf(book.model);
    return book;
  };
}

/** Takes the newest deed of a kind back, from the list of changes; nothing where all of it is taken back already. */
export async function takeKindBack(
  book: Book,
  kind: DeedKind,
  only: (entry: AuditEntry) => boolean = () => true,
): Promise<Result<unknown, { readonly code: string }>> {
  const page = await readDeeds(book.port, null);
  if (!page.ok) return page;
  const logged = page.value.deeds.find(({ deed }) => deed.kind === kind);
  if (logged === undefined) return err({ code: "nothing-told" });
  const entries = await readEntries(book.port, page.value.facts, logged);
  if (!entries.ok) return entries;
  const taken = takenBackIn(page.value.deeds);
  const left = entries.value.filter((entry) => only(entry) && !taken.entry(entry));
  if (left.length === 0) return ok(undefined);
  const plan = await planTakeBack(book.port, left);
  if (!plan.ok) return plan;
  if (plan.value.refused.length > 0)
    return err({ code: `refused ${JSON.stringify(plan.value.refused.map((r) => r.obstacles))}` });
  return takeBackPlanned(book.port, plan.value, trace);
}

/** A test for each case. `KEEPSHEET_FIGURES` prints how many requests and faults each had. */
export function proveUnderFaults(cases: readonly FaultCase[]): void {
  const figures: (readonly [string, number, number, number])[] = [];
  afterAll(() => {
    if (process.env["KEEPSHEET_FIGURES"] !== undefined) console.table(figures);
  });

  it.each(cases.map((each) => [each.name, each] as const))(
    "%s: nothing is lost or doubled, and a rerun completes",
    async (name, each) => {
      const { requests, changing, faults, done, broken } = await underEveryFault(each);
      figures.push([name, requests, faults, done]);
      expect(broken).toEqual([]);
      expect(changing).toBeGreaterThan(0);
      expect(faults).toBe(requests + changing * 2);
    },
  );
}
