import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openWebStage, officeJsFromPackage } from "../test/browser/web-stage";
import { saveXlsx } from "../src/host/file/save";
import type { BenchRow } from "./bench";
import { fileRows, fileWorkbook } from "./file-workbook";
import { rowsOf } from "./pane-rows";
import { watched, watchInside } from "./pane-watch";

const aim = `at most 20,000; ${fileRows.toLocaleString("en-US")} rows`;

const patience = 5 * 60_000;

/**
 * The preview opens and saves 100,000 × 25 cells with two columns of custom functions: how long it takes, how long a task
 * keeps the page's thread, and how long its bar stands still. The add-in's pane has a process to itself, so that the
 * thread's tasks are the page's own.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "keepsheet-file-"));
  const stage = await openWebStage({ "Origin-Agent-Cluster": "?1" });
  try {
    const file = path.join(folder, "bench.xlsx");
    await writeFile(file, await saveXlsx(fileWorkbook()));
    const context = await stage.browser.newContext({
      locale: "zh-CN",
      viewport: { width: 1440, height: 900 },
      ignoreHTTPSErrors: true,
    });
    context.setDefaultTimeout(patience);
    await officeJsFromPackage(context);
    await context.addInitScript(watchInside);
    const page = await context.newPage();
    await page.goto(stage.url);
    await page
      .frameLocator("iframe.pane-frame")
      .getByRole("button", { name: "建立客户表" })
      .waitFor();
    const frame = () => page.mainFrame();
    const opening = await watched(stage.browser, page, frame, async () => {
      await page.setInputFiles("[data-file]", file);
      await page.locator('[data-sheet="客户"]').waitFor();
    });
    const calculating = await watched(stage.browser, page, frame, () =>
      page.waitForTimeout(15_000),
    );
    let saved = "";
    const saving = await watched(stage.browser, page, frame, async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("[data-save]").click(),
      ]);
      saved = await download.path();
    });
    return [
      ...rowsOf("open .xlsx in the page", opening, aim),
      ...rowsOf("the 15 s after it", calculating, aim),
      ...rowsOf("save .xlsx in the page", saving, aim),
      {
        name: "size of what was saved",
        value: Math.round((await readFile(saved)).length / 1024),
        unit: "kB",
      },
    ];
  } finally {
    await stage.close();
    await rm(folder, { recursive: true });
  }
}
