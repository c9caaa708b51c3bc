import type { NewName } from "../../app/workbook/install";
import type { Placed } from "./install-tables";
import { fleeting } from "../run";

/**
 * Queues the defined names through which formulas reach the settings. A whole column is named by its structured
 * reference, so that the name grows with the table.
 */
export function queueNames(
  context: Excel.RequestContext,
  names: readonly NewName[],
  placed: readonly Placed[],
): void {
  const { names: collection } = context.workbook;
  for (const name of names) {
    const table = placed.find((candidate) => candidate.table === name.table);
    const from = table?.columns[name.from];
    const to = table?.columns[name.to];
    if (table === undefined || from === undefined || to === undefined) {
      throw new Error(`${name.name}: ${name.table} lacks ${name.from} or ${name.to}`);
    }
    if (name.rows === null) {
      collection.add(name.name, structuredReference(table.live.name, from.header, to.header));
      continue;
    }
    const { first, last } = name.rows;
    const sheet = context.workbook.worksheets.getItem(table.live.sheet);
    const area = sheet.getRangeByIndexes(
      table.firstRow + first,
      table.left + from.index,
      last - first + 1,
      to.index - from.index + 1,
    );
    collection.add(name.name, fleeting(area));
  }
}

/** Whole columns by their headers: the reference grows with the table. */
export function structuredReference(table: string, from: string, to: string): string {
  return from === to
    ? `=${table}[${escaped(from)}]`
    : `=${table}[[${escaped(from)}]:[${escaped(to)}]]`;
}

/** Characters with a meaning inside structured references are escaped with an apostrophe. */
function escaped(header: string): string {
  return header.replaceAll(/['[\]#@]/g, "'$&");
}
