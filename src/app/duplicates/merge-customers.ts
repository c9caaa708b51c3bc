import type { Day } from "../../domain/day";
import { phoneForms } from "../../domain/matching/phone";
import { err, ok, type Result } from "../../domain/result";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Cell, CellChange, Change, Row } from "../../tables/change";
import { customersTable } from "../../tables/specs/customers";
import type { NewId } from "../../tables/ids";
import { writeMerge, type MergeRecord } from "../../tables/specs/merges";
import type { RowLooks } from "../../tables/row-looks";
import { schemaVersion, type ColumnSpec, type TableId } from "../../tables/schema";
import {
  belongingsIn,
  belongingsOf,
  countsOf,
  handedOver,
  idOf,
  readBelongings,
  type Belonging,
} from "./belongings";
import { longestCell } from "../log-follow-up";
import { perform, type Performed, type PerformFailure, type Trace } from "../deeds/perform";
import { planEmptyTable } from "../set-up/empty-table";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/** Whose value a field keeps; both: one text after the other. */
export type Choice = "survivor" | "other" | "both";

/** What a field keeps: whose value, or one of a person's own choosing. */
export type Kept = Choice | { readonly value: Cell };

/** Two customers side by side, before they become one. */
export interface MergeCase {
  readonly survivor: Row;
  readonly other: Row;
  /** Fields in the sheet's order in which the two differ. */
  readonly fields: readonly MergeField[];
  /** What belongs to the other customer and moves to the survivor: follow-ups, contracts and the like. */
  readonly belongings: readonly Belonging[];
  /** How the other's row looks, which comes back with it; read only when the merge is carried out. */
  readonly looks?: RowLooks;
}

export interface MergeField {
  readonly column: string;
  /** As it stands in the sheet. */
  readonly header: string;
  readonly survivor: Cell;
  readonly other: Cell;
  /** What is proposed: a filled cell before a blank one, the later follow-up, the earlier creation, both notes. */
  readonly proposed: Choice;
  /** What can be chosen. */
  readonly choices: readonly Choice[];
}

/** A merge ready to be written. */
export interface PlannedMerge {
  readonly change: Change;
  readonly merge: MergeRecord;
}

/** A merge that was carried out. */
export interface MergedCustomers {
  readonly merge: MergeRecord;
  readonly performed: Performed;
}

export type MergeRefusal =
  | { readonly code: "read-only" }
  /** What splitting needs does not fit into a cell, so the merge could not be taken back. */
  | { readonly code: "merge-too-large"; readonly limit: number }
  /** Rows that would move cannot be found again, since they have no id of their own. */
  | { readonly code: "rows-without-id"; readonly table: TableId; readonly count: number };

/** Reads two customers and all that belongs to the one that shall go. Two round trips. */
export async function openMerge(
  workbook: Workbook,
  facts: WorkbookFacts,
  survivorId: string,
  otherId: string,
): Promise<
  Result<
    MergeCase,
    | WorkbookFailure
    | { readonly code: "row-missing"; readonly table: "customers"; readonly id: string }
  >
> {
  const requests = belongingsOf(facts, otherId);
  const answer = await workbook.readRows([
    { table: "customers", column: "id", value: survivorId, limit: 1 },
    { table: "customers", column: "id", value: otherId, limit: 1 },
    ...requests,
  ]);
  if (!answer.ok) return answer;
  const [[survivor] = [], [other] = [], ...rows] = answer.value;
  if (survivor === undefined)
    return err({ code: "row-missing", table: "customers", id: survivorId });
  if (other === undefined) return err({ code: "row-missing", table: "customers", id: otherId });
  const fields = differingFields(facts, survivor, other);
  return ok({ survivor, other, fields, belongings: belongingsIn(requests, rows) });
}

/**
 * The merge as one reversible change: the survivor's cells as chosen, all that belongs to the other under the survivor's
 * id, the other row removed, and a row in Merges by which it can be split again at any time. Nothing is written yet.
 *
 * @param choices - by column; a field without one keeps what was proposed
 */
export function planMerge(
  { survivor, other, fields, belongings, looks = {} }: MergeCase,
  choices: Readonly<Record<string, Kept>>,
  facts: WorkbookFacts,
  asOf: Day,
  newId: NewId,
): Result<PlannedMerge, MergeRefusal> {
  if (facts.readOnly) return err({ code: "read-only" });
  const [nameless] = countsOf(belongings.filter(({ row }) => idOf(row) === ""));
  if (nameless !== undefined) return err({ code: "rows-without-id", ...nameless });
  const [survivorId, otherId] = [idOf(survivor), idOf(other)];
  const changed: Record<string, CellChange> = {};
  for (const field of fields) {
    const to = keptCell(field, choices[field.column] ?? field.proposed);
    if (to !== field.survivor) changed[field.column] = { from: field.survivor, to };
  }
  const removed = storedCells(other);
  const merge: MergeRecord = {
    id: newId("M"),
    day: asOf,
    survivorId,
    survivorName: nameOf(survivor),
    removedId: otherId,
    removedName: nameOf(other),
    survivorCells: changed,
    removedCells: removed,
    removedLooks: looks,
    moved: belongings.map(({ table, column, row: moved }) => ({ table, column, id: idOf(moved) })),
  };
  const row = writeMerge(merge, facts.dateSystem);
  const all = [...Object.values(row), ...Object.values(changed).map(({ to }) => to)];
  if (all.some((cell) => textOf(cell).length > longestCell))
    return err({ code: "merge-too-large", limit: longestCell });
  return ok({
    merge,
    change: {
      added: [{ table: "merges", id: merge.id, cells: row }],
      updated: [
        ...(Object.keys(changed).length === 0
          ? []
          : [{ table: "customers" as const, id: survivorId, cells: changed }]),
        ...handedOver(belongings, survivorId),
      ],
      removed: [{ table: "customers", id: otherId, cells: removed }],
    },
  });
}

/**
 * Merges two customers as they were shown. The first merge of a workbook makes the Merges table. What belongs to the one
 * that goes is read once more, so that a follow-up that was logged since it was shown moves, too; a cell that was changed since is a
 * conflict, and nothing is written.
 */
export async function mergeCustomers(
  workbook: Workbook,
  facts: WorkbookFacts,
  shown: MergeCase,
  choices: Readonly<Record<string, Kept>>,
  context: { readonly asOf: Day; readonly trace: Trace },
): Promise<Result<MergedCustomers, MergeRefusal | PerformFailure>> {
  const belongings = await readBelongings(workbook, facts, idOf(shown.other));
  if (!belongings.ok) return belongings;
  const looks = await workbook.readLooks("customers", idOf(shown.other));
  if (!looks.ok) return looks;
  const { asOf, trace } = context;
  const planned = planMerge(
    { ...shown, belongings: belongings.value, looks: looks.value },
    choices,
    facts,
    asOf,
    trace.newId,
  );
  if (!planned.ok) return planned;
  if (facts.tables.merges === undefined) {
    const language = facts.language ?? "en";
    const installed = await workbook.install({
      language,
      schemaVersion: facts.schemaVersion ?? schemaVersion,
      create: [planEmptyTable("merges", facts, language)],
      adopt: null,
      names: [],
      highlight: [],
    });
    if (!installed.ok) return installed;
  }
  const { change, merge } = planned.value;
  const { survivorId, survivorName, removedName } = merge;
  const done = await perform(
    workbook,
    facts,
    {
      kind: "merge",
      about: `${removedName} → ${survivorName}`,
      customerId: survivorId,
      nameOf: (_, id) => (id === survivorId ? survivorName : null),
    },
    [change],
    trace,
  );
  return done.ok ? ok({ merge, performed: done.value }) : done;
}

const columns: readonly ColumnSpec[] = customersTable.columns;
const specs: ReadonlyMap<string, ColumnSpec> = new Map(
  columns.map((column) => [column.id, column]),
);

/** What a person or we entered; formulas come back by themselves. */
function storedCells(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([column]) => specs.get(column)?.kind !== "computed"),
  );
}

function nameOf(row: Row): string {
  return textOf(row["name"] ?? null).trim();
}

function differingFields(
  { tables }: WorkbookFacts,
  survivor: Row,
  other: Row,
): readonly MergeField[] {
  return (
    Object.entries(tables.customers?.columns ?? {})
      .filter(([column]) => column !== "id" && specs.get(column)?.kind !== "computed")
      // A cell one of the rows does not have is a formula of the person's own.
      .filter(([column]) => column in survivor && column in other)
      .sort(([, one], [, another]) => one.index - another.index)
      .flatMap(([column, { header }]): readonly MergeField[] => {
        const [mine, theirs] = [survivor[column] ?? null, other[column] ?? null];
        if (mine === theirs || (isBlankCell(mine) && isBlankCell(theirs))) return [];
        const one = column === "phone" ? sayingAll(mine, theirs) : null;
        const canBoth =
          one === null && holdsSeveral(column) && !isBlankCell(mine) && !isBlankCell(theirs);
        const choices: readonly Choice[] = canBoth
          ? ["survivor", "other", "both"]
          : ["survivor", "other"];
        const proposed = one ?? (canBoth ? "both" : propose(column, mine, theirs));
        return [{ column, header, survivor: mine, other: theirs, proposed, choices }];
      })
  );
}

/** Phones and notes can stand side by side in one cell. */
function holdsSeveral(column: string): boolean {
  return column === "phone" || column === "notes";
}

/** Whose telephone numbers are all there are, however they are written; null where each has one of its own, or none. */
function sayingAll(mine: Cell, theirs: Cell): Choice | null {
  const [ours, others] = [mine, theirs].map(
    (cell) => new Set(phoneForms(textOf(cell)).map(({ number }) => number)),
  );
  if (ours === undefined || others === undefined || ours.size === 0 || others.size === 0)
    return null;
  if ([...others].every((number) => ours.has(number))) return "survivor";
  return [...ours].every((number) => others.has(number)) ? "other" : null;
}

function propose(column: string, mine: Cell, theirs: Cell): Choice {
  if (isBlankCell(mine)) return "other";
  if (isBlankCell(theirs)) return "survivor";
  const numbers = typeof mine === "number" && typeof theirs === "number";
  if (column === "lastFollowUp" && numbers) return theirs > mine ? "other" : "survivor";
  if (column === "createdDay" && numbers) return theirs < mine ? "other" : "survivor";
  return "survivor";
}

/** The cell a field will hold. */
export function keptCell({ column, survivor, other }: MergeField, choice: Kept): Cell {
  if (typeof choice === "object") return choice.value;
  if (choice === "survivor") return survivor;
  if (choice === "other") return other;
  const between = column === "phone" ? " / " : "\n";
  return `${textOf(survivor)}${between}${textOf(other)}`;
}
