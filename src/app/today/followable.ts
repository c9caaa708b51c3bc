import type { WorkbookFacts } from "../workbook/facts";
import type { Today } from "./today";

/**
 * The workbook's facts after a change that was followed, where nothing but what the change brought has come about since
 * the Today before it: customers are as many as they should be, and are judged by the same.
 *
 * @param facts - as they are now
 * @returns null where Today must be read afresh
 */
export function followable({ facts: before }: Today, facts: WorkbookFacts): WorkbookFacts | null {
  return judgedBy(before) === judgedBy(facts) ? facts : null;
}

/** All of the facts that Today depends on. */
function judgedBy({ dateSystem, language, schemaVersion, fields, tables }: WorkbookFacts): string {
  const { customers, settings, holidays } = tables;
  return JSON.stringify([
    dateSystem,
    language,
    schemaVersion,
    fields,
    customers,
    settings,
    holidays,
  ]);
}
