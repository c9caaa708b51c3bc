import { openWorkbook } from "../src/host/file/open";
import { saveXlsx } from "../src/host/file/save";
import { snapshotWorkbook, workbookFromSnapshot } from "../src/host/file/snapshot";
import { internStyle } from "../src/host/model/style";
import { Workbook } from "../src/host/model/workbook";
import type { BenchRow } from "./bench";

const rows = 100_000;
const columns = 25;

/** Names, ids, amounts, days and two calculated columns, as a customer sheet of that size has them. */
function customerWorkbook(): Workbook {
  const workbook = new Workbook();
  const { cells } = workbook.addSheet("客户");
  const day = internStyle({ numberFormat: "yyyy-mm-dd" });
  const text = internStyle({ numberFormat: "@" });
  for (let column = 0; column < columns; column++) {
    cells.setValue(0, column, `列 ${column + 1}`);
    for (let row = 1; row <= rows; row++) {
      if (column === 0) {
        cells.setValue(row, column, `C${String(row).padStart(10, "0")}`);
        cells.setStyle(row, column, text);
      } else if (column < 9) cells.setValue(row, column, `客户 ${(row * 31 + column) % 20_000}`);
      else if (column < 17) cells.setValue(row, column, ((row * 7919) % 1_000_000) / 100);
      else if (column < 23) {
        cells.setValue(row, column, 45_000 + ((row * 13 + column) % 700));
        cells.setStyle(row, column, day);
      } else {
        cells.setFormula(row, column, { text: `=CRM.GRADE($B${row + 1},$R${row + 1},crm_as_of)` });
        cells.setValue(row, column, "ABCDE".charAt(row % 5));
      }
    }
  }
  return workbook;
}

/** Opening and saving a workbook of 100,000 × 25 cells in this process (the preview does it in a worker). */
export async function run(): Promise<readonly BenchRow[]> {
  const workbook = customerWorkbook();
  const timed = async <Answer>(work: () => Promise<Answer> | Answer): Promise<[Answer, number]> => {
    const start = performance.now();
    const answer = await work();
    return [answer, Math.round(performance.now() - start)];
  };
  const [bytes, saving] = await timed(() => saveXlsx(workbook));
  const [opened, opening] = await timed(() => openWorkbook(bytes, "bench.xlsx"));
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const [, crossing] = await timed(() =>
    workbookFromSnapshot(structuredClone(snapshotWorkbook(opened.workbook))),
  );
  const cells = "100,000 × 25 cells, 200,000 of them formulas";
  return [
    { name: "save .xlsx", value: saving, unit: "ms", note: cells },
    { name: "open .xlsx", value: opening, unit: "ms", note: cells },
    { name: "hand a workbook to or from a worker", value: crossing, unit: "ms", note: cells },
    { name: "size of that .xlsx", value: Math.round(bytes.length / 1024), unit: "kB" },
  ];
}
