import type { WorkbookEvent } from "../app/workbook";
import type { WorkbookFailure } from "../app/workbook/failures";
import { ok, type Result } from "../domain/result";
import type { TableId } from "../tables/schema";
import { tableIds, type BoundTables } from "./binding";
import { inExcel } from "./run";

/** Fast edits come as many events, and some are missed (office-js#1760): wait until it is quiet, then look again. */
const quietMs = 300;

/**
 * Listens for changes on the sheets of our tables, for their deletion, and for moves of the selection. What this add-in changed itself is
 * not reported; `remote` says that a co-author's change is among the reported ones.
 *
 * @param tables - the tables as they are bound at the time of an event
 * @returns a function that ends the watch
 */
export function watch(
  tables: () => BoundTables,
  listener: (event: WorkbookEvent) => void,
): Promise<Result<() => Promise<void>, WorkbookFailure>> {
  return inExcel(async (session) => {
    const changes = changeCollector(listener);
    const selections = debounced(() => listener({ kind: "selected" }));
    const { worksheets } = session.context.workbook;
    const onChanged = worksheets.onChanged.add((event) => {
      if (event.triggerSource !== "ThisLocalAddin") {
        changes.add(onSheet(tables(), event.worksheetId), event.source === "Remote");
      }
      return Promise.resolve();
    });
    const onDeleted = worksheets.onDeleted.add((event) => {
      changes.add(onSheet(tables(), event.worksheetId), event.source === "Remote");
      return Promise.resolve();
    });
    const onSelected = worksheets.onSelectionChanged.add(() => {
      selections.touch();
      return Promise.resolve();
    });
    await session.sync();
    return ok(async () => {
      changes.cancel();
      selections.cancel();
      await Excel.run(onChanged.context, async (context) => {
        onChanged.remove();
        onDeleted.remove();
        onSelected.remove();
        await context.sync();
      });
    });
  });
}

function onSheet(tables: BoundTables, sheetId: string): readonly TableId[] {
  return tableIds.filter((table) => tables[table]?.live.sheetId === sheetId);
}

interface ChangeCollector {
  readonly add: (tables: readonly TableId[], remote: boolean) => void;
  readonly cancel: () => void;
}

function changeCollector(listener: (event: WorkbookEvent) => void): ChangeCollector {
  const changed = new Set<TableId>();
  let anyRemote = false;
  const report = debounced(() => {
    const event: WorkbookEvent = { kind: "changed", tables: [...changed], remote: anyRemote };
    changed.clear();
    anyRemote = false;
    listener(event);
  });
  return {
    add(tables, remote) {
      if (tables.length === 0) return;
      for (const table of tables) changed.add(table);
      anyRemote ||= remote;
      report.touch();
    },
    cancel: report.cancel,
  };
}

function debounced(action: () => void): {
  readonly touch: () => void;
  readonly cancel: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(action, quietMs);
    },
    cancel() {
      clearTimeout(timer);
    },
  };
}
