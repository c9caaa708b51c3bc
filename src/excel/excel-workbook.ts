import type { Workbook, WorkbookFailure } from "../app/workbook";
import { err, ok, type Result } from "../domain/result";
import type { TableId } from "../tables/schema";
import { backUp } from "./install/back-up";
import type { BoundTable, BoundTables } from "./binding";
import { changeColumns } from "./install/change-columns";
import { commit } from "./commit/commit";
import { factsOf, look, newerVersion, type Sight } from "./describe";
import { isGone } from "./failure";
import { readFormulas } from "./share/formulas-read";
import { repairHighlight } from "./highlight";
import { identify } from "./identify";
import { install } from "./install/install";
import { inspectTables } from "./inspect-tables";
import { inspectPlace, listPlaces } from "./commit/places";
import { readColumns, type RowWeights } from "./read";
import { readRows } from "./read-rows";
import { inExcel, type Session } from "./run";
import { readFrozen } from "./share/frozen";
import { switchFormulas } from "./share/switch";
import { lookAtStructure } from "./repair/structure-look";
import { mendStructure } from "./repair/structure-mend";
import { selectCell } from "./select-cell";
import { inspectSelection, readRange, selectedRow, selectRow } from "./selection";
import { addTextSheet } from "./text-sheet";
import { finishUpgrade } from "./install/upgrade";
import { trimAudit } from "./trim-audit";
import { watch } from "./watch";

/**
 * The port to the workbook on Excel's JavaScript API. It remembers where the tables and columns were seen last, by
 * their ids, and looks again when one of them has gone.
 */
export function excelWorkbook(): Workbook {
  const weights: RowWeights = new Map();
  let seen: Sight | null = null;

  const lookAgain = async (session: Session): Promise<Sight> => {
    seen = await look(session);
    return seen;
  };
  const sightOf = async (session: Session): Promise<Sight> => seen ?? lookAgain(session);

  /** Runs `work` on the tables as last seen; once more on a fresh look where something has gone since. */
  const onTables = async <T, E extends { readonly code: string }>(
    work: (session: Session, tables: BoundTables) => Promise<Result<T, E | WorkbookFailure>>,
  ): Promise<Result<T, E | WorkbookFailure>> => {
    const first = await inExcel(async (session) => work(session, (await sightOf(session)).bound));
    if (first.ok || !isStale(first.error)) return first;
    return inExcel(async (session) => work(session, (await lookAgain(session)).bound));
  };

  /** The same for work that writes, which a workbook of a newer version refuses. */
  const writing = <T, E extends { readonly code: string }>(
    work: (session: Session, tables: BoundTables) => Promise<Result<T, E | WorkbookFailure>>,
  ): Promise<Result<T, E | WorkbookFailure>> =>
    onTables(async (session, tables) => {
      const newer = newerVersion(await sightOf(session));
      return newer === null ? work(session, tables) : err(newer);
    });

  return {
    describe: () => inExcel(async (session) => ok(factsOf(await lookAgain(session)))),

    readColumns: (requests, onProgress) =>
      onTables((session, tables) => readColumns(session, tables, requests, weights, onProgress)),

    readRows: (requests) =>
      onTables((session, tables) => readRows(session, tables, requests, weights)),

    commit: (change, onProgress) =>
      writing((session, tables) => commit(session, tables, change, weights, onProgress)),

    identify: (newcomers, record) =>
      writing((session, tables) =>
        withTable(tables, "customers", (customers) =>
          withTable(tables, "audit", (audit) =>
            identify(session, { customers, audit, newcomers, record }, weights),
          ),
        ),
      ),

    trimAudit: (trim) =>
      writing((session, tables) =>
        withTable(tables, "audit", (audit) => trimAudit(session, audit, trim, weights)),
      ),

    inspectSelection: () => inExcel(inspectSelection),

    listPlaces: () => inExcel(listPlaces),

    inspectPlace: (place) => inExcel((session) => inspectPlace(session, place)),

    addTextSheet: (sheet) => inExcel((session) => addTextSheet(session, sheet)),

    readRange: (range) => inExcel((session) => readRange(session, range)),

    install: async (plan) => {
      const done = await inExcel((session) => install(session, plan));
      if (!done.ok) {
        seen = null;
        return done;
      }
      seen = done.value.sight;
      return ok(done.value.installed);
    },

    changeColumns: async (change) => {
      const done = await inExcel((session) => changeColumns(session, change));
      seen = done.ok ? done.value : null;
      return done.ok ? ok(factsOf(done.value)) : done;
    },

    backUp: (name) => writing((session, tables) => backUp(session, tables, name)),

    finishUpgrade: async (upgrade) => {
      const done = await inExcel(async (session) =>
        finishUpgrade(session, await lookAgain(session), upgrade),
      );
      seen = null;
      return done;
    },

    repairHighlight: (rules) =>
      writing((session, { customers }) => repairHighlight(session, customers, rules)),

    readFormulas: (request, onProgress = () => undefined) =>
      onTables((session, tables) =>
        withTable(tables, request.table, (bound) =>
          readFormulas(session, bound, request, onProgress),
        ),
      ),

    switchFormulas: (plan) =>
      writing((session, tables) =>
        withTable(tables, plan.table, (bound) => switchFormulas(session, bound, plan)),
      ),

    readFrozen: (keys, columns) =>
      inExcel(async (session) => {
        const { share } = await lookAgain(session);
        return readFrozen(session, share.frozen, keys, columns);
      }),

    lookAtStructure: (expected) =>
      inExcel(async (session) => lookAtStructure(session, await lookAgain(session), expected)),

    mendStructure: (mending) =>
      onTables((session, tables) => mendStructure(session, tables, mending)),

    selectRow: (table, id) =>
      onTables((session, tables) =>
        withTable(tables, table, (bound) => selectRow(session, bound, id, weights)),
      ),

    selectCell: (cell) =>
      onTables((session, tables) =>
        withTable(tables, cell.table, (bound) => selectCell(session, bound, cell, weights)),
      ),

    inspectTables: () => onTables(inspectTables),

    selectedRow: (table) =>
      onTables((session, tables) =>
        withTable(tables, table, (bound) => selectedRow(session, bound)),
      ),

    watch: (listener) => watch(() => seen?.bound ?? {}, listener),
  };
}

async function withTable<T, E>(
  tables: BoundTables,
  table: TableId,
  work: (bound: BoundTable) => Promise<Result<T, E | WorkbookFailure>>,
): Promise<Result<T, E | WorkbookFailure>> {
  const bound = tables[table];
  if (bound?.columns.id === undefined) {
    return bound === undefined
      ? err({ code: "table-missing", table })
      : err({ code: "column-missing", table, column: "id" });
  }
  return work(bound);
}

function isStale(error: { readonly code: string }): boolean {
  if (error.code === "table-missing" || error.code === "column-missing") return true;
  return error.code === "host" && isGone(error as WorkbookFailure);
}
