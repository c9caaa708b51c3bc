import type { FormulasAnswer, FormulasRequest } from "../../app/share/formulas";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import type { BoundTable } from "../binding";
import { averageRowBytes } from "../message-size";
import { changedWhileReading } from "../read";
import { fleeting, type Session } from "../run";
import { boundAt, queuePlace, samePlace, type Place } from "../table-place";
import { columnArea } from "./body";
import { ColumnRuns, type ExpectedRow } from "./column-runs";
import { clearComparison, compareRows } from "./same-formula";
import { readStoredShare, shareKey } from "./setting";

/** Far below what a message may weigh: what comes is taken apart in one go, and the pane shall not stand still. */
const pieceBytes = 500_000;
const rowsToWeigh = 25;
/** Formulas shorter than this are read: that is quicker than having them compared. */
const longFormula = 400;
/** As many rows as Excel compares well within half a second, so that the progress keeps moving. */
const rowsCompared = 4_000;
/** Where more cells than this are something else, all of them are read. */
const mostOthers = 100;

/**
 * Reads the formulas of whole columns and keeps of them only where one ends and another begins. The pieces grow and
 * shrink by the bytes seen. Native formulas, a gigabyte in 100,000 rows, are read in a few rows; Excel compares the
 * others with them, and only what differs is read.
 */
export async function readFormulas(
  session: Session,
  bound: BoundTable,
  request: FormulasRequest,
  onProgress: (share: number) => void,
): Promise<Result<FormulasAnswer, WorkbookFailure>> {
  let known = bound;
  for (let attempt = 1; ; attempt += 1) {
    const moved: { to: Place | null } = { to: null };
    const read = await readOnce(session, known, request, onProgress, (to) => (moved.to = to));
    if (read.ok || moved.to === null || attempt === attempts) return read;
    known = boundAt(known, moved.to);
  }
}

/** How often reading begins anew because columns stand elsewhere than they were seen. */
const attempts = 3;

async function readOnce(
  session: Session,
  bound: BoundTable,
  { table, columns, most = Infinity }: FormulasRequest,
  onProgress: (share: number) => void,
  onMoved: (to: Place) => void,
): Promise<Result<FormulasAnswer, WorkbookFailure>> {
  const found = columns.flatMap(({ column, known }) => {
    const index = bound.columns[column]?.index;
    return index === undefined ? [] : [{ column, runs: new ColumnRuns(index, known, bound) }];
  });
  const reading = new Reading(session, bound, most, onMoved);
  try {
    for (const [at, { runs }] of found.entries()) {
      const read = await reading.column(runs, (share) => onProgress((at + share) / found.length));
      if (!read.ok) return read;
    }
  } finally {
    await reading.tidy();
  }
  return ok({
    table,
    rows: reading.place?.rows ?? 0,
    columns: Object.fromEntries(found.map(({ column, runs }) => [column, runs.runs])),
    waiting: found.reduce((sum, { runs }) => sum + runs.waiting, 0),
    unknown: Object.fromEntries(
      found.flatMap(({ column, runs }) => (runs.unknown > 0 ? [[column, runs.unknown]] : [])),
    ),
  });
}

type Read = Result<void, WorkbookFailure>;

class Reading {
  place: Place | null = null;
  /** The hidden sheet on which rows are compared; null where that cannot be, undefined before it was looked for. */
  #comparing: string | null | undefined;
  /** Comparing does not pay before this row. */
  #readTo = 0;

  constructor(
    private readonly session: Session,
    private readonly bound: BoundTable,
    private readonly most: number,
    private readonly onMoved: (to: Place) => void,
  ) {}

  async column(runs: ColumnRuns, onProgress: (share: number) => void): Promise<Read> {
    // A few rows tell how long the formulas are, which may be forty bytes or eight thousand.
    let weight = pieceBytes / rowsToWeigh;
    this.#readTo = 0;
    for (let row = 0; row < this.#end();) {
      const { last } = runs;
      if (last !== null && last.length >= longFormula && row >= this.#readTo) {
        const compared = await this.#compare(runs, last, row);
        if (!compared.ok) return compared;
        row = compared.value;
      } else {
        // No further than the table is known to reach: below it the sheet may end.
        const left = (this.place?.rows ?? this.bound.live.rowCount) - row;
        const fits = Math.min(left, Math.floor(pieceBytes / weight));
        const count = Math.min(this.most, Math.max(1, fits));
        const read = await this.#readPiece(runs, row, count);
        if (!read.ok && read.error.code !== "too-large") return read;
        if (!read.ok || read.value === null) {
          if (count === 1) return err({ code: "too-large" });
          weight *= 2;
          continue;
        }
        if (read.value.rows === 0) break;
        weight = Math.max(24, read.value.rowBytes * 1.1);
        row += read.value.rows;
      }
      onProgress(Math.min(1, row / Math.max(1, this.#end())));
    }
    return ok(undefined);
  }

  /** Takes away what comparing left on the hidden sheet. Where that fails nothing is lost: the sheet goes one day. */
  async tidy(): Promise<void> {
    if (this.#comparing === null || this.#comparing === undefined) return;
    clearComparison(this.session.context, this.#comparing);
    await this.session.attempt();
  }

  #end(): number {
    return Math.min(this.most, this.place?.rows ?? Infinity);
  }

  /** False where the table stands elsewhere by now. */
  #standsAt(place: Place): boolean {
    if (boundAt(this.bound, place) !== this.bound) {
      this.onMoved(place);
      return false;
    }
    if (this.place !== null && !samePlace(this.place, place)) return false;
    this.place = place;
    return true;
  }

  /** @returns null where Excel answered less than was asked for, as it may with very large answers */
  async #readPiece(
    runs: ColumnRuns,
    row: number,
    count: number,
  ): Promise<Result<{ readonly rows: number; readonly rowBytes: number } | null, WorkbookFailure>> {
    const { context } = this.session;
    const body = (): Excel.Range =>
      fleeting(context.workbook.tables.getItem(this.bound.live.id).getDataBodyRange());
    const place = queuePlace(context, this.bound);
    // Cut at the table's end by the intersection, as its height is not known before.
    const wanted = fleeting(
      fleeting(body().getCell(row, runs.index)).getResizedRange(count - 1, 0),
    );
    const cells = fleeting(wanted.getIntersectionOrNullObject(body()));
    cells.load("formulas,values");
    const sent = await this.session.attempt();
    if (!sent.ok) return sent;
    if (!this.#standsAt(place())) return err(changedWhileReading);
    if (cells.isNullObject) return ok({ rows: 0, rowBytes: 0 });
    const expected = Math.min(count, place().rows - row);
    const { formulas, values } = cells;
    if (!Array.isArray(formulas) || formulas.length < expected) return ok(null);
    runs.read(place(), row, formulas, values);
    const rowBytes = averageRowBytes(formulas) + averageRowBytes(values);
    return ok({ rows: formulas.length, rowBytes });
  }

  /** Has the next rows compared with one above them. @returns the row to go on from */
  async #compare(
    runs: ColumnRuns,
    pattern: ExpectedRow,
    row: number,
  ): Promise<Result<number, WorkbookFailure>> {
    if (this.#comparing === undefined) this.#comparing = await comparingSheet(this.session);
    const title = this.#comparing;
    const count = Math.min(rowsCompared, this.#end() - row);
    this.#readTo = row + count;
    if (title === null || this.place === null) return ok(row);
    const rows = { index: runs.index, first: row, count };
    const compared = await compareRows(this.session, title, this.bound, this.place, pattern, rows);
    if (!compared.ok) {
      // A protected or missing sheet, an Excel of another mind: then all is read.
      this.#comparing = null;
      return ok(row);
    }
    const { kinds, values } = compared.value;
    if (!this.#standsAt(compared.value.place)) return err(changedWhileReading);
    const others = kinds.flatMap((kind, at) => (kind === "other" ? [at] : []));
    const surely = others.length > mostOthers ? (others[0] ?? 0) : count;
    const read = await this.#readOthers(
      runs,
      row,
      others.filter((at) => at < surely),
    );
    if (!read.ok) return read;
    for (let at = 0; at < surely; at += 1) {
      const other = read.value.get(at);
      if (other !== undefined) runs.read(this.place, row + at, [other.formula], [other.value]);
      else if (kinds[at] === "same") runs.same(pattern, row + at, values[at]);
      else runs.constant(row + at, values[at]);
    }
    if (surely === count) this.#readTo = 0;
    return ok(row + surely);
  }

  async #readOthers(
    runs: ColumnRuns,
    row: number,
    others: readonly number[],
  ): Promise<Result<ReadonlyMap<number, Other>, WorkbookFailure>> {
    if (others.length === 0) return ok(new Map());
    const { context } = this.session;
    const cells = others.map((at) => {
      const place = { first: row + at, count: 1 };
      const cell = columnArea(context, this.bound, runs.index, place).load("formulas,values");
      return [at, cell] as const;
    });
    const place = queuePlace(context, this.bound);
    const sent = await this.session.attempt();
    if (!sent.ok) return sent;
    if (!this.#standsAt(place())) return err(changedWhileReading);
    return ok(
      new Map(
        cells.map(([at, { formulas, values }]) => [
          at,
          { formula: formulas[0] ?? [], value: values[0] ?? [] },
        ]),
      ),
    );
  }
}

interface Other {
  readonly formula: readonly unknown[];
  readonly value: readonly unknown[];
}

/** The hidden sheet of the native formulas; null where there is none or nothing can be written. */
async function comparingSheet(session: Session): Promise<string | null> {
  const { workbook } = session.context;
  workbook.load("readOnly");
  const setting = workbook.settings.getItemOrNullObject(shareKey).load("value");
  const sheets = workbook.worksheets.load("items/name");
  const sent = await session.attempt();
  if (!sent.ok || workbook.readOnly) return null;
  const names = sheets.items.map(({ name }) => name);
  return readStoredShare(setting.isNullObject ? null : setting.value, names).readings;
}
