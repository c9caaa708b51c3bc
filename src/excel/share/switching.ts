import type { FormulaSwitch, RowRun } from "../../app/share/formulas";
import type { Watcher } from "../../app/slices";
import type { SwitchFailure, WorkbookFailure } from "../../app/workbook/failures";
import type { BoundTable } from "../binding";
import { isSameOrder } from "../commit/seen-rows";
import { look } from "../describe";
import { failureOf, isGone } from "../failure";
import { changedWhileReading } from "../read";
import type { Session } from "../run";
import { boundAt, queuePlace } from "../table-place";
import { lookAtBody, type Body } from "./body";
import { columnsInvolved, queueColumn } from "./column-writing";
import { queueFreeze, queueWayBack } from "./frozen";
import { Overwritten } from "./overwritten";
import { PieceRows } from "./piece-rows";
import { repeatedly } from "./repeatedly";
import {
  asPlanned,
  placedRuns,
  queueGuard,
  queueKeys,
  readStanding,
  type Standing,
} from "./row-standing";
import { remember, type StoredShare } from "./setting";
import { queueSurprises, type Surprise } from "./surprises";

/** Why a switch stops: the host fails, somebody works in the columns, or a person has had enough. */
type Stop = WorkbookFailure | Choice;
export type Choice = Extract<SwitchFailure, { readonly code: "cancelled" | "changed-meanwhile" }>;

export function isChoice(stop: Stop): stop is Choice {
  return stop.code === "cancelled" || stop.code === "changed-meanwhile";
}

interface Seen {
  readonly bound: BoundTable;
  readonly body: Body;
  readonly share: StoredShare;
}

/** What came of writing one piece. */
interface Written {
  /** Whether other rows stand in the piece than were meant, or nothing was written since rows came or went. */
  readonly moved: boolean;
  readonly surprises: readonly Surprise[];
}

function standsAlike(one: Seen, other: Seen): boolean {
  const { firstRow, left, rowCount } = one.body;
  return (
    other.body.firstRow === firstRow &&
    other.body.left === left &&
    other.body.rowCount === rowCount &&
    isSameOrder(one.bound, other.bound.live.columns)
  );
}

/** How often the way back begins anew because rows moved right before they were written. */
const attempts = 5;

/** The pieces of one switch, there and, where it stops, back. */
export class Switching {
  /** Whether any cell may have been written. */
  begun = false;
  /** Whether the workbook remembers formulas of people's own. */
  hidesOwn = false;
  readonly #size: PieceRows;
  /** Rows of the plan, from the top, that may have been written. */
  #reached = 0;
  readonly #overwritten = new Overwritten();
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

  /**
   * Writes back what was written, from the bottom up, at first where the rows stood; where they have moved, where they stand
   * by now. At last, what people had put into cells that were written over.
   *
   * @returns the failure of the last attempt, or null
   */
  async back(): Promise<WorkbookFailure | null> {
    if (!this.begun) return null;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const isFirst = attempt === 0 && this.#overwritten.size === 0;
      const outcome = await this.#backOnce(isFirst);
      if (outcome !== "moved") return outcome;
      this.#forget();
    }
    return changedWhileReading;
  }

  async #backOnce(asItWas: boolean): Promise<WorkbookFailure | "moved" | null> {
    const { session, plan, watcher } = this;
    const now: { standing: Standing | null } = { standing: null };
    const unseen = await repeatedly(async () => {
      const { bound, body } = await this.#look();
      now.standing = asPlanned(plan, bound);
      if (asItWas) return;
      const read = await readStanding(session, plan, bound, body.rowCount);
      now.standing = read.ok ? read.value : null;
    }, this.#forget);
    const { standing } = now;
    if (unseen !== null || standing === null) return unseen ?? changedWhileReading;
    const height = standing.planned === null ? this.#reached : standing.keys.length;
    for (let end = height; end > 0;) {
      const first = Math.max(0, end - this.#size.rows);
      const piece = { first, count: end - first };
      const met: { written: Written | null } = { written: null };
      const failure = await repeatedly(async () => {
        met.written = await this.#write(piece, "back", first === 0, standing);
      }, this.#forget);
      if (failure !== null) return failure;
      this.#overwritten.add(met.written?.surprises ?? []);
      if (met.written?.moved !== false) return "moved";
      end = first;
      watcher.onProgress(plan.rowCount === 0 ? 0 : Math.min(1, first / plan.rowCount));
      await watcher.pace.pause();
    }
    if (this.#overwritten.size === 0) return null;
    if (asItWas) return "moved";
    const met = { moved: false };
    const failure = await repeatedly(async () => {
      const { bound, body } = await this.#look();
      met.moved = await this.#overwritten.putBack(session, plan, bound, body, standing);
    }, this.#forget);
    return failure ?? (met.moved ? "moved" : null);
  }

  async #switch(piece: RowRun): Promise<Stop | null> {
    const { session, plan } = this;
    const { context } = session;
    const isLast = piece.first + piece.count >= plan.rowCount;
    const changed: Stop = { code: "changed-meanwhile", table: plan.table };
    if (!plan.mends && (plan.from === "values" || plan.to === "values")) {
      // Ahead of the columns, so that what became of them can be told however far a message comes.
      const met = { moved: false };
      const lost = await repeatedly(async () => {
        const { bound, body, share } = await this.#look();
        if (share.frozen === null) return;
        const keys = queueKeys(context, plan, bound, piece);
        const stands = queuePlace(context, bound);
        if (plan.from === "values") queueWayBack(context, bound, plan, share.frozen, piece);
        if (plan.to === "values") queueFreeze(context, bound, plan, share.frozen, piece);
        await session.sync();
        const wanted = asPlanned(plan, bound).keys;
        met.moved =
          body.rowCount !== plan.rowCount ||
          stands().rows !== plan.rowCount ||
          keys().some((key, at) => key !== wanted[piece.first + at]);
      }, this.#forget);
      if (lost !== null) return lost;
      if (met.moved) return changed;
    }
    this.begun = true;
    this.#reached = piece.first + piece.count;
    let again = false;
    const met: { written: Written | null } = { written: null };
    const failure = await repeatedly(
      async () => {
        const { bound } = await this.#look();
        // What an attempt whose answer was lost has written is no surprise.
        met.written = await this.#write(piece, "there", isLast, asPlanned(plan, bound), again);
      },
      () => {
        again = true;
        this.#forget();
      },
    );
    if (failure !== null) return failure;
    const { moved, surprises } = met.written ?? { moved: true, surprises: [] };
    this.#overwritten.add(surprises);
    if (this.lost !== null) return { code: "column-missing", table: plan.table, column: this.lost };
    return moved || surprises.length > 0 ? changed : null;
  }

  /**
   * Writes one piece.
   *
   * @param again - whether an attempt may have written it already
   */
  async #write(
    piece: RowRun,
    way: "there" | "back",
    notesMode: boolean,
    standing: Standing,
    again = false,
  ): Promise<Written> {
    const { session, plan } = this;
    const { context } = session;
    const { bound, body, share } = await this.#look();
    if (body.rowCount !== standing.keys.length) return { moved: true, surprises: [] };
    const mode = way === "there" ? plan.to : plan.from;
    const end = this.#reached;
    const runs = new Map(
      plan.columns.map((column) => [column, placedRuns(standing, column.rows, piece, end)]),
    );
    queueGuard(context, bound, body, columnsInvolved(plan, way));
    const surprises = queueSurprises(context, bound, {
      plan,
      standing,
      piece,
      runs,
      done: { first: 0, count: way === "back" || again ? end : piece.first },
      isLong: (way === "there" ? plan.from : plan.to) === "native",
      body,
      readings: share.readings,
      frozen: share.frozen,
    });
    const keys = queueKeys(context, plan, bound, piece);
    const stands = queuePlace(context, bound);
    context.application.suspendApiCalculationUntilNextSync();
    // Before the columns when they leave the functions, after them when they return: whatever stops in between, the
    // pane knows of a share copy and offers the way back.
    if (mode !== "functions") remember(context, { ...share, mode });
    for (const column of plan.columns) {
      const place = { bound, body, frozen: share.frozen };
      const lost = queueColumn(context, plan, column, runs.get(column) ?? [], way, place);
      this.lost ??= lost;
    }
    // Once more: what they show may have changed since.
    if (way === "there" && plan.to === "values" && !plan.mends && share.frozen !== null)
      queueFreeze(context, bound, plan, share.frozen, piece);
    if (mode === "functions" && notesMode) remember(context, { ...share, mode });
    if (!(await this.#send())) return this.#write(piece, way, notesMode, standing, again);
    const place = stands();
    const found = keys();
    const moved = found.some((key, at) => key !== standing.keys[piece.first + at]);
    // Columns of people's own may stand elsewhere by now.
    if (boundAt(bound, place) !== bound) this.#forget();
    return { moved, surprises: surprises({ place, keys: found }) };
  }

  /** @returns false where nothing was done, since rows or columns came or went: then the table is looked at afresh */
  async #send(): Promise<boolean> {
    const before = await this.#look();
    try {
      await this.session.sync();
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null || !isGone(failure)) throw error;
      this.#forget();
      // What is gone may be something else.
      if (standsAlike(before, await this.#look())) throw error;
      return false;
    }
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
}
