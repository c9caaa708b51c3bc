import { eventually, openStage, Preview, type Stage } from "./browser";

const said = {
  zh: {
    setUp: "建立客户表",
    first: "先建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    tools: "数据工具",
    import: "导入数据",
    pasted: "粘贴的单元格",
    use: "使用粘贴的内容",
    check: "试运行",
    result: "试运行结果",
    header: "客户名称",
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
    toToday: "Go to Today",
    today: "Today",
    tools: "Data tools",
    import: "Import data",
    pasted: "Pasted cells",
    use: "Use what is pasted",
    check: "Dry run",
    result: "Dry run",
    header: "Customer",
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
  const focused = (): Promise<string> =>
    preview.pane.locator("html").evaluate(() => document.activeElement?.textContent ?? "");

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

  it.each(["zh", "en"] as const)(
    "(%s) by keyboard alone: the focus follows each step of an import, and Esc leads back one at a time",
    async (language) => {
      preview = await Preview.open(stage, { language });
      const words = said[language];
      const { keyboard } = preview.page;
      const press = async (name: string): Promise<void> => {
        await button(name).focus();
        await keyboard.press("Enter");
      };
      await press(words.setUp);
      await press(words.start);
      await press(words.toToday);
      await heading(words.today).waitFor();
      await press(words.tools);
      await press(words.import);
      await preview.pane.getByLabel(words.pasted).focus();
      await keyboard.insertText(`${words.header}\nACME`);
      await press(words.use);
      await button(words.check).waitFor();
      await eventually(focused, (text) => expect(text).toBe(words.import));
      await press(words.check);
      await eventually(focused, (text) => expect(text).toBe(words.result));

      await keyboard.press("Escape");
      await button(words.check).waitFor();
      await keyboard.press("Escape");
      await preview.pane.getByLabel(words.pasted).waitFor();
      await keyboard.press("Escape");
      await heading(words.tools).waitFor();
      await keyboard.press("Escape");
      await heading(words.today).waitFor();
      expect(preview.complaints).toEqual([]);
    },
  );
});
