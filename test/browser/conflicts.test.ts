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
    import: "导入 2 行",
    headers: ["客户名称", "电话", "备注"],
    names: ["江南纺织有限公司", "北辰医疗器械"],
    phones: ["江南纺织有限公司 · 电话", "北辰医疗器械 · 电话"],
    changed: "表中有 2 处在您操作期间被改动",
    allMine: "全部用您的",
    goOn: "继续，用您的 1 处，保留 1 处",
    done: "已导入：新增 0 条，更新 2 条",
    log: "记录跟进：江南纺织有限公司",
    said: "沟通内容",
    words: "报价已发",
    demand: "需求状况",
    latent: "潜在",
    conflict: "江南纺织有限公司 · 需求状况",
    continue: "按所选继续填写",
    save: "保存",
    saved: "已记录",
    undo: "撤销",
    choose: "逐处选择",
    group: "江南纺织有限公司 · 上次跟进",
    taken: "部分已撤销",
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
    import: "Import 2 rows",
    headers: ["Customer", "Phone", "Notes"],
    names: ["Jiangnan Textiles", "Beichen Medical"],
    phones: ["Jiangnan Textiles · Phone", "Beichen Medical · Phone"],
    changed: "2 cells were changed in the sheet while you were at work",
    allMine: "Use all of mine",
    goOn: "Go on, use 1 of mine, keep 1",
    done: "Imported: 0 new, 2 updated",
    log: "Log a follow-up with Jiangnan Textiles",
    said: "What was said",
    words: "Quote sent",
    demand: "Demand",
    latent: "Latent",
    conflict: "Jiangnan Textiles · Demand",
    continue: "Go on with these",
    save: "Save",
    saved: "Logged",
    undo: "Undo",
    choose: "Choose cell by cell",
    group: "Jiangnan Textiles · Last follow-up",
    taken: "partly taken back",
  },
} as const;

const wide = { width: 2000, height: 1000 };

describe("cells that somebody else changes meanwhile, in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  const button = (name: string) => preview.pane.getByRole("button", { name, exact: true });
  const group = (name: string) => preview.pane.getByRole("group", { name });

  async function opened(language: "zh" | "en"): Promise<void> {
    preview = await Preview.open(stage, { language, ...wide });
    const words = said[language];
    await button(words.setUp).click();
    await button(words.start).click();
    await button(words.toToday).click();
    await button(words.tools).waitFor();
  }

  it.each(["zh", "en"] as const)(
    "[P4] (%s) an import writes what was chosen, cell by cell, by keyboard alone; nothing is lost",
    async (language) => {
      await opened(language);
      const words = said[language];
      const { pane, page } = preview;
      await button(words.tools).click();
      await button(words.importing).click();
      const rows = words.names.map((name, at) => `${name}\t1390000000${at}\tN${at}`);
      await pane.getByLabel(words.pasted).fill([words.headers.join("\t"), ...rows].join("\n"));
      await button(words.use).click();
      await pane.getByLabel(words.key).selectOption({ label: words.byName });
      await button(words.check).click();
      await button(words.import).waitFor();
      // Somebody is at work in the sheet while the dry run is looked at.
      await preview.type("C2", "13500000001");
      await preview.type("C3", "13500000002");
      await button(words.import).click();
      await pane.getByRole("heading", { level: 2, name: words.changed }).waitFor();
      await preview.screenshot(`conflict-import-${language}`);
      await button(words.allMine).focus();
      await page.keyboard.press("Enter");
      // The first group by Tab; its other value by an arrow.
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowUp");
      expect(await group(words.phones[0]).getByRole("radio").first().isChecked()).toBe(true);
      expect(await group(words.phones[1]).getByRole("radio").nth(1).isChecked()).toBe(true);
      await button(words.goOn).focus();
      await page.keyboard.press("Enter");
      await pane.getByText(words.done).waitFor();
      await eventually(
        () => Promise.all(["C2", "C3", "I2", "I3"].map((address) => preview.text(address))),
        (found) => expect(found).toEqual(["13500000001", "13900000001", "N0", "N1"]),
      );
      expect(preview.complaints).toEqual([]);
    },
  );

  it.each(["zh", "en"] as const)(
    "[G7] [P4] (%s) a follow-up form tells what moved under it, and Undo goes cell by cell",
    async (language) => {
      await opened(language);
      const words = said[language];
      const { pane } = preview;
      await button(words.log).click();
      await pane.getByLabel(words.said).fill(words.words);
      await pane.getByLabel(words.demand).selectOption("none");
      await preview.type("D2", words.latent);
      await group(words.conflict).waitFor();
      expect(await button(words.save).getAttribute("aria-disabled")).toBe("true");
      await preview.screenshot(`conflict-log-${language}`);
      await button(words.continue).click();
      await eventually(
        () => pane.getByLabel(words.demand).inputValue(),
        (found) => expect(found).toBe("latent"),
      );
      expect(await pane.getByLabel(words.said).inputValue()).toBe(words.words);
      await button(words.save).click();
      await pane.getByRole("status").filter({ hasText: words.saved }).waitFor();
      expect(await preview.text("D2")).toBe(words.latent);

      const before = await preview.text("F2");
      await preview.type("F2", "2026-03-15");
      await button(words.undo).click();
      await button(words.choose).click();
      await group(words.group).getByRole("radio").nth(1).check();
      await preview.screenshot(`conflict-undo-${language}`);
      await pane
        .getByRole("button", { name: language === "zh" ? "撤销 2 处" : "Take back 2", exact: true })
        .click();
      await eventually(
        () => preview.text("F2"),
        (found) => {
          expect(found).not.toBe("2026-03-15");
          expect(found).not.toBe(before);
        },
      );
      expect(preview.complaints).toEqual([]);
    },
  );
});
