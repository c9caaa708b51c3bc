import type { WorkbookFailure } from "../app/workbook/failures";
import { err, ok, type Result } from "../domain/result";
import { highlightMark, type HighlightRule } from "../tables/highlight";
import { formulaInputs } from "../tables/schema";
import type { BoundTable } from "./binding";
import { formulaForRow } from "./commit/row-formula";
import { fleeting, type Session } from "./run";

/**
 * Takes our own highlight rules away wherever pasting has scattered them on the customers sheet, and adds them afresh
 * over the whole table. People's own rules are recognised by not bearing our mark, and stay; those that went before
 * ours still do.
 *
 * @returns how many rules were removed and added; `column-missing` where the table lacks one they are about
 */
export async function repairHighlight(
  session: Session,
  customers: BoundTable | undefined,
  rules: readonly HighlightRule[],
): Promise<Result<{ readonly removed: number; readonly added: number }, WorkbookFailure>> {
  if (customers === undefined) return err({ code: "table-missing", table: "customers" });
  const inputs = rules.flatMap(({ formula }) => formulaInputs(formula));
  const missing = inputs.find((input) => customers.columns[input] === undefined);
  if (missing !== undefined)
    return err({ code: "column-missing", table: "customers", column: missing });
  const { context } = session;
  const sheet = context.workbook.tables.getItem(customers.live.id).worksheet;
  // Tracked, unlike our other ranges: the rules are reached through it in several trips.
  const formats = sheet.getRange().conditionalFormats;
  const own = await ownRules(session, formats);
  formats.load("items/id,items/priority");
  const body = bodyOf(context, customers).load("rowIndex,columnIndex");
  await session.sync();
  const before = rulesBefore(formats.items, new Set(own.map(({ id }) => id)));
  for (const rule of own) rule.delete();
  const at = { firstRow: body.rowIndex, left: body.columnIndex };
  const added = addHighlight(context, customers, at, rules);
  // From the last on: each takes its place behind people's rules, right before the one of ours that follows it.
  if (before > 0) {
    [...added.entries()].reverse().forEach(([index, rule]) => (rule.priority = before + index));
  }
  await session.sync();
  return ok({ removed: own.length, added: rules.length });
}

/**
 * Queues our rules over the table's body. A rule that is added goes before all others, therefore the last comes first.
 *
 * @param at - zero-based sheet row and column of the body's first cell, to which the formulas are relative
 * @returns the new rules, in the order of `rules`
 */
export function addHighlight(
  context: Excel.RequestContext,
  customers: BoundTable,
  at: { readonly firstRow: number; readonly left: number },
  rules: readonly HighlightRule[],
): readonly Excel.ConditionalFormat[] {
  const formats = bodyOf(context, customers).conditionalFormats;
  const added = [...rules].reverse().map((rule) => {
    const format = formats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = formulaForRow(rule.formula, at.firstRow, customers, at.left);
    format.custom.format.fill.color = rule.fill;
    format.custom.format.font.color = rule.fontColor;
    if (rule.bold) format.custom.format.font.bold = true;
    return format;
  });
  return added.reverse();
}

/** How many of people's own rules go before the first of ours. */
function rulesBefore(
  formats: readonly Excel.ConditionalFormat[],
  own: ReadonlySet<string>,
): number {
  const ours = formats.filter(({ id }) => own.has(id)).map(({ priority }) => priority);
  if (ours.length === 0) return 0;
  const first = Math.min(...ours);
  return formats.filter(({ id, priority }) => !own.has(id) && priority < first).length;
}

function bodyOf(context: Excel.RequestContext, { live }: BoundTable): Excel.Range {
  return fleeting(context.workbook.tables.getItem(live.id).getDataBodyRange());
}

/** Our own rules among those of a range, recognised by their mark. */
export async function ownRules(
  session: Session,
  formats: Excel.ConditionalFormatCollection,
): Promise<readonly Excel.ConditionalFormat[]> {
  formats.load("items/id,items/type");
  await session.sync();
  const candidates = formats.items.filter(
    ({ type }) => type === Excel.ConditionalFormatType.custom,
  );
  for (const format of candidates) format.custom.rule.load("formula");
  const sent = await session.attempt();
  if (sent.ok) return candidates.filter(isOwn);
  // Reading all at once can fail over one damaged rule (office-js#6835): then each is asked for by itself, and one
  // that cannot be read is not ours.
  const own: Excel.ConditionalFormat[] = [];
  for (const format of candidates) {
    format.custom.rule.load("formula");
    const read = await session.attempt();
    if (read.ok && isOwn(format)) own.push(format);
  }
  return own;
}

function isOwn(format: Excel.ConditionalFormat): boolean {
  return format.custom.rule.formula.replaceAll(" ", "").includes(highlightMark);
}
