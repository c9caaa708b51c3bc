import { err, ok, type Result } from "../../domain/result";
import { isBlankCell, readCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { fieldSpec, type FieldKind } from "../../tables/fields";
import { looksAlike, plainHeader } from "../../tables/plain-header";
import { recogniseColumns } from "../../tables/recognise";
import { ownColumn, ownHeader, type ColumnSpec } from "../../tables/schema";
import type { Performed, Trace } from "../deeds/perform";
import {
  addField,
  addOurColumn,
  offeredColumns,
  problemOf,
  type FieldDraft,
  type FieldFailure,
} from "../fields/fields";
import { candidateAt } from "../set-up/proposal";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import { importColumns } from "./columns";
import type { ImportSource } from "./source";

/** A column the customers table lacks and an incoming one could fill: one of ours, or a field of the person's own. */
export type NewColumn =
  | { readonly of: "ours"; readonly spec: ColumnSpec }
  | { readonly of: "own"; readonly draft: FieldDraft };

/**
 * What the customers table would have to get so that this incoming column can be brought in, too: one of ours where its
 * header says so, else a field called like it, of a kind its cells have.
 *
 * @param index - the incoming column, zero-based
 * @returns null where the rows are no customers, or the column has no header of its own
 */
export function newColumnFor(
  { target, proposal }: ImportSource,
  facts: WorkbookFacts,
  index: number,
): NewColumn | null {
  if (target !== "customers" || facts.readOnly) return null;
  const candidate = candidateAt(proposal.inspected, proposal.headerRow, proposal.facts, index);
  if (candidate.header.trim() === "") return null;
  const offered = offeredColumns(facts);
  const [guess] = recogniseColumns([candidate], offered);
  const ours = offered.find(({ id }) => id === guess?.column && guess.because !== "content");
  if (ours !== undefined) return { of: "ours", spec: ours };
  const kind = kindOf(candidate.contents.cells, facts);
  const draft = { header: plainHeader(candidate.header), kind, choices: [] };
  return problemOf(draft, facts) === null ? { of: "own", draft } : null;
}

/** What came of adding a column that an incoming one is to fill. */
export interface AddedColumn {
  /** The deed; null where none was needed, or none was done. */
  readonly performed: Performed | null;
  /** The workbook that has the column, and the column's id. */
  readonly ready: Result<{ readonly facts: WorkbookFacts; readonly column: string }, FieldFailure>;
}

/**
 * Adds that column to the customers table, as a deed of its own that can be taken back. One that is there by now stays as
 * it is: a colleague was quicker, or an earlier attempt was and only its answer was lost.
 */
export async function addNewColumn(
  workbook: Workbook,
  wanted: NewColumn,
  trace: Trace,
): Promise<AddedColumn> {
  const before = await workbook.describe();
  if (!before.ok) return { performed: null, ready: before };
  const there = idIn(before.value, wanted);
  if (there !== null) return { performed: null, ready: ok({ facts: before.value, column: there }) };
  const added =
    wanted.of === "ours"
      ? await addOurColumn(workbook, before.value, wanted.spec, trace)
      : await addField(workbook, before.value, wanted.draft, trace);
  if (!added.ok) return { performed: null, ready: added };
  const performed = added.value;
  const after = await workbook.describe();
  if (!after.ok) return { performed, ready: after };
  const column = idIn(after.value, wanted);
  if (column !== null) return { performed, ready: ok({ facts: after.value, column }) };
  const missing = wanted.of === "ours" ? wanted.spec.id : ownColumn(wanted.draft.header);
  return { performed, ready: err({ code: "column-missing", table: "customers", column: missing }) };
}

/** The column's id in the customers table; null while it has none such. */
function idIn(facts: WorkbookFacts, wanted: NewColumn): string | null {
  const columns = importColumns(facts, "customers");
  const found = columns.find(({ id, title }) =>
    wanted.of === "ours"
      ? id === wanted.spec.id
      : ownHeader(id) !== null && looksAlike(title.zh, wanted.draft.header),
  );
  return found?.id ?? null;
}

/** Digits that are a name rather than an amount: a leading zero, or more of them than numbers keep. */
const digitsOfText = /^0\d|\d{12}/u;

/** The narrowest kind that all filled cells have; text where there are none. */
function kindOf(cells: readonly Cell[], { dateSystem }: WorkbookFacts): FieldKind {
  const filled = cells.filter((cell) => !isBlankCell(cell));
  const fits = (kind: FieldKind): boolean => {
    const spec = fieldSpec({ column: kind, kind, choices: [] }, kind);
    return filled.every((cell) => readCell(spec, cell, dateSystem).value !== null);
  };
  if (filled.length === 0) return "text";
  if (filled.every((cell) => typeof cell === "string") && fits("day")) return "day";
  if (!filled.some((cell) => digitsOfText.test(textOf(cell))) && fits("number")) return "number";
  return "text";
}
