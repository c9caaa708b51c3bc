import fc from "fast-check";
import { emptyHistory, remember, takeBack } from "../../src/app/deeds/history";
import { note } from "../../src/app/deeds/perform";
import { dryRun } from "../../src/app/import/import";
import type { Watcher } from "../../src/app/slices";
import { apply, choicesFor, planned, sourceOf } from "../app/import/importing";
import { asOf, customer, must, newId, trace, type Book } from "../excel/book";
import { decoratedBook, differingPaths, flat } from "./decorated";

/**
 * Issue 4, Bounds: cancel leaves the workbook as it was, whenever it comes: between two requests, while one is under
 * way, or while what was written is taken back. The whole workbook is compared, with its looks, filters and notes.
 */

/** Rows that change the five customers of the decorated workbook, and bring so many. */
function rowsFor(brought: number): string {
  const lines = ["客户编号\t客户名称\t需求状况\t预计成交日"];
  for (let number = 1; number <= 5 + brought; number += 1)
    lines.push(`${customer(number).id}\t新名${number}\t潜在\t2026-09-01`);
  return lines.join("\n");
}

type Sign = "progress" | "pause" | "request";

/**
 * Someone who cancels at the nth moment, which is a sign of progress, a pause or a request on its way. The clock is that
 * of a slow host, so that a deed has many pieces and every step is a slice of its own.
 */
function impatient(
  { wire }: Book,
  at: number,
): { readonly watcher: Watcher; moments: () => Sign[] } {
  const stop = new AbortController();
  const moments: Sign[] = [];
  const pass = (sign: Sign): void => {
    if (moments.push(sign) > at) stop.abort();
  };
  let clock = 0;
  wire.beforeTrip = () => {
    clock += 1_000;
    pass("request");
  };
  return {
    watcher: {
      pace: {
        now: () => (clock += 30),
        pause: () => {
          pass("pause");
          return Promise.resolve();
        },
      },
      signal: stop.signal,
      onProgress: () => pass("progress"),
    },
    moments: () => moments,
  };
}

/** Of paths in which workbooks differ, those outside the audit table. */
function besideAudit(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !path.startsWith("/变更记录/"));
}

const never = Number.POSITIVE_INFINITY;

describe("a cancel at any moment", () => {
  it("of a dry run leaves the workbook as it was, and says so", async () => {
    const book = await decoratedBook();
    const before = flat(book.model);
    const source = await sourceOf(book, rowsFor(600));
    const choices = await choicesFor(book, source);
    const run = async (at: number) => {
      const { watcher, moments } = impatient(book, at);
      const done = await dryRun(book.port, source, choices, { asOf, newId }, watcher);
      book.wire.reset();
      return { done, moments: moments() };
    };
    const all = await run(never);
    expect(must(all.done).added).toHaveLength(600);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: all.moments.length - 1 }), async (at) => {
        const { done } = await run(at);
        if (!done.ok) expect(done.error).toEqual({ code: "cancelled" });
        expect(differingPaths(before, flat(book.model))).toEqual([]);
      }),
      { seed: 20261123, numRuns: 10 },
    );
    expect((await run(0)).done).toEqual({ ok: false, error: { code: "cancelled" } });
  });

  it("of an import leaves the whole workbook as it was; one that comes too late finds it done", async () => {
    const book = await decoratedBook();
    const facts = must(await book.port.describe());
    // The first deed makes the audit table, which stays.
    must(await note(book.port, facts, { kind: "import", about: "" }, trace));
    const before = flat(book.model);
    const plan = await planned(book, rowsFor(400));
    const run = async (at: number) => {
      const { watcher, moments } = impatient(book, at);
      const done = await apply(book, plan, watcher);
      book.wire.reset();
      return { done, moments: moments() };
    };
    const all = await run(never);
    // All three kinds of moments come, and several pieces.
    expect(new Set(all.moments)).toEqual(new Set<Sign>(["progress", "pause", "request"]));
    expect(all.moments.filter((sign) => sign === "pause").length).toBeGreaterThan(2);
    must(await takeBack(book.port, remember(emptyHistory, must(all.done)), trace));
    let standing = flat(book.model);
    expect(besideAudit(differingPaths(before, standing))).toEqual([]);

    let cancelled = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: all.moments.length - 1 }), async (at) => {
        const { done } = await run(at);
        if (done.ok) must(await takeBack(book.port, remember(emptyHistory, done.value), trace));
        else {
          cancelled += 1;
          expect(done.error).toEqual({ code: "cancelled" });
        }
        const now = flat(book.model);
        const differing = differingPaths(standing, now);
        // Deed and taking back are told of; a cancelled deed is as if it had never been.
        expect(done.ok ? besideAudit(differing) : differing).toEqual([]);
        standing = now;
      }),
      { seed: 20261123, numRuns: 12 },
    );
    expect(cancelled).toBeGreaterThan(6);
  });
});
