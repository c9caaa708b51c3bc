import type { BenchRow } from "./bench";
import { bundled } from "./bundled";

/**
 * The cell functions against a plain loop, bundled as they are shipped: unbundled, each call from one file to another
 * would be a look-up that the product does not make.
 */
export async function run(): Promise<BenchRow[]> {
  const { measureFunctions } =
    await bundled<typeof import("./functions-workload")>("functions-workload");
  return measureFunctions();
}
