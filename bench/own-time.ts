import { readFileSync } from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";
import type { Watcher } from "../src/app/slices";
import type { Book } from "../test/excel/book";
import type { Wire } from "../test/excel/wire";

/** The pane's part of work whose host is in the same process, and even on the same thread. */
export interface OwnTime {
  readonly watcher: Watcher;
  /** Ends the watching. */
  readonly done: () => Promise<OwnTimes>;
}

/** In milliseconds. */
export interface OwnTimes {
  /** Processor time of the thread without the host's. */
  readonly own: number;
  readonly host: number;
  /** The longest stretch without a pause of that. */
  readonly longest: number;
  /** The same were the collector not counted. */
  readonly longestWork: number;
  /** The longest time between two signs of progress, the host's taken off: in Excel the pane tells of it meanwhile. */
  readonly longestSilence: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Watches how long the work keeps the thread: a timer that should run every millisecond tells when it could not. What
 * the host did meanwhile is taken off, since in Excel it is another process, and time is the thread's own, so that
 * neither other programs nor the threads beside it count.
 *
 * The collector cannot be shared out: it goes through the host's cells and the pane's alike, which are in one heap here.
 * So a stretch is told with it and without; what a pane alone has of it only a browser tells (`npm run bench -- pane`).
 */
export function ownTime({ wire }: Book, signal = new AbortController().signal): OwnTime {
  const hostSpans = hostSpansOf(wire);
  const collections: Span[] = [];
  const stretches: (Span & { readonly own: number })[] = [];
  const collecting = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      collections.push({ from: startTime, to: startTime + duration });
  });
  collecting.observe({ entryTypes: ["gc"] });

  const began = { thread: threadMs(), host: wire.hostMs };
  let last = { at: performance.now(), ...began };
  const look = (): void => {
    const now = { at: performance.now(), thread: threadMs(), host: wire.hostMs };
    const own = now.thread - last.thread - (now.host - last.host);
    if (own > 5) stretches.push({ from: last.at, to: now.at, own });
    last = now;
  };
  const timer = setInterval(look, 1);
  let sign = { at: performance.now(), host: wire.hostMs };
  let longestSilence = 0;
  return {
    watcher: {
      pace: {
        now: () => performance.now(),
        pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      },
      signal,
      onProgress: () => {
        const now = { at: performance.now(), host: wire.hostMs };
        longestSilence = Math.max(longestSilence, now.at - sign.at - (now.host - sign.host));
        sign = now;
      },
    },
    async done() {
      const thread = threadMs() - began.thread;
      const host = wire.hostMs - began.host;
      clearInterval(timer);
      look();
      // What the collector did is told later.
      await new Promise((resolve) => setTimeout(resolve, 50));
      collecting.disconnect();
      const told = stretches.map((stretch) => {
        const inside = (spans: readonly Span[]): readonly Span[] =>
          spans.flatMap((span) => common(span, stretch) ?? []);
        const ofHost = inside(hostSpans);
        const collected = inside(collections).reduce(
          (sum, span) =>
            sum +
            span.to -
            span.from -
            lengthOf(ofHost.flatMap((each) => common(each, span) ?? [])),
          0,
        );
        return { own: stretch.own, collecting: Math.min(collected, stretch.own) };
      });
      return {
        own: thread - host,
        host,
        longest: Math.max(0, ...told.map((each) => each.own)),
        longestWork: Math.max(0, ...told.map((each) => each.own - each.collecting)),
        longestSilence,
      };
    },
  };
}

const watchedHosts = new WeakMap<Wire, Span[]>();

/** When the host was at work; the wire looks at the clock when a request arrives, and when it is answered. */
function hostSpansOf(wire: Wire): readonly Span[] {
  const known = watchedHosts.get(wire);
  if (known !== undefined) return known;
  const spans: Span[] = [];
  watchedHosts.set(wire, spans);
  let asked: number | null = null;
  wire.clock = () => {
    const now = performance.now();
    if (asked === null) asked = now;
    else {
      spans.push({ from: asked, to: now });
      asked = null;
    }
    return threadMs();
  };
  return spans;
}

function common(one: Span, other: Span): Span | null {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return from < to ? { from, to } : null;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Milliseconds the processor has worked on this thread; where the system does not tell, on this process. */
function threadMs(): number {
  if (process.platform === "linux") {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(
      " ",
    );
    return Number(nanoseconds) / 1e6;
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
