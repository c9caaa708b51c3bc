import { err, ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import type { Cell, UpdatedRow } from "../../tables/change";
import type { ColumnSpec, Language, TableId } from "../../tables/schema";
import { formerNotes } from "../../tables/specs/former-notes";
import { settingCells, settingRows } from "../../tables/specs/setting-rows";
import { settingsTable } from "../../tables/specs/settings";
import { tableSpecs } from "../../tables/tables";
import type { WordsMoved } from "../deeds/record-structure";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { ColumnsAnswer } from "../workbook/reading";

/** The rows whose words in one column go over to the other language, with the step that tells of it. */
export interface MovedColumn {
  readonly moved: WordsMoved;
  readonly rows: readonly UpdatedRow[];
}

/** Their rows tell what was, in the words of that time. */
const history: ReadonlySet<TableId> = new Set<TableId>(["audit", "merges"]);

/** Columns of a table whose cells hold words of ours. */
export function wordColumns(table: TableId, facts: WorkbookFacts): readonly string[] {
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

/**
 * The words of columns that were read, from one language to the other, column by column. Rows that speak the other one
 * already are kept as they are, and named: taking it back must not turn them.
 */
export function movedIn(
  { table, columns }: ColumnsAnswer,
  from: Language,
  to: Language,
  kept: ReadonlySet<string> = new Set(),
): readonly MovedColumn[] {
  const ids = (columns["id"] ?? []).map((cell) => textOf(cell).trim());
  const uses = new Map<string, number>();
  for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
  return Object.entries(columns).flatMap(([column, cells]): readonly MovedColumn[] => {
    if (column === "id") return [];
    const rows: UpdatedRow[] = [];
    const already = new Set<string>();
    for (const [row, id] of ids.entries()) {
      // Without an id of its own a row cannot be found again.
      if (id === "" || uses.get(id) !== 1) continue;
      const found: Cell = cells[row] ?? null;
      if (typeof found !== "string") continue;
      const word = wordFor(table, column, id, found, from, to);
      const isMoving = word !== undefined && word !== found && !kept.has(id);
      if (isMoving) rows.push({ table, id, cells: { [column]: { from: found, to: word } } });
      else if (wordFor(table, column, id, found, to, from) !== undefined && word !== found)
        already.add(id);
    }
    return rows.length === 0 ? [] : [{ moved: { table, column, from, to, kept: already }, rows }];
  });
}

/** Reads one column and moves its words; a column without any of them is moved, too: there is nothing to write. */
export async function moveWords(
  workbook: Workbook,
  wanted: WordsMoved,
): Promise<Result<MovedColumn, WorkbookFailure>> {
  const { table, column, from, to, kept } = wanted;
  const read = await workbook.readColumns([{ table, columns: ["id", column] }]);
  if (!read.ok) return read;
  const [answer] = read.value;
  if (answer === undefined) return err({ code: "column-missing", table, column });
  const [found] = movedIn(answer, from, to, kept);
  return ok(found ?? { moved: { table, column, from, to, kept: new Set() }, rows: [] });
}

/** A row is written once, whatever the number of its columns. */
export function rowsTogether(updated: readonly UpdatedRow[]): readonly UpdatedRow[] {
  const rows = new Map<string, UpdatedRow>();
  for (const row of updated) {
    const key = `${row.table} ${row.id}`;
    const known = rows.get(key);
    rows.set(key, known === undefined ? row : { ...row, cells: { ...known.cells, ...row.cells } });
  }
  return [...rows.values()];
}

/** The word in the other language, if a cell holds exactly the one we would write, or wrote in a version before. */
function wordFor(
  table: TableId,
  column: string,
  id: string,
  found: string,
  from: Language,
  to: Language,
): string | undefined {
  if (table === "settings") {
    const row = settingRows.findIndex((each) => each.id === id);
    const index = settingsTable.columns.findIndex((each) => each.id === column);
    const [ours, theirs] = [from, to].map((language) => settingCells(language, null)[row]?.[index]);
    if (ours === found) return typeof theirs === "string" ? theirs : undefined;
    const former = column === "note" ? formerNotes.get(id) : undefined;
    return former?.[from] === found ? former[to] : undefined;
  }
  const spec: ColumnSpec | undefined = tableSpecs[table].columns.find((each) => each.id === column);
  return spec?.choices?.find(({ title }) => title[from] === found)?.title[to];
}
