import { type Session } from "../run";

/** What keeps cells of a sheet from being written as a whole: its protection, or a filter that hides rows. */
export type SheetGuard = "protected" | "filtered" | null;

/** Queues the question what guards these sheets. @returns the answer for one of them, after the sync */
export function queueGuards(
  { context }: Session,
  sheets: Iterable<string>,
): (sheet: string) => SheetGuard {
  const filtering = Office.context.requirements.isSetSupported("ExcelApi", "1.9");
  const asked = new Map(
    [...new Set(sheets)].map((sheet) => {
      const live = context.workbook.worksheets.getItem(sheet);
      const guard = {
        protection: live.protection.load("protected"),
        filter: filtering ? live.autoFilter.load("isDataFiltered") : null,
        tables: filtering ? live.tables.load("items/autoFilter/isDataFiltered") : null,
      };
      return [sheet, guard] as const;
    }),
  );
  return (sheet) => {
    const guard = asked.get(sheet);
    if (guard === undefined) return null;
    if (guard.protection.protected) return "protected";
    // Excel copies of filtered rows only those it shows.
    const isFiltered =
      guard.filter?.isDataFiltered === true ||
      guard.tables?.items.some(({ autoFilter }) => autoFilter.isDataFiltered) === true;
    return isFiltered ? "filtered" : null;
  };
}
