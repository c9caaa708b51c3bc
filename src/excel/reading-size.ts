import { sizeBySpeed } from "../app/size-by-speed";
import { messageBytes } from "./message-size";

/** How a long reading is cut: as few messages as may be, or steadily, so that no answer keeps anybody waiting. */
export type Cutting = "few" | "steady";

/** A quarter of a second: whoever watches sees the reading go on, and input is not kept waiting by a large answer. */
const aimMs = 250;
/** Nobody knows yet how busy the host is. */
const atFirst = 300_000;
/** Below this the round trips themselves are what takes the time. */
const least = 200_000;
/** Beyond this taking the answer apart, with the garbage it leaves, is too long a task of the pane's own. */
const most = 300_000;

/** How many bytes the next message of a reading may ask for, by what the host was quick with. */
export class ReadingSize {
  bytes: number;
  #expectedMs = aimMs;

  constructor(private readonly cutting: Cutting) {
    this.bytes = cutting === "few" ? messageBytes : atFirst;
  }

  /** What such a message should take. */
  get expectedMs(): number {
    return this.#expectedMs;
  }

  /** @param ms - what a message of so many bytes took */
  took(ms: number, bytes: number): void {
    this.#expectedMs = Math.max(ms, 1);
    if (this.cutting === "few") return;
    this.bytes = sizeBySpeed(this.bytes, ms, bytes, { aimMs, least, most });
  }

  /** Half of what the host refused. */
  refused(bytes: number): void {
    this.bytes = bytes / 2;
  }
}
