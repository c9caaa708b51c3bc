import type { WorkbookFailure } from "../../app/workbook/failures";
import { failureOf } from "../failure";

const attempts = 3;

/**
 * Does work that can be taken again until the host takes it.
 *
 * @param beforeNext - runs after each attempt that failed
 * @returns the failure of the last attempt, or null
 */
export async function repeatedly(
  work: () => Promise<void>,
  beforeNext: () => void = () => undefined,
): Promise<WorkbookFailure | null> {
  let failure: WorkbookFailure | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      await work();
      return null;
    } catch (error) {
      failure = failureOf(error);
      if (failure === null) throw error;
      beforeNext();
    }
  }
  return failure;
}
