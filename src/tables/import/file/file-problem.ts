/** Why a file cannot be read as a workbook. */
export type FileProblem =
  /** No zip, or a zip of something else. */
  | { readonly code: "not-a-workbook" }
  | { readonly code: "password-protected" }
  /** A workbook in another format, which Excel or WPS saves as .xlsx. */
  | { readonly code: "other-format"; readonly format: OtherFormat }
  /** With what it was found in: a part of the file or what stands there, bare of words; "" for the file as a whole. */
  | { readonly code: "damaged-file"; readonly as: Damage; readonly at: string }
  /** More than an add-in should take in: honest files stay far below. */
  | {
      readonly code: "file-too-large";
      readonly of: "bytes" | "cells" | "parts";
      readonly limit: number;
    };

/** What is wrong: bytes lacking, a part lacking, other bytes than were packed, or what no workbook holds. */
export type Damage = "cut-off" | "missing" | "altered" | "malformed";

export type OtherFormat = "xls" | "xlsb" | "ods";

/** Enough for the path of any part Excel makes. */
const longestAt = 60;

/** Carries a problem out of the readers, which are many calls deep; caught once, where a file is opened. */
export class FileError extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

/** @param at - shortened: it comes from the file, and may be of any length */
export function damaged(as: Damage, at = ""): FileError {
  return new FileError({ code: "damaged-file", as, at: at.slice(0, longestAt) });
}
