import type { Workbook } from "../model/workbook";
import type { FileWarning } from "./failure";

/** What a person should know before this workbook is saved: what the file will hold in another form than the workbook. */
export function saveWarnings(workbook: Workbook): readonly FileWarning[] {
  const sheets = workbook.sheets.filter(({ comments }) => comments.length > 0);
  return sheets.length === 0
    ? []
    : [{ code: "comments-as-notes", sheets: sheets.map(({ name }) => name) }];
}
