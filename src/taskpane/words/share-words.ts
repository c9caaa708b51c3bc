import type { CopyOutcome, CopyStep } from "../../app/share/share-copy";
import type { OwnLeft } from "../../app/share/formulas";
import type { OwnCall } from "../../app/share/sharing";
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
  readonly own: (cells: number) => string;
  /** The choice whether values take their place in the copy. */
  readonly ownAsValues: string;
  readonly ownAsValuesHint: string;
  readonly ownHint: string;
  readonly ownStays: Readonly<
    Record<NonNullable<Extract<OwnCall, { readonly kind: "cells" }>["stays"]>, string>
  >;
  /** Own formulas that stay values though the functions are back. */
  readonly ownLeft: (places: number) => string;
  readonly ownLeftWhy: Readonly<Record<OwnLeft["why"], string>>;
  readonly ownName: (name: string) => string;
  readonly ownMore: (places: number) => string;
  readonly showCells: (place: string) => string;
  readonly switchTo: Readonly<Record<ShareMode, string>>;
  /** For making the copy and opening it in one go. */
  readonly openCopy: string;
  readonly openCopyHint: string;
  readonly copyStep: Readonly<Record<CopyStep, string>>;
  readonly copyOutcome: Readonly<
    Record<CopyOutcome["kind"], { readonly what: string; readonly remedy: string }>
  >;
  /** For switching this workbook, and saving a copy by oneself. */
  readonly switchInstead: string;
  readonly switching: string;
  /** Today is read afresh. */
  readonly following: string;
  readonly cancelling: string;
  readonly undoHint: string;
  readonly done: Readonly<Record<ShareMode, string>>;
  /** The functions are back, but not all formulas of the person's own. */
  readonly backExcept: string;
  readonly unrecorded: string;
  readonly stepsTitle: string;
  readonly steps: readonly string[];
  readonly saveAsHint: string;
  readonly bar: Readonly<
    Record<Exclude<ShareMode, "functions">, { readonly what: string; readonly remedy: string }>
  >;
  readonly howToSave: string;
}
