import { readFile } from "node:fs/promises";
import path from "node:path";
import { eventually, openStage, Preview, type Stage } from "./browser";

/** What each language calls the things a person looks for. */
const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    tools: "数据工具",
    importing: "导入客户",
    pasted: "粘贴的单元格",
    use: "使用粘贴的内容",
    key: "凭什么认出已有客户",
    byName: "客户名称和地区",
    check: "试运行",
    checkAgain: "重新检查",
    mend: "改正第 4 行的预计成交日",
    done: "已导入：新增 2 位，更新 1 位",
    undo: "撤销",
    undone: "已撤销导入",
    headers: ["客户名称", "电话", "预计成交日"],
    customer: "江南纺织有限公司",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    tools: "Data tools",
    importing: "Import customers",
    pasted: "Pasted cells",
    use: "Use what is pasted",
    key: "Recognise a customer by",
    byName: "Name and region",
    check: "Dry run",
    checkAgain: "Check again",
    mend: "Correct Expected close in row 4",
    done: "Imported: 2 new, 1 updated",
    undo: "Undo",
    undone: "Import undone",
    headers: ["Customer", "Phone", "Expected close"],
    customer: "Jiangnan Textiles",
  },
} as const;

const accounts = path.join(__dirname, "../workbooks/crm-sales-opportunities/accounts.csv");

describe("bringing data in, in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  async function opened(language: "zh" | "en"): Promise<void> {
    preview = await Preview.open(stage, { language, width: 2000, height: 1000 });
    const words = said[language];
    await preview.pane.getByRole("button", { name: words.setUp }).click();
    await preview.pane.getByRole("button", { name: words.start }).click();
    await preview.pane.getByRole("button", { name: words.toToday }).click();
    await preview.pane.getByRole("button", { name: words.tools }).click();
    await preview.pane.getByRole("button", { name: words.importing }).click();
    await preview.pane.getByRole("heading", { level: 1, name: words.importing }).waitFor();
  }
  const button = (name: string) => preview.pane.getByRole("button", { name });
  const counts = (): Promise<readonly string[]> =>
    preview.pane.locator("[data-fate]").allTextContents();
  const numbers = async (): Promise<readonly number[]> =>
    (await counts()).map((text) => Number.parseInt(text, 10));

  it.each(["zh", "en"] as const)(
    "[P7] (%s) pasted cells: dry run, a cell mended in place, import, undo",
    async (language) => {
      await opened(language);
      const words = said[language];
      const text = [
        words.headers.join("\t"),
        `${words.customer}\t+8613900000000\t2026-04-01`,
        "=1+1\t0571-88886666\t2026-05-01",
        "丙公司 Charlie\t13700000000\t12/05/26",
      ].join("\n");
      await preview.pane.getByLabel(words.pasted).fill(text);
      await button(words.use).click();
      await preview.pane.getByLabel(words.key).selectOption({ label: words.byName });
      await button(words.check).click();
      await eventually(numbers, (found) => expect(found).toEqual([1, 1, 0, 1]));
      await preview.screenshot(`import-dry-run-${language}`);
      await preview.pane.getByLabel(words.mend).fill("2026-05-12");
      await button(words.checkAgain).click();
      await eventually(numbers, (found) => expect(found).toEqual([2, 1, 0, 0]));
      await preview.pane
        .getByRole("button", { name: language === "zh" ? "导入 3 行" : "Import 3 rows" })
        .click();
      await preview.pane.getByText(words.done).waitFor();
      await preview.screenshot(`import-done-${language}`);
      await button(words.undo).click();
      await preview.pane.getByText(words.undone).waitFor();
      expect(preview.complaints).toEqual([]);
    },
  );

  it("a real file of accounts comes in, and a second time nothing is left to do", async () => {
    await opened("en");
    const file = { name: "accounts.csv", mimeType: "text/csv", buffer: await readFile(accounts) };
    for (const found of [
      [85, 0, 0, 0],
      [0, 0, 85, 0],
    ]) {
      await preview.pane.locator("input[type=file]").setInputFiles(file);
      await button(said.en.check).click();
      await eventually(numbers, (now) => expect(now).toEqual(found));
      if (found[0] === 85) {
        await button("Import 85 rows").click();
        await button("Import more").click();
      }
    }
    await preview.pane.getByText("There is nothing to write.").waitFor();
    expect(preview.complaints).toEqual([]);
  });

  it("an Excel workbook is not read but explained", async () => {
    await opened("zh");
    await preview.pane
      .locator("input[type=file]")
      .setInputFiles({ name: "客户.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK") });
    await preview.pane.getByRole("alert").getByText("移动或复制").waitFor();
  });
});
