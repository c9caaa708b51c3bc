import fc from "fast-check";
import { afterChange } from "../../src/app/today/after-change";
import type { Today } from "../../src/app/today/today";
import { reverse, type Change, type Row } from "../../src/tables/change";
import { anyCustomers, asOf } from "../app/arbitraries";
import { chinese, todayOf } from "../app/sheets";
import { seeded } from "../tables/arbitraries";

/**
 * Issue 4, Proof: the incremental snapshot equals one read from scratch, over random changes: rows that come, go and
 * move, several at once as an import writes them, merges (one row changes, one goes) and their way back.
 */

/** What is done next, in terms of rows that are there: `at` counts from the top and wraps around. */
type Step =
  | { readonly kind: "add"; readonly cells: readonly Row[] }
  | { readonly kind: "update"; readonly at: readonly number[]; readonly cells: Row }
  | { readonly kind: "remove"; readonly at: number }
  | { readonly kind: "merge"; readonly kept: number; readonly gone: number }
  | { readonly kind: "undo" };

const anyRow = anyCustomers(chinese).map((rows) => rows.find((row) => row["name"] != null) ?? {});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    cells: fc.array(anyRow, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("update" as const),
    at: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    cells: anyRow,
  }),
  fc.record({ kind: fc.constant("remove" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("merge" as const), kept: fc.nat(), gone: fc.nat() }),
  fc.record({ kind: fc.constant("undo" as const) }),
);

/** Rows with ids of their own: only such are ever changed. */
function tended(rows: readonly Row[]): Row[] {
  return rows
    .filter((row) => row["name"] != null && row["name"] !== "")
    .map((row, index) => ({ ...row, id: `C${index + 1}` }));
}

const table = "customers" as const;

function moved(row: Row, cells: Row) {
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([column]) => column !== "id")
      .map(([column, to]) => [column, { from: row[column] ?? null, to }]),
  );
}

/** Compared with one whose facts are of a sheet of some fixed length. */
function compared({ customers, ...others }: Today) {
  return { ...others, facts: null, customers: [...customers], known: knownOf(customers) };
}

/** What is kept of each customer beside its cells. */
function knownOf(customers: Today["customers"]) {
  return Array.from({ length: customers.size }, (_, place) => ({
    place: customers.placeOf(customers.known(place, "id")),
    row: customers.known(place, "row"),
    identified: customers.known(place, "identified"),
    name: customers.known(place, "name"),
    owner: customers.known(place, "owner"),
    kind: customers.known(place, "kind"),
    next: customers.known(place, "next"),
    grade: customers.known(place, "grade"),
  }));
}

function changeOf(step: Step, rows: readonly Row[], done: readonly Change[], next: () => string) {
  const rowAt = (at: number) => rows[at % rows.length];
  const whole = (row: Row) => ({ table, id: String(row["id"]), cells: row });
  const change = (part: Partial<Change>): Change => ({
    added: [],
    updated: [],
    removed: [],
    ...part,
  });
  if (step.kind === "add")
    return change({ added: step.cells.map((cells) => whole({ ...cells, id: next() })) });
  if (step.kind === "undo") {
    const last = done.at(-1);
    return last === undefined ? null : reverse(last);
  }
  if (rows.length < 2) return null;
  switch (step.kind) {
    case "update": {
      const chosen = new Set(step.at.map(rowAt));
      const updated = rows
        .filter((row) => chosen.has(row))
        .map((row) => ({
          table,
          id: String(row["id"]),
          cells: moved(row, step.cells),
        }));
      return change({ updated });
    }
    case "remove":
      return change({ removed: rows.filter((row) => row === rowAt(step.at)).map(whole) });
    case "merge": {
      const [kept, gone] = [rowAt(step.kept), rowAt(step.gone)];
      if (kept === undefined || gone === undefined || kept === gone) return null;
      const cells = moved(kept, { lastFollowUp: gone["lastFollowUp"] ?? null });
      const updated = [{ table, id: String(kept["id"]), cells }];
      return change({ updated, removed: [whole(gone)] });
    }
  }
}

/** The sheet after a change: new rows stand at its end. */
function appliedTo(rows: readonly Row[], { added, updated, removed }: Change): readonly Row[] {
  const gone = new Set(removed.map(({ id }) => id));
  return [
    ...rows
      .filter((row) => !gone.has(String(row["id"])))
      .map((row) => {
        const cells = updated.find(({ id }) => id === row["id"])?.cells ?? {};
        const to = Object.entries(cells).map(([column, cell]) => [column, cell.to] as const);
        return { ...row, ...Object.fromEntries(to) };
      }),
    ...added.map(({ cells }) => cells),
  ];
}

it("equals a snapshot read from scratch after any changes, and after taking them back", () => {
  fc.assert(
    fc.property(
      anyCustomers(chinese),
      fc.array(anyStep, { minLength: 1, maxLength: 8 }),
      (customers, steps) => {
        let rows: readonly Row[] = tended(customers);
        let today: Today = todayOf(asOf, rows, chinese);
        let dealt = 0;
        const next = () => `N${(dealt += 1)}`;
        const done: Change[] = [];
        for (const step of steps) {
          const change = changeOf(step, rows, done, next);
          if (change === null) continue;
          if (step.kind === "undo") done.pop();
          else done.push(change);
          rows = appliedTo(rows, change);
          today = afterChange(today, change);
          const scratch = todayOf(asOf, rows, chinese);
          expect(compared(today)).toEqual(compared(scratch));
        }
      },
    ),
    { ...seeded, numRuns: 100 },
  );
});

it("equals a snapshot read from scratch where many rows change at once", () => {
  const many = fc.array(anyCustomers(chinese), { minLength: 40, maxLength: 60 });
  fc.assert(
    fc.property(many, fc.integer({ min: 1, max: 7 }), (lists, every) => {
      const rows = tended(lists.flat().map((row, at) => ({ ...row, id: `C${at}` })));
      const updated = rows.flatMap((row, at) =>
        at % every === 0
          ? [{ table, id: String(row["id"]), cells: moved(row, { agreedDay: 46_090 + (at % 9) }) }]
          : [],
      );
      const change: Change = { added: [], updated, removed: [] };
      const before: Today = todayOf(asOf, rows, chinese);
      const after = afterChange(before, change);
      const scratch = todayOf(asOf, appliedTo(rows, change), chinese);
      expect(compared(after)).toEqual(compared(scratch));
      expect(knownOf(after.customers)).toEqual(judgedOf(after.customers));
      expect(listedIds(afterChange(after, reverse(change)))).toEqual(listedIds(before));
    }),
    { ...seeded, numRuns: 10 },
  );
});

function listedIds({ overdue, dueToday, soon, ungraded }: Today) {
  return [overdue, dueToday, soon, ungraded].map((list) => [...list].map(({ id }) => id));
}

/** The same out of customers judged again. */
function judgedOf(customers: Today["customers"]) {
  return [...customers.values()].map((view, place) => {
    const { row, identified, name, owner, state, next, grade } = view;
    return { place, row, identified, name, owner, kind: state.kind, next, grade };
  });
}
