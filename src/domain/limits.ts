import { isBlank, type CellArea, type CellValue } from "./cell";
import type { WordReader } from "./code-list";
import { readGrade, type Grade, type Horizons } from "./grade";
import { err, ok, type Result } from "./result";
import { baseOf, type DateSystem } from "./serial";
import { compareSpans, nominalDayCount, readSpanUnit, type Span, type SpanUnit } from "./span";
import { readUrgency, type Urgency, type UrgencyBounds } from "./urgency";

/**
 * The limits a manager edits in the Settings sheet, and how an area of cells is read as one of them.
 *
 * An area's rows are `item, amount, unit, base`. Columns may be left off from the right; a single column holds the
 * amounts in order. `base` is `=DATE(2000,1,1)` as the workbook numbers it and tells the date system, so that a cell
 * function needs no hidden state to get the same days in a 1904 workbook.
 */

/** Days, months or years between follow-ups for each grade; rule F1. */
export type Cadences = Readonly<Record<Grade, Span>>;

/** From how many days overdue each highlight step begins; rule F7. */
export type HighlightSteps = Readonly<Record<1 | 2 | 3, number>>;

/** Rule G4. */
export const defaultHorizons: Horizons = {
  A: { amount: 1, unit: "month" },
  B: { amount: 3, unit: "month" },
  C: { amount: 6, unit: "month" },
};

/** Rule F1. */
export const defaultCadences: Cadences = {
  A: { amount: 1, unit: "day" },
  B: { amount: 7, unit: "day" },
  C: { amount: 15, unit: "day" },
  D: { amount: 30, unit: "day" },
  E: { amount: 1, unit: "year" },
};

/** Rule D3. */
export const defaultUrgencyBounds: UrgencyBounds = {
  urgent: { amount: 7, unit: "day" },
  soon: { amount: 1, unit: "month" },
  unhurried: { amount: 3, unit: "month" },
};

/** Rule F7. */
export const defaultHighlightSteps: HighlightSteps = { 1: 3, 2: 7, 3: 14 };

/** Rule F5. */
export const defaultDueSoonDays = 3;

/** A span longer than this is a slip of the keyboard, such as 365 years for 365 days. */
export const longestSpanDays = 36_525;

/** Why an area of settings cannot be used. `item` is a grade letter or an urgency code. */
export type LimitsFailure =
  | { readonly code: "unknown-item"; readonly found: string }
  | { readonly code: "missing-item"; readonly item: string }
  | { readonly code: "repeated-item"; readonly item: string }
  | { readonly code: "not-an-amount"; readonly item: string; readonly found: string }
  | { readonly code: "unknown-unit"; readonly item: string; readonly found: string }
  | { readonly code: "out-of-order"; readonly shorter: string; readonly longer: string }
  | { readonly code: "unknown-base"; readonly found: string }
  | { readonly code: "too-many-cells"; readonly rows: number; readonly columns: number };

type Spans<Item extends string> = Readonly<Record<Item, Span>>;

interface Shape<Item extends string> {
  readonly items: readonly Item[];
  readonly defaults: Spans<Item>;
  readonly read: WordReader<string>;
  /** Each span must be at least as long as the one before. */
  readonly ordered: boolean;
}

interface ReadSpans<Item extends string> {
  readonly spans: Spans<Item>;
  readonly dateSystem: DateSystem;
}

const horizonShape: Shape<"A" | "B" | "C"> = {
  items: ["A", "B", "C"],
  defaults: defaultHorizons,
  read: readGrade,
  ordered: true,
};

const cadenceShape: Shape<Grade> = {
  items: ["A", "B", "C", "D", "E"],
  defaults: defaultCadences,
  read: readGrade,
  ordered: false,
};

const urgencyShape: Shape<Exclude<Urgency, "slow">> = {
  items: ["urgent", "soon", "unhurried"],
  defaults: defaultUrgencyBounds,
  read: readUrgency,
  ordered: true,
};

/** Horizons of the grades A, B, C from an area of cells; rule G4. */
export function readHorizons(
  area: CellArea,
): Result<{ readonly horizons: Horizons; readonly dateSystem: DateSystem }, LimitsFailure> {
  const read = readSpans(area, horizonShape);
  return read.ok ? ok({ horizons: read.value.spans, dateSystem: read.value.dateSystem }) : read;
}

/** Cadences of the grades A to E from an area of cells; rule F1. */
export function readCadences(
  area: CellArea,
): Result<{ readonly cadences: Cadences; readonly dateSystem: DateSystem }, LimitsFailure> {
  const read = readSpans(area, cadenceShape);
  return read.ok ? ok({ cadences: read.value.spans, dateSystem: read.value.dateSystem }) : read;
}

/** Bounds of the urgencies from an area of cells; rule D3. */
export function readUrgencyBounds(
  area: CellArea,
): Result<{ readonly bounds: UrgencyBounds; readonly dateSystem: DateSystem }, LimitsFailure> {
  const read = readSpans(area, urgencyShape);
  return read.ok ? ok({ bounds: read.value.spans, dateSystem: read.value.dateSystem }) : read;
}

function readSpans<Item extends string>(
  area: CellArea,
  shape: Shape<Item>,
): Result<ReadSpans<Item>, LimitsFailure> {
  const rows = area.filter((row) => !row.every(isBlank));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const inOrder = amountsInOrder(rows, columns);
  if (inOrder ? inOrder.length > shape.items.length : columns > 4)
    return err({ code: "too-many-cells", rows: rows.length, columns });

  const spans = new Map<Item, Span>();
  const entries = inOrder
    ? inOrder.map((amount, index) => [shape.items[index] ?? "", amount] as const)
    : rows;
  for (const [itemCell, amount, unit] of entries) {
    const item = readItem(itemCell, shape);
    if (item === null) return err({ code: "unknown-item", found: textOf(itemCell) });
    if (spans.has(item)) return err({ code: "repeated-item", item });
    const span = readSpan(item, amount, unit, shape.defaults[item].unit);
    if (!span.ok) return span;
    spans.set(item, span.value);
  }

  const missing = shape.items.find((item) => !spans.has(item));
  if (missing !== undefined) return err({ code: "missing-item", item: missing });
  const found = Object.fromEntries(spans) as Spans<Item>;
  const misplaced = shape.ordered ? firstOutOfOrder(shape.items, found) : null;
  if (misplaced) return err(misplaced);

  const dateSystem = readBase(inOrder ? [] : rows.map((row) => row[3]));
  return dateSystem.ok ? ok({ spans: found, dateSystem: dateSystem.value }) : dateSystem;
}

/** A single column, or a single row of nothing but numbers such as {1,3,6}, is the amounts in order. */
function amountsInOrder(
  rows: CellArea,
  columns: number,
): readonly (CellValue | undefined)[] | null {
  if (columns === 1) return rows.map((row) => row[0]);
  const only = rows.length === 1 ? rows[0] : undefined;
  return only?.every((cell) => typeof cell === "number") ? only : null;
}

function readItem<Item extends string>(
  cell: CellValue | undefined,
  shape: Shape<Item>,
): Item | null {
  const word = shape.read(cell);
  if (!word.ok) return null;
  return shape.items.find((item) => item === word.value) ?? null;
}

function readSpan(
  item: string,
  amount: CellValue | undefined,
  unitCell: CellValue | undefined,
  defaultUnit: SpanUnit,
): Result<Span, LimitsFailure> {
  const unit = readSpanUnit(unitCell);
  if (!unit.ok) return err({ code: "unknown-unit", item, found: unit.error.found });
  if (typeof amount === "number" && Number.isInteger(amount) && amount >= 1) {
    const span: Span = { amount, unit: unit.value ?? defaultUnit };
    if (nominalDayCount(span) <= longestSpanDays) return ok(span);
  }
  return err({ code: "not-an-amount", item, found: textOf(amount) });
}

function firstOutOfOrder<Item extends string>(
  items: readonly Item[],
  spans: Spans<Item>,
): LimitsFailure | null {
  for (const [index, longer] of items.entries()) {
    const shorter = items[index - 1];
    if (shorter !== undefined && compareSpans(spans[shorter], spans[longer]) > 0)
      return { code: "out-of-order", shorter, longer };
  }
  return null;
}

function readBase(cells: readonly (CellValue | undefined)[]): Result<DateSystem, LimitsFailure> {
  const bases = cells.filter((cell) => !isBlank(cell));
  const first = bases[0];
  if (first === undefined) return ok(1900);
  const other = bases.find((cell) => cell !== first);
  if (other !== undefined) return err({ code: "unknown-base", found: textOf(other) });
  if (first === baseOf[1900]) return ok(1900);
  if (first === baseOf[1904]) return ok(1904);
  return err({ code: "unknown-base", found: textOf(first) });
}

function textOf(cell: CellValue | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}
