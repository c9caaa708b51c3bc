import type { Client } from "../../src/host/excel-host";

/** Somebody who acts in several steps, each of which ends when it sends a request. */
export type Actor = () => Promise<void>;

/** Numbers from 0 to below 1, the same again for the same seed. */
export type Dice = () => number;

/** A small generator (mulberry32): a failing run is named by its seed alone. */
export function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(dice: Dice, from: readonly T[]): T {
  const found = from[Math.floor(dice() * from.length)];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

/**
 * Lets several clients act on one workbook, one request at a time, in an order that dice decide. A client that wants to
 * send a request waits at the gate until it is let through; meanwhile others, or a person at the sheet, have their turn.
 */
export class Stage {
  /** Requests let through so far. */
  requests = 0;
  #playing = false;
  readonly #waiting = new Map<number, (() => void)[]>();
  readonly #settled = new Map<number, () => void>();

  /** The client with the gate in front. */
  gated(client: Client, number: number): Client {
    return {
      ...client,
      execute: async (requestJson) => {
        if (!this.#playing) return client.execute(requestJson);
        await new Promise<void>((resolve) => {
          this.#waiting.set(number, [...(this.#waiting.get(number) ?? []), resolve]);
          this.#settled.get(number)?.();
        });
        this.requests += 1;
        const answer = await client.execute(requestJson);
        // A client may have sent the next request while this one was on its way.
        if (this.#waiting.get(number)?.length) setTimeout(() => this.#settled.get(number)?.());
        return answer;
      },
    };
  }

  /**
   * Plays until every actor is done.
   *
   * @param between - what a person does at the sheet between two requests; called before each of them
   */
  async play(actors: readonly Actor[], dice: Dice, between: () => void): Promise<void> {
    this.#playing = true;
    const acting = new Set(actors.map((_, number) => number));
    const started = new Set<number>();
    const failures: unknown[] = [];
    while (acting.size > 0) {
      between();
      const number = pick(dice, [...acting]);
      await new Promise<void>((resolve) => {
        this.#settled.set(number, resolve);
        if (!started.has(number)) {
          started.add(number);
          const end = (): void => {
            acting.delete(number);
            this.#settled.get(number)?.();
          };
          void actors[number]?.().then(end, (error: unknown) => {
            failures.push(error);
            end();
          });
          return;
        }
        const [go, ...others] = this.#waiting.get(number) ?? [];
        this.#waiting.set(number, others);
        go?.();
      });
    }
    this.#playing = false;
    this.#settled.clear();
    if (failures.length > 0) throw failures[0];
  }
}
