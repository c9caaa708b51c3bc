import { addConditionalFormat } from "../src/host/edit/rules";
import { ExcelHost } from "../src/host/excel-host";
import { saveXlsx } from "../src/host/file/save";
import { internStyle } from "../src/host/model/style";
import { Workbook } from "../src/host/model/workbook";
import { openStage, Preview } from "../test/browser/browser";
import type { BenchRow } from "./bench";

const rows = 10_000;
const columns = 20;
const paints = 40;

async function customerFile(): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("客户");
  const day = internStyle({ numberFormat: "yyyy-mm-dd" });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const dated = column % 3 === 2;
      const value =
        column === 0 ? `客户 ${row}` : dated ? 45_000 + (row % 700) : (row * 37) % 1_000;
      sheet.cells.setValue(row, column, value);
      if (dated) sheet.cells.setStyle(row, column, day);
    }
  }
  const { workspace } = new ExcelHost(workbook).editor;
  const area = (column: number) => [{ top: 0, bottom: rows - 1, left: column, right: column }];
  addConditionalFormat(workspace, sheet, area(1), {
    kind: "ColorScale",
    definition: {
      minimum: { type: "LowestValue", color: "#F8696B" },
      maximum: { type: "HighestValue", color: "#63BE7B" },
    },
  });
  addConditionalFormat(workspace, sheet, area(3), {
    kind: "Custom",
    formula: "=$B1>500",
    style: { fill: "#FFEEAA" },
  });
  return Buffer.from(await saveXlsx(workbook));
}

/** Repaint of the preview's grid after an edit, in the browser, with 10,000 rows, a scale and a rule of formulas. */
export async function run(): Promise<readonly BenchRow[]> {
  const stage = await openStage();
  try {
    const preview = await Preview.open(stage);
    const { page } = preview;
    await page.setInputFiles("[data-file]", {
      name: "bench.xlsx",
      mimeType: "application/octet-stream",
      buffer: await customerFile(),
    });
    await preview.tab("客户").waitFor();
    await preview.goTo("A5000");
    await preview.cell("A5000").waitFor();
    const times: number[] = [];
    for (let turn = 0; turn < paints; turn++) {
      await page.keyboard.type(String(turn));
      await page.keyboard.press("Enter");
      times.push(await page.evaluate(() => window.keepsheetPreview?.paint() ?? Number.NaN));
    }
    times.sort((one, other) => one - other);
    const note =
      "10,000 × 20 cells, a colour scale and a rule of formulas over all rows, 1440 × 900";
    return [
      { name: "repaint after an edit, median", value: times[paints / 2] ?? NaN, unit: "ms", note },
      {
        name: "repaint after an edit, slowest of 40",
        value: times.at(-1) ?? NaN,
        unit: "ms",
        note,
      },
    ];
  } finally {
    await stage.close();
  }
}
