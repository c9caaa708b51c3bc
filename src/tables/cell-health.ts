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
  const { kind } = column;
  if (typeof cell !== "string") return doubtOfNumber(column, cell);
  // Most cells are as they should be, which one look tells.
  const isClean = !isSuspect(cell) && !cell.startsWith("'");
  if (!isClean || isDamaged(cell)) {
    if (isDamaged(cell)) return plain("damaged-text");
    if (kind === "id") return untidyId(cell);
  }
  if (!isTextKind(kind) || kind === "text" || kind === "id")
    return isClean ? null : untidy(column, cell, style);
  // What a remedy mends without asking is untidy, not wrong.
  const mended = isClean && kind === "phone" ? cell : (safeRemedy(column, cell, style)?.to ?? cell);
  return invalidBecause(kind, mended) ?? (mended === cell ? null : untidy(column, cell, style));
}

function doubtOfNumber({ kind }: ColumnSpec, cell: number | boolean): Doubt | null {
  if (!isTextKind(kind) || kind === "text") return null;
  if (
    typeof cell === "number" &&
    (Math.abs(cell) >= firstUncertainNumber || !Number.isInteger(cell))
  )
    return plain("digits-lost");
  if (kind === "id") return null;
  return invalidBecause(kind, cell) ?? plain("kept-as-number");
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
  const remedy = safeRemedy(column, cell, style);
  const code = remedy === null ? undefined : untidiness[remedy.kind];
  return code === undefined ? null : plain(code);
}

/** Ids are not tidied without asking, yet told: one that only looks the same names no row. */
function untidyId(cell: string): Doubt | null {
  if (!isSuspect(cell)) return null;
  if (/[\uFF01-\uFF5E]/u.test(cell)) return plain("wide-characters");
  return plain(/^[\s\p{L}\p{N}\p{P}\p{S}]*$/u.test(cell) ? "stray-spaces" : "invisible-characters");
}

function plain(code: DoubtCode): Doubt {
  return { code, because: null };
}
