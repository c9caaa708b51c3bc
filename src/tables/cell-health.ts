import { readEmail, type EmailFault } from "../domain/email";
import { readIdentityNumber, type IdentityFault } from "../domain/identity-number";
import { readCreditCode, type NotACreditCode } from "../domain/matching/credit-code";
import { isShortened, readPhones, type PhoneFault } from "../domain/phone-number";
import { isErrorValue, textOf, type CellStyle } from "./cells";
import type { Cell } from "./change";
import type { DoubtCode } from "./issues";
import { isDamaged, isSuspect } from "./plain-text";
import { firstUncertainNumber, safeRemedy, type RemedyKind } from "./remedies";
import { isTextKind, type ColumnSpec } from "./schema";

/** What exactly is wrong with a number, an address or a code. */
export type DoubtReason =
  | `phone:${PhoneFault}`
  | `email:${EmailFault}`
  | `credit-code:${NotACreditCode["because"]}`
  | `identity-number:${IdentityFault}`;

/** Why a cell that its column can read is doubted all the same. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly because: DoubtReason | null;
}

/**
 * What is doubtful about a cell of which `readCell` said nothing, or that it is understood: one doubt, the gravest.
 *
 * @returns null for a cell that is well
 *
 * @example
 * doubtOf(creditCodeColumn, 913501e12, style) //=> { code: "digits-lost", because: null }
 * doubtOf(phoneColumn, "12812345678", style) //=> { code: "not-a-phone", because: "phone:not-a-mobile" }
 */
export function doubtOf(column: ColumnSpec, cell: Cell, style: CellStyle): Doubt | null {
  if (cell === null || cell === "" || isErrorValue(cell)) return null;
  if (typeof cell === "string" && isDamaged(cell)) return plain("damaged-text");
  const { kind } = column;
  if (!isTextKind(kind)) return typeof cell === "string" ? untidy(column, cell, style) : null;
  if (typeof cell === "number" && kind !== "text") {
    if (Math.abs(cell) >= firstUncertainNumber || !Number.isInteger(cell))
      return plain("digits-lost");
  }
  if (kind !== "text" && kind !== "id") {
    // What a remedy mends without asking is untidy, not wrong.
    const invalid = invalidBecause(kind, safeRemedy(column, cell, style)?.to ?? cell);
    if (invalid !== null) return invalid;
    if (typeof cell === "number") return plain("kept-as-number");
  }
  return typeof cell === "string" ? untidy(column, cell, style) : null;
}

/** Several addresses may stand in one cell, as several numbers do. */
const betweenAddresses = /[;,；，、\n]/u;

function invalidBecause(
  kind: "phone" | "email" | "creditCode" | "identityNumber",
  cell: Exclude<Cell, null>,
): Doubt | null {
  const text = textOf(cell);
  if (text.trim() === "") return null;
  if (kind !== "email" && isShortened(text)) return plain("digits-lost");
  switch (kind) {
    case "phone": {
      const read = readPhones(text);
      if (read.ok) return null;
      const { because } = read.error;
      if (because === "digits-lost") return plain("digits-lost");
      return { code: "not-a-phone", because: `phone:${because}` };
    }
    case "email": {
      for (const part of text.split(betweenAddresses)) {
        const read = part.trim() === "" ? null : readEmail(part);
        if (read !== null && !read.ok)
          return { code: "not-an-email", because: `email:${read.error.because}` };
      }
      return null;
    }
    case "creditCode": {
      const read = readCreditCode(text);
      if (read.ok) return null;
      return { code: "not-a-credit-code", because: `credit-code:${read.error.because}` };
    }
    case "identityNumber": {
      const read = readIdentityNumber(text);
      if (read.ok) return null;
      return { code: "not-an-identity-number", because: `identity-number:${read.error.because}` };
    }
  }
}

const untidiness: Readonly<Partial<Record<RemedyKind, DoubtCode>>> = {
  invisible: "invisible-characters",
  width: "wide-characters",
  spaces: "stray-spaces",
  "code-form": "code-form",
};

/** A cell that its safe remedy would only tidy; what becomes a day or a number is told by `readCell` already. */
function untidy(column: ColumnSpec, cell: string, style: CellStyle): Doubt | null {
  // Only codes have a form of their own; every other text without suspect characters is as it should be.
  const hasForm = column.kind === "creditCode" || column.kind === "identityNumber";
  const isPlain = !isSuspect(cell) && !cell.startsWith("'") && column.kind !== "email";
  if (!hasForm && isPlain) return null;
  if (column.kind === "id" && isSuspect(cell)) return untidyId(cell);
  const remedy = safeRemedy(column, cell, style);
  const code = remedy === null ? undefined : untidiness[remedy.kind];
  return code === undefined ? null : plain(code);
}

/** Ids are not tidied without asking, yet told: one that only looks the same names no row. */
function untidyId(cell: string): Doubt | null {
  if (/[\uFF01-\uFF5E]/u.test(cell)) return plain("wide-characters");
  return plain(/^[\s\p{L}\p{N}\p{P}\p{S}]*$/u.test(cell) ? "stray-spaces" : "invisible-characters");
}

function plain(code: DoubtCode): Doubt {
  return { code, because: null };
}
