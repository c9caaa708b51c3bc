import { frozenTitle, ownTitle, readingsTitle } from "../../tables/native/readings-sheet";
import type { Words } from "../../tables/schema";
import type { ShareMode } from "../../tables/specs/shared-columns";

/** The key of the workbook's settings under which it is kept how the calculated columns stand. */
export const shareKey = "keepsheet.share";

/** What the workbook remembers of a share copy; sheets of ours are hidden, and found by these names. */
export interface StoredShare {
  readonly mode: ShareMode;
  /** The sheet the native formulas read. */
  readonly readings: string | null;
  /** The sheet that remembers which values were calculated. */
  readonly frozen: string | null;
  /** The sheet that remembers people's own formulas; absent where none became values. */
  readonly own?: string;
}

/** Queues what the workbook is to remember from now on. */
export function remember(context: Excel.RequestContext, share: StoredShare): void {
  context.workbook.settings.add(shareKey, share);
}

/**
 * Reads what the settings hold. A file that went through another program has lost its settings, but not its sheets:
 * then they tell.
 */
export function readStoredShare(value: unknown, sheetNames: readonly string[]): StoredShare {
  if (typeof value === "object" && value !== null && "mode" in value) {
    const { mode } = value;
    const sheet = (name: string): string | null => {
      const found: unknown = name in value ? Reflect.get(value, name) : null;
      return typeof found === "string" && sheetNames.includes(found) ? found : null;
    };
    const own = sheet("own");
    if (mode === "functions" || mode === "native" || mode === "values")
      return {
        mode,
        readings: sheet("readings"),
        frozen: sheet("frozen"),
        ...(own === null ? {} : { own }),
      };
  }
  const titled = ({ zh, en }: Words): string | null =>
    sheetNames.find((name) => name === zh || name === en) ?? null;
  const readings = titled(readingsTitle);
  const frozen = titled(frozenTitle);
  const own = titled(ownTitle);
  const mode = readings !== null ? "native" : frozen !== null ? "values" : "functions";
  return { mode, readings, frozen, ...(own === null ? {} : { own }) };
}

/**
 * Queues the question whether the calculated columns stand as they did when a switch was planned.
 *
 * @returns the answer, after the sync
 */
export function queueIsMode(context: Excel.RequestContext, mode: ShareMode): () => boolean {
  const setting = context.workbook.settings.getItemOrNullObject(shareKey).load("value");
  return () => {
    if (setting.isNullObject) return true;
    const value: unknown = setting.value;
    return typeof value === "object" && value !== null && "mode" in value && value.mode === mode;
  };
}
