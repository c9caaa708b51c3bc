import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Obstacle } from "../../app/deeds/take-back";
import type { StructureObstacle } from "../../app/deeds/obstacles";
import type { Day } from "../../domain/day";
import type { Moment } from "../../domain/moment";
import type { AuditEntry, RecordedChange } from "../../tables/audit/entries";
import type { RecordedStructure } from "../../tables/audit/structure";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { Language, TableId } from "../../tables/schema";
import { longestCompared, nameText } from "./name-text";
import { cellText } from "./cell-text";
import { headerIn, specIn } from "./column-in";
import { movedText, type MovedText } from "./moved-text";
import { shortDay } from "./day-text";
import { columnSpec, tableTitle } from "./failure-text";
import { toldApart } from "./told-apart";
import { structureObstacleText, structureText, structureTitle } from "./structure-text";
import { historyWords } from "./history";

/** How cells are written: the workbook's days, the day they are looked at, and the language. */
export interface EntryStyle {
  readonly facts: WorkbookFacts;
  readonly asOf: Day;
  readonly language: Language;
}

/** The time of day as clocks show it. */
export function clockText(minute: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function momentText(at: Moment, { asOf, language }: EntryStyle): string {
  return `${shortDay(at.day, asOf, language)} ${clockText(at.minute)}`;
}

/** A cell of any table as a person reads it there. */
export function valueText(
  table: TableId,
  column: string,
  cell: Cell,
  { facts, asOf, language }: EntryStyle,
): string {
  const { dateSystem } = facts;
  return cellText(specIn(facts, table, column), cell, { dateSystem, asOf }, language);
}

/** A cell's content before and after, so that the difference is seen. */
export function changedText(
  {
    table,
    column,
    from,
    to,
  }: Pick<Extract<RecordedChange, { readonly kind: "cell" }>, "table" | "column" | "from" | "to">,
  style: EntryStyle,
): MovedText {
  const { facts, asOf, language } = style;
  const spec = specIn(facts, table, column);
  const shown = (cell: Cell) =>
    spec?.kind === "computed" ? formulaText(table, cell, style) : cell;
  const { dateSystem } = facts;
  return movedText(spec, shown(from), shown(to), { dateSystem, asOf }, language);
}

/** What a step changed, before and after, as a person reads it. */
export function steppedText(
  what: Pick<RecordedStructure, "kind" | "table" | "column" | "from" | "to">,
  style: EntryStyle,
): MovedText {
  const { kind, table, from, to } = what;
  const text = (cell: Cell): string =>
    structureText(
      what,
      kind === "formula" ? formulaText(table, cell, style) : cell,
      style.language,
    );
  return { before: text(from), after: text(to) };
}

/**
 * A formula with the columns it reads by their headers, since it stands for every row.
 *
 * @example
 * formulaText("customers", "=CRM.GRADE({demand},…)", style) //=> "=CRM.GRADE([需求状况],…)"
 */
function formulaText(table: TableId, cell: Cell, { facts, language }: EntryStyle): Cell {
  if (typeof cell !== "string" || !cell.startsWith("=")) return cell;
  return cell
    .replaceAll("{#}", "#")
    .replace(
      /\$?\{([^{}]+)\}/gu,
      (_, column: string) => `[${headerIn(facts, table, column, language)}]`,
    );
}

/** What an entry is about: a cell's row and column, or the row that came or went. */
export function entryTitle({ what, rowName, header }: AuditEntry, language: Language): string {
  const say = historyWords[language];
  const name = nameText(rowName);
  switch (what.kind) {
    case "cell":
      return say.place(name, header === "" ? what.column : header);
    case "added":
      return say.rowAdded(tableTitle(what.table, language), name);
    case "removed":
      return say.rowRemoved(tableTitle(what.table, language), name);
    case "note":
      return say.noted;
    default:
      return structureTitle(what, header, language);
  }
}

/** What only the add-in reads: how a merge is split again. */
const forTheAddIn: ReadonlySet<string> = new Set(["survivorCells", "removedCells", "followUpIds"]);

/** The filled cells of a row that came or went, each with its header, without ids and what only the add-in reads. */
export function rowCells(
  what: Extract<RecordedChange, { readonly kind: "added" | "removed" }>,
  style: EntryStyle,
): readonly { readonly column: string; readonly header: string; readonly value: string }[] {
  return Object.entries(what.cells)
    .filter(
      ([column, cell]) =>
        !isBlankCell(cell) &&
        columnSpec(column, what.table)?.kind !== "id" &&
        !(what.table === "merges" && forTheAddIn.has(column)),
    )
    .map(([column, cell]) => ({
      column,
      header: headerIn(style.facts, what.table, column, style.language),
      value: valueText(what.table, column, cell, style),
    }));
}

/** Why an entry cannot be taken back, without who did it. */
export function obstacleText(obstacle: Obstacle, style: EntryStyle): string {
  const say = historyWords[style.language];
  switch (obstacle.code) {
    case "changed-since": {
      const { table, column, found: from, expected: to } = obstacle;
      const { before, after } = changedText({ table, column, from, to }, style);
      const [found = "", written = ""] = toldApart([before, after], longestCompared);
      return say.changedSince(found, written);
    }
    case "row-in-use":
      return say.rowInUse(tableTitle(obstacle.by, style.language));
    case "id-in-use":
      return say.idInUse(tableTitle(obstacle.by, style.language));
    default:
      return isOfStructure(obstacle)
        ? structureObstacleText(obstacle, style.language, (cell) =>
            valueText(obstacle.table, obstacle.column, cell, style),
          )
        : say.obstacle[obstacle.code];
  }
}

/** An obstacle without a row: it is about a column or a table. */
function isOfStructure(obstacle: Obstacle): obstacle is StructureObstacle {
  return "id" in obstacle && obstacle.id === "";
}
