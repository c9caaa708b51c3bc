import type { AuditEntry } from "../../tables/audit/entries";
import { fieldText, listText } from "../../tables/audit/structure";
import { cellAddress } from "../../tables/a1";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { folded } from "../../tables/headers";
import type { TableId } from "../../tables/schema";
import { placeKey, type Standing, type Step } from "./structure-standing";

/** A cell that stands in the way: its address in the sheet, null where it is not known, and what it holds. */
export interface FilledCell {
  readonly address: string | null;
  readonly found: Cell;
}

/** Why a change of structure cannot be taken back. */
export type StructureObstacle =
  /** The column that was added holds something: it would be lost. At most twenty cells are named. */
  | ({ readonly code: "column-filled"; readonly header: string; readonly count: number } & {
      readonly cells: readonly FilledCell[];
    } & ColumnPlace)
  /** Somebody renamed the column since. */
  | ({
      readonly code: "renamed-since";
      readonly expected: string;
      readonly found: string;
    } & ColumnPlace)
  /** Another column has the header by now. */
  | ({ readonly code: "header-in-use"; readonly header: string } & ColumnPlace)
  /** The column stands in the table again. */
  | ({ readonly code: "column-is-back" } & ColumnPlace)
  /** Its list, formula or kind is another one by now. */
  | ({ readonly code: "list-changed" | "formula-changed" | "kind-changed" } & ColumnPlace)
  /** The sheets speak another language by now. */
  | ({ readonly code: "language-changed" } & ColumnPlace)
  /** Set-up is what all else stands on. */
  | ({ readonly code: "set-up-stays" } & ColumnPlace)
  /** A table that was made is deleted with its sheet. */
  | ({ readonly code: "table-stays"; readonly sheet: string } & ColumnPlace)
  /** What repair put right holds the workbook together. */
  | ({ readonly code: "repair-stays" } & ColumnPlace)
  /** A person's own formula is only written down: into which cell it belongs now only they know. */
  | ({ readonly code: "formula-kept" } & ColumnPlace)
  /** The calculated columns stand otherwise by now. */
  | ({ readonly code: "mode-changed" } & ColumnPlace)
  /** All that was done since stands on an upgrade; `backup` is the sheet that holds the tables as they were. */
  | ({ readonly code: "upgrade-stays"; readonly backup: string } & ColumnPlace)
  | ({ readonly code: "column-gone" | "table-gone" | "as-before" } & ColumnPlace);

/** A column, or with "" its whole table. There is no row: `id` is "". */
export interface ColumnPlace {
  readonly table: TableId;
  readonly id: "";
  readonly column: string;
}

/** Why no entry of an upgrade is taken back, whatever it tells of. */
export function upgradeStays({ deed, what }: AuditEntry): StructureObstacle {
  const table = what.kind === "note" ? "settings" : what.table;
  return { code: "upgrade-stays", backup: deed.about, table, id: "", column: "" };
}

/** More cells than these are only counted. */
const mostNamed = 20;

/** What stands in the way of taking a step back; null for nothing. */
export function obstacleTo({ entry, what }: Step, standing: Standing): StructureObstacle | null {
  const { table, column, kind, from, to } = what;
  const { facts } = standing;
  const place: ColumnPlace = { table, id: "", column };
  const { deed } = entry;
  if (deed.kind === "set-up") return { code: "set-up-stays", ...place };
  const bound = facts.tables[table];
  if (bound === undefined) return { code: "table-gone", ...place };
  const header = bound.columns[column]?.header;
  const others = Object.entries(bound.columns).filter(([id]) => id !== column);
  const isTaken = (text: Cell) =>
    typeof text === "string" && others.some(([, each]) => folded(each.header) === folded(text));
  switch (kind) {
    case "table-added":
    case "table-adopted":
      return { code: "table-stays", sheet: String(to ?? bound.sheet), ...place };
    case "filled":
    case "named":
    case "version":
      return { code: deed.kind === "repair" ? "repair-stays" : "set-up-stays", ...place };
    case "mode":
    case "own-values":
      return { code: "mode-changed", ...place };
    case "own-left":
      return { code: "formula-kept", ...place };
    case "refilled":
    case "highlight":
    case "setting-added":
    case "rows-joined":
      return { code: "repair-stays", ...place };
    case "placed":
      return null;
    case "column-removed":
      if (header !== undefined) return { code: "column-is-back", ...place };
      return isTaken(from) ? { code: "header-in-use", header: String(from), ...place } : null;
    case "language":
      return facts.language === to ? null : { code: "language-changed", ...place };
    case "field": {
      const now = facts.fields.find((each) => each.column === column);
      return (now === undefined ? null : fieldText(now)) === to
        ? null
        : { code: "kind-changed", ...place };
    }
    default:
  }
  if (header === undefined) return { code: "column-gone", ...place };
  switch (kind) {
    case "column-added": {
      if (header !== to)
        return { code: "renamed-since", expected: String(to ?? ""), found: header, ...place };
      const filled = (standing.cells.get(placeKey(what)) ?? []).flatMap((found, row) =>
        isBlankCell(found) ? [] : [{ found, row }],
      );
      if (filled.length === 0) return null;
      const corner = standing.corners.get(table);
      const index = bound.columns[column]?.index;
      const cells = filled.slice(0, mostNamed).map(({ found, row }): FilledCell => {
        const isPlaced = corner !== undefined && index !== undefined;
        const address = isPlaced
          ? cellAddress(corner.firstRow + row, corner.firstColumn + index)
          : null;
        return { address, found };
      });
      return { code: "column-filled", header, count: filled.length, cells, ...place };
    }
    case "renamed":
      if (header === from && header !== to) return { code: "as-before", ...place };
      if (header !== to)
        return { code: "renamed-since", expected: String(to ?? ""), found: header, ...place };
      return isTaken(from) ? { code: "header-in-use", header: String(from), ...place } : null;
    case "list": {
      const now = standing.lists.get(placeKey(what)) ?? null;
      return listText(now ?? []) === to ? null : { code: "list-changed", ...place };
    }
    case "formula":
      return standing.formulas.get(placeKey(what)) === to
        ? null
        : { code: "formula-changed", ...place };
    case "words":
      return standing.words.has(placeKey(what)) ? null : { code: "column-gone", ...place };
  }
}
