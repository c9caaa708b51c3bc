import type { BenchRow } from "./bench";
import { measureBundled } from "./bundled";

/** The cell functions against a plain loop over typed arrays. */
export function run(): Promise<BenchRow[]> {
  return measureBundled("functions-workload");
}
