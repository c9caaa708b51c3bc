import { gradeLetters } from "../../domain/grade";
import { byCodeUnit } from "../../domain/sorting";
import { TextMap } from "../../domain/text-map";
import { isBlankCell } from "../../tables/cells";
import type { Cell, Row } from "../../tables/change";
import type { DataIssue } from "../../tables/issues";
import { each, type RowList } from "../../tables/row-list";
import { duplicateIssue, idIn, judgeCustomer } from "./judge-customer";
import { KnownColumns, type Known, type Place } from "./known-columns";
import type { CustomerView } from "./customer-view";
import type { Measure } from "./measure";

/** Views made a moment ago: those in sight are asked for again whenever the pane draws. */
const mostViews = 500;

/**
 * Customers judged as of one day, by id and in the sheet's order.
 *
 * They are kept as columns: their cells as they were read, and what the lists of Today are made of. What else is known
 * of a customer is worked out again when it is asked for, a matter of microseconds. A hundred thousand objects and all
 * they refer to would be gone through by the browser whenever it collects the garbage, while the pane stands still.
 */
export class Customers implements Iterable<readonly [string, CustomerView]> {
  #places = new TextMap<Place>();
  /** By column, then by place. */
  #cells: Cell[][];
  #known = new KnownColumns();
  /** Only of those that have any. */
  #issues = new Map<Place, readonly DataIssue[]>();
  /** F3: the year whose holidays are not recorded; only of those who would need them. */
  #missingYears = new Map<Place, number>();
  readonly #views = new Map<Place, CustomerView>();

  /** @param columns - those that were read */
  constructor(
    readonly columns: readonly string[],
    readonly measure: Measure,
  ) {
    this.#cells = columns.map(() => []);
  }

  /** The same customers, to be changed without changing these. */
  copy(): Customers {
    const copy = new Customers(this.columns, this.measure);
    copy.#places = this.#places.copy();
    copy.#cells = this.#cells.map((cells) => cells.slice());
    copy.#known = new KnownColumns(this.#known);
    copy.#issues = new Map(this.#issues);
    copy.#missingYears = new Map(this.#missingYears);
    return copy;
  }

  get size(): number {
    return this.#known.size;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  get(id: string): CustomerView | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.at(place);
  }

  placeOf(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** Everything about one customer; undefined where there is none. */
  at(place: Place): CustomerView | undefined {
    if (place >= this.size) return undefined;
    const seen = this.#views.get(place);
    if (seen !== undefined) return seen;
    const view = this.#judged(place);
    if (this.#views.size >= mostViews) this.#views.clear();
    this.#views.set(place, view);
    return view;
  }

  *keys(): Generator<string, void, void> {
    yield* this.#known.all("id");
  }

  /** Judges every customer again: what everybody is asked for has a column of its own. */
  *values(): Generator<CustomerView, void, void> {
    for (let place = 0; place < this.size; place += 1) yield this.#judged(place);
  }

  *[Symbol.iterator](): Generator<readonly [string, CustomerView], void, void> {
    for (const view of this.values()) yield [view.id, view];
  }

  /** @throws where nobody is at that place */
  known<Fact extends keyof Known>(place: Place, fact: Fact): Known[Fact] {
    return this.#known.get(place, fact);
  }

  /** The cells as they were read; an empty text is blank. */
  cells(place: Place): Row {
    const cells: Record<string, Cell> = {};
    for (const [at, column] of this.columns.entries())
      cells[column] = this.#cells[at]?.[place] ?? null;
    return cells;
  }

  /** Everyone who looks after customers; "" where some have nobody. */
  owners(): ReadonlySet<string> {
    return new Set(this.#known.all("owner"));
  }

  /** The rows whose id is missing or shared with a row above. */
  unidentified(): readonly Pick<CustomerView, "row" | "cells">[] {
    return this.#known
      .all("identified")
      .flatMap((identified, place) =>
        identified ? [] : [{ row: this.known(place, "row"), cells: this.cells(place) }],
      );
  }

  /** What the rules cannot read, in the sheet's order. */
  *issues(): Generator<DataIssue, void, void> {
    // Those of customers that were judged again came behind the others.
    const places = [...this.#issues.keys()].sort((one, other) => one - other);
    for (const place of places) yield* this.#issues.get(place) ?? [];
  }

  /** F3: the years whose holidays are not recorded, in order. */
  missingYears(): readonly number[] {
    return [...new Set(this.#missingYears.values())].sort((one, other) => one - other);
  }

  /**
   * The order of every list: the earliest day first (the longest overdue), then grade, then name (those without one
   * last), then id, so that no two customers tie. Names compare by code unit, which is the same in every engine and
   * language.
   */
  byDueDay(one: Place, other: Place): number {
    const known = this.#known;
    const [name, otherName] = [known.get(one, "name"), known.get(other, "name")];
    return (
      (known.get(one, "next") ?? Infinity) - (known.get(other, "next") ?? Infinity) ||
      rankOf(known.get(one, "grade")) - rankOf(known.get(other, "grade")) ||
      Number(name === "") - Number(otherName === "") ||
      byCodeUnit(name, otherName) ||
      byCodeUnit(known.get(one, "id"), known.get(other, "id"))
    );
  }

  /** Judges the row after those that were judged before it. A totally blank one is no customer. */
  add(cells: Row, row: number): void {
    if (Object.values(cells).every(isBlankCell)) return;
    const id = idIn(cells);
    const other = this.#places.get(id);
    // A row without an id goes by its number, which another's id may look like.
    const isTaken = other !== undefined && this.known(other, "identified");
    const identified = id !== "" && !isTaken;
    this.#put(this.size, this.#judge(cells, row, identified));
  }

  /** Adds one of these to others that are judged by the same measure: the same cells in the same row. */
  passOn(place: Place, to: Customers): void {
    const issues = this.#issues.get(place) ?? [];
    const missingYear = this.#missingYears.get(place) ?? null;
    to.#keep(to.size, this.cells(place), this.#known.at(place), issues, missingYear);
  }

  /** Judges one again that has other cells now. */
  update(place: Place, cells: Row): void {
    const { row, identified } = this.#known.at(place);
    this.#views.delete(place);
    this.#put(place, this.#judge(cells, row, identified));
  }

  #judged(place: Place): CustomerView {
    const { row, identified } = this.#known.at(place);
    return this.#judge(this.cells(place), row, identified);
  }

  #judge(cells: Row, row: number, identified: boolean): CustomerView {
    const view = judgeCustomer(cells, row, identified, this.measure);
    if (identified || idIn(cells) === "") return view;
    const issue = duplicateIssue("customers", cells, row, this.measure.place);
    return { ...view, issues: [...view.issues, issue] };
  }

  #put(place: Place, view: CustomerView): void {
    const known = { ...view, kind: view.state.kind };
    this.#keep(place, view.cells, known, view.issues, view.why.calendarMissing);
  }

  #keep(
    place: Place,
    cells: Row,
    known: Known,
    issues: readonly DataIssue[],
    missingYear: number | null,
  ): void {
    if (known.identified || !this.has(known.id)) this.#places.set(known.id, place);
    for (const [at, column] of this.columns.entries()) {
      const kept = this.#cells[at];
      if (kept !== undefined) kept[place] = cells[column] ?? null;
    }
    this.#known.put(place, known);
    if (issues.length > 0) this.#issues.set(place, issues);
    else this.#issues.delete(place);
    if (missingYear !== null) this.#missingYears.set(place, missingYear);
    else this.#missingYears.delete(place);
  }
}

/** Customers that are only read. */
export type ReadonlyCustomers = Omit<Customers, "add" | "update">;

/** Some customers in an order of their own; each is made when it is asked for. */
export class CustomerList implements RowList<CustomerView>, Iterable<CustomerView> {
  readonly #customers: Customers;

  constructor(
    customers: Customers,
    readonly places: readonly Place[],
  ) {
    this.#customers = customers;
  }

  get length(): number {
    return this.places.length;
  }

  at(index: number): CustomerView | undefined {
    const place = this.places[index];
    return place === undefined ? undefined : this.#customers.at(place);
  }

  *[Symbol.iterator](): Generator<CustomerView, void, void> {
    yield* each(this);
  }
}

function rankOf(grade: CustomerView["grade"]): number {
  return grade === null ? gradeLetters.length : gradeLetters.indexOf(grade);
}
