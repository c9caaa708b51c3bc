import { fieldText, listText } from "../../tables/audit/structure";
import { cellAddress } from "../../tables/a1";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { folded } from "../../tables/headers";
import { lastingReason } from "./lasting";
import type { ColumnPlace, FilledCell, StructureObstacle } from "./obstacles";
import { placeKey, type Standing, type Step } from "./structure-standing";

/** More cells than these are only counted. */
const mostNamed = 20;

/** What stands in the way of taking a step back; null for nothing. */
export function obstacleTo({ entry, what }: Step, standing: Standing): StructureObstacle | null {
  const { table, column, kind, from, to } = what;
  const { facts } = standing;
  const place: ColumnPlace = { table, id: "", column };
  const lasting = lastingReason(entry, facts);
  if (lasting !== null) return lasting;
  const bound = facts.tables[table];
  if (bound === undefined) return { code: "table-gone", ...place };
  const header = bound.columns[column]?.header;
  const others = Object.entries(bound.columns).filter(([id]) => id !== column);
  const isTaken = (text: Cell) =>
    typeof text === "string" && others.some(([, each]) => folded(each.header) === folded(text));
  switch (kind) {
    case "mode":
    case "as-of":
    case "own-values":
      return { code: "mode-changed", ...place };
    case "placed":
      return null;
    case "column-removed":
      // Blank it is what an attempt has left that could not be finished, or as good.
      if (header !== undefined && header === from && isBlank(standing.cells.get(placeKey(what))))
        return null;
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
    default:
      // All others have a lasting reason.
      return null;
  }
}

function isBlank(cells: readonly Cell[] | undefined): boolean {
  return cells?.every(isBlankCell) === true;
}
