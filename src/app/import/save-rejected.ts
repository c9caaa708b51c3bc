import { isoDay, type Day } from "../../domain/day";
import { ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import type { Rejection, ImportChoices, ImportPlan } from "../../tables/import/plan";
import type { ImportSource } from "./source";
import type { Performed, PerformFailure, Trace } from "../deeds/perform";
import { ToldDeed } from "../deeds/told-deed";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { InstallFailure } from "../workbook/install";
import type { TextSheet } from "../workbook/places";

/** What the sheet of rejected rows is called and says, in the language of the person. */
export interface RejectedWords {
  /** The sheet's name; the day and, where it is taken, a number follow. */
  readonly sheet: string;
  readonly row: string;
  readonly reason: string;
  readonly reasonOf: (rejection: Rejection) => string;
  /** Between reasons. */
  readonly and: string;
}

const widest = 40;
const narrowest = 10;
/** How many rows a column's width is taken from. */
const rowsMeasured = 200;
/** Chinese characters and signs, which take the room of two. */
const wide = /[\u1100-\u115F\u2E80-\uFFEF]/gu;
const longestName = 31;
const longestText = 32_767;

/**
 * The rejected rows as they came, or as they were mended, each with its row number and why it stays out: a sheet that
 * can be corrected and imported again.
 */
export function rejectedSheet(
  source: ImportSource,
  { rejected }: ImportPlan,
  { corrections }: Pick<ImportChoices, "corrections">,
  facts: WorkbookFacts,
  asOf: Day,
  words: RejectedWords,
): TextSheet {
  const { columns } = source.proposal;
  const headers = columns.map(({ header, newHeader }) => newHeader ?? header);
  const rows = rejected.map(({ row, reasons }) => {
    const mended = corrections.get(row);
    const cells = columns.map(
      ({ index }) => mended?.get(index) ?? textOf(source.rows[row]?.[index] ?? null),
    );
    const why = reasons.map(words.reasonOf).join(words.and);
    return [...cells, why, String(source.firstRow + row)].map((text) => text.slice(0, longestText));
  });
  return {
    name: freeName(`${words.sheet} ${isoDay(asOf)}`, facts.sheetNames),
    headers: [...headers, words.reason, words.row],
    widths: [...headers.map((header, at) => widthFor(header, rows, at)), widest, 8],
    rows,
  };
}

/** In characters: as wide as the header and the first rows ask for. */
function widthFor(header: string, rows: readonly (readonly string[])[], at: number): number {
  const texts = [header, ...rows.slice(0, rowsMeasured).map((row) => row[at] ?? "")];
  const longest = Math.max(...texts.map((text) => text.length + (text.match(wide)?.length ?? 0)));
  return Math.min(widest, Math.max(narrowest, longest + 1));
}

/**
 * Says so in the audit table (P4), then adds that sheet to the workbook; deleting the sheet undoes it. Both or neither: a
 * second attempt never leaves two sheets.
 */
export async function saveRejected(
  workbook: Workbook,
  facts: WorkbookFacts,
  sheet: TextSheet,
  trace: Trace,
): Promise<Result<Performed, InstallFailure | PerformFailure>> {
  const deed = new ToldDeed(workbook, facts, { kind: "import", about: sheet.name }, trace);
  const added = await deed.step([{ what: { kind: "note" } }], () => workbook.addTextSheet(sheet));
  return added.ok ? ok(deed.performed()) : added;
}

function freeName(wish: string, sheetNames: readonly string[]): string {
  const taken = new Set(sheetNames.map((name) => name.toLowerCase()));
  let name = wish.slice(0, longestName);
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const end = ` (${number})`;
    name = wish.slice(0, longestName - end.length) + end;
  }
  return name;
}
