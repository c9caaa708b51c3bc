import type { DateSystem } from "../../domain/serial";
import { auditTable, type entryKinds } from "../specs/audit";
import { entryId, isOfRows, type AuditEntry, type DeedFacts, type Recorded } from "./entries";
import { textOf, type CellStyle } from "../cells";
import type { Cell, Row, WholeRow } from "../change";
import { readRecord, writeRecord } from "../records";
import { numberFormat, type Language, type TableId } from "../schema";
import { tableSpecs } from "../tables";

/** Names and reasons are for reading: what is longer is cut. */
const longestName = 200;

/** The cells of an entry, `before` and `after` in the type and look of the column they tell of. */
export function auditRow(entry: AuditEntry, style: CellStyle): WholeRow {
  const { id, deed, what, rowName, header, customerId, refersTo } = entry;
  const place = what.kind === "note" ? null : what;
  const { before, after, format } = contentsOf(what);
  const words = writeRecord(
    auditTable,
    {
      id,
      day: deed.at?.day ?? null,
      time: deed.at?.minute ?? null,
      who: shortened(deed.who),
      kind: deed.kind,
      deed: deed.id,
      about: shortened(deed.about),
      entry: what.kind,
      table: place === null ? "" : tableSpecs[place.table].title[style.language],
      rowId: isOfRows(what) ? what.rowId : "",
      rowName: shortened(rowName),
      customerId: customerId ?? "",
      column: place !== null && "column" in place ? place.column : "",
      header,
      refersTo: refersTo ?? "",
    },
    style,
  );
  return {
    table: "audit",
    id,
    cells: { ...words, before, after },
    formats: { ...formatOf("before", before, format), ...formatOf("after", after, format) },
  };
}

/**
 * Reads an entry; null where somebody changed what taking back needs, so that it cannot be trusted, or the row is none.
 *
 * @param before - an entry read before it: entries of one deed share its facts, which a long one has in every row
 */
export function readAuditRow(
  row: Row,
  dateSystem: DateSystem,
  before: AuditEntry | null = null,
): AuditEntry | null {
  const { record } = readRecord(auditTable, row, 0, {
    sheet: "",
    headers: {},
    dateSystem,
  });
  const number = numberIn(record.id, record.deed);
  const what = record.entry === null ? null : recorded(record.entry, record, row);
  if (number === null || record.kind === null || what === null) return null;
  const deed: DeedFacts = {
    id: record.deed,
    kind: record.kind,
    about: record.about,
    who: record.who,
    at: record.day === null ? null : { day: record.day, minute: record.time ?? 0 },
  };
  return {
    id: record.id,
    deed: before !== null && isSameDeed(before.deed, deed) ? before.deed : deed,
    number,
    what,
    rowName: record.rowName,
    header: record.header,
    customerId: record.customerId === "" ? null : record.customerId,
    refersTo: record.refersTo === "" ? null : record.refersTo,
  };
}

function isSameDeed(one: DeedFacts, other: DeedFacts): boolean {
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.about === other.about &&
    one.who === other.who &&
    one.at?.day === other.at?.day &&
    one.at?.minute === other.at?.minute
  );
}

/** The number of an entry within its deed; null where its id is not one of that deed's. */
function numberIn(id: string, deed: string): number | null {
  const number = Number(id.slice(deed.length + 1));
  const fits = deed !== "" && Number.isInteger(number) && number > 0;
  return fits && id === entryId(deed, number) ? number : null;
}

function contentsOf(what: Recorded): {
  readonly before: Cell;
  readonly after: Cell;
  /** Of a number. */
  readonly format: string;
} {
  switch (what.kind) {
    case "cell": {
      const column = tableSpecs[what.table].columns.find(({ id }) => id === what.column);
      const own = column === undefined ? null : numberFormat(column);
      const format = own === null || own === "@" ? "General" : own;
      return { before: what.from, after: what.to, format };
    }
    case "added":
      return { before: null, after: JSON.stringify(what.cells), format: "General" };
    case "removed":
      return { before: JSON.stringify(what.cells), after: null, format: "General" };
    case "note":
      return { before: null, after: null, format: "General" };
    default:
      return { before: what.from, after: what.to, format: "General" };
  }
}

/** Text in a cell of text stays what it is, whatever it begins with (P7). */
function formatOf(column: string, cell: Cell, format: string): Readonly<Record<string, string>> {
  if (cell === null) return {};
  return {
    [column]: typeof cell === "string" ? "@" : typeof cell === "number" ? format : "General",
  };
}

function recorded(
  kind: (typeof entryKinds)[number]["code"],
  { table: title, rowId, column }: { table: string; rowId: string; column: string },
  row: Row,
): Recorded | null {
  if (kind === "note") return { kind };
  const table = tableOf(title);
  if (table === null) return null;
  const [before, after] = [filled(row["before"]), filled(row["after"])];
  if (kind !== "cell" && kind !== "added" && kind !== "removed")
    return { kind, table, column, from: before, to: after };
  if (rowId === "") return null;
  if (kind === "cell")
    return column === "" ? null : { kind, table, rowId, column, from: before, to: after };
  const cells = cellsIn(textOf(kind === "added" ? after : before));
  return cells === null ? null : { kind, table, rowId, cells };
}

function filled(cell: Cell | undefined): Cell {
  return cell === undefined || cell === "" ? null : cell;
}

function cellsIn(text: string): Row | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON is an answer, too: somebody changed it.
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const cells = Object.entries(value).filter((entry): entry is [string, Cell] => isCell(entry[1]));
  return cells.length === Object.keys(value).length ? Object.fromEntries(cells) : null;
}

function isCell(value: unknown): value is Cell {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

const languages: readonly Language[] = ["zh", "en"];
const tablesByTitle: ReadonlyMap<string, TableId> = new Map(
  Object.values(tableSpecs).flatMap(({ id, title }) =>
    languages.map((language) => [title[language], id] as const),
  ),
);

function tableOf(title: string): TableId | null {
  return tablesByTitle.get(title.trim()) ?? null;
}

function shortened(text: string): string {
  if (text.length <= longestName) return text;
  // Half of a surrogate pair is no character.
  return `${text.slice(0, longestName - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
