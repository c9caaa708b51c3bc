import type { Result } from "../../src/domain/result";
import type { Workbook as Model } from "../../src/host/model/workbook";
import type { TableSpec } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";
import { contents, imageOf, must, openImage, type Book } from "../excel/book";
import type { Fault } from "../excel/wire";

/**
 * Issue 4, Proof: every use case with a fault at every sync, before, in the middle and after its effect: nothing lost,
 * nothing doubled, a rerun completes. A use case joins in a few lines: see `faults.test.ts`.
 */
export interface FaultCase {
  /** As in "<name>: nothing is lost …". */
  readonly name: string;
  /** The workbook it happens in, and the use case: made once, every run is in a workbook opened from its image. */
  readonly prepare: () => Promise<{ readonly book: Book; readonly run: Run }>;
  /**
   * Whether it has steps that stand by themselves: one that fails does not keep the others. Then a failure may leave some
   * of them done, each whole; the rerun does the rest and tells of it, so that all is told once, in two deeds.
   */
  readonly inSteps?: boolean;
  /**
   * Faults only at every so manieth request, beginning with the first: for a long use case whose requests are nearly those
   * of another, which is proven at each.
   */
  readonly every?: number;
}

/**
 * A use case in a workbook from its first request to its last, as a person would do it: run again after a failure it is
 * what pressing the button again does.
 */
export type Run = (book: Book) => Promise<Result<unknown, { readonly code: string }>>;

/** What came of a use case under all faults. */
export interface FaultOutcome {
  /** Requests of one undisturbed run at which faults were tried, and how many of them change anything. */
  readonly requests: number;
  readonly changing: number;
  readonly faults: number;
  /** Faults after which the use case was done all the same. */
  readonly done: number;
  /** Anything that must not be; empty when all is well. */
  readonly broken: readonly string[];
}

type When = "before" | "middle" | "after";

/**
 * Runs a use case once undisturbed, and once with each fault at each of its requests. A request that leaves the whole
 * workbook byte for byte as it was has no effect to be before or after of: its answer is lost once.
 */
export async function underEveryFault({
  prepare,
  inSteps = false,
  every = 1,
}: FaultCase): Promise<FaultOutcome> {
  const { book: prepared, run } = await prepare();
  const image = imageOf(prepared.model);
  const clean = await openImage(image);
  const before = standing(clean.model);
  const changes = watchChanges(clean);
  must(await run(clean));
  const trips = clean.wire.trips.map(({ actions }, trip) => ({ actions, changes: changes(trip) }));
  const after = standing(clean.model);
  const broken: string[] = [];
  let faults = 0;
  let done = 0;
  for (const [trip, { actions, changes }] of trips.entries()) {
    if (trip % every !== 0) continue;
    for (const when of changes ? (["before", "middle", "after"] as const) : (["before"] as const)) {
      const book = await openImage(image);
      book.wire.fail(faultAt(trip, when, actions));
      faults += 1;
      const outcome = await run(book);
      const now = standing(book.model);
      const place = `request ${trip + 1} of ${trips.length}, ${when}`;
      if (outcome.ok) {
        done += 1;
        if (now !== after) broken.push(`${place}: said to be done, but ${differing(after, now)}`);
        continue;
      }
      const told = JSON.stringify(outcome.error).slice(0, 160);
      const strange = inSteps ? neither(now, before, after) : differing(before, now);
      if (strange !== "") broken.push(`${place}: ${told}, but ${strange}`);
      book.wire.reset();
      const again = await run(book);
      const then = standing(book.model);
      if (!again.ok) broken.push(`${place}: the rerun ends with ${JSON.stringify(again.error)}`);
      else {
        const differs = inSteps
          ? differing(inOneDeed(after), inOneDeed(then))
          : differing(after, then);
        if (differs !== "") broken.push(`${place}: after the rerun ${differs}`);
      }
    }
  }
  const tried = trips.filter((_, trip) => trip % every === 0);
  const changing = tried.filter((each) => each.changes).length;
  return { requests: tried.length, changing, faults, done, broken };
}

/** Whether the request of that number changed anything in the workbook, once all are through. */
function watchChanges({ wire, model }: Book): (trip: number) => boolean {
  const images: Buffer[] = [];
  wire.reset();
  wire.beforeTrip = () => images.push(imageOf(model));
  return (trip) => {
    const [was, is] = [images[trip], images[trip + 1] ?? imageOf(model)];
    return was === undefined || !was.equals(is);
  };
}

function faultAt(trip: number, when: When, actions: number): Fault {
  const effect = { before: 0, middle: Math.floor(actions / 2), after: "all" } as const;
  return { trip, actions: effect[when] };
}

/**
 * The workbook as text. Ids are numbered as they appear, since a rerun deals out new ones. A table made on first use that
 * is still blank says nothing: it is made before what it is for, whether that then succeeds or not.
 */
function standing(model: Model): string {
  const names = new Map<string, string>();
  return sheetsOf(contents(model))
    .filter((sheet) => !isBlankOnFirstUse(sheet))
    .join("\n")
    .replaceAll(/\b[A-Z][0-9A-HJKMNP-TV-Z]{10}\b/g, (id) => {
      const known = names.get(id) ?? `${id[0] ?? ""}#${names.size + 1}`;
      names.set(id, known);
      return known;
    });
}

function sheetsOf(text: string): readonly string[] {
  return text.split(/\n(?=# )/);
}

function isBlankOnFirstUse(sheet: string): boolean {
  const lines = sheet.split("\n");
  const specs: readonly TableSpec[] = Object.values(tableSpecs);
  const made = specs.filter(({ onFirstUse }) => onFirstUse === true);
  // The first line names the sheet and its tables; cells of row 0 are the headers.
  return (
    made.some(({ excelName }) => (lines[0] ?? "").includes(` ${excelName}@`)) &&
    lines.slice(1).every((line) => line.startsWith("0:"))
  );
}

/** The same with the audit table's rows in any order, whatever the deeds they belong to. */
function inOneDeed(text: string): string {
  const { excelName } = tableSpecs.audit;
  const columns = tableSpecs.audit.columns.map(({ id }) => id);
  const beside = new Set(["id", "deed", "number"].map((id) => String(columns.indexOf(id))));
  return sheetsOf(text)
    .map((sheet) => {
      const [title = "", ...lines] = sheet.split("\n");
      if (!title.includes(` ${excelName}@`)) return sheet;
      const rows = new Map<string, string>();
      for (const line of lines) {
        const [, row = "", column = "", cell = ""] = /^(\d+):(\d+) (.*)$/su.exec(line) ?? [];
        if (!beside.has(column)) rows.set(row, `${rows.get(row) ?? ""} ${column}=${cell}`);
      }
      return [title, ...[...rows.values()].sort()].join("\n");
    })
    .join("\n");
}

/** Cells that stand neither as before nor as after, beside the audit table. */
function neither(found: string, before: string, after: string): string {
  const { excelName } = tableSpecs.audit;
  const cellsOf = (text: string) =>
    sheetsOf(text)
      .filter((sheet) => !sheet.includes(` ${excelName}@`))
      .join("\n")
      .split("\n");
  // How large a table is between two steps is neither; each of its cells is one of both.
  const known = new Set([...cellsOf(before), ...cellsOf(after)]);
  const strange = cellsOf(found).filter((line) => !line.startsWith("# ") && !known.has(line));
  return strange.length === 0 ? "" : `it has ${JSON.stringify(strange.slice(0, 3))}`;
}

/** The first lines in which two workbooks differ; "" where they are the same. */
function differing(wanted: string, found: string): string {
  if (wanted === found) return "";
  const [one, other] = [wanted.split("\n"), found.split("\n")];
  const [have, want] = [new Set(other), new Set(one)];
  const lost = one.filter((line) => !have.has(line)).slice(0, 3);
  const more = other.filter((line) => !want.has(line)).slice(0, 3);
  if (lost.length === 0 && more.length === 0) return "rows are in another order";
  return `it lacks ${JSON.stringify(lost)} and has ${JSON.stringify(more)}`;
}
