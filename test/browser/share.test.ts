import { eventually, openStage, Preview, type Stage } from "./browser";

const wide = { width: 2000, height: 1000, now: "2026-03-16T09:00:00" };

const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    tools: "数据工具",
    share: "共享副本",
    look: "先看会改动什么",
    will: /会换 48 个单元格：等级、下次跟进/,
    toNative: "换成原生公式",
    native: /已换成原生公式/,
    back: "返回",
    bar: /现在是共享副本/,
    functions: "换回插件函数",
    dead: "死亡",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    today: "Today",
    tools: "Data tools",
    share: "Share a copy",
    look: "See what would change",
    will: /48 cells would change: Grade, Next follow-up/,
    toNative: "Switch to native formulas",
    native: /The columns are native formulas now/,
    back: "Back",
    bar: /This is a share copy/,
    functions: "Back to add-in functions",
    dead: "None",
  },
} as const;

/** Where the grade and the demand of the first customer stand, after set-up of the sample. */
const [grades, demands] = ["K", "D"];

describe("a share copy in a real browser", () => {
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
    "[P2] (%s, %s) becomes native formulas that show the same and follow a new demand, and goes back",
    async (language, scheme) => {
      preview = await Preview.open(stage, { language, scheme, ...wide });
      const words = said[language];
      const { pane } = preview;
      const button = (name: string, exact = true) => pane.getByRole("button", { name, exact });
      await button(words.setUp).click();
      await button(words.start).click();
      await button(words.toToday).click();
      await pane.getByRole("heading", { level: 1, name: words.today }).waitFor();
      await pane.locator("[data-row-part=open]").first().waitFor();
      const column = () =>
        Promise.all(Array.from({ length: 24 }, (_, row) => preview.text(`${grades}${row + 2}`)));
      const before = await column();

      await button(words.tools).click();
      await preview.screenshot(`tools-${language}`);
      await button(words.share).click();
      await preview.screenshot(`share-${language}`);
      await button(words.look).click();
      await pane.getByText(words.will).waitFor();
      await preview.screenshot(`share-planned-${language}`);
      await button(words.toNative).click();
      await pane.getByText(words.native).waitFor();
      await preview.screenshot(`share-native-${language}`);
      expect(await column()).toEqual(before);
      // What a colleague without the add-in does in the copy.
      const clear = await preview.text(`${demands}2`);
      await preview.type(`${demands}2`, words.dead);
      await eventually(
        () => preview.text(`${grades}2`),
        (found) => expect(found).toBe("E"),
      );
      await preview.type(`${demands}2`, clear);

      await button(words.back).click();
      await button(words.back).click();
      await pane.getByText(words.bar).waitFor();
      await preview.screenshot(`share-bar-${language}`);
      await button(words.functions).click();
      await eventually(
        () => pane.getByText(words.bar).count(),
        (count) => expect(count).toBe(0),
      );
      await eventually(column, (found) => expect(found).toEqual(before));
      expect(preview.complaints).toEqual([]);
    },
  );
});
