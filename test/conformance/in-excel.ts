import { startExcel } from "./excel-here";

let sheets = 0;

/**
 * Runs a piece of the public Excel API on a fresh worksheet of its own. The conformance tests use nothing else, so that
 * the same files run inside a real Excel, on the conformance page.
 */
export async function inExcel(
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<void>,
): Promise<void> {
  await startExcel();
  await Excel.run(async (context) => {
    sheets += 1;
    const sheet = context.workbook.worksheets.add(`Trial${sheets}`);
    sheet.activate();
    sheet.load("name,id");
    await context.sync();
    await work(context, sheet);
  });
}

const looks = 250;
const betweenLooks = 20;

/** Waits until something is so: events come when Excel sees fit. Ends after five seconds either way; the test looks then. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let look = 0; look < looks && !isSo(); look += 1)
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
}
