import { customerColumns } from "../../app/fields/customer-columns";
import type { WorkbookFacts } from "../../app/workbook/facts";
import { readCell } from "../../tables/cells";
import type { Row } from "../../tables/change";
import { ownHeader, type ColumnSpec } from "../../tables/schema";

/** By column of a choice field of a person's own: the word its customers must have; "" for none of its words. */
export type Chosen = Readonly<Record<string, string>>;

/** The choice fields of a person's own that customers can be filtered by, in the order in which they were made. */
export function ownChoices(facts: WorkbookFacts): readonly ColumnSpec[] {
  return customerColumns(facts).filter(
    ({ id, kind }) => kind === "choice" && ownHeader(id) !== null,
  );
}

/**
 * Whether a customer with these cells is among those chosen. Words are read as everywhere, whatever their width, case and spaces; a cell
 * that holds none of them belongs to "", so that every customer is found under one of a field's choices.
 */
export function isChosen(chosen: Chosen, facts: WorkbookFacts): (cells: Row) => boolean {
  const wanted = ownChoices(facts).flatMap((spec) => {
    const word = chosen[spec.id];
    return word === undefined ? [] : [{ spec, word }];
  });
  return (cells) =>
    wanted.every(
      ({ spec, word }) =>
        (readCell(spec, cells[spec.id] ?? null, facts.dateSystem).value ?? "") === word,
    );
}
