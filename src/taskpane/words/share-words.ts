import type { ShareMode } from "../../tables/specs/shared-columns";
import type { ViewWords } from "./view-words";

export interface ShareWords extends ViewWords {
  /** How the calculated columns stand, for the audit table and headings. */
  readonly mode: Readonly<Record<ShareMode, string>>;
  readonly modeHint: Readonly<Record<Exclude<ShareMode, "functions">, string>>;
  readonly choose: string;
  /** P5: what a share copy is not. */
  readonly truth: { readonly what: string; readonly remedy: string };
  readonly look: string;
  readonly reading: string;
  readonly willChange: (cells: number, columns: string) => string;
  readonly nothingToChange: string;
  readonly kept: (header: string, kind: "formula" | "typed", count: number, who: string) => string;
  readonly keptTitle: string;
  readonly unready: (count: number) => string;
  readonly unreadyRemedy: string;
  readonly own: (headers: string) => string;
  readonly ownHint: string;
  readonly switchTo: Readonly<Record<ShareMode, string>>;
  readonly switching: string;
  readonly done: Readonly<Record<ShareMode, string>>;
  readonly unrecorded: string;
  readonly stepsTitle: string;
  readonly steps: readonly string[];
  readonly saveAsHint: string;
  readonly bar: Readonly<
    Record<Exclude<ShareMode, "functions">, { readonly what: string; readonly remedy: string }>
  >;
  readonly howToSave: string;
}
