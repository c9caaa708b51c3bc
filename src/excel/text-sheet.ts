/* eslint-disable office-addins/call-sync-before-read --
   this rule knows a trip only as context.sync(); here it is the session's */
import type { WorkbookFailure } from "../app/workbook/failures";
import type { InstallFailure } from "../app/workbook/install";
import type { TextSheet } from "../app/workbook/places";
import { err, ok, type Result } from "../domain/result";
import { blockAddress } from "./address";
import { messageRuns } from "./message-size";
import { fleeting, type Session } from "./run";
import { textFormat } from "./safe-text";

/** Excel's widths are in points; a character of the usual font takes about this many. */
const pointsPerCharacter = 5.6;

/**
 * Adds a sheet of nothing but text (P7): every cell has the text format before it is filled, so that nothing in it
 * turns into a formula, a number or a day. A sheet that could not be filled to its end is deleted again.
 */
export async function addTextSheet(
  session: Session,
  { name, headers, widths, rows }: TextSheet,
): Promise<Result<{ readonly roundTrips: number }, InstallFailure>> {
  const { worksheets } = session.context.workbook;
  const taken = worksheets.getItemOrNullObject(name);
  await session.sync();
  if (!taken.isNullObject) return err({ code: "no-room", sheet: name, address: "A1" });
  const sheet = worksheets.add(name);
  const grid = [headers, ...rows];
  const area = sheet.getRange(blockAddress(0, 0, grid.length, headers.length));
  fleeting(area).numberFormat = [[textFormat]];
  fleeting(area).format.verticalAlignment = "Top";
  const header = fleeting(sheet.getRange(blockAddress(0, 0, 1, headers.length)));
  header.format.font.bold = true;
  widths.forEach((width, column) => {
    const cells = fleeting(sheet.getRange(blockAddress(0, column, 1, 1)));
    cells.format.columnWidth = width * pointsPerCharacter;
  });
  sheet.freezePanes.freezeRows(1);
  const filled = await session.attempt();
  if (!filled.ok) return takeOut(session, name, filled.error);
  for (const { first, count } of messageRuns(grid)) {
    const range = fleeting(sheet.getRange(blockAddress(first, 0, count, headers.length)));
    range.values = grid.slice(first, first + count).map((row) => [...row]);
    const sent = await session.attempt();
    if (!sent.ok) return takeOut(session, name, sent.error);
  }
  sheet.activate();
  const shown = await session.attempt();
  return shown.ok ? ok({ roundTrips: session.roundTrips }) : takeOut(session, name, shown.error);
}

async function takeOut(
  session: Session,
  name: string,
  cause: WorkbookFailure,
): Promise<Result<never, InstallFailure>> {
  const sheet = session.context.workbook.worksheets.getItemOrNullObject(name);
  sheet.delete();
  const sent = await session.attempt();
  return err(sent.ok ? cause : { code: "half-written", restored: false, cause });
}
