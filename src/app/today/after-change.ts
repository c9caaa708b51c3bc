import type { Row, UpdatedRow, Change } from "../../tables/change";
import { todayColumns } from "../../tables/specs/customers";
import { allIssues, byDueDay, judgeAll, listToday } from "./assemble-today";
import { judgeCustomer } from "./judge-customer";
import type { CustomerView, Today } from "./today";

/**
 * Today after a change that was committed, without reading the workbook again. It equals the Today that opening the
 * changed workbook would give.
 */
export function afterChange(today: Today, change: Change): Today {
  const updated = change.updated.filter((row) => row.table === "customers");
  const added = change.added.filter((row) => row.table === "customers");
  const removed = change.removed.filter((row) => row.table === "customers");
  if (added.length > 0 || removed.length > 0) {
    // Rows move when others come or go, so every row is judged again, from the cells at hand.
    const moved = new Map(updated.map((row) => [row.id, row]));
    const gone = new Set(removed.map((row) => row.id));
    const rows = cellsByRow(today).filter(({ id }) => id === null || !gone.has(id));
    const after = [
      ...rows.map(({ id, cells }) => {
        const row = id === null ? undefined : moved.get(id);
        return row === undefined ? cells : movedRow(cells, row);
      }),
      ...added.map((row) => asRead(today, row.cells)),
    ];
    return listToday(today.asOf, today.facts, today.measure, judgeAll(after, today.measure));
  }
  if (updated.length === 0) return today;
  return withUpdated(today, updated);
}

function withUpdated(today: Today, updated: readonly UpdatedRow[]): Today {
  const customers = new Map(today.customers);
  const touched = new Set<string>();
  for (const row of updated) {
    const before = customers.get(row.id);
    if (before === undefined) throw new Error(`no customer ${row.id} to update`);
    const cells = movedRow(before.cells, row);
    customers.set(row.id, judgeCustomer(cells, before.row, before.identified, today.measure));
    touched.add(row.id);
  }
  const now = [...touched].flatMap((id) => customers.get(id) ?? []);
  const relisted = (list: Today["overdue"], kind: CustomerView["state"]["kind"]) =>
    merge(
      list,
      touched,
      now.filter((view) => view.state.kind === kind),
    );
  const later = (views: readonly (CustomerView | undefined)[]) =>
    views.filter((view) => view?.state.kind === "later").length;
  return {
    ...today,
    customers,
    overdue: relisted(today.overdue, "overdue"),
    dueToday: relisted(today.dueToday, "today"),
    soon: relisted(today.soon, "soon"),
    ungraded: relisted(today.ungraded, "ungraded"),
    later: today.later - later([...touched].map((id) => today.customers.get(id))) + later(now),
    issues: allIssues(today.measure, customers),
  };
}

/** A list in order without the touched customers and with those that now belong to it. */
function merge(
  list: Today["overdue"],
  touched: ReadonlySet<string>,
  coming: readonly CustomerView[],
): readonly CustomerView[] {
  const merged = list.filter((view) => !touched.has(view.id));
  for (const view of coming) {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = merged[middle];
      if (other !== undefined && byDueDay(other, view) < 0) low = middle + 1;
      else high = middle;
    }
    merged.splice(low, 0, view);
  }
  return merged;
}

/** Columns that Today does not read stay out, and an empty text is blank, as when it is opened. */
function movedRow(cells: Row, { cells: changes }: UpdatedRow): Row {
  const moved = { ...cells };
  for (const [column, { to }] of Object.entries(changes))
    if (column in cells) moved[column] = to === "" ? null : to;
  return moved;
}

/** The cells of a new row as opening Today again would read them. */
function asRead({ customers, facts }: Today, cells: Row): Row {
  const bound = facts.tables.customers?.columns ?? {};
  const [known] = customers.values();
  const columns =
    known === undefined
      ? todayColumns.filter((column) => bound[column] !== undefined)
      : Object.keys(known.cells);
  return Object.fromEntries(
    columns.map((column) => {
      const cell = cells[column] ?? null;
      return [column, cell === "" ? null : cell];
    }),
  );
}

/** The cells of every row of the sheet; blank rows, which are no customers, keep their place. */
function cellsByRow(today: Today): readonly { readonly id: string | null; readonly cells: Row }[] {
  const rows: { readonly id: string | null; readonly cells: Row }[] = [];
  for (const view of today.customers.values()) {
    while (rows.length < view.row) rows.push({ id: null, cells: {} });
    rows.push({ id: view.id, cells: view.cells });
  }
  return rows;
}
