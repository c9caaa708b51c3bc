import { TextMap, type ReadonlyTextMap } from "../../domain/text-map";
import type { LongChange, Row, UpdatedRow, WholeRow } from "../../tables/change";
import { each, type RowList } from "../../tables/row-list";
import type { TableId } from "../../tables/schema";
import type { RowOf } from "../row-map";
import { atOnce } from "../slices";
import type { WorkbookFacts } from "../workbook/facts";
import { allIssues, listing } from "./assemble-today";
import { CustomerList, Customers } from "./customers";
import type { Place } from "./known-columns";
import type { CustomerView } from "./customer-view";
import type { Today } from "./today";

/**
 * Today after a change that was committed, without reading the workbook again. It equals the Today that opening the
 * changed workbook would give.
 */
export function afterChange(today: Today, change: LongChange): Today {
  return atOnce(followingChange(today, change));
}

/** From here on sorting the lists again is quicker than putting every customer into its place. */
const manyRows = 200;

/** The same with places to pause that tell the share done, for changes of many rows. */
export function* followingChange(today: Today, change: LongChange): Generator<number, Today, void> {
  const moved = yield* movedCustomers(change);
  const { added, updated, removed } = moved;
  const whole = added.length + removed.size;
  if (whole + updated.size === 0) return today;
  if (whole === 0 && updated.size < manyRows) return withUpdated(today, [...updated.values()]);
  const customers = yield* judgingAgain(today, moved);
  const facts = grown(today, added.length - removed.size);
  return yield* listing(today.asOf, facts, customers);
}

/** Tells whether Today after the change follows from Today before it, without reading the workbook again. */
export function* isFollowed(
  { customers }: Today,
  { added, updated, removed }: LongChange,
): Generator<number, boolean, void> {
  const isKnown = ({ table, id }: RowOf): boolean =>
    table === "customers" ? customers.has(id) : !isMeasure(table);
  const lists: readonly (readonly [RowList<RowOf>, (row: RowOf) => boolean])[] = [
    [added, ({ table }) => !isMeasure(table)],
    [updated, isKnown],
    [removed, isKnown],
  ];
  let seen = 0;
  for (const [rows, follows] of lists)
    for (const row of each(rows)) {
      if ((seen += 1) % perStep === 0) yield 0;
      if (!follows(row)) return false;
    }
  return true;
}

/** Tables by which customers are judged. */
function isMeasure(table: TableId): boolean {
  return table === "settings" || table === "holidays";
}

/** Customers looked at between two places to pause. */
const perStep = 500;

/** What a change does to customers, by id. */
interface MovedCustomers {
  readonly added: readonly WholeRow[];
  readonly updated: ReadonlyTextMap<UpdatedRow>;
  readonly removed: ReadonlyTextMap<true>;
}

function* movedCustomers(change: LongChange): Generator<number, MovedCustomers, void> {
  const added: WholeRow[] = [];
  const updated = new TextMap<UpdatedRow>();
  const removed = new TextMap<true>();
  yield* customersIn(change.added, (row) => added.push(row));
  yield* customersIn(change.updated, (row) => updated.set(row.id, row));
  yield* customersIn(change.removed, ({ id }) => removed.set(id, true));
  return { added, updated, removed };
}

function* customersIn<Of extends RowOf>(
  rows: RowList<Of>,
  found: (row: Of) => unknown,
): Generator<number, void, void> {
  let seen = 0;
  for (const row of each(rows)) {
    if ((seen += 1) % perStep === 0) yield 0;
    if (row.table === "customers") found(row);
  }
}

/** Customers that were not changed and stand in the same row are what they were; the others are judged again. */
function* judgingAgain(
  today: Today,
  { added, updated, removed }: MovedCustomers,
): Generator<number, Customers, void> {
  const { customers: known } = today;
  const customers = new Customers(known.columns, known.measure);
  const count = known.size + added.length;
  let seen = 0;
  let row = 0;
  let before = 0;
  for (let place = 0; place < known.size; place += 1) {
    if ((seen += 1) % perStep === 0) yield (0.8 * seen) / count;
    // Blank rows, which are no customers, keep their place.
    row += known.known(place, "row") - before;
    before = known.known(place, "row") + 1;
    const id = known.known(place, "id");
    if (removed.has(id)) continue;
    const change = updated.get(id);
    const stands = known.known(place, "row") === row && known.known(place, "identified");
    if (change === undefined && stands) known.passOn(place, customers);
    else {
      const cells = known.cells(place);
      customers.add(change === undefined ? cells : movedRow(cells, change), row);
    }
    row += 1;
  }
  for (const { cells } of added) {
    if ((seen += 1) % perStep === 0) yield (0.8 * seen) / count;
    customers.add(asRead(known.columns, cells), row);
    row += 1;
  }
  return customers;
}

/** The facts with as many customers as there are now. The one row of an empty table is a blank one. */
function grown({ customers, facts }: Today, more: number): WorkbookFacts {
  const { customers: table } = facts.tables;
  if (table === undefined) return facts;
  const filled = customers.size === 0 && table.rowCount === 1 ? 0 : table.rowCount;
  const rowCount = Math.max(1, filled + more);
  return { ...facts, tables: { ...facts.tables, customers: { ...table, rowCount } } };
}

function withUpdated(today: Today, updated: readonly UpdatedRow[]): Today {
  const customers = today.customers.copy();
  const touched = new Set<Place>();
  for (const row of updated) {
    const place = customers.placeOf(row.id);
    if (place === undefined) throw new Error(`no customer ${row.id} to update`);
    customers.update(place, movedRow(customers.cells(place), row));
    touched.add(place);
  }
  const relisted = (
    { places }: CustomerList,
    kind: CustomerView["state"]["kind"],
    inOrder = (one: Place, other: Place) => customers.byDueDay(one, other),
  ): CustomerList => {
    const coming = [...touched].filter((place) => customers.known(place, "kind") === kind);
    return new CustomerList(customers, merged(places, touched, coming, inOrder));
  };
  return {
    ...today,
    customers,
    overdue: relisted(today.overdue, "overdue"),
    dueToday: relisted(today.dueToday, "today"),
    soon: relisted(today.soon, "soon"),
    ungraded: relisted(today.ungraded, "ungraded"),
    later: relisted(today.later, "later", (one, other) => one - other),
    issues: allIssues(customers),
  };
}

/** Places in order without the touched ones and with those that now belong to them. */
function merged(
  places: readonly Place[],
  touched: ReadonlySet<Place>,
  coming: readonly Place[],
  inOrder: (one: Place, other: Place) => number,
): readonly Place[] {
  const all = places.filter((place) => !touched.has(place));
  for (const place of coming) {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = all[middle];
      if (other !== undefined && inOrder(other, place) < 0) low = middle + 1;
      else high = middle;
    }
    all.splice(low, 0, place);
  }
  return all;
}

/** Columns that Today does not read stay out, and an empty text is blank, as when it is opened. */
function movedRow(cells: Row, { cells: changes }: UpdatedRow): Row {
  const moved = { ...cells };
  for (const [column, { to }] of Object.entries(changes))
    if (column in cells) moved[column] = to === "" ? null : to;
  return moved;
}

/** The cells of a new row as they would be read. */
function asRead(columns: readonly string[], cells: Row): Row {
  return Object.fromEntries(
    columns.map((column) => {
      const cell = cells[column] ?? null;
      return [column, cell === "" ? null : cell];
    }),
  );
}
