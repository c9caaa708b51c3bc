import { wordReader, type CodeList } from "./code-list";
import type { Day } from "./day";
import { addSpan, type Span } from "./span";

/** How soon a customer must be handled; rule D3. 紧急程度 */
export type Urgency = "urgent" | "soon" | "unhurried" | "slow";

export const urgencies: CodeList<Urgency> = [
  { code: "urgent", title: { zh: "紧急", en: "Urgent" }, synonyms: ["紧急客户"] },
  { code: "soon", title: { zh: "缓急", en: "Soon" }, synonyms: ["缓急客户"] },
  { code: "unhurried", title: { zh: "不紧急", en: "Unhurried" }, synonyms: ["不紧急客户"] },
  {
    code: "slow",
    title: { zh: "可慢反应", en: "Slow" },
    synonyms: ["可慢反应客户", "慢反应"],
  },
];

/** Reads an urgency cell; blank is null, other words are `unknown-word`. */
export const readUrgency = wordReader(urgencies);

/** How far ahead the day may lie for each urgency but the last, inclusive. */
export type UrgencyBounds = Readonly<Record<"urgent" | "soon" | "unhurried", Span>>;

/**
 * The urgency of a customer that must be handled by a day; rule D3. Bounds are inclusive; a past day is urgent.
 *
 * @example
 * urgencyOf(day("2026-03-08"), day("2026-03-01"), defaultUrgencyBounds) //=> "urgent"
 */
export function urgencyOf(handleBy: Day, asOf: Day, bounds: UrgencyBounds): Urgency {
  if (handleBy <= addSpan(asOf, bounds.urgent)) return "urgent";
  if (handleBy <= addSpan(asOf, bounds.soon)) return "soon";
  return handleBy <= addSpan(asOf, bounds.unhurried) ? "unhurried" : "slow";
}
