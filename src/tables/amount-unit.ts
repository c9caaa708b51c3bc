/** How many yuan one of a unit is. */
const units: ReadonlyMap<string, number> = new Map([
  ["千", 1e3],
  ["万", 1e4],
  ["百万", 1e6],
  ["千万", 1e7],
  ["亿", 1e8],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["m", 1e6],
]);

/** @returns 1 without a unit */
export function yuanPerUnit(unit: string | undefined): number {
  return units.get((unit ?? "").toLowerCase().replace(/s$/u, "")) ?? 1;
}

/** A number in another unit, without the traces of binary fractions: 1.15 × 10,000 is 11,500. */
export function times(number: number, factor: number): number {
  return factor === 1 ? number : Number((number * factor).toPrecision(15));
}

// 金额（万元） · 金额(单位：万) · 金额/万元 · 合同额万元
const hanUnit =
  /(?:[([【/:,\s]\s*(?:单位\s*:?\s*)?(千万|百万|[千万亿])元?|(千万|百万|[千万亿])元)\s*[)\]】]?$/u;
// revenue ($M) · amount (k) · sales in thousands
const latinUnit =
  /(?:[([]\s*(?:in\s+)?[$¥€]?\s*(thousands?|millions?|k|m)\s*[)\]]|\bin\s+(thousands?|millions?))$/iu;

/**
 * How many yuan a number under a header stands for: many lists of amounts say 万元 once, above all of them.
 *
 * @returns 1 where the header names no other unit
 *
 * @example
 * unitOfHeader("潜在金额（万元）") //=> 10000
 */
export function unitOfHeader(header: string): number {
  const plain = header.normalize("NFKC").trim();
  const match = hanUnit.exec(plain) ?? latinUnit.exec(plain);
  return yuanPerUnit(match?.[1] ?? match?.[2]);
}

/** Whether a text says its own unit, which then counts and not the header's. */
export function saysUnit(text: string): boolean {
  return /[千万亿]/u.test(text);
}
