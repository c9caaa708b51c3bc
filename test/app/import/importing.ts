import {
  applyImport,
  dayOrderFor,
  defaultKey,
  dryRun,
  importMapping,
  type ImportChoices,
} from "../../../src/app/import/import";
import { fileSource, openFile } from "../../../src/app/import/file";
import { textSource, type ImportSource } from "../../../src/app/import/source";
import { unwatched, type Watcher } from "../../../src/app/slices";
import type { ImportPlan } from "../../../src/tables/import/plan";
import { asOf, must, newId, openBook, setUpBook, trace, type Book } from "../../excel/book";

/** Importing as the pane does it, with what it would choose by itself. */

export async function emptyBook(): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  return book;
}

export async function sourceOf(book: Book, text: string): Promise<ImportSource> {
  return must(await textSource("", text, must(await book.port.describe()), unwatched));
}

export async function sourceOfFile(
  book: Book,
  name: string,
  bytes: Uint8Array,
): Promise<ImportSource> {
  const file = must(await openFile(name, bytes, unwatched));
  return must(await fileSource(file, must(await book.port.describe()), unwatched));
}

export async function choicesFor(
  book: Book,
  source: ImportSource,
  wanted: Partial<ImportChoices> = {},
): Promise<ImportChoices> {
  const facts = must(await book.port.describe());
  const mapping = wanted.mapping ?? importMapping(source, facts);
  const order = dayOrderFor(source, mapping, facts);
  return {
    mapping,
    key: defaultKey(source, mapping, facts) ?? "id",
    unreadable: "reject",
    dayOrder: order === "unclear" ? null : order,
    days: {},
    unknownCustomers: "reject",
    corrections: new Map(),
    ...wanted,
  };
}

export async function plannedFrom(
  book: Book,
  source: ImportSource,
  wanted: Partial<ImportChoices> = {},
): Promise<ImportPlan> {
  const choices = await choicesFor(book, source, wanted);
  return must(await dryRun(book.port, source, choices, { asOf, newId }, unwatched));
}

export async function planned(
  book: Book,
  text: string,
  wanted: Partial<ImportChoices> = {},
): Promise<ImportPlan> {
  return plannedFrom(book, await sourceOf(book, text), wanted);
}

/** Carries a dry run out. */
export async function apply(book: Book, plan: ImportPlan, watcher: Watcher = unwatched) {
  const facts = await book.port.describe();
  if (!facts.ok) return facts;
  return applyImport(book.port, facts.value, plan, { about: "名单.csv", trace }, watcher);
}

export async function imported(book: Book, text: string, wanted: Partial<ImportChoices> = {}) {
  const plan = await planned(book, text, wanted);
  return { plan, performed: must(await apply(book, plan)) };
}

/** The cells of a file of commas without quotes, below its headers. */
export function cellsOf(csv: string): readonly (readonly string[])[] {
  const lines = csv.trim().split(/\r?\n/u);
  return lines.slice(1).map((line) => line.split(","));
}
