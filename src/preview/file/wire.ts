import type { FileFailure, FileWarning } from "../../host/file/failure";
import type { CellsPiece, WorkbookHead } from "../../host/file/snapshot";
import type { AddInReference } from "../../host/model/kept";

/**
 * A workbook on its way between the page and its file worker: the head, then the pieces of its cells, each a message of
 * its own, so that the page is never long in reading one.
 */
export type WorkbookPart =
  | { readonly kind: "head"; readonly head: WorkbookHead; readonly pieces: number }
  | { readonly kind: "piece"; readonly piece: CellsPiece };

/** What the page asks of a file worker; a workbook to be saved goes before. */
export type FileRequest =
  | {
      readonly kind: "open";
      readonly bytes: Uint8Array;
      readonly fileName: string;
      /** Whose settings are wanted of those in the file. */
      readonly addIn: AddInReference | null;
    }
  | WorkbookPart
  | {
      readonly kind: "save";
      /** Whose settings the file carries; null where the build has no manifest. */
      readonly addIn: AddInReference | null;
    };

/** What the worker answers; a workbook that was opened comes before. */
export type FileReply =
  | { readonly kind: "progress"; readonly share: number }
  | WorkbookPart
  | { readonly kind: "opened"; readonly warnings: readonly FileWarning[] }
  | { readonly kind: "refused"; readonly failure: FileFailure }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  /** A defect of ours, not of the file. */
  | { readonly kind: "broke"; readonly message: string };
