import { importWords } from "../words/import";

const ours = new Set(
  Object.values(importWords).flatMap(({ rejectedSheet: { reason, row } }) => [reason, row]),
);

/** Whether a header is one that the sheet of rejected rows adds: what stands there says why, and is nobody's data. */
export function isOfRejectedSheet(header: string): boolean {
  return ours.has(header.trim());
}
