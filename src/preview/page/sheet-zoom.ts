import type { Sheet } from "../../host/model/sheet";

export const smallestZoom = 50;
export const largestZoom = 200;
const step = 10;

/**
 * How large each sheet is shown in a window, in percent: as its file says, until a person chooses otherwise there. What
 * was chosen last is saved.
 */
export class SheetZoom {
  readonly #chosen = new Map<string, number>();

  constructor(private readonly changed: () => void) {}

  /** Percent; 100 is the usual size. */
  of(sheet: Sheet): number {
    return this.#chosen.get(sheet.id) ?? held(sheet.zoom);
  }

  set(sheet: Sheet, percent: number): void {
    const next = held(percent);
    if (next === this.of(sheet)) return;
    this.#chosen.set(sheet.id, next);
    sheet.zoom = next;
    this.changed();
  }

  /** One step larger or smaller: to the next round ten. */
  step(sheet: Sheet, direction: 1 | -1): void {
    const steps = this.of(sheet) / step;
    this.set(sheet, step * (direction > 0 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1));
  }
}

function held(percent: number): number {
  if (!Number.isFinite(percent)) return 100;
  return Math.min(largestZoom, Math.max(smallestZoom, Math.round(percent)));
}
