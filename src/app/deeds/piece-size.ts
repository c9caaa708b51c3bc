import { sizeBySpeed } from "../size-by-speed";

/** A piece is told of twice, in the middle and at its end, and a cancel waits for it. */
const aimMs = 400;
/** Nobody knows yet how busy the host is, and the first piece also looks the rows up. */
const atFirst = 250;
/** Below this the round trips themselves are what takes the time. */
const least = 150;
/** Beyond this a message costs the pane too long a task of its own, with the garbage it leaves, however quick the host. */
const most = 800;

/** How much the pieces before count with each further one. */
const fading = 0.75;

/**
 * How many entries of the audit table the next piece of a deed may have: as many as the host deals with in less than
 * half a second, so that progress is heard at least twice a second on a busy machine, and a quick one is not kept
 * waiting for round trips.
 *
 * Part of a piece's time does not depend on its size: a long workbook takes its time over every deletion of rows,
 * however few. Where that alone is about as long as a piece should take, smaller pieces would only be more of them; then
 * a piece may take twice that part.
 */
export class PieceSize {
  entries = atFirst;
  readonly #line = new Line();

  /** @param ms - what a piece of so many entries took */
  took(ms: number, entries: number): void {
    this.#line.add(entries, ms);
    const bySpeed = sizeBySpeed(this.entries, ms, entries, { aimMs, least, most });
    this.entries = Math.max(bySpeed, this.#worthwhile(entries));
  }

  /** The size below which a piece takes mostly what any piece takes; 0 where that is little, or nobody can tell. */
  #worthwhile(entries: number): number {
    const { constant, slope } = this.#line;
    if (constant < aimMs / 2 || slope <= 0) return 0;
    // Step by step: it is a guess.
    return Math.floor(Math.min(most, 2 * entries, constant / slope));
  }
}

/** A straight line through points, of which the latest count most. */
class Line {
  constant = 0;
  slope = 0;
  #weight = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #xy = 0;

  add(x: number, y: number): void {
    this.#weight = this.#weight * fading + 1;
    this.#x = this.#x * fading + x;
    this.#y = this.#y * fading + y;
    this.#xx = this.#xx * fading + x * x;
    this.#xy = this.#xy * fading + x * y;
    const spread = this.#xx - (this.#x * this.#x) / this.#weight;
    // Points at about the same place say nothing new.
    if (spread < this.#xx / 200) return;
    this.slope = (this.#xy - (this.#x * this.#y) / this.#weight) / spread;
    this.constant = (this.#y - this.slope * this.#x) / this.#weight;
  }
}
