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

interface Frame {
  /** Milliseconds from the key to the frame that shows the cell. */
  readonly took: number;
  /** What the awaited cell shows in it. */
  readonly text: string;
}

/** In the page: leaves in `paintedAfter` when the frame after each Enter was painted, and what the awaited cell shows. */
function watchFrames(): void {
  window.addEventListener(
    "keydown",
    ({ key }) => {
      if (key !== "Enter") return;
      const began = performance.now();
      const { port1, port2 } = new MessageChannel();
      // A message sent while a frame is made arrives when it has been painted.
      port1.onmessage = () => {
        const took = performance.now() - began;
        const name = String(Reflect.get(globalThis, "awaitedCell"));
        const cell = document.querySelector(`.grid [data-address="${name}"] .cell-text`);
        Reflect.set(globalThis, "paintedAfter", { took, text: cell?.textContent ?? "" });
        port1.close();
      };
      requestAnimationFrame(() => port2.postMessage(null));
    },
    { capture: true },
  );
}

function takeFrame(): Frame {
  const frame = Reflect.get(globalThis, "paintedAfter") as Frame;
  Reflect.deleteProperty(globalThis, "paintedAfter");
  return frame;
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
    await page.evaluate(watchFrames);
    const times: number[] = [];
    const frames: number[] = [];
    for (let turn = 0; turn < paints; turn++) {
      const address = `A${5000 + turn}`;
      await page.keyboard.type(String(turn));
      await page.evaluate((name) => void Reflect.set(globalThis, "awaitedCell", name), address);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => Reflect.has(globalThis, "paintedAfter"));
      const { took, text } = await page.evaluate(takeFrame);
      if (text !== String(turn)) throw new Error(`${address} shows ${text} in the next frame`);
      frames.push(took);
      times.push(await page.evaluate(() => window.keepsheetPreview?.paint() ?? Number.NaN));
    }
    for (const list of [times, frames]) list.sort((one, other) => one - other);
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
      {
        name: "from Enter to the painted frame, median",
        value: frames[paints / 2] ?? NaN,
        unit: "ms",
        note: "storing, calculating and painting, and the wait for the frame itself",
      },
      {
        name: "from Enter to the painted frame, slowest of 40",
        value: frames.at(-1) ?? NaN,
        unit: "ms",
        note,
      },
    ];
  } finally {
    await stage.close();
  }
}
