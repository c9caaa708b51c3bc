import type { Day } from "../../domain/day";
import type { ReadonlyTextMap } from "../../domain/text-map";
import { textOf, type CellStyle } from "../../tables/cells";
import type { Cell, Row } from "../../tables/change";
import { dataIssue, type DataIssue, type DataIssueCode } from "../../tables/issues";
import { cellAddress } from "../../tables/a1";
import { proposalFor, type Proposal } from "../../tables/remedies";
import type { TablePlace } from "../../tables/records";
import type { TableId } from "../../tables/schema";
import { placeOf } from "../today/assemble-today";
import type { HealthIssue } from "./report";
import type { ReadTable } from "./read";
import type { WorkbookFacts } from "../workbook/facts";
import type { TableState } from "../workbook/places";

/** Ids of one table: how often each stands there. */
export type IdCounts = ReadonlyTextMap<number>;

/** What the rows of all tables are held against. */
export interface Surroundings {
  readonly facts: WorkbookFacts;
  readonly asOf: Day;
  readonly style: CellStyle;
  readonly ids: ReadonlyMap<TableId, IdCounts>;
  readonly states: ReadonlyMap<TableId, TableState>;
  /** Customer names by id, as far as their rows have been seen. */
  readonly names: ReadonlyTextMap<string>;
  /** Ids of the customers by name; null for a name several have. */
  readonly byName: ReadonlyTextMap<string | null>;
}

/** A row being examined. */
export interface RowPlace {
  readonly read: ReadTable;
  readonly row: number;
  readonly cells: Row;
  /** The row's id, "" without one. */
  readonly id: string;
  readonly customer: string;
}

/** Makes issues of one table: where it is, whose row, what it could become. */
export class IssueMaker {
  readonly #place: TablePlace;
  readonly #state: TableState | undefined;
  readonly #counts: IdCounts | undefined;

  constructor(
    private readonly table: TableId,
    private readonly around: Surroundings,
  ) {
    this.#place = placeOf(around.facts, table);
    this.#state = around.states.get(table);
    this.#counts = around.ids.get(table);
  }

  /** An issue that the rules have found, with its cell, its customer and its proposal. */
  from(
    issue: DataIssue,
    { read, id, customer, cells }: Pick<RowPlace, "read" | "id" | "customer" | "cells">,
  ): HealthIssue {
    const idCell = cells["id"] ?? null;
    const spec = read.specs.find((column) => column.id === issue.column);
    const proposal =
      spec === undefined || !proposable.has(issue.code)
        ? null
        : proposalFor(spec, issue.found, this.around.style);
    return this.#whole(issue, customer, null, proposal, this.#isOwn(id, idCell));
  }

  /** An issue about one cell that only the health check knows of. */
  about(
    code: DataIssueCode,
    column: string,
    at: RowPlace,
    more: { readonly because?: HealthIssue["because"]; readonly proposal?: Proposal | null } = {},
  ): HealthIssue {
    const issue = dataIssue(code, {
      table: this.table,
      sheet: this.#place.sheet,
      id: at.id === "" ? null : at.id,
      row: at.row,
      column,
      header: this.#place.headers[column] ?? null,
      found: at.cells[column] ?? null,
    });
    const isOwn = this.#isOwn(at.id, at.cells["id"] ?? null);
    return this.#whole(issue, at.customer, more.because ?? null, more.proposal ?? null, isOwn);
  }

  /** An issue about a whole column. */
  aboutColumn(code: DataIssueCode, column: string, found: Cell): HealthIssue {
    const issue = dataIssue(code, {
      table: this.table,
      sheet: this.#place.sheet,
      id: null,
      row: null,
      column,
      header: this.#place.headers[column] ?? null,
      found,
    });
    return this.#whole(issue, "", null, null, false);
  }

  /** Whether a commit finds the row: by an id that no other row has, and that stands there without spaces around it. */
  #isOwn(id: string, cell: Cell): boolean {
    return id !== "" && textOf(cell) === id && this.#counts?.get(id) === 1;
  }

  #whole(
    issue: DataIssue,
    customer: string,
    because: HealthIssue["because"],
    proposal: Proposal | null,
    identified: boolean,
  ): HealthIssue {
    const index = this.around.facts.tables[this.table]?.columns[issue.column ?? ""]?.index;
    const address =
      this.#state === undefined || index === undefined || issue.row === null
        ? null
        : cellAddress(this.#state.firstRow + issue.row, this.#state.firstColumn + index);
    return {
      ...issue,
      address,
      customer,
      because,
      identified,
      proposal: identified ? proposal : null,
    };
  }
}

/** An issue that is about no row a remedy could be written to. */
export function bare(issue: DataIssue): HealthIssue {
  return {
    ...issue,
    address: null,
    customer: "",
    because: null,
    identified: false,
    proposal: null,
  };
}

/** Issues `readCell` tells for which there may be a remedy. */
const proposable: ReadonlySet<DataIssueCode> = new Set([
  "unknown-word",
  "not-a-day",
  "not-a-number",
  "not-a-time",
  "text-day",
  "text-number",
  "id-number",
]);
