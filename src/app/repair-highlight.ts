import { highlightRules } from "../tables/highlight";
import type { Workbook } from "./workbook";

/**
 * Deletes this add-in's own highlight rules, which pasting and inserting rows break into pieces, and adds them afresh
 * over the whole customers table (F5, F7). People's own rules stay.
 *
 * @returns how many rules were removed and added
 */
export function repairHighlight(workbook: Workbook): ReturnType<Workbook["repairHighlight"]> {
  return workbook.repairHighlight(highlightRules);
}
