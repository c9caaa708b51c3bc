import { readFileSync } from "node:fs";
import { eventually, openStage, Preview, type Stage } from "./browser";

const wide = { width: 2000, height: 1000, now: "2026-03-16T09:00:00" };

const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    customer: "江南纺织有限公司",
    log: "记录跟进：江南纺织有限公司",
    said: "沟通内容",
    words: "报价已发，周三答复",
    save: "保存",
    tools: "数据工具",
    changes: "变更记录",
    name: "姓名",
    who: "张敏",
    whoIs: /记在“张敏”名下/,
    deed: "跟进：江南纺织有限公司",
    setUpStays: /不撤销：其他一切都以它为基础/,
    setUpWhy: /不想再用时，删除加载项建的工作表/,
    takeBackAny: /^撤销/,
    takeBack: "撤销：跟进：江南纺织有限公司",
    refused: /2 处中有 1 处不能撤销/,
    rest: "撤销 1 处",
    part: "部分已撤销",
    taken: "已撤销",
    bringBack: "恢复：跟进 · 江南纺织有限公司",
    logSheet: "跟进记录",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    today: "Today",
    customer: "Jiangnan Textiles",
    log: "Log a follow-up with Jiangnan Textiles",
    said: "What was said",
    words: "Quote sent, answer on Wednesday",
    save: "Save",
    tools: "Data tools",
    changes: "Changes",
    name: "Name",
    who: "Zhang Min",
    whoIs: /recorded under “Zhang Min”/,
    deed: "Follow-up: Jiangnan Textiles",
    setUpStays: /Not taken back: everything else stands on it/,
    setUpWhy: /delete the sheets the add-in made/,
    takeBackAny: /^Take back/,
    takeBack: "Take back: Follow-up: Jiangnan Textiles",
    refused: /1 of 2 cannot be taken back/,
    rest: "Take back 1",
    part: "partly taken back",
    taken: "taken back",
    bringBack: "Bring back: Follow-up · Jiangnan Textiles",
    logSheet: "Follow-ups",
  },
} as const;

type Said = (typeof said)[keyof typeof said];

describe("changes in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  const button = (name: string) => preview.pane.getByRole("button", { name, exact: true });

  async function openChanges(words: Said): Promise<void> {
    await button(words.tools).click();
    await button(words.changes).click();
    await preview.pane.getByRole("heading", { level: 1, name: words.changes }).waitFor();
  }

  /** Saves the workbook, opens it in a fresh browser and shows its changes there. */
  async function reopen(words: Said, language: "zh" | "en"): Promise<void> {
    const [download] = await Promise.all([
      preview.page.waitForEvent("download"),
      preview.page.locator("[data-save]").click(),
    ]);
    const buffer = readFileSync(await download.path());
    await preview.close();
    preview = await Preview.open(stage, { language, ...wide });
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await preview.page
      .locator("[data-file]")
      .setInputFiles({ name: "changes.xlsx", mimeType, buffer });
    await preview.pane.getByText(words.customer).first().waitFor();
    await openChanges(words);
  }

  it.each(["zh", "en"] as const)(
    "[P4] (%s) a deed is listed with who and when, and taken back as far as nobody changed it since",
    async (language) => {
      preview = await Preview.open(stage, { language, ...wide });
      const words = said[language];
      const { pane } = preview;
      await button(words.setUp).click();
      await button(words.start).click();
      await button(words.toToday).click();
      await openChanges(words);
      await preview.screenshot(`changes-none-${language}`);
      // Set-up is not taken back: the reason stands where the button would, and in full where it is opened.
      await pane.getByText(words.setUpStays).waitFor();
      expect(await pane.getByRole("button", { name: words.takeBackAny }).count()).toBe(0);
      await pane.getByRole("button", { name: words.setUpStays, expanded: false }).click();
      await pane.getByText(words.setUpWhy).waitFor();
      expect(await pane.getByRole("button", { name: words.takeBackAny }).count()).toBe(0);
      await preview.screenshot(`changes-set-up-${language}`);
      await pane.getByRole("textbox", { name: words.name }).fill(words.who);
      await button(words.save).click();
      await pane.getByText(words.whoIs).waitFor();
      await preview.page.keyboard.press("Escape");
      await preview.page.keyboard.press("Escape");
      await button(words.log).click();
      await pane.getByLabel(words.said).fill(words.words);
      await button(words.save).click();
      await pane.getByRole("heading", { level: 1, name: words.today }).waitFor();
      await preview.tab(words.changes).waitFor();

      await reopen(words, language);
      const open = preview.pane.getByRole("button", { name: words.deed, expanded: false });
      await open.click();
      await preview.pane.getByText(words.words).waitFor();
      await preview.screenshot(`changes-${language}`);
      expect(await preview.pane.getByText(`09:00 · ${words.who}`).count()).toBe(1);

      // A colleague's own hand in the sheet stands in the way of one of the two.
      await preview.type("F2", "2026-03-15");
      await button(words.takeBack).click();
      await preview.pane.getByText(words.refused).waitFor();
      await preview.screenshot(`changes-refused-${language}`);
      await button(words.rest).click();
      await preview.pane.getByText(words.part, { exact: true }).waitFor();
      await preview.tab(words.logSheet).click();
      await eventually(
        () => preview.text("A2"),
        (found) => expect(found).toBe(""),
      );
      // What was taken back can be brought back.
      await button(words.bringBack).click();
      await preview.pane.getByText(words.taken, { exact: true }).first().waitFor();
      await eventually(
        () => preview.text("A2"),
        (found) => expect(found).toMatch(/^F/u),
      );
      await preview.screenshot(`changes-back-${language}`);
      expect(preview.complaints).toEqual([]);
    },
  );
});
