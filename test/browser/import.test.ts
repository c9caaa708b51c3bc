import { readFile } from "node:fs/promises";
import path from "node:path";
import { xlsxOf } from "../tables/import/xlsx";
import { eventually, openStage, Preview, type Stage } from "./browser";

/** What each language calls the things a person looks for. */
const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    tools: "数据工具",
    importing: "导入数据",
    pasted: "粘贴的单元格",
    use: "使用粘贴的内容",
    key: "按什么辨认已有的行",
    byName: "客户名称和地区",
    check: "试运行",
    checkAgain: "重新检查",
    mend: "改正第 4 行的预计成交日",
    done: "已导入：新增 2 条，更新 1 条",
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
    importing: "Import data",
    pasted: "Pasted cells",
    use: "Use what is pasted",
    key: "Recognise a row by",
    byName: "Name and region",
    check: "Dry run",
    checkAgain: "Check again",
    mend: "Correct Expected close in row 4",
    done: "Imported: 2 new, 1 updated",
    undo: "Take back",
    undone: "Import taken back",
    headers: ["Customer", "Phone", "Expected close"],
    customer: "Jiangnan Textiles",
  },
} as const;

const realData = path.join(__dirname, "../workbooks/crm-sales-opportunities");
const csvFile = async (name: string) => ({
  name,
  mimeType: "text/csv",
  buffer: await readFile(path.join(realData, name)),
});
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    (await counts()).map((text) => Number.parseInt(text.replaceAll(",", ""), 10));

  it("[R1] asks before days come in that look turned around, and shows what the answer does", async () => {
    await opened("zh");
    const days = ["13/05/2026", "2026-03-05", "2026-12-01", "2026-07-08"];
    const rows = days.map((text, at) => `公司${at}\t${text}`);
    await preview.pane
      .getByLabel("粘贴的单元格")
      .fill(["客户名称\t预计成交日", ...rows].join("\n"));
    await button("使用粘贴的内容").click();
    await button("试运行").click();
    const start = preview.pane.getByRole("button", { name: "导入 4 行" });
    await preview.pane.getByText("请先回答日期是否读反了").waitFor();
    expect(await start.getAttribute("aria-disabled")).toBe("true");
    await preview.screenshot("import-turned-days-asked");
    await preview.pane.getByRole("radio", { name: "还没回答" }).focus();
    await preview.page.keyboard.press("ArrowUp");
    const answer = (): Promise<string> =>
      preview.pane
        .locator("input:focus")
        .evaluate((input) => input.closest("span")?.textContent ?? "");
    await eventually(answer, (found) => expect(found).toContain("没有，只改文字"));
    await eventually(
      () => start.getAttribute("aria-disabled"),
      (found) => expect(found).not.toBe("true"),
    );
    // Looked at, and answered otherwise: the keyboard is still at the question.
    await eventually(answer, (found) => expect(found).toContain("没有，只改文字"));
    await preview.page.keyboard.press("ArrowUp");
    await preview.pane.getByRole("radio", { name: "读反了，一起改正", checked: true }).waitFor();
    await eventually(answer, (found) => expect(found).toContain("读反了，一起改正"));
    await preview.screenshot("import-turned-days-answered");
    await start.click();
    await preview.pane.getByText("已导入：新增 4 条").waitFor();
    expect(preview.complaints).toEqual([]);
  });

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

  it("[T3] new rows that look like customers who are there are told before anything is written", async () => {
    await opened("zh");
    const { pane } = preview;
    const rows = ["華瑞電子股份有限公司\t010-88886666", "全新公司\t13500000000"];
    await pane.getByLabel(said.zh.pasted).fill(["客户名称\t电话", ...rows].join("\n"));
    await button(said.zh.use).click();
    await button(said.zh.check).click();
    const overlap = pane.getByRole("region", { name: "可能撞单 · 1 行" });
    await overlap.getByText("第 2 行 · 華瑞電子股份有限公司").waitFor();
    await overlap.getByText("华瑞电子 · 已登记，未写明负责人").waitFor();
    await overlap.getByText("公司名称相同：华瑞电子").waitFor();
    await preview.screenshot("import-overlap-zh");
    expect(await numbers()).toEqual([2, 0, 0, 0]);
    expect(preview.complaints).toEqual([]);
  });

  it("a column the sheet lacks is added from the matching, by keyboard, and then is what rows are known by", async () => {
    await opened("zh");
    const { pane, page } = preview;
    const list = (said: string) =>
      [
        "单位名称\t统一社会信用代码\t老板喜好",
        `江南纺织有限公司\t91350100M000100Y43\t${said}`,
        `丙公司\t11320000MB151840XJ\t${said}`,
      ].join("\n");
    const offered = async (text: string): Promise<void> => {
      await pane.getByLabel(said.zh.pasted).fill(text);
      await button(said.zh.use).click();
    };
    await offered(list("茶"));
    for (const [name, meaning] of [
      ["给客户表加上“统一社会信用代码”列", "creditCode"],
      ["加为新字段：文字、老板喜好", "own:老板喜好"],
    ] as const) {
      await button(name).focus();
      await page.keyboard.press("Enter");
      await eventually(
        () => pane.locator("select:focus").inputValue(),
        (found) => expect(found).toBe(meaning),
      );
    }
    await pane.getByLabel(said.zh.key).selectOption({ label: said.zh.byName });
    await button(said.zh.check).click();
    await eventually(numbers, (found) => expect(found).toEqual([1, 1, 0, 0]));
    await button("导入 2 行").click();
    await button("再导入一份").click();
    await offered(list("酒"));
    expect(await pane.getByLabel(said.zh.key).inputValue()).toBe("creditCode");
    await button(said.zh.check).click();
    await eventually(numbers, (found) => expect(found).toEqual([0, 2, 0, 0]));
    expect(preview.complaints).toEqual([]);
  });

  const choose = (file: { name: string; mimeType: string; buffer: Buffer }) =>
    preview.pane.locator("input[type=file]").setInputFiles(file);

  it("the real accounts, owners and deals come in as what they are, and a second time nothing is left to do", async () => {
    await opened("en");
    const files = [
      { name: "accounts.csv", target: "customers", found: [85, 0, 0, 0] },
      { name: "sales_teams.csv", target: "owners", found: [35, 0, 0, 0] },
      { name: "sales_pipeline.csv", target: "deals", found: [8_800, 0, 0, 0] },
      { name: "sales_pipeline.csv", target: "deals", found: [0, 0, 8_800, 0] },
    ];
    for (const { name, target, found } of files) {
      await choose(await csvFile(name));
      await eventually(
        () => preview.pane.getByLabel("Import as").inputValue(),
        (chosen) => expect(chosen).toBe(target),
      );
      if (target === "deals" && found[0] !== 0) await preview.screenshot("import-deals-mapping");
      await button(said.en.check).click();
      await eventually(numbers, (now) => expect(now).toEqual(found));
      if (found[0] === 0) continue;
      await button(`Import ${found[0]?.toLocaleString("en-US")} rows`).click();
      await button("Import more").click();
    }
    await preview.pane.getByText("There is nothing to write.").waitFor();
    expect(preview.complaints).toEqual([]);
  });

  it("[P7] (zh) an .xlsx file: dry run, rejected rows kept on a sheet of their own, the rest comes in", async () => {
    await opened("zh");
    const rows = [
      ["客户名单", null, null],
      ["公司名称", "手机", "预计成交日"],
      ["=HYPERLINK(1)", "+8613800138000", "2026-04-07"],
      ["乙公司", "00123", "12/05/26"],
      ["丙公司", 6222021234567890000, "2026-05-01"],
    ];
    await choose({ name: "名单.xlsx", mimeType: workbookType, buffer: Buffer.from(xlsxOf(rows)) });
    await preview.pane.getByLabel("文件里的工作表").waitFor();
    await preview.screenshot("import-mapping-zh");
    await button(said.zh.check).click();
    await eventually(numbers, (found) => expect(found).toEqual([1, 0, 0, 2]));
    await preview.screenshot("import-rejected-zh");
    await button("存到新工作表").click();
    await preview.tab("导入被拒 2026-03-16").waitFor();
    await eventually(
      () => preview.text("A2"),
      (text) => expect(text).toBe("乙公司"),
    );
    await preview.screenshot("import-rejected-sheet-zh");
    await button("导入 1 行").click();
    await preview.pane.getByText("已导入：新增 1 条").waitFor();
    await preview.tab("客户名单").click();
    await eventually(
      () => preview.text("A26"),
      (text) => expect(text).toBe("=HYPERLINK(1)"),
    );
    expect(await preview.text("C26")).toBe("+8613800138000");
    expect(preview.complaints).toEqual([]);
  });

  it("a file that needs a password says so, and what to do", async () => {
    await opened("zh");
    const encrypted = [0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage", "utf16le")];
    await choose({ name: "密.xlsx", mimeType: workbookType, buffer: Buffer.from(encrypted) });
    await preview.pane.getByRole("alert").getByText("密码").first().waitFor();
    await preview.screenshot("import-sources-zh");
  });
});
