import type { FileFailure, FileWarning } from "../../host/file/failure";
import type { AddInReference } from "../../host/model/kept";
import type { WorkbookSnapshot } from "../../host/file/snapshot";

/** What the page and its file worker say to each other. */
export type FileRequest =
  | { readonly kind: "open"; readonly bytes: Uint8Array; readonly fileName: string }
  | {
      readonly kind: "save";
      readonly workbook: WorkbookSnapshot;
      /** Whose settings the file carries; null where the build has no manifest. */
      readonly addIn: AddInReference | null;
    };

export type FileReply =
  | { readonly kind: "progress"; readonly share: number }
  | {
      readonly kind: "opened";
      readonly workbook: WorkbookSnapshot;
      readonly warnings: readonly FileWarning[];
    }
  | { readonly kind: "refused"; readonly failure: FileFailure }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  /** A defect of ours, not of the file. */
  | { readonly kind: "broke"; readonly message: string };
