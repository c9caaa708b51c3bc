import { intersection } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Shift } from "./shift";
import type { CellsPiece, Piece } from "./undo-pieces";

/** One person's undo, as the others' meet it. */
export interface Person {
  /** Others have moved cells, or moved them back. */
  follow(change: (piece: CellsPiece) => void): void;
  /** Steps from before a moment cannot be taken out from under what others did meanwhile. */
  forget(before: number): void;
  /** Another person has taken something back: what this one could do again there is gone. */
  dropRedoAt(pieces: readonly Piece[]): void;
}

/** One act of a person, one sync of an add-in, or what was taken back of one. */
export interface Step {
  readonly label: string;
  readonly pieces: readonly Piece[];
  readonly shifts: readonly Shift[];
  readonly owner: Person;
  /** When it began, in the order of all steps of all persons. */
  readonly at: number;
}

/** How many steps of others are remembered; who would have to look further back cannot undo any more. */
const deepest = 500;

/** The order in which several persons changed one workbook: each takes back their own steps from among the others'. */
export class UndoOrder {
  #moment = 0;
  #steps: Step[] = [];
  readonly #persons = new Set<Person>();

  join(person: Person): void {
    this.#persons.add(person);
  }

  /** The next moment; later ones are greater. */
  next(): number {
    this.#moment += 1;
    return this.#moment;
  }

  done(step: Step): void {
    if (this.#persons.size < 2) return;
    this.#steps.push(step);
    if (this.#steps.length <= deepest) return;
    const forgotten = this.#steps.shift();
    for (const person of this.#persons) {
      if (person !== forgotten?.owner) person.forget(forgotten?.at ?? 0);
    }
  }

  undone(step: Step): void {
    this.#steps = this.#steps.filter((one) => one !== step);
  }

  /** What others have done since a step and not taken back. */
  since(step: Step): Step[] {
    return this.#steps.filter(({ owner, at }) => owner !== step.owner && at > step.at);
  }

  /** Cells that a person moves, or moves back, move in what the others remember. */
  moved(by: Person, change: (person: Person) => void): void {
    for (const person of this.#persons) if (person !== by) change(person);
  }

  /** What others took back and could do again no longer fits where a person has just taken something back. */
  restored(step: Step): void {
    for (const person of this.#persons) if (person !== step.owner) person.dropRedoAt(step.pieces);
  }
}

/** Whether a step can still be taken back: others have not changed what it would put back as a whole. */
export function isContended(step: Step, since: readonly Step[]): boolean {
  const others = since.flatMap(({ pieces }) => pieces);
  const moved = new Set(step.shifts.map(({ sheetId }) => sheetId));
  const amongMoved = others.some(
    ({ kind, sheet }) => (kind === "cells" || kind === "grid") && moved.has(sheet.id),
  );
  if (amongMoved) return true;
  return step.pieces.some((piece) =>
    others.some((other) => {
      if (piece.kind === "book" || other.kind === "book") return piece.kind === other.kind;
      if (piece.sheet !== other.sheet || piece.kind === "cells") return false;
      return (piece.kind === "layers") === (other.kind === "layers");
    }),
  );
}

/** Whether two changes have to do with the same cells, layers or lists. */
export function meet(one: Piece, other: Piece): boolean {
  if (one.kind === "book" || other.kind === "book") return one.kind === other.kind;
  if (one.sheet !== other.sheet) return false;
  if (one.kind === "cells" && other.kind === "cells") {
    return intersection(one.area, other.area) !== null;
  }
  return (one.kind === "layers") === (other.kind === "layers");
}

/** Whether a step speaks of nothing but sheets that are gone. */
export function isOfLostSheets(step: Step, sheets: readonly Sheet[]): boolean {
  return step.pieces.every(({ sheet }) => sheet !== null && !sheets.includes(sheet));
}
