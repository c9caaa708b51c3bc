/**
 * Whether the person in a window is editing a cell. Meanwhile their own add-in is refused or waits; a colleague's editing
 * is nothing to it.
 */
export class CellEditing {
  #isBusy = false;
  #waiting: (() => void)[] = [];

  get isBusy(): boolean {
    return this.#isBusy;
  }

  set(isBusy: boolean): void {
    this.#isBusy = isBusy;
    if (isBusy) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const goOn of waiting) goOn();
  }

  /** Resolves once no cell is being edited. */
  async ends(): Promise<void> {
    while (this.#isBusy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
