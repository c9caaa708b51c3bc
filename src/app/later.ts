import { err, ok, type Result } from "../domain/result";

/**
 * A part of the add-in that comes later could not be fetched: this computer is offline, or another version was
 * published since this one was opened.
 */
export interface NotFetched {
  readonly code: "not-fetched";
}

/**
 * Fetches a part of the add-in. One that could not be fetched is fetched anew the next time.
 *
 * @param load - calls `import()`
 * @returns the module, or `not-fetched`; a module that throws by itself is a bug and thrown on
 *
 * @example
 * const part = await fetched(() => import("./install/install"));
 */
export async function fetched<Part>(load: () => Promise<Part>): Promise<Result<Part, NotFetched>> {
  try {
    return ok(await load());
  } catch (error) {
    // So webpack's runtime names what the network or the server refused.
    if (error instanceof Error && error.name === "ChunkLoadError")
      return err({ code: "not-fetched" });
    throw error;
  }
}

/**
 * Fetches parts ahead of their use, one after the other, each when there is time for it, so that the first click on
 * what needs them does not wait.
 *
 * @returns `not-fetched` at the first that could not be; it is fetched again, and told of, when it is wanted
 */
export async function fetchAhead(
  parts: readonly (() => Promise<unknown>)[],
  idle: () => Promise<void>,
): Promise<Result<void, NotFetched>> {
  for (const load of parts) {
    await idle();
    const part = await fetched(load);
    if (!part.ok) return part;
  }
  return ok(undefined);
}
