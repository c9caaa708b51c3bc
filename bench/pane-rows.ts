import { cpus, loadavg } from "node:os";
import type { BenchRow } from "./bench";
import type { PaneTimes } from "./pane-watch";

/**
 * What a piece of work in a page cost, as rows of the table, in milliseconds.
 *
 * @param aim - what it may take in all, where that was said
 */
export function rowsOf(name: string, times: PaneTimes, aim?: string): BenchRow[] {
  const ms = (what: string, value: number, note: string): BenchRow => ({
    name: `${name}: ${what}`,
    value: Math.round(value),
    unit: "ms",
    note,
  });
  const load = `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores`;
  const [silentFrom, silentWork] = [times.silentFrom, times.silentWork].map(Math.round);
  return [
    ms("in all", times.ms, aim === undefined ? load : `${aim}, ${load}`),
    ms(
      "longest task, processor time",
      times.longestWork,
      `at most 100; ${times.over100} tasks above`,
    ),
    ms(
      "longest task, by the clock",
      times.longestTask,
      `the frame's own observer: ${Math.round(times.observed)}, ${times.foreign} of others`,
    ),
    ms(
      "longest silence",
      times.longestSilence,
      `at most 500; from ${silentFrom} on, its thread at work in ${silentWork} of it`,
    ),
  ];
}
