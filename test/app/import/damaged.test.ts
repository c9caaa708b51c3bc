import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { dryRun, keysFor, type DryRunFailure } from "../../../src/app/import/import";
import { fileSource, openFile, type FileFailure } from "../../../src/app/import/file";
import type { SourceFailure } from "../../../src/app/import/source";
import { unwatched } from "../../../src/app/slices";
import { asOf, must, newId, type Book } from "../../excel/book";
import { xlsxFile, xlsxOf, xlsxParts } from "../../tables/import/xlsx";
import { choicesFor, emptyBook } from "./importing";

/** Five hundred damaged files, half of them text and half workbooks: rows or a typed refusal, never a crash. */

type Code = (FileFailure | SourceFailure | DryRunFailure)["code"];

const csv = readFileSync(
  path.join(__dirname, "../../workbooks/crm-sales-opportunities/accounts.csv"),
  "utf8",
)
  .split("\n")
  .slice(0, 40)
  .join("\n");
const cells = csv.split("\n").map((line) => line.trimEnd().split(","));

/** What became of a file: refused, or planned with every row accounted for. */
async function outcome(book: Book, name: string, bytes: Uint8Array): Promise<Code | "planned"> {
  const file = await openFile(name, bytes, unwatched);
  if (!file.ok) return file.error.code;
  const facts = must(await book.port.describe());
  const source = await fileSource(file.value, facts, unwatched);
  if (!source.ok) return source.error.code;
  const choices = await choicesFor(book, source.value);
  if (keysFor(source.value.target, choices.mapping, facts).length === 0) return "no-key";
  const run = await dryRun(book.port, source.value, choices, { asOf, newId }, unwatched);
  const plan = must(run);
  const { added, updated, rejected, unchanged, blankRows } = plan;
  const rows = added.length + updated.length + rejected.length + unchanged.length + blankRows;
  expect(rows).toBe(source.value.rows.length);
  return "planned";
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
  const note = (kind: string, code: string): void => {
    seen.set(`${kind} ${code}`, (seen.get(`${kind} ${code}`) ?? 0) + 1);
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
        note("text", await outcome(book, "x.csv", file));
      }),
      { seed: 20260101, numRuns: 250 },
    );
    expect(seen.get("text planned")).toBeGreaterThan(100);
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
        note("workbook", await outcome(book, "x.xlsx", file));
      }),
      { seed: 20260101, numRuns: 250 },
    );
    expect(seen.get("workbook damaged-file")).toBeGreaterThan(100);
  });
});
