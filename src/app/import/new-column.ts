import type { Result } from "../../domain/result";
import { isBlankCell, readCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { fieldSpec, type FieldKind } from "../../tables/fields";
import { recogniseColumns } from "../../tables/recognise";
import type { ColumnSpec } from "../../tables/schema";
import type { Performed, Trace } from "../deeds/perform";
import {
  addField,
  addOurColumn,
  offeredColumns,
  problemOf,
  type FieldDraft,
  type FieldFailure,
} from "../fields/fields";
import { candidatesOf } from "../set-up/proposal";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
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
  const candidates = candidatesOf(proposal.inspected, proposal.headerRow, proposal.facts);
  const candidate = candidates[index];
  if (candidate === undefined || candidate.header.trim() === "") return null;
  const offered = offeredColumns(facts);
  const [guess] = recogniseColumns([candidate], offered);
  const ours = offered.find(({ id }) => id === guess?.column && guess.because !== "content");
  if (ours !== undefined) return { of: "ours", spec: ours };
  const kind = kindOf(candidate.contents.cells, facts);
  const draft = { header: candidate.header.trim(), kind, choices: [] };
  return problemOf(draft, facts) === null ? { of: "own", draft } : null;
}

/** Adds that column to the customers table, as a deed of its own that can be taken back. */
export function addNewColumn(
  workbook: Workbook,
  facts: WorkbookFacts,
  column: NewColumn,
  trace: Trace,
): Promise<Result<Performed, FieldFailure>> {
  return column.of === "ours"
    ? addOurColumn(workbook, facts, column.spec, trace)
    : addField(workbook, facts, column.draft, trace);
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
