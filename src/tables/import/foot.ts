import { isBlankCell, textOf } from "../cells";
import type { Cell } from "../change";
import { isTotalWord } from "../total-row";
import type { IncomingRows, RejectionCode } from "./plan";

/** A row under the data that is none of it: what it is, and the cell that says so. */
export interface FootRow {
  readonly code: Extract<RejectionCode, "total-row" | "remark">;
  readonly found: Cell;
}

/** A colon must follow: a customer may well be called 说明书印刷厂. */
const remarkStart =
  /^(?:备注|附注|注释|注|说明|数据来源|来源|notes?|remarks?|n\.?b\.?|p\.?s\.?|sources?)\s*:/iu;

/**
 * Rows at the end that say something about the whole sheet: remarks that stand alone in their row, and above them a row
 * of totals. Further up such rows are data like all others.
 *
 * @example
 * footOf([["客户", "地区"], ["甲", "华东"], ["备注：以上数据截至二月", null]])
 * //=> Map { 2 => { code: "remark", found: "备注：以上数据截至二月" } }
 */
export function footOf(rows: IncomingRows): ReadonlyMap<number, FootRow> {
  const foot = new Map<number, FootRow>();
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const filled = (rows[row] ?? []).filter((cell) => !isBlankCell(cell));
    const [found = null] = filled;
    if (found === null) continue;
    if (filled.length === 1 && isRemark(found)) {
      foot.set(row, { code: "remark", found });
      continue;
    }
    if (isTotalWord(textOf(found))) foot.set(row, { code: "total-row", found });
    break;
  }
  return foot;
}

function isRemark(cell: Cell): boolean {
  return typeof cell === "string" && remarkStart.test(cell.normalize("NFKC").trim());
}
