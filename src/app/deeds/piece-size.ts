import { sizeBySpeed } from "../size-by-speed";

/** A piece is told of twice, in the middle and at its end, and a cancel waits for it. */
const aimMs = 400;
/** Nobody knows yet how busy the host is, and the first piece also looks the rows up. */
const atFirst = 250;
/** Below this the round trips themselves are what takes the time. */
const least = 150;
/** Beyond this a message costs the pane too long a task of its own, however quick the host. */
const most = 1_200;

/**
 * How many entries of the audit table the next piece of a deed may have: as many as the host deals with in less than
 * half a second, so that progress is heard at least twice a second on a busy machine, and a quick one is not kept
 * waiting for round trips.
 */
export class PieceSize {
  entries = atFirst;

  /** @param ms - what a piece of so many entries took */
  took(ms: number, entries: number): void {
    this.entries = sizeBySpeed(this.entries, ms, entries, { aimMs, least, most });
  }
}
