import type { Result } from "../../domain/result";

/**
 * Does something once more where it failed: a host that is busy or lost a message is well again a moment later. Only
 * for steps that end the same however often they are done.
 */
export async function twice<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E>> {
  const first = await work();
  return first.ok ? first : work();
}
