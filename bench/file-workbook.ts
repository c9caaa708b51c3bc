import { internStyle } from "../src/host/model/style";
import { Workbook } from "../src/host/model/workbook";

/** Rows of customers in `fileWorkbook`, below its headings. */
export const fileRows = 100_000;
const columns = 25;

/**
 * The workbook whose opening and saving is measured: 100,000 customers of 25 columns, with ids, names, amounts, days and
 * two columns of the add-in's functions.
 */
export function fileWorkbook(): Workbook {
  const workbook = new Workbook();
  const { cells } = workbook.addSheet("客户");
  const day = internStyle({ numberFormat: "yyyy-mm-dd" });
  const text = internStyle({ numberFormat: "@" });
  for (let column = 0; column < columns; column++) {
    cells.setValue(0, column, `列 ${column + 1}`);
    for (let row = 1; row <= fileRows; row++) {
      if (column === 0) {
        cells.setValue(row, column, `C${String(row).padStart(10, "0")}`);
        cells.setStyle(row, column, text);
      } else if (column === 1)
        cells.setValue(row, column, ["目标", "潜在", "死亡"][row % 3] ?? null);
      else if (column < 9) cells.setValue(row, column, `客户 ${(row * 31 + column) % 20_000}`);
      else if (column < 17) cells.setValue(row, column, ((row * 7919) % 1_000_000) / 100);
      else if (column < 23) {
        cells.setValue(row, column, 45_000 + ((row * 13 + column) % 700));
        cells.setStyle(row, column, day);
      } else if (column === 23) {
        cells.setFormula(row, column, { text: `=CRM.GRADE($B${row + 1},$R${row + 1},设置!$A$1)` });
        cells.setValue(row, column, "ABCDE".charAt(row % 5));
      } else {
        cells.setFormula(row, column, { text: `=CRM.NEXTFOLLOWUP($X${row + 1},$S${row + 1})` });
        cells.setValue(row, column, 45_007 + (row % 700));
        cells.setStyle(row, column, day);
      }
    }
  }
  workbook.addSheet("设置").cells.setValue(0, 0, 45_300);
  return workbook;
}
