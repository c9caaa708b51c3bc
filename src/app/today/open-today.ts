import type { Day } from "../../domain/day";
import { err, ok, type Result } from "../../domain/result";
import { todayColumns } from "../../tables/specs/customers";
import { schemaVersion, type TableId } from "../../tables/schema";
import { assemblingToday } from "./assemble-today";
import { allInSlices, forPart, unwatched, type Onlooker } from "../slices";
import type { Today } from "./today";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { ColumnsRequest } from "../workbook/reading";

export type OpenFailure =
  | WorkbookFailure
  /** No customers table is bound: offer set-up. */
  | { readonly code: "not-set-up" }
  /** An earlier version of the add-in made this workbook: offer the upgrade. */
  | { readonly code: "older-version"; readonly found: number };

const wanted: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  customers: todayColumns,
  settings: ["id", "item", "amount", "unit"],
  holidays: ["day", "kind"],
};

/** How much of the time reading takes. */
const readingShare = 0.7;

/**
 * Journey 1: describe the workbook, read only the columns that decide when to follow up, judge every customer as of
 * the day. One round trip to describe and one per 4 MB to read.
 *
 * @param asOf - today's calendar day
 * @param onlooker - sees how far many customers have come, and gives others their turn
 * @param cutting - "steady" where a list is there already and other work goes on meanwhile; see `Workbook.readColumns`
 * @returns Today; `not-set-up`, `older-version`, `newer-version` where its tables are not understood, `column-missing`
 * when the id or name column is gone, or what the host refused
 */
export async function openToday(
  workbook: Workbook,
  asOf: Day,
  onlooker: Onlooker = unwatched,
  cutting: "few" | "steady" = "few",
): Promise<Result<Today, OpenFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;

  const unfit = whyUnfit(facts);
  if (unfit !== null) return err(unfit);

  const reading = forPart(onlooker, 0, readingShare);
  const answers = await workbook.readColumns(requests(facts), reading.onProgress, cutting);
  if (!answers.ok) return answers;
  const judging = forPart(onlooker, readingShare, 1);
  return ok(await allInSlices(assemblingToday(asOf, facts, answers.value), judging));
}

/**
 * Why the tables cannot be read as they stand; null when they can. A workbook of a newer version is read as far as its
 * tables are understood; nothing is written into it (`readOnly`).
 */
export function whyUnfit(facts: WorkbookFacts): OpenFailure | null {
  const found = facts.schemaVersion;
  if (found === null) return { code: "not-set-up" };
  const missing = missingTables(facts);
  if (missing !== null && found > schemaVersion) return { code: "newer-version", found };
  if (missing !== null) return missing;
  return found < schemaVersion ? { code: "older-version", found } : null;
}

function missingTables({ tables: { customers } }: WorkbookFacts): OpenFailure | null {
  if (customers === undefined) return { code: "not-set-up" };
  const column = ["id", "name"].find((each) => customers.columns[each] === undefined);
  return column === undefined ? null : { code: "column-missing", table: "customers", column };
}

/** Only what is wanted and still there: a deleted column is told as an issue, not asked for. */
function requests(facts: WorkbookFacts): readonly ColumnsRequest[] {
  return (Object.keys(wanted) as TableId[]).flatMap((table) => {
    const bound = facts.tables[table]?.columns ?? {};
    const columns = [
      ...(wanted[table] ?? []),
      // Customers are looked for by a person's own fields, too.
      ...(table === "customers" ? facts.fields.map(({ column }) => column) : []),
    ].filter((column) => bound[column] !== undefined);
    return columns.length === 0 ? [] : [{ table, columns }];
  });
}
