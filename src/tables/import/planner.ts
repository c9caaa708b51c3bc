import { TextMap } from "../../domain/text-map";
import { isBlankCell, textOf, writeCell } from "../cells";
import type { Cell, CellChange } from "../change";
import { presentMeaning, sameMeaning, type Meant } from "./cell";
import { lookAtDays } from "./days";
import type { IncomingDays } from "./days-found";
import { KnownRows } from "./known-rows";
import { CustomerLinks } from "./links";
import type {
  AddedRow,
  ChangedRow,
  ExistingRows,
  ImportChoices,
  ImportContext,
  ImportPlan,
  KnownInPart,
  IncomingRows,
  RejectedRow,
  Rejection,
} from "./plan";
import { footOf, type FootRow } from "./foot";
import { otherIdentifier } from "./other-identifier";
import { otherKeyFor } from "./other-key";
import { reason, RowReader, type FilledColumn, type Values } from "./row-reader";
import { RememberedCells } from "./remembered";
import { partsOfKey } from "./target";
import type { ColumnSpec } from "../schema";

const rowsPerStep = 250;

/**
 * Compares incoming rows with those that are there, without changing anything. Every `yield` is a place to pause and
 * says how far it has come, 0 to 1.
 *
 * Blank cells never erase. Planning the same rows again after the plan was carried out changes nothing: a row is found
 * by its key, and one without a key stays out.
 *
 * @throws Error when the key cannot be used with this mapping; ask `usableKeys` first
 */
export function* planImport(
  rows: IncomingRows,
  existing: ExistingRows,
  choices: ImportChoices,
  context: ImportContext,
): Generator<number, ImportPlan, void> {
  const { dateSystem } = context.style;
  const looking = lookAtDays(context.columns, { rows, choices, dateSystem });
  let looked = looking.next();
  for (; looked.done !== true; looked = looking.next()) yield 0;
  const planner = new Planner(rows, existing, choices, context, looked.value);
  const customers = context.customers?.ids.length ?? 0;
  // Looking for another key goes through all rows again.
  const steps = 2 * (customers + existing.rowCount + 2 * rows.length);
  let done = 0;
  function* through(count: number, step: (at: number) => void): Generator<number, void, void> {
    for (let at = 0; at < count; at += 1) {
      step(at);
      done += 1;
      if (done % rowsPerStep === 0) yield done / steps;
    }
  }
  yield* through(customers, (at) => planner.links?.know(at));
  yield* through(existing.rowCount, (at) => planner.know(at));
  yield* through(rows.length, (row) => planner.hear(row));
  for (const preparing = planner.prepare(); preparing.next().done !== true;) yield done / steps;
  yield* through(rows.length, (row) => planner.take(row));
  const plan = planner.plan();
  if (existing.rowCount === 0 || plan.added.length === 0) return plan;
  const others = otherKeyFor(context.target, rows, plan, existing, choices);
  for (let step = others.next(); ; step = others.next()) {
    if (step.done === true) return { ...plan, otherKey: step.value };
    yield 0.5 + step.value / 2;
  }
}

class Planner {
  readonly links: CustomerLinks | null;
  readonly #added: AddedRow[] = [];
  readonly #updated: ChangedRow[] = [];
  readonly #unchanged: number[] = [];
  readonly #rejected: RejectedRow[] = [];
  readonly #leftOut: RejectedRow[] = [];
  #blankRows = 0;
  readonly #columns: readonly FilledColumn[];
  readonly #keyColumns: readonly ColumnSpec[];
  readonly #knownRows: KnownRows;
  readonly #knownInPart: KnownInPart[] = [];
  /** Id → how many rows have it. */
  readonly #ids = new TextMap<number>();
  /** The keys of the incoming rows; null where a row has none. */
  readonly #keys: (string | null)[] = [];
  readonly #foot: ReadonlyMap<number, FootRow>;
  readonly #reader: RowReader;
  readonly #present: RememberedCells<Meant>;

  constructor(
    private readonly rows: IncomingRows,
    private readonly existing: ExistingRows,
    private readonly choices: ImportChoices,
    private readonly context: ImportContext,
    private readonly days: readonly IncomingDays[],
  ) {
    const { mapping, key } = choices;
    const { target, columns } = context;
    const present = (column: string) => existing.columns[column] !== undefined;
    this.#columns = columns.flatMap((spec) => {
      const index = mapping[spec.id];
      return index === undefined || !present(spec.id) ? [] : [{ spec, index }];
    });
    const parts = partsOfKey(target, key, (column) => mapping[column] !== undefined, present);
    if (parts === null) throw new Error(`the key ${key} is not mapped`);
    this.#keyColumns = parts.flatMap(({ column }) => columns.filter(({ id }) => id === column));
    this.#knownRows = new KnownRows(parts);
    this.#foot = footOf(rows);
    this.#present = new RememberedCells((column, cell) =>
      presentMeaning(column, cell, context.style.dateSystem),
    );
    this.#reader = new RowReader(this.#columns, this.#keyColumns, choices, context, days);
    this.links =
      context.customers === null ? null : new CustomerLinks(context.customers, choices, context);
  }

  plan(): ImportPlan {
    return {
      target: this.context.target,
      added: this.#added,
      updated: this.#updated,
      unchanged: this.#unchanged,
      rejected: this.#rejected,
      blankRows: this.#blankRows,
      leftOut: this.#leftOut,
      newCustomers: this.links?.created ?? [],
      withoutCustomer: this.links?.without ?? 0,
      knownInPart: this.#knownInPart,
      otherKey: null,
      days: this.days,
    };
  }

  /** Takes note of a row that is there. */
  know(at: number): void {
    const { columns } = this.existing;
    const key = this.#reader.keyOfPresent((id) => columns[id]?.[at] ?? null);
    if (key !== null) this.#knownRows.addPresent(key, at);
    const id = this.#idAt(at);
    if (id !== "") this.#ids.set(id, (this.#ids.get(id) ?? 0) + 1);
  }

  /** Takes note of an incoming row's key. Also when it stays out: another one would otherwise be it the next time. */
  hear(row: number): void {
    const cell = this.#cellsOf(row);
    const key = this.#foot.has(row) ? null : this.#reader.keyOf(row, cell);
    this.#keys.push(key);
    if (key !== null) this.#knownRows.addIncoming(key, row);
  }

  /** Gets ready to decide. Each `yield` is a place to pause. */
  prepare(): Generator<undefined, void, void> {
    return this.#knownRows.prepare();
  }

  /** Decides about an incoming row. */
  take(row: number): void {
    const cell = this.#cellsOf(row);
    if (this.#columns.every(({ index }) => isBlankCell(cell(index)))) {
      this.#blankRows += 1;
      return;
    }
    const foot = this.#foot.get(row);
    if (foot !== undefined) {
      this.#reject(row, [reason(foot.code, null, foot.found)]);
      return;
    }
    const { values, reasons } = this.#reader.read(row, cell);
    const leaveOut = this.choices.unreadable === "leave-out";
    const stopping = leaveOut ? reasons.filter(({ column }) => this.#isOfKey(column)) : reasons;
    if (stopping.length > 0) {
      this.#reject(row, reasons);
      return;
    }
    const refused = this.#place(row, cell, values);
    if (refused !== null) this.#reject(row, [...refused, ...reasons]);
    else if (reasons.length > 0) this.#leftOut.push({ row, reasons });
  }

  /** Adds, updates or leaves as it is; or says why none of them. */
  #place(row: number, cell: (index: number) => Cell, values: Values): readonly Rejection[] | null {
    const key = this.#keys[row] ?? null;
    const first = this.#keyColumns[0]?.id ?? null;
    const called = first === null ? null : cell(this.choices.mapping[first] ?? -1);
    if (key === null) return [reason("key-missing", first, called)];
    const found = this.#knownRows.find(key, row);
    switch (found.known) {
      case "unclear":
        return [reason(found.code, found.column, called, found.otherRow)];
      case "new":
        return this.#add(row, values);
      case "row": {
        const refused = this.#update(row, found.at, values);
        if (refused === null && found.blank !== null)
          this.#knownInPart.push({ row, column: found.blank });
        return refused;
      }
    }
  }

  #add(row: number, values: Values): readonly Rejection[] | null {
    const { style, newId, asOf, target, columns } = this.context;
    const [first] = target.needed;
    const has = (column: string): boolean =>
      [...values].some(([spec, value]) => spec.id === column && String(value).trim() !== "");
    if (!target.needed.some(has)) return [reason("name-missing", first, null)];
    const given = textOf(valueOf(values, "id"));
    if (given !== "" && this.#ids.has(given)) return [reason("id-taken", "id", given)];
    const linked = this.links?.link(values, row) ?? null;
    if (linked !== null) return [linked];
    const cells: Record<string, Cell> = {};
    for (const [spec, value] of values) cells[spec.id] = writeCell(spec, value, style);
    const id = given === "" ? newId(target.table.idPrefix) : given;
    this.#ids.set(id, 1);
    cells["id"] = id;
    const created = columns.find((spec) => spec.id === target.createdDay);
    if (created !== undefined && this.existing.columns[created.id] !== undefined)
      cells[created.id] ??= writeCell(created, asOf, style);
    this.#added.push({ row, id, cells });
    return null;
  }

  #update(row: number, at: number, values: Values): readonly Rejection[] | null {
    const { columns } = this.existing;
    const { style } = this.context;
    const id = this.#idAt(at);
    if (id === "" || (this.#ids.get(id) ?? 0) > 1) return [reason("row-without-id", "id", null)];
    const present = (column: string): Cell => columns[column]?.[at] ?? null;
    const other = otherIdentifier(this.choices.key, values, present);
    if (other !== null) return [other];
    const linked = this.links?.relink(values, present, row) ?? null;
    if (linked !== null) return [linked];
    const moved: Record<string, CellChange> = {};
    for (const [spec, value] of values) {
      const from = present(spec.id);
      if (sameMeaning(spec, from, this.#present.of(spec, from), value)) continue;
      // A row's id is how logs find it: an import never gives a row another one.
      if (spec.id === "id") return [reason("other-id", "id", value)];
      moved[spec.id] = { from, to: writeCell(spec, value, style) };
    }
    if (Object.keys(moved).length === 0) this.#unchanged.push(row);
    else {
      const name = textOf(present(this.context.target.nameColumn));
      this.#updated.push({ row, id, at, name, cells: moved });
    }
    return null;
  }

  #reject(row: number, reasons: readonly Rejection[]): void {
    this.#rejected.push({ row, reasons });
  }

  /** The cells of an incoming row, those a person mended as they are now. */
  #cellsOf(row: number): (index: number) => Cell {
    const source = this.rows[row] ?? [];
    const mended = this.choices.corrections.get(row);
    return (index) => mended?.get(index) ?? source[index] ?? null;
  }

  /** As it stands in the sheet: a row is found by exactly this text. */
  #idAt(at: number): string {
    return textOf(this.existing.columns["id"]?.[at] ?? null);
  }

  #isOfKey(column: string | null): boolean {
    return this.#keyColumns.some(({ id }) => id === column);
  }
}

function valueOf(values: Values, column: string): string | number | null {
  for (const [spec, value] of values) if (spec.id === column) return value;
  return null;
}
