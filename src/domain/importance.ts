import type { CodeList } from "./code-list";

/** Whether a customer's potential makes it important; rule D2. 重要性 */
export type Importance = "important" | "ordinary";

export const importances: CodeList<Importance> = [
  { code: "important", title: { zh: "重要", en: "Important" }, synonyms: ["重要客户", "key"] },
  {
    code: "ordinary",
    title: { zh: "非重要", en: "Ordinary" },
    synonyms: ["非重要客户", "不重要", "notimportant", "normal"],
  },
];

/**
 * Importance by the potential amount; rule D2. The threshold itself is important.
 *
 * @param potentialYuan - what the customer may be worth, in yuan; null when unknown
 * @param thresholdYuan - null when not configured, which is the default
 * @returns null when either is missing: importance is never guessed
 *
 * @example
 * importanceOf(50_000, 50_000) //=> "important"
 * importanceOf(50_000, null)   //=> null
 */
export function importanceOf(
  potentialYuan: number | null,
  thresholdYuan: number | null,
): Importance | null {
  if (potentialYuan === null || thresholdYuan === null) return null;
  return potentialYuan >= thresholdYuan ? "important" : "ordinary";
}
