import { err, ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import { reverse, type CellChange, type Change, type UpdatedRow } from "../../tables/change";
import { folded } from "../../tables/headers";
import type { ColumnSpec, Language, TableId } from "../../tables/schema";
import { settingCells, settingRows, settingsTable } from "../../tables/specs/settings";
import { tableSpecs } from "../../tables/tables";
import { commitAll, type CommitAllFailure } from "../deeds/commit-all";
import type { Noted } from "./fields";
import { note, type Trace } from "../deeds/perform";
import { unwatched, type Watcher } from "../slices";
import { twice } from "../deeds/twice";
import type {
  ColumnsAnswer,
  ColumnsChange,
  ColumnsFailure,
  Workbook,
  WorkbookFacts,
  WorkbookFailure,
} from "../workbook";

/** Headers, lists, formulas and words of ours from one language to the other; what people changed stays. */
export interface Translation {
  readonly facts: WorkbookFacts;
  readonly to: Language;
  readonly columns: readonly ColumnsChange[];
  readonly words: Change;
  /** How many headers and cells it is about. */
  readonly headers: number;
  readonly cells: number;
}

export type TranslationFailure =
  WorkbookFailure | ColumnsFailure | CommitAllFailure | { readonly code: "nothing-to-translate" };

/** Their rows tell what was, in the words of that time. */
const history: ReadonlySet<TableId> = new Set<TableId>(["audit", "merges"]);

/** What switching the language of our headers and words would change. Reads the columns of words; writes nothing. */
export async function planTranslation(
  workbook: Workbook,
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
  const updated = read.value.flatMap((answer) => wordsOf(answer, from, to));

  const columns: ColumnsChange[] = [];
  for (const table of tables) {
    const formulas = await formulasOf(workbook, table, facts, from, to);
    if (!formulas.ok) return formulas;
    columns.push(columnsOf(table, facts, from, to, formulas.value));
  }
  const headers = columns.reduce((sum, { renamed }) => sum + renamed.length, 0);
  const cells = updated.reduce((sum, row) => sum + Object.keys(row.cells).length, 0);
  if (headers + cells === 0) return err({ code: "nothing-to-translate" });
  return ok({ facts, to, columns, words: { added: [], updated, removed: [] }, headers, cells });
}

/**
 * Switches the language as planned: all or nothing. It is undone by switching back, therefore the audit table gets one
 * note instead of an entry for each cell (P4).
 */
export async function translate(
  workbook: Workbook,
  { facts, columns, words, to }: Translation,
  trace: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Noted, TranslationFailure>> {
  const committed = await commitAll(workbook, [words], watcher);
  if (!committed.ok) return committed;
  const done: ColumnsChange[] = [];
  let after = facts;
  for (const change of columns) {
    const changed = await twice(() => workbook.changeColumns(change));
    if (changed.ok) {
      done.push(change);
      after = changed.value;
      continue;
    }
    for (const each of done.reverse()) await workbook.changeColumns(opposite(each, facts.language));
    const undone = [...committed.value.applied].reverse().map(reverse);
    const back = await commitAll(workbook, undone, unwatched);
    return back.ok ? changed : back;
  }
  const about = to === "en" ? "zh → en" : "en → zh";
  const noted = await twice(() => note(workbook, after, { kind: "field", about }, trace));
  return ok({ noted: noted.ok });
}

function opposite(change: ColumnsChange, language: Language | null): ColumnsChange {
  const swapped = <T>(entries: Readonly<Record<string, { readonly from: T; readonly to: T }>>) =>
    Object.fromEntries(
      Object.entries(entries).map(([column, { from, to }]) => [column, { from: to, to: from }]),
    );
  return {
    ...change,
    renamed: change.renamed.map(({ column, from, to }) => ({ column, from: to, to: from })),
    lists: swapped(change.lists),
    formulas: swapped(change.formulas),
    ...(language === null ? {} : { language }),
  };
}

/** Columns of a table whose cells hold words of ours. */
function wordColumns(table: TableId, facts: WorkbookFacts): readonly string[] {
  if (history.has(table)) return [];
  const bound = facts.tables[table]?.columns ?? {};
  if (bound["id"] === undefined) return [];
  const specs: readonly ColumnSpec[] = tableSpecs[table].columns;
  return specs
    .filter(({ id, kind, choices }) => {
      const isWord = table === "settings" ? id !== "id" && kind !== "computed" : choices;
      return isWord !== undefined && isWord !== false && bound[id] !== undefined;
    })
    .map(({ id }) => id);
}

function wordsOf({ table, columns }: ColumnsAnswer, from: Language, to: Language) {
  const ids = (columns["id"] ?? []).map((cell) => textOf(cell).trim());
  const uses = new Map<string, number>();
  for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
  return ids.flatMap((id, row): readonly UpdatedRow[] => {
    // Without an id of its own a row cannot be found again.
    if (id === "" || uses.get(id) !== 1) return [];
    const cells: Record<string, CellChange> = {};
    for (const [column, values] of Object.entries(columns)) {
      const found = values[row] ?? null;
      const word =
        typeof found === "string" ? wordFor(table, column, id, found, from, to) : undefined;
      if (word !== undefined && word !== found) cells[column] = { from: found, to: word };
    }
    return Object.keys(cells).length === 0 ? [] : [{ table, id, cells }];
  });
}

/** The word in the other language, if a cell holds exactly the one we would write. */
function wordFor(
  table: TableId,
  column: string,
  id: string,
  found: string,
  from: Language,
  to: Language,
): string | undefined {
  if (column === "id") return undefined;
  if (table === "settings") {
    const row = settingRows.findIndex((each) => each.id === id);
    const index = settingsTable.columns.findIndex((each) => each.id === column);
    const [ours, theirs] = [from, to].map((language) => settingCells(language, null)[row]?.[index]);
    return ours === found && typeof theirs === "string" ? theirs : undefined;
  }
  const spec: ColumnSpec | undefined = tableSpecs[table].columns.find((each) => each.id === column);
  return spec?.choices?.find(({ title }) => title[from] === found)?.title[to];
}

function columnsOf(
  table: TableId,
  facts: WorkbookFacts,
  from: Language,
  to: Language,
  formulas: ColumnsChange["formulas"],
): ColumnsChange {
  const bound = facts.tables[table]?.columns ?? {};
  const specs: readonly ColumnSpec[] = tableSpecs[table].columns;
  const ours = specs.filter(({ id, title }) => bound[id]?.header === title[from]);
  const moving = new Set(ours.map(({ id }) => id));
  const staying = new Set(
    Object.entries(bound).flatMap(([id, { header }]) => (moving.has(id) ? [] : [folded(header)])),
  );
  return {
    table,
    added: [],
    removed: [],
    renamed: ours
      .filter(({ title }) => title[from] !== title[to] && !staying.has(folded(title[to])))
      .map(({ id, title }) => ({ column: id, from: title[from], to: title[to] })),
    lists: Object.fromEntries(
      specs.flatMap(({ id, choices }) =>
        choices === undefined || bound[id] === undefined
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
