import { err, ok, type Result } from "../../domain/result";
import { folded } from "../../tables/headers";
import type { ColumnSpec, Language, TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { Performed, Trace } from "../deeds/perform";
import {
  restructure,
  type Restructuring,
  type RestructureFailure,
} from "../deeds/perform-structure";
import { languageStep, stepsOf, wordSteps } from "../deeds/record-structure";
import { widenDays } from "../repair/widen-days";
import { unwatched, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { ColumnsChange } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { Conflict } from "../workbook/rows";
import { movedIn, rowsTogether, wordColumns } from "./words";

/** Headers, lists, formulas and words of ours from one language to the other; what people changed stays. */
export interface Translation {
  readonly facts: WorkbookFacts;
  readonly to: Language;
  readonly work: Restructuring;
  /** How many headers and cells it is about. */
  readonly headers: number;
  readonly cells: number;
  /** Headers of ours that stay, since another column is called what they would be called. */
  readonly taken: readonly TakenHeader[];
}

/** A header that keeps its name, and the name that another column has already. */
export interface TakenHeader {
  readonly header: string;
  readonly wanted: string;
}

export type TranslationFailure =
  WorkbookFailure | RestructureFailure | { readonly code: "nothing-to-translate" };

/** A column's header. */
export interface HeaderPlace {
  readonly table: TableId;
  readonly column: string;
}

/**
 * What switching the language of our headers and words would change. Reads the columns of words; writes nothing.
 *
 * @param insisted - headers that are translated although somebody renamed them, because a person wants it so
 */
export async function planTranslation(
  workbook: Workbook,
  insisted: readonly HeaderPlace[] = [],
): Promise<Result<Translation, TranslationFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  if (facts.readOnly) return err({ code: "read-only" });
  const from = facts.language;
  if (from === null) return err({ code: "table-missing", table: "customers" });
  const to: Language = from === "zh" ? "en" : "zh";
  const tables = (Object.keys(tableSpecs) as TableId[]).filter(
    (table) => facts.tables[table] !== undefined,
  );

  const requests = tables.flatMap((table) => {
    const columns = wordColumns(table, facts);
    return columns.length === 0 ? [] : [{ table, columns: ["id", ...columns] }];
  });
  const read = await workbook.readColumns(requests);
  if (!read.ok) return read;
  const moved = read.value.flatMap((answer) => movedIn(answer, from, to));
  const updated = rowsTogether(moved.flatMap(({ rows }) => rows));
  const lists = await ownLists(workbook, tables, facts, from);
  if (!lists.ok) return lists;

  const columns: ColumnsChange[] = [];
  const taken: TakenHeader[] = [];
  for (const table of tables) {
    const formulas = await formulasOf(workbook, table, facts, from, to);
    if (!formulas.ok) return formulas;
    const anew = insisted.filter((place) => place.table === table).map(({ column }) => column);
    const headersOf = headersIn(table, facts, from, to, anew);
    columns.push(columnsOf(table, headersOf.renamed, lists.value, from, to, formulas.value));
    taken.push(...headersOf.taken);
  }
  const headers = columns.reduce((sum, { renamed }) => sum + renamed.length, 0);
  const cells = updated.reduce((sum, row) => sum + Object.keys(row.cells).length, 0);
  if (headers + cells === 0) return err({ code: "nothing-to-translate" });
  const steps = [
    ...columns.flatMap((change) => stepsOf(change, facts)),
    ...moved.flatMap((each) => wordSteps(each.moved)),
    languageStep(from, to),
  ];
  const work = { columns, words: { added: [], updated, removed: [] }, steps };
  return ok({ facts, to, work, headers, cells, taken });
}

/**
 * Switches the language as planned: all or nothing. The audit table tells of it by column, not by cell: words are the
 * same whichever language they are in, and a book of 10,000 customers would get 50,000 entries of no use (P4). It is
 * taken back column by column, too, or as a whole.
 */
export async function translate(
  workbook: Workbook,
  { facts, work, to }: Translation,
  trace: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Performed, TranslationFailure>> {
  const about = to === "en" ? "zh → en" : "en → zh";
  const done = await restructure(workbook, facts, { kind: "field", about }, work, trace, watcher);
  // Who looks at every header anew shall not find ####.
  if (done.ok) await widenDays(workbook, facts);
  return done;
}

/**
 * The headers a translation would rename and somebody has renamed since it was planned: what it read, and what each is
 * called now, as conflicts of a row without id.
 */
export async function headersRenamed(
  workbook: Workbook,
  { work }: Pick<Translation, "work">,
): Promise<Result<readonly Conflict[], WorkbookFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const { tables } = described.value;
  return ok(
    work.columns.flatMap(({ table, renamed }) =>
      renamed.flatMap(({ column, from: expected }): readonly Conflict[] => {
        const found = tables[table]?.columns[column]?.header;
        if (found === undefined || found === expected) return [];
        return [{ table, id: "", column, expected, found }];
      }),
    ),
  );
}

/** Columns whose cells offer exactly our words in this language; any other list is a person's own and stays. */
async function ownLists(
  workbook: Workbook,
  tables: readonly TableId[],
  facts: WorkbookFacts,
  from: Language,
): Promise<Result<ReadonlySet<string>, WorkbookFailure>> {
  const requests = tables.flatMap((table) => {
    const specs: readonly ColumnSpec[] = tableSpecs[table].columns;
    return specs.flatMap(({ id, choices }) => {
      if (choices === undefined || facts.tables[table]?.columns[id] === undefined) return [];
      return [{ table, column: id, words: choices.map(({ title }) => title[from]).join(",") }];
    });
  });
  const read = await workbook.readLists(requests);
  if (!read.ok) return read;
  const ours = requests.filter(({ words }, at) => read.value[at]?.join(",") === words);
  return ok(new Set(ours.map(({ table, column }) => `${table} ${column}`)));
}

/** Headers of ours, and those a person insists on, in the other language; without those that another column has. */
function headersIn(
  table: TableId,
  facts: WorkbookFacts,
  from: Language,
  to: Language,
  insisted: readonly string[],
): { readonly renamed: ColumnsChange["renamed"]; readonly taken: readonly TakenHeader[] } {
  const bound = facts.tables[table]?.columns ?? {};
  const specs: readonly ColumnSpec[] = tableSpecs[table].columns;
  const ours = specs.flatMap(({ id, title }) => {
    const header = bound[id]?.header;
    const isOurs = header === title[from] || insisted.includes(id);
    return header !== undefined && isOurs ? [{ column: id, from: header, to: title[to] }] : [];
  });
  const moving = new Set(ours.map(({ column }) => column));
  const staying = new Set(
    Object.entries(bound).flatMap(([id, { header }]) => (moving.has(id) ? [] : [folded(header)])),
  );
  const changing = ours.filter((each) => each.from !== each.to);
  return {
    renamed: changing.filter((each) => !staying.has(folded(each.to))),
    taken: changing
      .filter((each) => staying.has(folded(each.to)))
      .map((each) => ({ header: each.from, wanted: each.to })),
  };
}

function columnsOf(
  table: TableId,
  renamed: ColumnsChange["renamed"],
  lists: ReadonlySet<string>,
  from: Language,
  to: Language,
  formulas: ColumnsChange["formulas"],
): ColumnsChange {
  const specs: readonly ColumnSpec[] = tableSpecs[table].columns;
  return {
    table,
    added: [],
    removed: [],
    renamed,
    lists: Object.fromEntries(
      specs.flatMap(({ id, choices }) =>
        choices === undefined || !lists.has(`${table} ${id}`)
          ? []
          : [
              [
                id,
                {
                  from: choices.map(({ title }) => title[from]),
                  to: choices.map(({ title }) => title[to]),
                },
              ],
            ],
      ),
    ),
    formulas,
    language: to,
  };
}

/** Formulas that show words, where the whole column still holds ours. */
async function formulasOf(
  workbook: Workbook,
  table: TableId,
  facts: WorkbookFacts,
  from: Language,
  to: Language,
): Promise<Result<ColumnsChange["formulas"], WorkbookFailure>> {
  const bound = facts.tables[table]?.columns ?? {};
  const worded = tableSpecs[table].columns.flatMap(({ id, formula }) =>
    formula === undefined || formula.zh === formula.en || bound[id] === undefined
      ? []
      : [{ column: id, from: formula[from], to: formula[to] }],
  );
  if (worded.length === 0) return ok({});
  const read = await workbook.readFormulas({
    table,
    columns: worded.map((each) => ({ column: each.column, known: [each.from] })),
  });
  if (!read.ok) return read;
  const whole = worded.filter(({ column, from: ours }) =>
    (read.value.columns[column] ?? []).every(({ formula }) => formula === ours),
  );
  return ok(Object.fromEntries(whole.map(({ column, ...texts }) => [column, texts])));
}
