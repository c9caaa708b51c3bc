import { JestAsymmetricMatchers, JestChaiExpect } from "@vitest/expect";
import * as chai from "chai";

/** What came of one test, and every value Excel answered on the way. */
export interface Outcome {
  readonly file: string;
  readonly test: string;
  readonly passed: boolean;
  /** What was expected and what came instead; null when the test passed. */
  readonly complaint: string | null;
  /** The values that were compared, in their order, as JSON. */
  readonly answers: readonly string[];
}

const asymmetric = [
  "any",
  "anything",
  "stringContaining",
  "stringMatching",
  "arrayContaining",
  "objectContaining",
  "closeTo",
];

interface Trial {
  readonly file: string;
  readonly name: string;
  readonly body: () => unknown;
}

/**
 * As much of jest's language as conformance tests speak: describe, it, it.each and expect. It runs where jest cannot,
 * in a page inside Excel.
 */
export class Suite {
  readonly #trials: Trial[] = [];
  readonly #titles: string[] = [];
  #file = "";
  #answers: string[] = [];

  get size(): number {
    return this.#trials.length;
  }

  /** Makes the test language global, as jest does. */
  install(): void {
    chai.use(JestChaiExpect);
    chai.use(JestAsymmetricMatchers);
    const it = (title: string, body: () => unknown): void => {
      this.#trials.push({
        file: this.#file,
        name: [...this.#titles, title].join(" › "),
        body,
      });
    };
    const each =
      (rows: readonly unknown[]) =>
      (title: string, body: (...args: readonly unknown[]) => unknown): void => {
        for (const row of rows) {
          const args = Array.isArray(row) ? (row as readonly unknown[]) : [row];
          let next = 0;
          it(
            title.replace(/%[sdjop]/g, () => String(args[next++])),
            () => body(...args),
          );
        }
      };
    const expect = (actual: unknown): unknown => {
      this.#answers.push(written(actual));
      return chai.expect(actual);
    };
    const describe = (title: string, body: () => void): void => {
      this.#titles.push(title);
      body();
      this.#titles.pop();
    };
    // The asymmetric matchers (expect.any …) hang on chai's own function.
    for (const name of asymmetric)
      Object.defineProperty(expect, name, { value: Reflect.get(chai.expect, name) });
    Object.assign(globalThis, {
      describe,
      it: Object.assign(it, { each }),
      test: Object.assign(it, { each }),
      expect,
    });
  }

  /** Collects the tests of one file. */
  async collect(file: string, load: () => Promise<unknown>): Promise<void> {
    this.#file = file;
    await load();
  }

  /** Runs everything in order, one after another: they share one Excel. */
  async run(onOutcome: (outcome: Outcome) => void): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const { file, name, body } of this.#trials) {
      this.#answers = [];
      let complaint: string | null = null;
      try {
        await body();
      } catch (reason) {
        complaint = complaintOf(reason);
      }
      const outcome: Outcome = {
        file,
        test: name,
        passed: complaint === null,
        complaint,
        answers: this.#answers,
      };
      outcomes.push(outcome);
      onOutcome(outcome);
    }
    return outcomes;
  }
}

function complaintOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  const { name, message } = reason;
  const { code, debugInfo } = reason as { code?: unknown; debugInfo?: { errorLocation?: unknown } };
  const office =
    typeof code === "string" ? ` [${code} at ${String(debugInfo?.errorLocation)}]` : "";
  const compared =
    "actual" in reason && "expected" in reason
      ? `\nexpected ${written(reason.expected)}\nanswered ${written(reason.actual)}`
      : "";
  return `${name}: ${message}${office}${compared}`;
}

const longestAnswer = 2_000;

function written(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Office's proxy objects refer to themselves; their class is what there is to tell.
  }
  return (text ?? Object.prototype.toString.call(value)).slice(0, longestAnswer);
}
