import type { Day } from "../../domain/day";
import type { DateSystem } from "../../domain/serial";
import { dayCell, readCell, textOf } from "../cells";
import type { Cell, CellChange, Row } from "../change";
import { dayColumn, ownIdWidth } from "./common-columns";
import { soundLooks, type RowLooks } from "../row-looks";
import type { ColumnSpec, TableId, TableSpec } from "../schema";

const mergedOn = dayColumn("day", { zh: "合并日期", en: "Merged on" });

const columns = [
  {
    id: "id",
    title: { zh: "合并编号", en: "Merge ID" },
    kind: "id",
    synonyms: [],
    width: ownIdWidth,
    essential: true,
  },
  mergedOn,
  {
    id: "survivorId",
    title: { zh: "保留的客户编号", en: "Kept customer ID" },
    kind: "id",
    synonyms: [],
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "survivorName",
    title: { zh: "保留的客户", en: "Kept customer" },
    kind: "text",
    synonyms: [],
    width: 26,
    essential: true,
  },
  {
    id: "removedId",
    title: { zh: "并入的客户编号", en: "Merged customer ID" },
    kind: "id",
    synonyms: [],
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "removedName",
    title: { zh: "并入的客户", en: "Merged customer" },
    kind: "text",
    synonyms: [],
    width: 26,
    essential: true,
  },
  {
    id: "survivorCells",
    prose: true,
    title: { zh: "合并改动的单元格", en: "Cells changed" },
    kind: "text",
    synonyms: [],
    width: 16,
    essential: true,
  },
  {
    id: "removedCells",
    prose: true,
    title: { zh: "并入客户的单元格", en: "Cells removed" },
    kind: "text",
    synonyms: [],
    width: 16,
    essential: true,
  },
  {
    id: "followUpIds",
    prose: true,
    title: { zh: "转移的跟进记录", en: "Follow-ups moved" },
    kind: "text",
    synonyms: [],
    width: 16,
    essential: true,
  },
] as const satisfies readonly ColumnSpec[];

/** 合并记录: one row per merge that can still be split. */
export const mergesTable = {
  id: "merges",
  title: { zh: "合并记录", en: "Merges" },
  excelName: "CrmMerges",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;

const movableTables: readonly TableId[] = [
  "followUps",
  "contacts",
  "contracts",
  "receipts",
  "deals",
  "quotes",
  "visits",
  "feedback",
  "needs",
  "activities",
  "consents",
];

/** A merge as the workbook remembers it: all that splitting needs. */
export interface MergeRecord {
  readonly id: string;
  readonly day: Day | null;
  readonly survivorId: string;
  readonly survivorName: string;
  readonly removedId: string;
  readonly removedName: string;
  readonly survivorCells: Readonly<Record<string, CellChange>>;
  readonly removedCells: Row;
  /** How the merged customer's row looked. */
  readonly removedLooks: RowLooks;
  readonly moved: readonly MovedRow[];
}

/** A row of another table that was given to the survivor, and the column that says so. */
export interface MovedRow {
  readonly table: TableId;
  readonly column: string;
  readonly id: string;
}

/** The cells of a merge's row. */
export function writeMerge(merge: MergeRecord, dateSystem: DateSystem): Row {
  const { survivorId, survivorName, removedId, removedName } = merge;
  return {
    id: merge.id,
    day: merge.day === null ? null : dayCell(merge.day, dateSystem),
    survivorId,
    survivorName,
    removedId,
    removedName,
    survivorCells: JSON.stringify(merge.survivorCells),
    removedCells: JSON.stringify(
      Object.keys(merge.removedLooks).length === 0
        ? merge.removedCells
        : { ...merge.removedCells, [looksKey]: merge.removedLooks },
    ),
    followUpIds: writeMoved(merge.moved),
  };
}

/** Reads a merge's row; null when somebody changed what splitting needs, so that it cannot be trusted. */
export function readMerge(row: Row, dateSystem: DateSystem): MergeRecord | null {
  const text = (column: string) => textOf(row[column] ?? null).trim();
  const survivorCells = parsed(text("survivorCells"));
  const [removedCells, removedLooks] = withoutLooks(parsed(text("removedCells")));
  const ids = [text("id"), text("survivorId"), text("removedId")];
  if (!isChanges(survivorCells) || !isRow(removedCells) || ids.includes("")) return null;
  const { value: day } = readCell(mergedOn, row["day"] ?? null, dateSystem);
  return {
    id: text("id"),
    day: typeof day === "number" ? (day as Day) : null,
    survivorId: text("survivorId"),
    survivorName: text("survivorName"),
    removedId: text("removedId"),
    removedName: text("removedName"),
    survivorCells,
    removedCells,
    removedLooks,
    moved: readMoved(text("followUpIds")),
  };
}

/** Where the looks stand among the cells of a row; no column is called so. */
const looksKey = "looks";

function withoutLooks(stored: unknown): readonly [cells: unknown, looks: RowLooks] {
  if (!isRecord(stored)) return [stored, {}];
  const { [looksKey]: looks, ...cells } = stored;
  return [cells, soundLooks(looks)];
}

/** Ids without a word before them are follow-ups: other tables came later. */
const plain = "followUps.customerId";

/** The ids of moved rows, those of other tables after "table.column:". */
function writeMoved(moved: readonly MovedRow[]): string {
  const groups = new Map<string, string[]>([[plain, []]]);
  for (const { table, column, id } of moved) {
    const key = `${table}.${column}`;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups].flatMap(([key, ids]) => (key === plain ? ids : [`${key}:`, ...ids])).join(" ");
}

function readMoved(text: string): readonly MovedRow[] {
  const moved: MovedRow[] = [];
  let place: Omit<MovedRow, "id"> | null = { table: "followUps", column: "customerId" };
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const mark = /^(\w+)\.(\w+):$/u.exec(word);
    if (mark !== null) place = placeOf(mark[1] ?? "", mark[2] ?? "");
    else if (place !== null) moved.push({ ...place, id: word });
  }
  return moved;
}

/** null for a table this version does not know: its rows stay where they are. */
function placeOf(table: string, column: string): Omit<MovedRow, "id"> | null {
  const known = movableTables.find((each) => each === table);
  return known === undefined ? null : { table: known, column };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer, too: it is no merge of ours.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCell(value: unknown): value is Cell {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isRow(value: unknown): value is Row {
  return isRecord(value) && Object.values(value).every(isCell);
}

function isChanges(value: unknown): value is Readonly<Record<string, CellChange>> {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (each) => isRecord(each) && isCell(each["from"]) && isCell(each["to"]),
    )
  );
}
