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
    fields: "字段",
    add: "添加字段",
    name: "名称",
    holds: "内容",
    choices: "选项",
    addField: "添加到客户表",
    added: "已添加字段“合作方式”，在客户表最右边。",
    field: "合作方式",
    there: "客户表里已经有“合作方式”列。",
    words: "直销、代理、加盟、由总部直接管理并负责售后服务、备件供应和安装培训的省级独家代理商",
    create: "建立“回款”表",
    made: "已建立“回款”表。",
    sheet: "回款",
    newCustomer: "登记新客户",
    customerName: "客户名称",
    register: "登记",
    filter: "按“合作方式”筛选",
    none: "这些客户今天都不用跟进",
    amongAll: "在全部客户里找",
    upgrade: "备份并升级",
    today: "今日跟进",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    tools: "Data tools",
    fields: "Fields",
    add: "Add a field",
    name: "Name",
    holds: "Holds",
    choices: "Choices",
    addField: "Add to the customers",
    added: "Field “Partner” added at the right end of the customers.",
    field: "Partner",
    there: "The customers have a column “Partner” already.",
    words:
      "Direct, Agent, Franchise, A sole agent of a province that answers to headquarters and trains fitters",
    create: "Create the table “Receipts”",
    made: "Table “Receipts” created.",
    sheet: "Receipts",
    newCustomer: "Add a customer",
    customerName: "Customer",
    register: "Add",
    filter: "Filter by “Partner”",
    none: "None of these customers is due today",
    amongAll: "Look among all",
    upgrade: "Back up and upgrade",
    today: "Today",
  },
} as const;

describe("fields and upgrades, in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  const button = (name: string) => preview.pane.getByRole("button", { name, exact: true });

  it.each([
    ["zh", "light"],
    ["en", "dark"],
  ] as const)(
    "[R2] (%s, %s) a choice field is added and used, and a further table gets its sheet",
    async (language, scheme) => {
      preview = await Preview.open(stage, { language, scheme, width: 1900, height: 1400 });
      const words = said[language];
      const { pane } = preview;
      await pane.getByRole("button", { name: words.setUp }).click();
      await pane.getByRole("button", { name: words.start }).click();
      await pane.getByRole("button", { name: words.toToday }).click();
      await button(words.tools).click();
      await button(words.fields).click();
      await pane.getByRole("heading", { level: 1, name: words.fields }).waitFor();
      await preview.screenshot(`fields-${language}-${scheme}`);

      const form = pane.getByRole("form", { name: words.add });
      await form.getByLabel(words.name).fill(words.field);
      await form.getByLabel(words.holds).selectOption("choice");
      await form.getByLabel(words.choices).fill(words.words);
      await preview.screenshot(`fields-form-${language}-${scheme}`);
      await button(words.addField).click();
      await pane.getByText(words.added).waitFor();
      await preview.screenshot(`fields-added-${language}-${scheme}`);

      // What was wrong is told until it is mended, no longer.
      await form.getByLabel(words.name).fill(words.field);
      await button(words.addField).click();
      await form.getByText(words.there).waitFor();
      await form.getByLabel(words.name).fill(`${words.field} 2`);
      await eventually(
        () => pane.getByText(words.there).count(),
        (found) => expect(found).toBe(0),
      );

      await button(words.create).click();
      await pane.getByText(words.made).waitFor();
      await preview.tab(words.sheet).waitFor();
      await preview.screenshot(`fields-table-${language}-${scheme}`);

      await pane.getByRole("heading", { level: 1 }).press("Escape");
      await pane.getByRole("heading", { level: 1, name: words.tools }).press("Escape");
      await button(words.newCustomer).first().click();
      await pane.getByRole("textbox", { name: words.customerName }).fill("ACME");
      await pane.getByLabel(words.field).selectOption({ index: 2 });
      const overhang = await pane
        .getByLabel(words.field)
        .evaluate((select) => select.getBoundingClientRect().right - window.innerWidth);
      expect(overhang).toBeLessThan(0);
      await preview.screenshot(`fields-new-customer-${language}-${scheme}`);
      await button(words.register).click();
      const chosen = words.words.split(/、|, /u)[1] ?? "";
      await eventually(
        () => pane.getByRole("textbox", { name: words.customerName }).inputValue(),
        (left) => expect(left).toBe(""),
      );
      await pane.getByRole("heading", { level: 1 }).press("Escape");
      await pane.getByRole("searchbox").fill(chosen);
      await pane.getByRole("button", { name: /ACME/u }).first().click();
      await pane.getByRole("heading", { level: 1, name: "ACME" }).waitFor();
      await pane.getByText(chosen).first().waitFor();
      await preview.screenshot(`fields-card-${language}-${scheme}`);

      // Today can be filtered by it, by keyboard, too.
      await pane.getByRole("heading", { level: 1 }).press("Escape");
      await pane.getByRole("searchbox").fill("");
      const filter = pane.getByLabel(words.filter);
      for (let tab = 0; tab < 3; tab += 1) {
        await preview.page.keyboard.press("Tab");
        if (await filter.evaluate((element) => element === document.activeElement)) break;
      }
      await preview.page.keyboard.press("ArrowDown");
      await preview.page.keyboard.press("ArrowDown");
      const rows = pane.locator("[data-row-part=open]");
      await eventually(
        () => rows.allTextContents(),
        (texts) => expect(texts.map((text) => text.includes("ACME"))).toEqual([true]),
      );
      await preview.screenshot(`fields-filter-${language}-${scheme}`);
      await filter.selectOption({ index: 1 });
      await pane.getByText(words.none).waitFor();
      await pane.getByRole("searchbox").fill("ACME");
      await button(words.amongAll).click();
      await pane.getByRole("button", { name: /ACME/u }).first().waitFor();
      expect(await filter.inputValue()).toBe("all");
      expect(preview.complaints).toEqual([]);
    },
  );

  it.each([
    ["zh", "adopted-zh.xlsx"],
    ["en", "created-en-1904.xlsx"],
  ] as const)("(%s) a workbook of the first layout is upgraded as told", async (language, file) => {
    preview = await Preview.open(stage, { language, width: 1440, height: 900 });
    const words = said[language];
    const name = path.join(__dirname, "../workbooks/schema-1", file);
    await preview.page.locator("[data-file]").setInputFiles({
      name: file,
      mimeType: "application/octet-stream",
      buffer: await readFile(name),
    });
    await button(words.upgrade).waitFor();
    await preview.screenshot(`upgrade-${language}`);
    await button(words.upgrade).click();
    await preview.pane.getByRole("button", { name: words.today }).waitFor();
    await preview.screenshot(`upgrade-done-${language}`);
    await preview.pane.getByRole("button", { name: words.today }).click();
    await preview.pane.getByRole("searchbox").waitFor();
    await preview.screenshot(`upgrade-today-${language}`);
    expect(preview.complaints).toEqual([]);
  });
});
