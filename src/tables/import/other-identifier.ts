import { readIdentityNumber } from "../../domain/identity-number";
import { readCreditCode } from "../../domain/matching/credit-code";
import { textOf } from "../cells";
import type { Cell } from "../change";
import type { ColumnSpec } from "../schema";
import type { ImportKey } from "./key";
import { reason, type Values } from "./row-reader";
import type { Rejection } from "./plan";

/** The number in its normal form; null where it is none by its standard, and so proves nothing. */
function identifierIn({ kind }: ColumnSpec, cell: Cell): string | null {
  if (kind === "creditCode") {
    const read = readCreditCode(textOf(cell));
    return read.ok ? read.value : null;
  }
  if (kind !== "identityNumber") return null;
  const read = readIdentityNumber(textOf(cell));
  return read.ok ? read.value.number : null;
}

/**
 * Why a row that comes in may not be the one its key names: both say a number that belongs to one company or person only,
 * each valid by its standard (GB 32100, GB 11643), and not the same one; rule N1. Nobody guesses which of them is right.
 *
 * @param key - an id or a credit code settles who is meant, so that another number is a correction
 * @param present - what the row that is there holds
 */
export function otherIdentifier(
  key: ImportKey,
  values: Values,
  present: (column: string) => Cell,
): Rejection | null {
  if (key === "id" || key === "creditCode") return null;
  for (const [spec, value] of values) {
    const incoming = identifierIn(spec, value);
    if (incoming === null) continue;
    const there = present(spec.id);
    const known = identifierIn(spec, there);
    if (known !== null && known !== incoming)
      return { ...reason("other-identifier", spec.id, value), there };
  }
  return null;
}
