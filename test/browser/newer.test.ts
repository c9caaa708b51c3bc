import { readFileSync } from "node:fs";
import path from "node:path";
import { openWorkbook } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import { openStage, Preview, type Stage } from "./browser";

const said = {
  zh: {
    file: "adopted-zh.xlsx",
    newer: /由更新的客户簿版本（格式 9）建立/,
    log: "记录跟进",
    tools: "数据工具",
    looking: ["查重与合并", "数据体检", "变更记录"],
    customer: "华瑞电子有限公司",
    writing: /^(登记新客户|记录跟进|撤销)/,
  },
  en: {
    file: "created-en-1904.xlsx",
    newer: /made by a newer Keepsheet \(layout 9\)/,
    log: "Log follow-up",
    tools: "Data tools",
    looking: ["Duplicates", "Health check", "Changes"],
    customer: "Qiming Precision Ltd.",
    writing: /^(Add a customer|Log|Take back)/,
  },
} as const;

/** A workbook as a later version of the add-in leaves it. */
async function newerFile(name: string): Promise<Buffer> {
  const bytes = readFileSync(path.join(__dirname, "../workbooks/schema-1", name));
  const opened = await openWorkbook(new Uint8Array(bytes), name);
  if (!opened.ok) throw new Error(opened.failure.code);
  const { settings } = opened.workbook;
  settings.set("keepsheet", { ...(settings.get("keepsheet") as object), schemaVersion: 9 });
  return Buffer.from(await saveXlsx(opened.workbook));
}

describe("a workbook of a newer version in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  it.each(["zh", "en"] as const)(
    "(%s) is shown and not written: the word stands where anything would be, also where the ribbon leads to",
    async (language) => {
      preview = await Preview.open(stage, { language });
      const words = said[language];
      const { pane, page } = preview;
      await page.locator("[data-file]").setInputFiles({
        name: words.file,
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: await newerFile(words.file),
      });
      await pane.getByText(words.newer).waitFor();
      await preview.screenshot(`newer-${language}`);
      expect(await preview.button(words.writing).count()).toBe(0);

      const name = pane.locator("[data-row-part=open]").filter({ hasText: words.customer });
      await name.click();
      await pane.getByRole("heading", { level: 1, name: words.customer }).waitFor();
      expect(await preview.button(words.writing).count()).toBe(0);
      await page.locator(".ribbon").getByRole("button", { name: words.log }).first().click();
      await pane.getByText(words.newer).waitFor();
      await preview.screenshot(`newer-log-${language}`);
      expect(await pane.getByRole("form").count()).toBe(0);
      // What can be looked at all the same says why it offers no change.
      for (const tool of words.looking) {
        await preview.home();
        await preview.button(words.tools).click();
        await preview.button(tool).click();
        await pane.getByRole("heading", { level: 1, name: tool }).waitFor();
        await pane.getByText(words.newer).waitFor();
        await preview.screenshot(`newer-${tool}-${language}`);
      }
      expect(await preview.tab(language === "zh" ? "变更记录" : "Changes").count()).toBe(0);
      expect(preview.complaints).toEqual([]);
    },
  );
});
