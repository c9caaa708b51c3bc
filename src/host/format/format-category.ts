/** https://learn.microsoft.com/javascript/api/excel/excel.numberformatcategory */
export type FormatCategory =
  | "General"
  | "Number"
  | "Currency"
  | "Accounting"
  | "Date"
  | "Time"
  | "Percentage"
  | "Fraction"
  | "Scientific"
  | "Text"
  | "Special"
  | "Custom";

/**
 * The tab of Excel's Format Cells dialog a number format belongs to; what fits none is Custom.
 *
 * @example formatCategory("yyyy-mm-dd") //=> "Date"
 */
export function formatCategory(format: string): FormatCategory {
  if (/^general$/i.test(format)) return "General";
  if (format === "@") return "Text";
  const [first = ""] = format.split(";");
  const bare = first.replace(/"[^"]*"|\\./g, "").replace(/\[(?!\$|[hms]+\])[^\]]*\]/gi, "");
  if (/[_*]/.test(bare) && /[#0?]/.test(bare)) return "Accounting";
  const plain = bare.replace(/\[\$[^\]]*\]/g, "¤");
  if (/[ymdhs]/i.test(plain) && !/[#0?]/.test(plain.replace(/\.0+/g, ""))) {
    return /[yd]/i.test(plain) || /m/i.test(plain.replace(/h+:m+|m+:s+/gi, "")) ? "Date" : "Time";
  }
  if (/^[^%]*%$/.test(plain) && /0/.test(plain)) return "Percentage";
  if (/0E[+-]0/i.test(plain)) return "Scientific";
  if (/[#?0]\s*\/\s*[?\d]/.test(plain)) return "Fraction";
  if (/[$¥￥€£¤]/.test(plain) && /[#0]/.test(plain)) return "Currency";
  if (/^(#,##)?0(\.0+)?$/.test(plain)) return "Number";
  return "Custom";
}
