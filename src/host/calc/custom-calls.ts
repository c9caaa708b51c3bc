import type { CellError, Scalar } from "../model/cell";
import type {
  CellRef,
  CustomAnswer,
  CustomCall,
  CustomFunctionPort,
  CustomTraits,
} from "./calculation";
import { errorOf, Matrix, type Result } from "./values";

interface Entry {
  readonly key: string;
  readonly at: CellRef;
  /** Undefined while the call is under way. */
  answer: Result | undefined;
  readonly call: CustomCall;
  /** The round in which the cell last asked for it. */
  round: number;
}

const mostPerCell = 16;

/** Calls in a message: taking one apart is a task of the page that runs the functions, which nobody can cut. */
const batchSize = 1_000;

/** Messages under way: whoever answers them is kept busy, and gets to something else between them. */
const mostUnderWay = 2;

const mostContents = 2_000;

/**
 * Answers of custom functions, kept per calling cell and arguments, so that a recalculation with the same arguments
 * calls nobody and an answer that comes too late for its cell is dropped.
 */
export class CustomCalls {
  #port: CustomFunctionPort | null = null;
  /** By sheet, column and row. */
  readonly #entries = new Map<string, Map<number, Map<number, Entry[]>>>();
  #waiting: Entry[] = [];
  /** Calls of rounds before that are still to be sent. */
  #queue: Entry[] = [];
  readonly #underWay = new Set<Promise<void>>();
  /** Cells that asked in this round: what they did not ask for any more is stopped at its end. */
  readonly #asking = new Set<Entry[]>();
  #round = 0;
  readonly #contents = new Map<string, number>();
  readonly #contentIds = new WeakMap<Matrix, number>();
  #nextContent = 0;

  constructor(private readonly answered: (cells: readonly CellRef[]) => void) {}

  setPort(port: CustomFunctionPort): void {
    this.#port = port;
    this.clear();
  }

  /** Forgets every answer: the functions are called again. Calls under way are no longer waited for by any cell. */
  clear(): void {
    for (const columns of this.#entries.values()) {
      for (const rows of columns.values()) for (const entries of rows.values()) stop(entries);
    }
    this.#entries.clear();
    this.#asking.clear();
    this.#waiting = [];
    this.#queue = [];
  }

  traits(name: string): CustomTraits | null {
    return this.#port?.traits(name) ?? null;
  }

  /** The answer for a cell, or #BUSY! while it is awaited. Errors among the arguments are the function's to judge. */
  call(
    at: CellRef,
    caller: () => string,
    name: string,
    args: readonly (Scalar | Matrix)[],
    addressesOf: () => readonly (string | null)[],
  ): Result {
    const traits = this.traits(name);
    if (traits === null) return errorOf("#NAME?");
    const addresses = traits.readsAddresses ? addressesOf() : null;
    const places = addresses === null ? "" : ` at ${JSON.stringify(addresses)}`;
    const key = `${name}(${args.map((item) => this.#argumentKey(item)).join()}${places}`;
    const entries = this.#entriesOf(at);
    let entry = entries.find((candidate) => candidate.key === key);
    if (entry === undefined) {
      const asked: Entry = {
        key,
        at,
        answer: undefined,
        round: this.#round,
        call: {
          name,
          args: args.map((item) => (item instanceof Matrix ? item.rows : item)),
          caller: caller(),
          addresses,
          again: (answer) => this.#again(asked, answer),
        },
      };
      entry = asked;
      entries.push(entry);
      if (entries.length > mostPerCell) stop(entries.splice(0, 1));
      this.#waiting.push(entry);
    }
    entry.round = this.#round;
    this.#asking.add(entries);
    return entry.answer ?? errorOf("#BUSY!");
  }

  #entriesOf({ sheetId, row, column }: CellRef): Entry[] {
    let columns = this.#entries.get(sheetId);
    if (columns === undefined) {
      columns = new Map();
      this.#entries.set(sheetId, columns);
    }
    let rows = columns.get(column);
    if (rows === undefined) {
      rows = new Map();
      columns.set(column, rows);
    }
    let entries = rows.get(row);
    if (entries === undefined) {
      entries = [];
      rows.set(row, entries);
    }
    return entries;
  }

  /** Drops the answers of cells whose formula is another or gone. */
  forget(sheetId: string, column: number, top: number, bottom: number): void {
    const rows = this.#entries.get(sheetId)?.get(column);
    if (rows === undefined) return;
    const drop = (row: number): void => {
      stop(rows.get(row) ?? []);
      rows.delete(row);
    };
    if (rows.size < bottom - top) {
      for (const row of [...rows.keys()]) if (row >= top && row <= bottom) drop(row);
    } else {
      for (let row = top; row <= bottom; row++) drop(row);
    }
  }

  #argumentKey(item: Scalar | Matrix): string {
    if (item instanceof Matrix) {
      let id = this.#contentIds.get(item);
      if (id === undefined) {
        id = this.#contentId(JSON.stringify(item.rows));
        this.#contentIds.set(item, id);
      }
      return `#${id}`;
    }
    return typeof item === "number" ? String(item) : JSON.stringify(item);
  }

  /** Equal contents have one number, so that a long range among the arguments costs nothing per call. */
  #contentId(content: string): number {
    let id = this.#contents.get(content);
    if (id === undefined) {
      if (this.#contents.size >= mostContents) this.#contents.clear();
      id = this.#nextContent++;
      this.#contents.set(content, id);
    }
    return id;
  }

  /** Sends the calls that have gathered. */
  start(): void {
    const port = this.#port;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#endRound();
    if (port === null) return;
    this.#queue = this.#queue.length === 0 ? waiting : [...this.#queue, ...waiting];
    this.#sendNext(port);
  }

  #sendNext(port: CustomFunctionPort): void {
    while (this.#queue.length > 0 && this.#underWay.size < mostUnderWay) {
      const batch = this.#queue.splice(0, batchSize).filter((entry) => this.#isAwaited(entry));
      if (batch.length === 0) continue;
      const work: Promise<void> = this.#send(port, batch).finally(() => {
        this.#underWay.delete(work);
        this.#sendNext(port);
      });
      this.#underWay.add(work);
    }
  }

  /** A cell that asks with other arguments no longer waits for what goes on answering to the old ones. */
  #endRound(): void {
    for (const entries of this.#asking) {
      for (let index = entries.length - 1; index >= 0; index--) {
        const entry = entries[index];
        if (entry === undefined || entry.round === this.#round) continue;
        if (entry.call.stop !== undefined) stop(entries.splice(index, 1));
      }
    }
    this.#asking.clear();
    this.#round++;
  }

  #again(entry: Entry, answer: CustomAnswer): void {
    if (!this.#isAwaited(entry)) {
      stop([entry]);
      return;
    }
    entry.answer = isMatrixAnswer(answer) ? matrixOf(answer) : (answer ?? 0);
    this.answered([entry.at]);
  }

  async #send(port: CustomFunctionPort, batch: readonly Entry[]): Promise<void> {
    let answers: readonly CustomAnswer[];
    try {
      answers = await port.call(batch.map((item) => item.call));
    } catch (failure) {
      const message = failure instanceof Error ? failure.message : String(failure);
      const error: CellError = { error: "#VALUE!", message };
      answers = batch.map(() => error);
    }
    const cells: CellRef[] = [];
    batch.forEach((entry, index) => {
      // A stream may have answered while others of its batch were awaited.
      if (entry.answer !== undefined) return;
      const answer = answers[index] ?? null;
      entry.answer = isMatrixAnswer(answer) ? matrixOf(answer) : (answer ?? 0);
      if (this.#isAwaited(entry)) cells.push(entry.at);
    });
    if (cells.length > 0) this.answered(cells);
  }

  #isAwaited(entry: Entry): boolean {
    const { sheetId, row, column } = entry.at;
    return this.#entries.get(sheetId)?.get(column)?.get(row)?.includes(entry) === true;
  }

  get isIdle(): boolean {
    return this.#underWay.size === 0 && this.#queue.length === 0 && this.#waiting.length === 0;
  }

  /** Resolves when the calls now under way have been answered. */
  async answeredAll(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}

function stop(entries: readonly Entry[]): void {
  for (const { call } of entries) {
    call.stop?.();
    delete call.stop;
  }
}

function isMatrixAnswer(answer: CustomAnswer): answer is readonly (readonly Scalar[])[] {
  return Array.isArray(answer);
}

function matrixOf(rows: readonly (readonly Scalar[])[]): Result {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length === 0 || width === 0) return errorOf("#CALC!");
  const even = rows.every((row) => row.length === width)
    ? rows
    : rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
  return new Matrix(even);
}
