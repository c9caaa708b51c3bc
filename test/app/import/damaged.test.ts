import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { dryRun, keysFor, type DryRunFailure } from "../../../src/app/import/import";
import { fileSource, openFile, type FileFailure } from "../../../src/app/import/file";
import type { SourceFailure } from "../../../src/app/import/source";
import { unwatched } from "../../../src/app/slices";
import { addFailureWords, failureText } from "../../../src/taskpane/words/failure-text";
import { laterFailures } from "../../../src/taskpane/words/later-failures";
import { importWords } from "../../../src/taskpane/words/import";
import { textOf } from "../../../src/tables/cells";
import { asOf, must, newId, type Book } from "../../excel/book";
import { xlsxFile, xlsxOf, xlsxParts } from "../../tables/import/xlsx";
import { choicesFor, emptyBook } from "./importing";

addFailureWords(laterFailures);

/**
 * Five hundred damaged files, half of them text and half workbooks: rows or a refusal, never a crash; and what a person
 * reads of either is said in both languages, with what to do.
 */

type Failure = FileFailure | SourceFailure | DryRunFailure;

const csv = readFileSync(
  path.join(__dirname, "../../workbooks/crm-sales-opportunities/accounts.csv"),
  "utf8",
)
  .split("\n")
  .slice(0, 40)
  .join("\n");
const cells = csv.split("\n").map((line) => line.trimEnd().split(","));

/** What became of a file: refused, or planned with every row accounted for. */
async function outcome(book: Book, name: string, bytes: Uint8Array): Promise<Failure | "planned"> {
  const file = await openFile(name, bytes, unwatched);
  if (!file.ok) return file.error;
  const facts = must(await book.port.describe());
  const source = await fileSource(file.value, facts, unwatched);
  if (!source.ok) return source.error;
  const choices = await choicesFor(book, source.value);
  if (keysFor(source.value.target, choices.mapping, facts).length === 0) return { code: "no-key" };
  const run = await dryRun(book.port, source.value, choices, { asOf, newId }, unwatched);
  const plan = must(run);
  const { added, updated, rejected, unchanged, blankRows } = plan;
  const rows = added.length + updated.length + rejected.length + unchanged.length + blankRows;
  expect(rows).toBe(source.value.rows.length);
  for (const { reasons } of rejected) {
    expect(reasons).not.toEqual([]);
    for (const { code, found, otherRow, there = null } of reasons)
      for (const language of ["zh", "en"] as const) {
        const { reason } = importWords[language];
        told(reason[code](textOf(found), (otherRow ?? 0) + 1, textOf(there)), language);
      }
  }
  return "planned";
}

const chinese = /\p{Script=Han}/u;

/** A sentence of this language, without anything a program says. */
function told(text: string, language: "zh" | "en"): void {
  expect(text).not.toMatch(/undefined|\[object|NaN|\bnull\b/u);
  if (language === "zh") expect(text).toMatch(chinese);
  else expect(text.trim().length).toBeGreaterThan(4);
}

/** What a person reads of a file that is refused: which one, why, and what to do about it. */
function refusedInWords(failure: Failure, name: string): void {
  for (const language of ["zh", "en"] as const) {
    const { what, remedy } = failureText(failure, asOf, language);
    if ("name" in failure) expect(what).toContain(name);
    told(what, language);
    told(remedy, language);
  }
}

/** Anywhere in a file; by itself fast-check likes the ends best. */
const place = fc.noBias(fc.nat(9_999)).map((share) => share / 10_000);

type Damage = (bytes: Uint8Array) => Uint8Array;

const damage: fc.Arbitrary<Damage> = fc.oneof(
  place.map(
    (at): Damage =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(place, fc.nat(7)).map(([at, bit]): Damage => (bytes) => {
    const flipped = bytes.slice();
    const index = Math.floor(at * bytes.length);
    flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
    return flipped;
  }),
  fc
    .tuple(place, fc.nat(60), fc.uint8Array({ maxLength: 12 }))
    .map(([at, cut, put]): Damage => (bytes) => {
      const index = Math.floor(at * bytes.length);
      return Uint8Array.from([...bytes.slice(0, index), ...put, ...bytes.slice(index + cut)]);
    }),
);

const put = (text: string, at: number, what: string): string => {
  const index = Math.floor(at * text.length);
  return text.slice(0, index) + what + text.slice(index);
};

describe("damaged files", () => {
  let book: Book;
  const seen = new Map<string, number>();
  const note = async (name: string, file: Uint8Array): Promise<void> => {
    const done = await outcome(book, name, file);
    if (done !== "planned") refusedInWords(done, name);
    const key = `${name} ${done === "planned" ? done : done.code}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  };

  beforeEach(async () => {
    book = await emptyBook();
  });

  it("[P7] 250 text files: bytes changed, other encodings, quotes, zeros, line ends, huge fields", async () => {
    const text = fc
      .tuple(
        fc.array(
          fc.tuple(
            place,
            fc.constantFrom(
              '"',
              '""',
              "\0",
              "\r",
              "\r\n",
              "\n\r",
              "\t",
              "\u202E",
              ",,,,",
              "=cmd|'/c'!A0",
            ),
          ),
          { maxLength: 6 },
        ),
        fc.option(place, { freq: 8 }),
      )
      .map(([signs, huge]) => {
        const mixed = signs.reduce((so, [at, sign]) => put(so, at, sign), csv);
        return huge === null ? mixed : put(mixed, huge, "甲".repeat(33_000));
      });
    const encoded = fc
      .tuple(text, fc.constantFrom<BufferEncoding>("utf8", "utf16le", "latin1"))
      .map(([written, encoding]): Uint8Array => Uint8Array.from(Buffer.from(written, encoding)));
    await fc.assert(
      fc.asyncProperty(encoded, fc.array(damage, { maxLength: 3 }), async (bytes, harms) => {
        const file = harms.reduce((so, harm) => harm(so), bytes);
        await note("x.csv", file);
      }),
      { seed: 20260101, numRuns: 250 },
    );
    expect(seen.get("x.csv planned")).toBeGreaterThan(100);
  });

  it("[P7] 250 workbook files: the zip damaged, its parts damaged, entities, nesting, parts missing", async () => {
    const good = xlsxOf(cells);
    const rows = cells
      .map((row) => `<row>${row.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("")}</row>`)
      .join("");
    const parts = xlsxParts(rows);
    const inside = fc
      .record({
        part: fc.constantFrom(...Object.keys(parts)),
        at: place,
        what: fc.constantFrom(
          "<",
          ">",
          "&lol;",
          '"',
          "<a>".repeat(80),
          "</row>",
          '<!DOCTYPE x [<!ENTITY lol "lol">]>',
          "\0",
          "\uFFFF",
          '<c r="XFE1"/>',
          '<row r="999999"/>',
          "<v>1e999</v>",
          "<!--",
          "<![CDATA[",
        ),
        missing: fc.boolean(),
      })
      .map(({ part, at, what, missing }) => {
        const { [part]: text = "", ...others } = parts;
        return xlsxFile(missing ? others : { ...others, [part]: put(text, at, what) });
      });
    const outside = fc
      .array(damage, { minLength: 1, maxLength: 3 })
      .map((harms) => harms.reduce((so, harm) => harm(so), good));
    await fc.assert(
      fc.asyncProperty(fc.oneof(inside, outside), async (file) => {
        await note("x.xlsx", file);
      }),
      { seed: 20260101, numRuns: 250 },
    );
    expect(seen.get("x.xlsx damaged-file")).toBeGreaterThan(100);
  });
});
