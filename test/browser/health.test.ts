import { eventually, openStage, Preview, type Stage } from "./browser";

const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    tools: "数据工具",
    title: "数据体检",
    check: "开始体检",
    textDays: "写成文字的日期",
    phones: "不对的电话",
    words: "列表之外的词",
    fixInBulk: /^批量修复（/,
    fixTitle: "批量修复",
    fix: /^修复 \d+ 处$/,
    oneByOne: "逐个查看和选择",
    undo: "撤销",
    back: "返回",
    profile: "完整度",
    unconfirmed: "待核实",
    checkAgain: "重新体检",
    confirm: "确认无误：",
    noneLeft: /都在 180 天之内核实过/,
    wrongWord: "目标客户（重点）",
    rightWord: "目标",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    today: "Today",
    tools: "Data tools",
    title: "Health check",
    check: "Check now",
    textDays: "Dates written as text",
    phones: "Wrong phone numbers",
    words: "Words not in the list",
    fixInBulk: /^Fix in bulk \(/,
    fixTitle: "Fix in bulk",
    fix: /^Fix \d+ cells?$/,
    oneByOne: "See and choose one by one",
    undo: "Undo",
    back: "Back",
    profile: "Completeness",
    unconfirmed: "To confirm",
    checkAgain: "Check again",
    confirm: "Confirmed today: ",
    noneLeft: /confirmed within 180 days/,
    wrongWord: "Clear (important)",
    rightWord: "Clear",
  },
} as const;

describe("the health check in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  it.each([
    ["zh", "light"],
    ["en", "dark"],
  ] as const)(
    "[R1] [I3] [P4] (%s, %s) a messy sheet is checked; a click goes to the cell; fixed in bulk after a preview; undone",
    async (language, scheme) => {
      preview = await Preview.open(stage, {
        language,
        scheme,
        width: 2000,
        height: 1000,
        now: "2026-10-16T09:00:00",
      });
      const words = said[language];
      const { pane, page } = preview;
      const button = (name: string | RegExp, exact = true) =>
        pane.getByRole("button", typeof name === "string" ? { name, exact } : { name });
      // A day pasted as text, a phone with digits missing, a word nobody knows, a number with full-width digits.
      await preview.type("E2", "'2026年12月1日");
      await preview.type("C3", "12900112233");
      await preview.type("D4", words.wrongWord);
      await preview.type("C5", "'１３７５５６６７７８８");
      await preview.type("A6", "'　绿源\u200b 食品 ");

      await preview.screenshot(`health-messy-${language}-${scheme}`);
      await button(words.setUp).click();
      await button(words.start).click();
      await button(words.toToday).click();
      await pane.getByRole("heading", { level: 1, name: words.today }).waitFor();

      await button(words.tools).click();
      await button(words.title, false).click();
      await preview.screenshot(`health-start-${language}-${scheme}`);
      await button(words.check).click();
      await button(words.phones, false).waitFor();
      await preview.screenshot(`health-overview-${language}-${scheme}`);

      // The keyboard alone goes to the cell.
      await button(words.phones, false).focus();
      await page.keyboard.press("Enter");
      const cell = pane.locator("[data-row-part=open]", { hasText: "12900112233" });
      await preview.screenshot(`health-cells-${language}-${scheme}`);
      await cell.focus();
      await page.keyboard.press("Enter");
      await eventually(
        () => page.locator(".name-box").inputValue(),
        (found) => expect(found).toBe("C3"),
      );
      await pane.getByRole("heading", { level: 1, name: words.phones }).focus();
      await page.keyboard.press("Escape");

      await button(words.fixInBulk).click();
      await pane.getByRole("heading", { level: 1, name: words.fixTitle }).waitFor();
      await preview.screenshot(`health-preview-${language}-${scheme}`);
      const guess = pane.getByRole("checkbox", { name: words.words });
      expect(await guess.isChecked()).toBe(false);
      await guess.check();
      await button(words.fix).click();
      await button(words.undo).waitFor();
      const texts = () =>
        Promise.all(["A6", "C3", "C5", "D4", "E2"].map((address) => preview.text(address)));
      await eventually(texts, (found) =>
        expect(found).toEqual([
          "绿源 食品",
          "12900112233",
          "13755667788",
          words.rightWord,
          // In the number format the column had.
          expect.stringMatching(/2026/u),
        ]),
      );
      await button(words.phones, false).waitFor();
      expect(await button(words.textDays, false).count()).toBe(0);
      await preview.screenshot(`health-fixed-${language}-${scheme}`);

      await button(words.undo).click();
      await eventually(texts, (found) =>
        expect(found).toEqual([
          "　绿源\u200b 食品 ",
          "12900112233",
          "'１３７５５６６７７８８",
          words.wrongWord,
          "2026年12月1日",
        ]),
      );

      // A customer entered long ago.
      await preview.type("O2", "2025-12-01");
      await button(words.checkAgain).click();
      await button(words.phones, false).waitFor();

      await pane.getByRole("tab", { name: words.profile }).click();
      await preview.screenshot(`health-profile-${language}-${scheme}`);
      await pane.getByRole("tab", { name: words.unconfirmed }).click();
      await preview.screenshot(`health-unconfirmed-${language}-${scheme}`);
      await button(words.confirm, false).click();
      await button(words.undo).waitFor();
      await pane.getByText(words.noneLeft).waitFor();
      await eventually(
        () => preview.text("P2"),
        (found) => expect(found).toBe("2026-10-16"),
      );
      await preview.screenshot(`health-confirmed-${language}-${scheme}`);
      expect(preview.complaints).toEqual([]);
    },
  );
});
