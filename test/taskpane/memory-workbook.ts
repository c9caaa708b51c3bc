import type { Workbook, WorkbookEvent } from "../../src/app/workbook";
import type { WorkbookFailure } from "../../src/app/workbook/failures";
import type { CommitFailure, Conflict } from "../../src/app/workbook/rows";
import { ok, err, type Result } from "../../src/domain/result";
import type { Cell, Change, Row } from "../../src/tables/change";
import type { TableId } from "../../src/tables/schema";
import { factsOf } from "../app/sheets";
import type { CellStyle } from "../../src/tables/cells";

/** A set-up workbook in memory: the port's promises about rows and conflicts without Excel. */
export interface MemoryWorkbook extends Workbook {
  readonly tables: Record<TableId, Row[]>;
  /** Whose row the selection lies in. */
  selected: string | null;
  /** Rows selected through the port, in order. */
  readonly selections: string[];
  /** Answers every call with this failure until it is null again. */
  failure: WorkbookFailure | null;
  /** Waits before a reading is answered. */
  gate: Promise<void>;
  /** What somebody else did. */
  tell(event: WorkbookEvent): void;
}

export function memoryWorkbook(style: CellStyle, tables: Record<TableId, Row[]>): MemoryWorkbook {
  const listeners = new Set<(event: WorkbookEvent) => void>();

  function find(table: TableId, id: string): Row | undefined {
    return tables[table].find((row) => row["id"] === id);
  }

  function conflictsOf(change: Change): readonly Conflict[] {
    return change.updated.flatMap(({ table, id, cells }) =>
      Object.entries(cells).flatMap(([column, { from }]) => {
        const found: Cell = find(table, id)?.[column] ?? null;
        return found === from ? [] : [{ table, id, column, expected: from, found }];
      }),
    );
  }

  function apply(change: Change): Result<{ readonly roundTrips: number }, CommitFailure> {
    const gone = [...change.updated, ...change.removed].find(
      ({ table, id }) => find(table, id) === undefined,
    );
    if (gone !== undefined) return err({ code: "row-missing", table: gone.table, id: gone.id });
    const conflicts = conflictsOf(change);
    if (conflicts.length > 0) return err({ code: "conflict", conflicts });
    for (const { table, id, cells } of change.updated)
      tables[table] = tables[table].map((row) =>
        row["id"] === id
          ? { ...row, ...Object.fromEntries(Object.entries(cells).map(([c, { to }]) => [c, to])) }
          : row,
      );
    for (const { table, id } of change.removed)
      tables[table] = tables[table].filter((row) => row["id"] !== id);
    for (const { table, id, cells } of change.added) tables[table].push({ id, ...cells });
    return ok({ roundTrips: 2 });
  }

  const workbook: MemoryWorkbook = {
    tables,
    selected: null,
    selections: [],
    failure: null,
    gate: Promise.resolve(),
    tell: (event) => listeners.forEach((listener) => listener(event)),
    describe: () => answer(factsOf(style)),
    async readColumns(requests) {
      const answers = requests.map(({ table, columns, rows }) => {
        const first = rows?.first ?? 0;
        const asked = tables[table].slice(first, first + (rows?.count ?? Infinity));
        return {
          table,
          columns: Object.fromEntries(
            columns.map((id) => [id, asked.map((row) => row[id] ?? null)]),
          ),
        };
      });
      await workbook.gate;
      return workbook.failure === null ? ok(answers) : err(workbook.failure);
    },
    readRows: (requests) =>
      answer(
        requests.map(({ table, column, value, limit }) =>
          tables[table].filter((row) => String(row[column]) === value).slice(-limit),
        ),
      ),
    commit: (change) =>
      Promise.resolve(workbook.failure === null ? apply(change) : err(workbook.failure)),
    inSeries: () => ({ commit: workbook.commit, prove: () => answer(undefined) }),
    identify(newcomers, record) {
      const identified = newcomers.filter(({ table, row, column, found }) => {
        const standing = tables[table][row];
        return standing?.["id"] === null && standing[column] === found;
      });
      for (const { table, row, id, createdDay } of identified) {
        const found = tables[table][row] ?? {};
        tables[table][row] = { ...found, id, createdDay: found["createdDay"] ?? createdDay };
      }
      const rows = record(identified.map((newcomer) => ({ newcomer, created: true })));
      for (const { id, cells } of rows) tables.audit.push({ id, ...cells });
      return answer({ identified: identified.length });
    },
    withdrawIds: () => Promise.resolve(err({ code: "read-only" })),
    countFilled: (requests) =>
      answer(
        requests.map(({ table, column }) => {
          const rows = tables[table];
          const filled = rows.filter((row) => (row[column] ?? null) !== null);
          return { filled: filled.length, rows: rows.length };
        }),
      ),
    countRows: (requests) =>
      answer(
        requests.map(({ table, where }) => {
          const meets = (row: Row) =>
            where.every(({ column, is, number }) =>
              is === "above" ? Number(row[column]) > number : row[column] === number,
            );
          return tables[table].filter(meets).length;
        }),
      ),
    trimAudit({ count, record }) {
      tables.audit = [...tables.audit.slice(count), { id: record.id, ...record.cells }];
      return answer(undefined);
    },
    inspectSelection: () => Promise.resolve(err({ code: "no-selection" })),
    readRange: () => answer([]),
    listPlaces: () => answer([]),
    inspectPlace: () => Promise.resolve(err({ code: "no-selection" })),
    addTextSheet: () => answer({ roundTrips: 0 }),
    changeColumns: () => Promise.resolve(err({ code: "read-only" })),
    backUp: (name) => answer({ sheet: name }),
    finishUpgrade: () => answer(undefined),
    install: () => Promise.resolve(err({ code: "read-only" })),
    readLists: (requests) => answer(requests.map(() => null)),
    repairHighlight: (rules) => answer({ removed: 9, added: rules.length }),
    // A memory has rows and no formulas: what needs them is tried on real workbooks.
    readFormulas: ({ table }) => answer({ table, rows: 0, columns: {}, waiting: 0, unknown: {} }),
    canSwitch: () => answer(undefined),
    switchFormulas: () => answer({ roundTrips: 0, ownLeft: [], asOf: null }),
    readFrozen: () => answer(null),
    findOwnCalls: () => answer([]),
    findOwnValues: () => answer([]),
    forgetOwn: () => answer(undefined),
    inTurn: (work) => work(),
    showCells: () => answer(undefined),
    opensCopies: () => false,
    awaitedMs: () => null,
    takeCopy: () => Promise.resolve(err({ code: "read-only" })),
    openCopy: () => answer(undefined),
    lookAtStructure: () =>
      answer({
        names: [],
        lists: [],
        highlight: { found: 0, whole: 0 },
        below: [],
        narrow: [],
        readings: false,
        frozen: false,
        own: false,
      }),
    mendStructure: () => answer(undefined),
    selectRow(table, id) {
      workbook.selections.push(id);
      const found = find(table, id) !== undefined;
      return Promise.resolve(found ? ok(undefined) : err({ code: "row-missing", table, id }));
    },
    readLooks: () => answer({}),
    applyLooks: () => answer(undefined),
    selectCell({ table, id, row }) {
      workbook.selections.push(id ?? `#${row}`);
      const found = id === null || find(table, id) !== undefined;
      return Promise.resolve(found ? ok(undefined) : err({ code: "row-missing", table, id }));
    },
    inspectTables: () => answer([]),
    selectedRow: () => answer(workbook.selected),
    watch(listener) {
      listeners.add(listener);
      return answer(() => Promise.resolve(void listeners.delete(listener)));
    },
  };

  function answer<T>(value: T): Promise<Result<T, WorkbookFailure>> {
    return Promise.resolve(workbook.failure === null ? ok(value) : err(workbook.failure));
  }
  return workbook;
}
