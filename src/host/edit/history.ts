import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { Shift } from "./shift";
import { mergeBack } from "./undo-merge";
import type { CellMove } from "./undo-moves";
import { isContended, isOfLostSheets, meet, UndoOrder, type Person, type Step } from "./undo-order";
import { bookPiece, CellsPiece, GridPiece, layersPiece, type Piece } from "./undo-pieces";

const deepest = 100;
/** The step of an add-in's sync. */
export const addInStep = "add-in";
/** The share of a sheet's rows above moving cells from which on only these are remembered. */
const mostlyStaying = 0.9;

/** What an undo or redo put back. */
export interface Restored {
  readonly label: string;
  readonly cells: readonly { readonly sheet: Sheet; readonly area: Area }[];
  readonly structure: boolean;
}

interface OpenStep {
  readonly label: string;
  readonly at: number;
  readonly pieces: Piece[];
  readonly shifts: Shift[];
  readonly whole: Set<Sheet>;
  readonly layers: Set<Sheet>;
  /** Something in it cannot be undone. */
  isLasting: boolean;
}

/**
 * One person's undo and redo. While a step is open, whoever is about to change something says so first; closing the step
 * keeps what was said. One step is one act of the person or one sync of the add-in in their window.
 */
export class History implements Person {
  #undo: Step[] = [];
  #redo: Step[] = [];
  #open: OpenStep | null = null;
  #book = false;
  /** How many acts the open step is within. */
  #depth = 0;

  constructor(
    readonly workbook: Workbook,
    readonly order = new UndoOrder(),
  ) {
    order.join(this);
  }

  /** The undo of another person in the same workbook. */
  ofAnother(): History {
    return new History(this.workbook, this.order);
  }

  /** Everything `work` announces becomes one step; steps do not nest, an inner one joins the outer. */
  step<T>(label: string, work: () => T): T {
    if (this.#open !== null) return this.#within(work);
    this.#begin(label);
    try {
      return work();
    } finally {
      this.#end();
    }
  }

  /**
   * What follows is what Excel does by itself after a person's act (a table grows, a column fills): a step of its own, so
   * that it is taken back before the act. It stays part of the act where that is one of several, and of a sync.
   */
  split(label: string): void {
    if (this.#open === null || this.#depth > 0 || this.#open.label === addInStep) return;
    this.#end();
    this.#begin(label);
  }

  #within<T>(work: () => T): T {
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  #begin(label: string): void {
    const at = this.order.next();
    const [pieces, shifts] = [[], []];
    const [whole, layers] = [new Set<Sheet>(), new Set<Sheet>()];
    this.#open = { label, at, pieces, shifts, whole, layers, isLasting: false };
    this.#book = false;
  }

  #end(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null || open.pieces.length === 0) return;
    const { label, at, pieces, shifts } = open;
    const step: Step = { label, at, pieces, shifts, owner: this };
    this.order.done(step);
    if (open.isLasting) return;
    this.#undo.push(step);
    if (this.#undo.length > deepest) this.#undo.shift();
    this.#redo = [];
  }

  /** Values, formulas and formats of these cells are about to change. */
  cells(sheet: Sheet, area: Area): void {
    if (this.#open === null || this.#open.whole.has(sheet)) return;
    this.#open.pieces.push(new CellsPiece(sheet, sheet.cells.copyArea(area), this.order.next()));
  }

  /**
   * Cells are about to move, all of them within this area, which ends where the sheet does. Where it holds little of the
   * sheet, as at the end of a long table, only that is remembered.
   */
  moving(sheet: Sheet, area: Area): void {
    if (area.top > sheet.cells.valueExtent().rows * mostlyStaying) this.cells(sheet, area);
    else this.grid(sheet);
  }

  /** Cells are about to move: the whole sheet is remembered. */
  grid(sheet: Sheet): void {
    if (this.#open === null || this.#open.whole.has(sheet)) return;
    this.#open.whole.add(sheet);
    this.#open.pieces.push(new GridPiece(sheet, sheet.cells.clone(), this.order.next()));
  }

  /** What lies over the cells (tables, rules, sizes…) is about to change. */
  layers(sheet: Sheet): void {
    if (this.#open === null || this.#open.layers.has(sheet)) return;
    this.#open.layers.add(sheet);
    this.#open.pieces.push(layersPiece(sheet));
  }

  /** The list of sheets, the names or the bindings are about to change. */
  book(): void {
    if (this.#open === null || this.#book) return;
    this.#book = true;
    this.#open.pieces.push(bookPiece(this.workbook));
  }

  /** Cells have moved: what the others remember moves along. */
  shifted(shift: Shift): void {
    this.#open?.shifts.push(shift);
    this.#tellMove(shift, this.#open?.at ?? this.order.next());
  }

  #tellMove(shift: Shift, step: number): void {
    const sheetName = this.workbook.sheetById(shift.sheetId)?.name ?? "";
    const move: CellMove = { shift, sheetName, at: this.order.next(), step };
    this.order.moved(this, (person) => person.follow((piece) => piece.follow(move)));
  }

  follow(change: (piece: CellsPiece) => void): void {
    for (const { pieces } of [...this.#undo, ...this.#redo]) {
      for (const piece of pieces) if (piece.kind === "cells") change(piece);
    }
  }

  undo(): Restored | null {
    const step = this.#last(this.#undo);
    const back = step === null ? null : this.#takeBack(step);
    if (step === null || back === null) return null;
    this.order.undone(step);
    for (const _ of step.shifts) {
      this.order.moved(this, (person) => person.follow((piece) => piece.goBack(step.at)));
    }
    this.#redo.push(back.step);
    return back.restored;
  }

  redo(): Restored | null {
    const step = this.#last(this.#redo);
    const again = step === null ? null : this.#takeBack(step);
    if (again === null) return null;
    for (const shift of again.step.shifts) this.#tellMove(shift, again.step.at);
    this.order.done(again.step);
    this.#undo.push(again.step);
    return again.restored;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** What the next undo takes back; null where there is nothing. */
  get undoLabel(): string | null {
    return this.#undo.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#redo.at(-1)?.label ?? null;
  }

  /** What Excel does when a sheet is deleted or the file saved: nothing up to here can be undone. */
  clear(): void {
    this.#undo = [];
    this.#redo = [];
    if (this.#open !== null) this.#open.isLasting = true;
  }

  forget(before: number): void {
    this.#undo = this.#undo.filter(({ at }) => at > before);
    this.#redo = this.#redo.filter(({ at }) => at > before);
  }

  dropRedoAt(pieces: readonly Piece[]): void {
    const here = this.#redo.flatMap((step) => step.pieces);
    if (here.some((one) => pieces.some((other) => meet(one, other)))) this.#redo = [];
  }

  /** The newest step that still has a sheet to stand on. */
  #last(steps: Step[]): Step | null {
    let step = steps.pop();
    while (step !== undefined && isOfLostSheets(step, this.workbook.sheets)) step = steps.pop();
    return step ?? null;
  }

  /** Puts back what a step found, from under what others did since; null, and the end of undo, where that cannot be. */
  #takeBack(step: Step): { readonly step: Step; readonly restored: Restored } | null {
    const since = this.order.since(step);
    if (isContended(step, since)) {
      this.clear();
      return null;
    }
    const at = this.order.next();
    const others = since.flatMap(({ pieces }) => pieces);
    const counter: Piece[] = [];
    const cells: { sheet: Sheet; area: Area }[] = [];
    for (const piece of [...step.pieces].reverse()) {
      if (piece.kind === "cells") {
        const { sheet, area } = piece;
        if (piece.isLost) continue;
        counter.push(piece.capture(this.order.next()));
        const met = others.filter(
          (other) => (other.kind === "cells" || other.kind === "grid") && other.sheet === sheet,
        ) as (CellsPiece | GridPiece)[];
        if (met.length === 0) piece.restore();
        else mergeBack(piece, met);
        cells.push({ sheet, area });
      } else {
        counter.push(piece.kind === "grid" ? piece.capture(this.order.next()) : piece.capture());
        piece.restore();
      }
    }
    this.order.restored(step);
    const structure = step.pieces.some(({ kind }) => kind !== "cells");
    const { label, shifts } = step;
    return {
      step: { label, at, pieces: counter, shifts, owner: this },
      restored: { label, cells, structure },
    };
  }
}
