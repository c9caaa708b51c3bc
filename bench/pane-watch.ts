import type { Browser, Frame, Page } from "playwright-core";

/** What the page's script below keeps in each frame. */
declare global {
  interface Window {
    paneBench?: {
      /** Tasks of this frame of over 50 ms, as the browser tells them: when they began and how long they took, in ms. */
      readonly tasks: { readonly at: number; readonly ms: number }[];
      /** Those the browser puts down to somebody else on the same thread. */
      foreign: number;
      /** When the last bar left, with what was waited for in its place; 0 where none has stood there. */
      barLeft: number;
      /** Whether one stands there. */
      hasBar: boolean;
      /** When something moved that shows a person the work goes on: a bar, or the time Excel has kept it waiting. */
      readonly signs: number[];
      /** When anything on the pane last changed. */
      changed: number;
    };
  }
}

/** Runs in every frame before its own scripts. */
export function watchInside(): void {
  const kept = {
    tasks: [] as { at: number; ms: number }[],
    foreign: 0,
    signs: [] as number[],
    changed: 0,
    barLeft: 0,
    hasBar: false,
  };
  window.paneBench = kept;
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === "self") kept.tasks.push({ at: startTime, ms: duration });
      else kept.foreign += 1;
  }).observe({ type: "longtask", buffered: true });
  // No function has a name in here: whatever runs TypeScript for the benches would add a call the page does not know.
  new MutationObserver((changes) => {
    kept.changed = performance.now();
    const hasBar = document.querySelector("[role=progressbar]") !== null;
    if (kept.hasBar && !hasBar) kept.barLeft = kept.changed;
    kept.hasBar = hasBar;
    const isSign = changes.some(({ target, addedNodes }) =>
      [target, ...addedNodes].some((node) => {
        const element = node instanceof Element ? node : node.parentElement;
        return (
          element !== null &&
          (element.closest("[role=progressbar],progress,[data-wait-for-excel],.status-message") !==
            null ||
            element.querySelector("[role=progressbar]") !== null)
        );
      }),
    );
    if (isSign) kept.signs.push(performance.now());
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** How a piece of work kept the pane's thread, in milliseconds. */
export interface PaneTimes {
  readonly ms: number;
  /** The longest task, by the clock: others on the machine count. */
  readonly longestTask: number;
  /** The task that took the processor longest, and how many took more than 100 ms of it. */
  readonly longestWork: number;
  readonly over100: number;
  /** The longest task as the frame's own PerformanceObserver tells it; 0 where none took 50 ms. */
  readonly observed: number;
  readonly foreign: number;
  /** The longest time without a sign of progress, from the beginning to the end. */
  readonly longestSilence: number;
  /** When it began, from the beginning of the work. */
  readonly silentFrom: number;
  /** What of that the pane's thread was at work; the rest it waited for the host. */
  readonly silentWork: number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/**
 * Watches one piece of work in the pane. The tasks of its thread and the processor time each took come from the
 * browser's own trace; the pane has a process to itself, so that the tasks of the page around it are not among them.
 */
export async function watched(
  browser: Browser,
  page: Page,
  pane: () => Frame,
  work: () => Promise<void>,
): Promise<PaneTimes> {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  const first = pane();
  const began = await first.evaluate(() => {
    performance.mark("pane-bench-begin");
    return performance.now();
  });
  await work();
  const last = pane();
  // A pane that was loaded again began with its page.
  const from = last === first ? began : 0;
  const seen = await last.evaluate(() => {
    performance.mark("pane-bench-end");
    return {
      now: performance.now(),
      ...(window.paneBench ?? {
        tasks: [],
        foreign: 0,
        signs: [],
        changed: 0,
        barLeft: 0,
        hasBar: false,
      }),
    };
  });
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  // The work is over for a person when its bar makes room for what was waited for; who measures hears of it later,
  // through the page around the pane, which the host keeps busy.
  const until =
    seen.barLeft > from && !seen.hasBar
      ? seen.barLeft
      : Math.max(from, Math.min(seen.changed, seen.now));
  const signs = [from, ...seen.signs.filter((at) => at >= from && at <= until), until];
  const tasks = tasksOf(trace.traceEvents);
  const end = tasks.endTs / 1_000;
  const gaps = signs.slice(1).map((at, index) => ({ from: signs[index] ?? 0, to: at }));
  const worst = gaps.reduce((most, gap) => (gap.to - gap.from > most.to - most.from ? gap : most));
  const workIn = tasks.all
    .filter(({ at }) => at >= end - (seen.now - worst.from) && at <= end - (seen.now - worst.to))
    .reduce((sum, { work: each }) => sum + each, 0);
  return {
    ms: until - from,
    longestTask: most(tasks.all.map(({ ms }) => ms)),
    longestWork: most(tasks.all.map(({ work: each }) => each)),
    over100: tasks.all.filter(({ work: each }) => each > 100).length,
    observed: most(seen.tasks.filter(({ at }) => at >= from).map(({ ms }) => ms)),
    foreign: seen.foreign,
    longestSilence: worst.to - worst.from,
    silentFrom: worst.from - from,
    silentWork: workIn,
  };
}

function tasksOf(events: readonly TraceEvent[]): {
  readonly all: readonly { readonly at: number; readonly ms: number; readonly work: number }[];
  readonly endTs: number;
} {
  const mark = (name: string) =>
    events.find((event) => event.name === name && event.cat.includes("user_timing"));
  const end = mark("pane-bench-end");
  if (end === undefined) throw new Error("the trace has no end");
  const begin = mark("pane-bench-begin")?.ts ?? 0;
  const all = events
    .filter(
      ({ pid, tid, ph, name, ts }) =>
        pid === end.pid &&
        tid === end.tid &&
        ph === "X" &&
        name.endsWith("RunTask") &&
        ts >= begin &&
        ts <= end.ts,
    )
    .map(({ ts, dur = 0, tdur = 0 }) => ({ at: ts / 1_000, ms: dur / 1_000, work: tdur / 1_000 }));
  if (all.length === 0) throw new Error("the trace tells no tasks");
  return { all, endTs: end.ts };
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((largest, number) => Math.max(largest, number), 0);
}
