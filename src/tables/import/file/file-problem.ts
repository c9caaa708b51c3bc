/** Why a file cannot be read as a workbook. */
export type FileProblem =
  /** No zip, or a zip of something else. */
  | { readonly code: "not-a-workbook" }
  | { readonly code: "password-protected" }
  /** A workbook in another format, which Excel or WPS saves as .xlsx. */
  | { readonly code: "other-format"; readonly format: OtherFormat }
  | { readonly code: "damaged-file"; readonly detail: string }
  /** More than an add-in should take in: honest files stay far below. */
  | {
      readonly code: "file-too-large";
      readonly of: "bytes" | "cells" | "parts";
      readonly limit: number;
    };

export type OtherFormat = "xls" | "xlsb" | "ods";

/** Carries a problem out of the readers, which are many calls deep; caught once, where a file is opened. */
export class FileError extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

export function damaged(detail: string): FileError {
  return new FileError({ code: "damaged-file", detail });
}
