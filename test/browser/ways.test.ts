import { openStage, Preview, type Stage } from "./browser";

const said = {
  zh: {
    setUp: "建立客户表",
    first: "先建立客户表",
    start: "开始建立",
    today: "今日跟进",
    commands: {
      NewCustomer: "登记新客户",
      Import: "导入数据",
      Duplicates: "查重与合并",
      Health: "数据体检",
      Changes: "变更记录",
      Share: "共享副本",
      Repair: "修复",
    },
  },
  en: {
    setUp: "Set up",
    first: "First, set up your customer sheet",
    start: "Set up now",
    today: "Today",
    commands: {
      NewCustomer: "Add a customer",
      Import: "Import data",
      Duplicates: "Duplicates",
      Health: "Health check",
      Changes: "Changes",
      Share: "Share a copy",
      Repair: "Repair",
    },
  },
} as const;

describe("ways through the pane, in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  const heading = (name: string, level = 1) =>
    preview.pane.getByRole("heading", { level, name, exact: true });
  const button = (name: string) => preview.pane.getByRole("button", { name, exact: true });

  it.each(["zh", "en"] as const)(
    "(%s) a command of the ribbon pressed before set-up says what comes first",
    async (language) => {
      preview = await Preview.open(stage, { language });
      const words = said[language];
      await button(words.setUp).waitFor();
      for (const [command, title] of Object.entries(words.commands)) {
        await preview.page.locator(`[data-command=${command}]`).click();
        await heading(title).waitFor();
        await preview.pane.getByText(words.first).waitFor();
        expect(await preview.pane.getByRole("alert").count()).toBe(0);
      }
      await preview.page.locator("[data-command=LogSelected]").click();
      await heading(words.today).waitFor();
      expect(await preview.pane.getByRole("alert").count()).toBe(0);
      await button(words.setUp).click();
      await button(words.start).waitFor();
      expect(preview.complaints).toEqual([]);
    },
  );
});
