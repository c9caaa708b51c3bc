import { ok, type Result } from "../../domain/result";
import { isOfStructure, type AuditEntry } from "../../tables/audit/entries";
import {
  fieldIn,
  fieldText,
  listText,
  wordingIn,
  wordsIn,
  type RecordedStructure,
} from "../../tables/audit/structure";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { fieldSpec, type OwnField } from "../../tables/fields";
import { folded } from "../../tables/headers";
import { ownHeader, type ColumnSpec, type Language, type TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { moveWords, rowsTogether, type MovedColumn } from "../fields/words";
import { newColumn } from "../set-up/plan-new-tables";
import type { Workbook } from "../workbook";
import type { ColumnsChange, NewColumn } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import { languageStep, stepsOf, wordSteps } from "./record-structure";
import type { Restructuring } from "./perform-structure";

/** Why a change of structure cannot be taken back; `row` counts a table's rows from 0. */
export type StructureObstacle =
  /** The column that was added holds something: it would be lost. At most twenty cells are named. */
  | ({ readonly code: "column-filled"; readonly header: string; readonly count: number } & {
      readonly cells: readonly { readonly row: number; readonly found: Cell }[];
    } & ColumnPlace)
  /** Somebody renamed the column since. */
  | ({
      readonly code: "renamed-since";
      readonly expected: string;
      readonly found: string;
    } & ColumnPlace)
  /** Another column has the header by now. */
  | ({ readonly code: "header-in-use"; readonly header: string } & ColumnPlace)
  /** The column stands in the table again. */
  | ({ readonly code: "column-is-back" } & ColumnPlace)
  /** Its list, formula or kind is another one by now. */
  | ({ readonly code: "list-changed" | "formula-changed" | "kind-changed" } & ColumnPlace)
  /** The sheets speak another language by now. */
  | ({ readonly code: "language-changed" } & ColumnPlace)
  /** Set-up is what all else stands on. */
  | ({ readonly code: "set-up-stays" } & ColumnPlace)
  /** A table that was made is deleted with its sheet. */
  | ({ readonly code: "table-stays"; readonly sheet: string } & ColumnPlace)
  /** What repair put right holds the workbook together. */
  | ({ readonly code: "repair-stays" } & ColumnPlace)
  /** A person's own formula is only written down: into which cell it belongs now only they know. */
  | ({ readonly code: "formula-kept" } & ColumnPlace)
  /** The calculated columns stand otherwise by now. */
  | ({ readonly code: "mode-changed" } & ColumnPlace)
  /** An upgrade is not undone; `backup` is the sheet that holds the tables as they were. */
  | ({ readonly code: "upgrade-stays"; readonly backup: string } & ColumnPlace)
  | ({ readonly code: "column-gone" | "table-gone" | "as-before" } & ColumnPlace);

/** A column, or with "" its whole table. There is no row: `id` is "". */
export interface ColumnPlace {
  readonly table: TableId;
  readonly id: "";
  readonly column: string;
}

export interface StructurePlan {
  readonly work: Restructuring;
  readonly ready: readonly AuditEntry[];
  readonly refused: readonly {
    readonly entry: AuditEntry;
    readonly obstacles: readonly StructureObstacle[];
  }[];
  /** The entry a step of `work` takes back. */
  readonly refersTo: (what: RecordedStructure) => string | null;
}

/** More cells than these are only counted. */
const mostNamed = 20;

/** What the workbook holds of the columns entries speak of. */
interface Standing {
  readonly facts: WorkbookFacts;
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  readonly lists: ReadonlyMap<string, readonly string[] | null>;
  readonly formulas: ReadonlyMap<string, string | null>;
  readonly words: ReadonlyMap<string, MovedColumn>;
}

/**
 * What taking back steps of a change of structure would do, and what stands in the way, step by step; rule P4. A column
 * only goes while it is blank, a header, list, formula or kind only goes back while it is the one that was written.
 * Words go back wherever they are still ours, but for the rows that had spoken that language before. Nothing is written.
 */
export async function planStructure(
  workbook: Workbook,
  facts: WorkbookFacts,
  entries: readonly AuditEntry[],
): Promise<Result<StructurePlan, WorkbookFailure>> {
  const steps = entries.flatMap((entry): readonly Step[] =>
    isOfStructure(entry.what) ? [{ entry, what: entry.what }] : [],
  );
  if (steps.length === 0)
    return ok({ work: nothing, ready: [], refused: [], refersTo: () => null });
  const standing = await readStanding(workbook, facts, steps);
  if (!standing.ok) return standing;

  const ready: Step[] = [];
  const refused: StructurePlan["refused"][number][] = [];
  for (const each of steps) {
    const obstacle = obstacleTo(each, standing.value);
    if (obstacle === null) ready.push(each);
    else refused.push({ entry: each.entry, obstacles: [obstacle] });
  }
  const ids = new Map(ready.map(({ entry, what }) => [keyOf(what), entry.id]));
  return ok({
    work: workOf(ready, standing.value),
    ready: ready.map(({ entry }) => entry),
    refused,
    refersTo: (what) => ids.get(keyOf(what)) ?? null,
  });
}

interface Step {
  readonly entry: AuditEntry;
  readonly what: RecordedStructure;
}

const nothing: Restructuring = {
  columns: [],
  words: { added: [], updated: [], removed: [] },
  steps: [],
};

async function readStanding(
  workbook: Workbook,
  facts: WorkbookFacts,
  steps: readonly Step[],
): Promise<Result<Standing, WorkbookFailure>> {
  const of = (...kinds: readonly RecordedStructure["kind"][]) =>
    steps
      .map(({ what }) => what)
      .filter(
        ({ kind, table, column }) =>
          kinds.includes(kind) && facts.tables[table]?.columns[column] !== undefined,
      );
  const cells = new Map<string, readonly Cell[]>();
  const added = of("column-added");
  if (added.length > 0) {
    const read = await workbook.readColumns(
      added.map(({ table, column }) => ({ table, columns: [column] })),
    );
    if (!read.ok) return read;
    for (const { table, columns } of read.value)
      for (const [column, values] of Object.entries(columns))
        cells.set(`${table} ${column}`, values);
  }
  const lists = new Map<string, readonly string[] | null>();
  const listed = of("list");
  if (listed.length > 0) {
    const read = await workbook.readLists(listed);
    if (!read.ok) return read;
    listed.forEach((what, index) => lists.set(placeKey(what), read.value[index] ?? null));
  }
  const formulas = new Map<string, string | null>();
  for (const what of of("formula")) {
    const { table, column, to } = what;
    if (typeof to !== "string") continue;
    const read = await workbook.readFormulas({ table, columns: [{ column, known: [to] }] });
    if (!read.ok) return read;
    const runs = read.value.columns[column] ?? [];
    formulas.set(placeKey(what), runs.every(({ formula }) => formula === to) ? to : null);
  }
  const words = new Map<string, MovedColumn>();
  const worded = of("words");
  for (const what of worded) {
    const before = wordingIn(what.from);
    const after = wordingIn(what.to);
    if (before === null || after === null) continue;
    const { table, column } = what;
    const moved = await moveWords(workbook, {
      table,
      column,
      from: after.language,
      to: before.language,
      kept: after.kept,
    });
    if (!moved.ok) return moved;
    words.set(placeKey(what), moved.value);
  }
  return ok({ facts, cells, lists, formulas, words });
}

function obstacleTo({ entry, what }: Step, standing: Standing): StructureObstacle | null {
  const { table, column, kind, from, to } = what;
  const { facts } = standing;
  const place: ColumnPlace = { table, id: "", column };
  const { deed } = entry;
  if (deed.kind === "set-up") return { code: "set-up-stays", ...place };
  if (deed.kind === "migrate") return { code: "upgrade-stays", backup: deed.about, ...place };
  const bound = facts.tables[table];
  if (bound === undefined) return { code: "table-gone", ...place };
  const header = bound.columns[column]?.header;
  const others = Object.entries(bound.columns).filter(([id]) => id !== column);
  const isTaken = (text: Cell) =>
    typeof text === "string" && others.some(([, each]) => folded(each.header) === folded(text));
  switch (kind) {
    case "table-added":
    case "table-adopted":
      return { code: "table-stays", sheet: String(to ?? bound.sheet), ...place };
    case "filled":
    case "named":
    case "version":
      return { code: deed.kind === "repair" ? "repair-stays" : "set-up-stays", ...place };
    case "mode":
    case "own-values":
      return { code: "mode-changed", ...place };
    case "own-left":
      return { code: "formula-kept", ...place };
    case "refilled":
    case "highlight":
    case "setting-added":
    case "rows-joined":
      return { code: "repair-stays", ...place };
    case "placed":
      return null;
    case "column-removed":
      if (header !== undefined) return { code: "column-is-back", ...place };
      return isTaken(from) ? { code: "header-in-use", header: String(from), ...place } : null;
    case "language":
      return facts.language === to ? null : { code: "language-changed", ...place };
    case "field": {
      const now = facts.fields.find((each) => each.column === column);
      return (now === undefined ? null : fieldText(now)) === to
        ? null
        : { code: "kind-changed", ...place };
    }
    default:
  }
  if (header === undefined) return { code: "column-gone", ...place };
  switch (kind) {
    case "column-added": {
      if (header !== to)
        return { code: "renamed-since", expected: String(to ?? ""), found: header, ...place };
      const filled = (standing.cells.get(placeKey(what)) ?? []).flatMap((found, row) =>
        isBlankCell(found) ? [] : [{ row, found }],
      );
      if (filled.length === 0) return null;
      const { length: count } = filled;
      return { code: "column-filled", header, count, cells: filled.slice(0, mostNamed), ...place };
    }
    case "renamed":
      if (header === from && header !== to) return { code: "as-before", ...place };
      if (header !== to)
        return { code: "renamed-since", expected: String(to ?? ""), found: header, ...place };
      return isTaken(from) ? { code: "header-in-use", header: String(from), ...place } : null;
    case "list": {
      const now = standing.lists.get(placeKey(what)) ?? null;
      return listText(now ?? []) === to ? null : { code: "list-changed", ...place };
    }
    case "formula":
      return standing.formulas.get(placeKey(what)) === to
        ? null
        : { code: "formula-changed", ...place };
    case "words":
      return standing.words.has(placeKey(what)) ? null : { code: "column-gone", ...place };
  }
}

function workOf(ready: readonly Step[], { facts, words }: Standing): Restructuring {
  const steps = ready.map(({ what }) => what);
  const of = (kind: RecordedStructure["kind"]) => steps.filter((what) => what.kind === kind);
  const [language] = of("language").flatMap(({ from }): readonly Language[] =>
    from === "zh" || from === "en" ? [from] : [],
  );
  const spoken = language ?? facts.language ?? "en";
  const fields = fieldsAfter(steps, facts);
  const tables = [
    ...new Set(
      steps.filter(({ kind }) => kind !== "words" && kind !== "placed").map(({ table }) => table),
    ),
  ];
  const columns = tables.map((table): ColumnsChange => {
    const here = (kind: RecordedStructure["kind"]) =>
      of(kind).filter((what) => what.table === table);
    return {
      table,
      removed: here("column-added").map(({ column }) => column),
      added: here("column-removed").map((what) => columnBack(what, steps, fields, spoken)),
      renamed: here("renamed").map(({ column, from, to }) => ({
        column,
        from: String(to ?? ""),
        to: String(from ?? ""),
      })),
      lists: Object.fromEntries(
        here("list").map(({ column, from, to }) => [
          column,
          { from: wordsIn(to), to: wordsIn(from) },
        ]),
      ),
      formulas: Object.fromEntries(
        here("formula").map(({ column, from, to }) => [
          column,
          { from: String(to ?? ""), to: String(from ?? "") },
        ]),
      ),
      ...(table === "customers" && fields !== null
        ? { fields: { from: facts.fields, to: fields } }
        : {}),
      ...(language === undefined ? {} : { language }),
    };
  });
  const moved = of("words").flatMap((what) => words.get(placeKey(what)) ?? []);
  const current = facts.language;
  return {
    columns,
    words: { added: [], updated: rowsTogether(moved.flatMap(({ rows }) => rows)), removed: [] },
    steps: [
      ...columns.flatMap((change) => stepsOf(change, facts)),
      ...moved.flatMap((each) => wordSteps(each.moved)),
      ...(language === undefined ? [] : [languageStep(current, language)]),
    ],
  };
}

/** The fields as they shall be; null where they stay. A field whose column goes, goes as well. */
function fieldsAfter(
  steps: readonly RecordedStructure[],
  { fields }: WorkbookFacts,
): readonly OwnField[] | null {
  const going = new Set(
    steps.filter(({ kind }) => kind === "column-added").map(({ column }) => column),
  );
  const kinds = steps.filter(({ kind }) => kind === "field");
  const told = new Set(kinds.map(({ column }) => column));
  const back = kinds.flatMap(({ column, from }) =>
    going.has(column) ? [] : (fieldIn(column, from) ?? []),
  );
  const kept = fields.filter(({ column }) => !told.has(column) && !going.has(column));
  return kept.length === fields.length && back.length === 0 ? null : [...kept, ...back];
}

/** A column as it comes back: blank, with its format and list, where it had stood. */
function columnBack(
  { table, column, from }: RecordedStructure,
  steps: readonly RecordedStructure[],
  fields: readonly OwnField[] | null,
  language: Language,
): NewColumn {
  const header = typeof from === "string" ? from : (ownHeader(column) ?? column);
  const ours: ColumnSpec | undefined = tableSpecs[table].columns.find(({ id }) => id === column);
  const field = fields?.find((each) => each.column === column);
  const spec = ours ?? fieldSpec(field ?? { column, kind: "text", choices: [] }, header);
  const place = steps.find(
    (what) => what.kind === "placed" && what.table === table && what.column === column,
  )?.from;
  return {
    ...newColumn(spec, header, language),
    ...(typeof place === "number" ? { at: place - 1 } : {}),
  };
}

function placeKey({ table, column }: RecordedStructure): string {
  return `${table} ${column}`;
}

/** A step and its opposite have the same key. */
function keyOf(what: RecordedStructure): string {
  const kind =
    what.kind === "column-added" || what.kind === "column-removed" ? "column" : what.kind;
  return `${kind} ${placeKey(what)}`;
}
