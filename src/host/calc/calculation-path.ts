/** A formula cell under calculation. */
export interface PathStep {
  readonly key: number;
}

/**
 * The cells being calculated, each because the one before reads it, and the circles among them.
 *
 * A cell that is read while it is on the path closes a circle: all from it to the end are its members. A member that is
 * done before the circle's first cell stays "open": whoever reads it meanwhile reads the circle, and belongs to it too.
 * So the members are the same whichever cell was calculated first (Tarjan's strongly connected components).
 */
export class CalculationPath<Step extends PathStep> {
  readonly #steps: Step[] = [];
  readonly #places = new Map<number, number>();
  /** For members of a circle: the place on the path of the outermost cell they reach. */
  readonly #reach = new Map<number, number>();
  readonly #open = new Map<number, { step: Step; reach: number }>();

  get length(): number {
    return this.#steps.length;
  }

  get last(): Step | undefined {
    return this.#steps.at(-1);
  }

  [Symbol.iterator](): Iterator<Step> {
    return this.#steps[Symbol.iterator]();
  }

  enter(step: Step): void {
    this.#places.set(step.key, this.#steps.length);
    this.#steps.push(step);
  }

  /** True, with the circle noted, where the cell is on the path; `found` hears of each new member. */
  closes(key: number, found: (step: Step) => void): boolean {
    const place = this.#places.get(key);
    if (place === undefined) return false;
    this.#join(place, found);
    return true;
  }

  /** Members of circles that are calculated although their circle is not. */
  get openMembers(): Iterable<Step> {
    return [...this.#open.values()].map((member) => member.step);
  }

  get hasOpenMembers(): boolean {
    return this.#open.size > 0;
  }

  /** A calculated cell is read: where its circle is still open, the reader is in it. */
  reads(key: number, found: (step: Step) => void): void {
    const member = this.#open.get(key);
    if (member !== undefined) this.#join(member.reach, found);
  }

  #join(place: number, found: (step: Step) => void): void {
    for (let index = place; index < this.#steps.length; index++) {
      const step = this.#steps[index];
      if (step === undefined) continue;
      const reach = this.#reach.get(step.key);
      if (reach === undefined) found(step);
      if (reach === undefined || reach > place) this.#reach.set(step.key, place);
    }
  }

  /** Takes the last cell off; true where it is in a circle. */
  leave(): boolean {
    const step = this.#steps.pop();
    if (step === undefined) return false;
    this.#places.delete(step.key);
    const place = this.#steps.length;
    const reach = this.#reach.get(step.key);
    if (reach === undefined) return false;
    this.#reach.delete(step.key);
    if (reach < place) {
      this.#open.set(step.key, { step, reach });
      for (const member of this.#open.values()) {
        if (member.reach >= place) member.reach = reach;
      }
    } else {
      for (const [key, member] of this.#open) if (member.reach >= place) this.#open.delete(key);
    }
    return true;
  }

  /** Drops everything beyond a length, when an evaluation broke off. */
  cut(length: number): void {
    for (const step of this.#steps.splice(length)) {
      this.#places.delete(step.key);
      this.#reach.delete(step.key);
    }
    if (length === 0) this.#open.clear();
  }
}
