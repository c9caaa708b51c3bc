import { fetched } from "../app/later";
import { unwatched } from "../app/slices";
import type { Workbook } from "../app/workbook";
import type { WorkbookFailure } from "../app/workbook/failures";
import { err, ok, type Result } from "../domain/result";
import type { TableId } from "../tables/schema";
import { awaitedMs } from "./awaited";
import type { BoundTable, BoundTables } from "./binding";
import { arrivalsOf, type Arrivals } from "./commit/arrivals";
import { factsOf, look, newerVersion, type Sight } from "./describe";
import type { KnownPlaces } from "./commit/row-places";
import { isGone } from "./failure";
import { laterParts } from "./later-parts";
import { readColumns, type RowWeights } from "./read";
import { inExcel, type Session } from "./run";
import { sharing } from "./share/sharing";
import { watch } from "./watch";

/**
 * The port to the workbook on Excel's JavaScript API. It remembers where the tables and columns were seen last, by
 * their ids, and looks again when one of them has gone. Most of its work is fetched when first wanted.
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
    ...sharing,

    describe: () => inExcel(async (session) => ok(factsOf(await lookAgain(session)))),

    readColumns: (requests, onProgress, cutting) =>
      onTables((session, tables) =>
        readColumns(session, tables, requests, weights, onProgress, cutting),
      ),

    readRows: (requests) =>
      withPart(laterParts.readRows, ({ readRows }) =>
        onTables((session, tables) => readRows(session, tables, requests, weights)),
      ),

    commit: (change, onProgress) =>
      withPart(laterParts.commit, ({ commit }) =>
        writing((session, tables) => commit(session, tables, change, weights, onProgress)),
      ),

    inSeries: () => {
      const known: KnownPlaces = new Map();
      // Of what was committed only this is kept: a long deed and its audit rows would be much.
      const brought: Arrivals[] = [];
      return {
        commit: (change, onProgress) =>
          withPart(laterParts.commit, async ({ commit }) => {
            const done = await writing((session, tables) =>
              commit(session, tables, change, weights, onProgress, known),
            );
            if (done.ok) brought.push(arrivalsOf(change));
            return done;
          }),
        prove: (onProgress) =>
          withPart(laterParts.proveIds, async ({ idsToProve, proveIds }) => {
            const ids = await idsToProve(brought);
            // A conversation costs a round trip even where nothing is asked.
            if (ids.size === 0) return ok(undefined);
            return onTables((session, tables) =>
              proveIds(session, tables, ids, known, weights, onProgress),
            );
          }),
      };
    },

    identify: (newcomers, record) =>
      withPart(laterParts.identify, ({ identify }) =>
        writing((session, tables) => identify(session, { tables, newcomers, record }, weights)),
      ),

    withdrawIds: (withdrawals, record) =>
      withPart(laterParts.withdrawIds, ({ withdrawIds }) =>
        writing((session, tables) =>
          withdrawIds(session, { tables, withdrawals, record }, weights),
        ),
      ),

    countFilled: (requests) =>
      withPart(laterParts.countFilled, ({ countFilled }) =>
        onTables((session, tables) => countFilled(session, tables, requests)),
      ),

    countRows: (requests) =>
      withPart(laterParts.countFilled, ({ countRows }) =>
        onTables((session, tables) => countRows(session, tables, requests)),
      ),

    trimAudit: (trim) =>
      withPart(laterParts.trimAudit, ({ trimAudit }) =>
        writing((session, tables) =>
          withTable(tables, "audit", (audit) => trimAudit(session, audit, trim, weights)),
        ),
      ),

    inspectSelection: () =>
      withPart(laterParts.selection, ({ inspectSelection }) => inExcel(inspectSelection)),

    listPlaces: () => withPart(laterParts.places, ({ listPlaces }) => inExcel(listPlaces)),

    inspectPlace: (place) =>
      withPart(laterParts.places, ({ inspectPlace }) =>
        inExcel((session) => inspectPlace(session, place)),
      ),

    addTextSheet: (sheet) =>
      withPart(laterParts.textSheet, ({ addTextSheet }) =>
        inExcel((session) => addTextSheet(session, sheet)),
      ),

    readRange: (range, onProgress) =>
      withPart(laterParts.selection, ({ readRange }) =>
        inExcel((session) => readRange(session, range, onProgress)),
      ),

    install: (plan, watcher) =>
      withPart(laterParts.install, async ({ install }) => {
        const done = await inExcel((session) => install(session, plan, weights, watcher));
        if (!done.ok) {
          seen = null;
          return done;
        }
        seen = done.value.sight;
        return ok(done.value.installed);
      }),

    changeColumns: (change) =>
      withPart(laterParts.changeColumns, async ({ changeColumns }) => {
        const done = await inExcel((session) => changeColumns(session, change, weights));
        seen = done.ok ? done.value : null;
        return done.ok ? ok(factsOf(done.value)) : done;
      }),

    backUp: (name) =>
      withPart(laterParts.backUp, ({ backUp }) =>
        writing((session, tables) => backUp(session, tables, name)),
      ),

    finishUpgrade: (upgrade) =>
      withPart(laterParts.upgrade, async ({ finishUpgrade }) => {
        const done = await inExcel(async (session) =>
          finishUpgrade(session, await lookAgain(session), upgrade, weights),
        );
        seen = null;
        return done;
      }),

    readLists: (requests) =>
      withPart(laterParts.lists, ({ readLists }) =>
        onTables((session, tables) => readLists(session, tables, requests)),
      ),

    repairHighlight: (rules) =>
      withPart(laterParts.highlight, ({ repairHighlight }) =>
        writing((session, { customers }) => repairHighlight(session, customers, rules)),
      ),

    readFormulas: (request, onProgress = () => undefined) =>
      withPart(laterParts.readFormulas, ({ readFormulas }) =>
        onTables((session, tables) =>
          withTable(tables, request.table, (bound) =>
            readFormulas(session, bound, request, onProgress),
          ),
        ),
      ),

    canSwitch: (table) =>
      withPart(laterParts.switchFormulas, ({ canSwitch }) =>
        onTables((session, tables) =>
          withTable(tables, table, (bound) => canSwitch(session, bound)),
        ),
      ),

    switchFormulas: (plan, watcher = unwatched) =>
      withPart(laterParts.switchFormulas, ({ switchFormulas }) =>
        writing((session, tables) =>
          withTable(tables, plan.table, (bound) =>
            switchFormulas(session, bound, plan, watcher, weights),
          ),
        ),
      ),

    readFrozen: (keys, columns, onProgress = () => undefined) =>
      withPart(laterParts.frozen, ({ readFrozen }) =>
        inExcel(async (session) => {
          const { share } = await lookAgain(session);
          return readFrozen(session, share.frozen, keys, columns, onProgress);
        }),
      ),

    lookAtStructure: (expected) =>
      withPart(laterParts.lookAtStructure, ({ lookAtStructure }) =>
        inExcel(async (session) => lookAtStructure(session, await lookAgain(session), expected)),
      ),

    mendStructure: (mending) =>
      withPart(laterParts.mendStructure, ({ mendStructure }) =>
        onTables((session, tables) => mendStructure(session, tables, mending)),
      ),

    inTurn: (work) => withPart(laterParts.turn, ({ inTurn }) => inTurn(weights, work)),

    selectRow: (table, id) =>
      withPart(laterParts.selection, ({ selectRow }) =>
        onTables((session, tables) =>
          withTable(tables, table, (bound) => selectRow(session, bound, id, weights)),
        ),
      ),

    selectCell: (cell) =>
      withPart(laterParts.selectCell, ({ selectCell }) =>
        onTables((session, tables) =>
          withTable(tables, cell.table, (bound) => selectCell(session, bound, cell, weights)),
        ),
      ),

    readLooks: (table, id) =>
      withPart(laterParts.rowLooks, ({ readLooks }) =>
        onTables((session, tables) =>
          withTable(tables, table, (bound) => readLooks(session, bound, id, weights)),
        ),
      ),

    applyLooks: (table, row) =>
      withPart(laterParts.rowLooks, ({ applyLooks }) =>
        writing((session, tables) =>
          withTable(tables, table, (bound) => applyLooks(session, bound, row, weights)),
        ),
      ),

    inspectTables: () =>
      withPart(laterParts.inspectTables, ({ inspectTables }) => onTables(inspectTables)),

    selectedRow: (table) =>
      withPart(laterParts.selection, ({ selectedRow }) =>
        onTables((session, tables) =>
          withTable(tables, table, (bound) => selectedRow(session, bound)),
        ),
      ),

    watch: (listener) => watch(() => seen?.bound ?? {}, listener),

    awaitedMs,
  };
}

async function withPart<Part, T, E>(
  load: () => Promise<Part>,
  work: (part: Part) => Promise<Result<T, E | WorkbookFailure>>,
): Promise<Result<T, E | WorkbookFailure>> {
  const part = await fetched(load);
  return part.ok ? work(part.value) : part;
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
