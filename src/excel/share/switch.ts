import { isFormula } from "../../app/share/cell-content";
import type { ColumnSwitch, FormulaSwitch, RowRun, Switched } from "../../app/share/formulas";
import type { Watcher } from "../../app/slices";
import type { SwitchFailure, WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import { formulaInputs } from "../../tables/schema";
import type { BoundTable } from "../binding";
import { look } from "../describe";
import { formulaForRow } from "../commit/row-formula";
import type { Session } from "../run";
import { boundAt, queuePlace } from "../table-place";
import { columnArea, lookAtBody, type Body } from "./body";
import { queueFreeze, queueWayBack, wayBackCells } from "./frozen";
import { PieceRows } from "./piece-rows";
import { repeatedly } from "./repeatedly";
import { queueContents, queueFound } from "./row-cells";
import { runsWithin } from "./rows-within";
import { remember, type StoredShare } from "./setting";
import { makeReady, ownBack } from "./sheets";
import { queueSurprises, queueTyped, type Surprise } from "./surprises";

/**
 * Switches calculated columns between functions, native formulas and values, in pieces of rows that the host is quick
 * with, so that progress is heard and a person can cancel.
 *
 * First come the hidden sheets the columns will need; then the pieces, the first or last of which also notes what the
 * workbook is from now on; at last, what nobody needs any more goes. Every step can be taken again: a fault is met by
 * looking afresh and going on. Where that fails, too, where somebody typed into the columns meanwhile, or where a person
 * has had enough, the pieces written are written back.
 */
export async function switchFormulas(
  session: Session,
  bound: BoundTable,
  plan: FormulaSwitch,
  watcher: Watcher,
): Promise<Result<Switched, SwitchFailure>> {
  const body = await lookAtBody(session, bound);
  if (body.readOnly) return err({ code: "read-only" });
  if (body.isProtected) return err({ code: "protected", sheet: bound.live.sheet });
  if (body.isFiltered) return err({ code: "filtered", table: plan.table });
  if (body.rowCount !== plan.rowCount) return err({ code: "changed-meanwhile", table: plan.table });

  const ready = { ownStood: true };
  const unprepared = await repeatedly(async () => {
    ready.ownStood = await makeReady(session, plan, () => watcher.onProgress(0));
  });
  const switching = new Switching(session, bound, plan, watcher);
  const moved: Choice | null = ready.ownStood
    ? null
    : { code: "changed-meanwhile", table: plan.table };
  const stopped = unprepared ?? moved ?? (await switching.there());
  if (stopped === null) {
    // Formulas that are taken back one by one leave the sheets of a share copy to a switch or to Repair.
    const tidies = plan.to === "functions" && (!plan.mends || plan.readings !== null);
    const ownLeft = tidies ? await ownBack(session, plan, switching.hidesOwn) : ok([]);
    if (!ownLeft.ok) return err({ code: "half-written", restored: false, cause: ownLeft.error });
    return ok({ roundTrips: session.roundTrips, ownLeft: ownLeft.value });
  }
  const columnsStuck = await switching.back();
  const returned =
    columnsStuck === null && plan.from === "functions" && !plan.mends
      ? await ownBack(session, plan, plan.own.length > 0)
      : ok([]);
  const stuck = columnsStuck ?? (returned.ok ? null : returned.error);
  if (stuck === null && (isChoice(stopped) || !switching.begun)) return err(stopped);
  const cause = isChoice(stopped) ? (stuck ?? stopped) : stopped;
  if (isChoice(cause)) return err(cause);
  return err({ code: "half-written", restored: stuck === null, cause });
}

/** Why a switch stops: the host fails, somebody works in the columns, or a person has had enough. */
type Stop = WorkbookFailure | Choice;
type Choice = Extract<SwitchFailure, { readonly code: "cancelled" | "changed-meanwhile" }>;

function isChoice(stop: Stop): stop is Choice {
  return stop.code === "cancelled" || stop.code === "changed-meanwhile";
}

interface Seen {
  readonly bound: BoundTable;
  readonly body: Body;
  readonly share: StoredShare;
}

class Switching {
  /** Whether any cell may have been written. */
  begun = false;
  /** Whether the workbook remembers formulas of people's own. */
  hidesOwn = false;
  readonly #size: PieceRows;
  readonly #pieces: RowRun[] = [];
  readonly #typed: Surprise[] = [];
  /** A column that formulas are about and that somebody has deleted meanwhile. */
  lost: string | null = null;
  /** The table and the hidden sheets as they were seen last; null after a fault. */
  #seen: Seen | null = null;

  constructor(
    private readonly session: Session,
    private readonly bound: BoundTable,
    private readonly plan: FormulaSwitch,
    private readonly watcher: Watcher,
  ) {
    this.#size = new PieceRows(plan.to === "functions");
  }

  /** Switches piece by piece. @returns why it stopped, or null when all is done */
  async there(): Promise<Stop | null> {
    const { plan, watcher } = this;
    let row = 0;
    do {
      if (watcher.signal.aborted) return { code: "cancelled" };
      const piece = { first: row, count: Math.min(this.#size.rows, plan.rowCount - row) };
      const began = watcher.pace.now();
      const stop = await this.#switch(piece);
      if (stop !== null) return stop;
      this.#size.took(watcher.pace.now() - began, piece.count);
      row += piece.count;
      watcher.onProgress(plan.rowCount === 0 ? 1 : row / plan.rowCount);
      await watcher.pace.pause();
    } while (row < plan.rowCount);
    return null;
  }

  /** Writes back what was written, the last piece first. @returns the failure of the last attempt, or null */
  async back(): Promise<WorkbookFailure | null> {
    const { plan, watcher } = this;
    for (let piece = this.#pieces.at(-1); piece !== undefined; piece = this.#pieces.at(-1)) {
      const isLast = this.#pieces.length === 1;
      const rows = piece;
      const failure = await repeatedly(async () => {
        await this.#write(rows, "back", isLast);
      }, this.#forget);
      if (failure !== null) return failure;
      this.#pieces.pop();
      watcher.onProgress(plan.rowCount === 0 ? 0 : rows.first / plan.rowCount);
      await watcher.pace.pause();
    }
    if (this.#typed.length === 0) return null;
    return repeatedly(async () => {
      const { bound } = await this.#look();
      queueTyped(this.session.context, bound, this.#typed);
      await this.session.sync();
    }, this.#forget);
  }

  async #switch(piece: RowRun): Promise<Stop | null> {
    const { session, plan } = this;
    const isLast = piece.first + piece.count >= plan.rowCount;
    if (!plan.mends && (plan.from === "values" || plan.to === "values")) {
      // Ahead of the columns, so that what became of them can be told however far a message comes.
      const lost = await repeatedly(async () => {
        const { bound, share } = await this.#look();
        if (share.frozen === null) return;
        const { context } = session;
        if (plan.from === "values") queueWayBack(context, bound, plan, share.frozen, piece);
        if (plan.to === "values") queueFreeze(context, bound, plan, share.frozen, piece);
        await session.sync();
      }, this.#forget);
      if (lost !== null) return lost;
    }
    this.begun = true;
    this.#pieces.push(piece);
    let again = false;
    const met: { surprises: readonly Surprise[] | null } = { surprises: [] };
    const failure = await repeatedly(
      async () => {
        // What an attempt whose answer was lost has written is no surprise.
        met.surprises = await this.#write(piece, "there", isLast, again);
      },
      () => {
        again = true;
        this.#forget();
      },
    );
    if (failure !== null) return failure;
    if (this.lost !== null) return { code: "column-missing", table: plan.table, column: this.lost };
    if (met.surprises?.length === 0) return null;
    this.#typed.push(...(met.surprises ?? []));
    return { code: "changed-meanwhile", table: plan.table };
  }

  /**
   * Writes one piece.
   *
   * @returns the cells a person had filled meanwhile; null where rows came or went
   */
  async #write(
    piece: RowRun,
    way: "there" | "back",
    notesMode: boolean,
    again = false,
  ): Promise<readonly Surprise[] | null> {
    const { session, plan } = this;
    const { context } = session;
    const { bound, body, share } = await this.#look();
    const mode = way === "there" ? plan.to : plan.from;
    const isLong = plan.from === "native";
    const surprises =
      way === "there" && !again
        ? queueSurprises(context, bound, plan.columns, piece, isLong)
        : () => [];
    const stands = queuePlace(context, bound);
    context.application.suspendApiCalculationUntilNextSync();
    // Before the columns when they leave the functions, after them when they return: whatever stops in between, the
    // pane knows of a share copy and offers the way back.
    if (mode !== "functions") remember(context, { ...share, mode });
    for (const column of plan.columns) this.#queue(column, piece, way, { bound, body, share });
    // Once more: what they show may have changed since.
    if (way === "there" && plan.to === "values" && !plan.mends && share.frozen !== null)
      queueFreeze(context, bound, plan, share.frozen, piece);
    if (mode === "functions" && notesMode) remember(context, { ...share, mode });
    await session.sync();
    const place = stands();
    if (place.rows !== plan.rowCount) {
      this.#forget();
      return way === "there" ? null : [];
    }
    const isMoved = place.top !== body.firstRow || place.left !== body.left;
    if (isMoved || boundAt(bound, place) !== bound) {
      // Moved as a whole, or columns within: what was written speaks of other cells, and is written again.
      this.#forget();
      return this.#write(piece, way, notesMode, true);
    }
    return surprises(place);
  }

  readonly #forget = (): void => {
    this.#seen = null;
  };

  async #look(): Promise<Seen> {
    if (this.#seen === null) {
      const { share, bound } = await look(this.session);
      this.hidesOwn = share.own !== undefined;
      const now = bound[this.plan.table] ?? this.bound;
      this.#seen = { share, bound: now, body: await lookAtBody(this.session, now) };
    }
    return this.#seen;
  }

  #queue(
    columnSwitch: ColumnSwitch,
    piece: RowRun,
    way: "there" | "back",
    { bound, body, share: { frozen } }: Seen,
  ): void {
    const { plan, session } = this;
    const { context } = session;
    const { column, rows, to, from, contents, found } = columnSwitch;
    const index = bound.columns[column]?.index;
    if (index === undefined) return;
    const formula = way === "there" ? to : from;
    const runs = runsWithin(rows, piece);
    // Formulas that read a column that was gone before are none of this switch: they were left as they are.
    if (runs.length === 0) return;
    const isFound = plan.mends && way === "back";
    const written = isFound
      ? found.flatMap((run) => run.formula ?? [])
      : [formula ?? [], [...(contents?.values() ?? [])].filter(isFormula)].flat();
    const lost = written.flatMap(formulaInputs).find((input) => bound.columns[input] === undefined);
    if (lost !== undefined) {
      // Nobody can write a formula on a column that is gone: what the cells hold stays.
      this.lost ??= lost;
      return;
    }
    for (const run of runs) {
      if (isFound) {
        queueFound(context, bound, body, index, run, columnSwitch);
        continue;
      }
      if (contents !== undefined) {
        queueContents(context, bound, body, index, run, contents);
        continue;
      }
      const cells = columnArea(context, bound, index, run);
      if (formula !== null) {
        // Written once and filled down: references move along, and one formula goes over the wire for all rows.
        const first = columnArea(context, bound, index, { first: run.first, count: 1 });
        first.formulas = [[formulaForRow(formula, body.firstRow + run.first, bound, body.left)]];
        if (run.count > 1) cells.copyFrom(first, Excel.RangeCopyType.formulas);
        continue;
      }
      const source =
        way === "back" && frozen !== null
          ? wayBackCells(context, plan, frozen, column, run)
          : columnArea(context, bound, index, run);
      cells.copyFrom(source, Excel.RangeCopyType.values);
    }
  }
}
