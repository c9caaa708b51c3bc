import { eventually, openStage, Preview, type Stage } from "./browser";

const wide = { width: 2000, height: 1000, now: "2026-03-16T09:00:00" };

const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    newCustomer: "登记新客户",
    name: "客户名称",
    phone: "电话",
    entered: "華瑞電子股份有限公司",
    kept: "华瑞电子",
    overlap: /可能撞单：1/,
    reason: "公司名称相同：华瑞电子",
    addAnyway: "仍然登记",
    added: "已登记“華瑞電子股份有限公司”。",
    ungraded: "未定级",
    back: "返回",
    tools: "数据工具",
    open: "查重与合并",
    find: "查找重复客户",
    found: /有 1 组可能重复/,
    none: /没有发现重复/,
    merge: "合并：",
    doMerge: "合并这两位客户",
    merged: /已合并到“/,
    split: "拆分：",
    splitDone: /已恢复/,
    merges: "合并记录",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    today: "Today",
    newCustomer: "Add a customer",
    name: "Customer",
    phone: "Phone",
    entered: "HUARUI Electronics Co., Ltd.",
    kept: "Huarui Electronics",
    overlap: /May overlap with 1 customer/,
    reason: "Same company name: huarui electronics",
    addAnyway: "Add anyway",
    added: "“HUARUI Electronics Co., Ltd.” was added.",
    ungraded: "Ungraded",
    back: "Back",
    tools: "Data tools",
    open: "Duplicates",
    find: "Find duplicates",
    found: /1 group may be duplicates/,
    none: /no duplicates found/,
    merge: "Merge ",
    doMerge: "Merge these two",
    merged: /Merged into/,
    split: "Split ",
    splitDone: /is back/,
    merges: "Merges",
  },
} as const;

describe("duplicates in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  it.each(["zh", "en"] as const)(
    "[T3] (%s) an overlap is told while typing; the two are found, merged and split again",
    async (language) => {
      preview = await Preview.open(stage, { language, ...wide });
      const words = said[language];
      const { pane } = preview;
      const button = (name: string, exact = true) => pane.getByRole("button", { name, exact });
      await button(words.setUp).click();
      await button(words.start).click();
      await button(words.toToday).click();
      await pane.getByRole("heading", { level: 1, name: words.today }).waitFor();

      await button(words.newCustomer).click();
      await pane.getByRole("textbox", { name: words.name }).first().fill(words.entered);
      await pane.getByText(words.overlap).first().waitFor();
      await pane.getByText(words.reason).waitFor();
      await preview.screenshot(`overlap-${language}`);
      await button(words.addAnyway).click();
      await pane.getByText(words.added).waitFor();
      // The sample has 24 customers below its header.
      await eventually(
        () => preview.text("A26"),
        (found) => expect(found).toBe(words.entered),
      );
      await eventually(
        () => preview.text("N26"),
        (found) => expect(found).toBe(words.ungraded),
      );

      await button(words.back).click();
      await button(words.tools).click();
      await button(words.open).click();
      await button(words.find).click();
      await pane.getByText(words.found).waitFor();
      await preview.screenshot(`duplicates-${language}`);
      await button(words.merge, false).click();
      await pane.getByRole("form").waitFor();
      await pane.getByRole("radio", { name: words.kept, exact: false }).first().waitFor();
      await preview.screenshot(`merge-${language}`);
      await button(words.doMerge).click();
      await pane.getByText(words.merged).waitFor();
      await pane.getByText(words.none).waitFor();
      await preview.tab(words.merges).waitFor();
      expect(await preview.cell("A26").count()).toBe(1);
      await eventually(
        () => preview.text("A26"),
        (found) => expect(found).toBe(""),
      );
      await preview.screenshot(`merged-${language}`);

      await button(words.split, false).click();
      await pane.getByText(words.splitDone).waitFor();
      await pane.getByText(words.found).waitFor();
      await eventually(
        () => preview.text("A26"),
        (found) => expect(found).not.toBe(""),
      );
      expect(preview.complaints).toEqual([]);
    },
  );
});
