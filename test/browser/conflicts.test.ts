import { eventually, openStage, Preview, type Stage } from "./browser";

/** What each language calls the things a person looks for. */
const said = {
  zh: {
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
    fixOn: "继续：修复 1 处，保留现值 1 处",
    done: "已导入：新增 0 条，更新 2 条",
    changes: "变更记录",
    takeImport: /^撤销：导入/,
    notes: ["江南纺织有限公司 · 备注", "北辰医疗器械 · 备注"],
    formula: "这里现在是公式，保留不动。",
    takeOne: "撤销 1 处",
    log: "记录跟进：锦绣家纺",
    said: "沟通内容",
    words: "报价已发",
    demand: "需求状况",
    latent: "潜在",
    conflict: "锦绣家纺 · 需求状况",
    continue: "按所选继续填写",
    save: "保存",
    saved: "已记录",
    undo: "撤销",
    choose: "逐处选择",
    group: "锦绣家纺 · 上次跟进",
    takeTwo: "撤销 2 处",
    duplicates: "查重与合并",
    find: "查找重复客户",
    twin: "華瑞電子股份有限公司",
    merge: /^合并：/,
    doMerge: "合并这两位客户",
    merged: /已合并到“华瑞电子”/,
    phoneField: "电话",
    keptPhone: "华瑞电子 · 电话",
    goneContact: "華瑞電子股份有限公司 · 联系人",
    split: /^拆分：/,
    splitNow: "拆分",
    changedSince: "合并之后，“华瑞电子”又有改动",
    back: /已恢复/,
    health: "数据体检",
    examine: "开始体检",
    inBulk: /^批量修复（/,
    fix: /^修复 \d+ 处$/,
    close: "安泰建材 · 预计成交日",
    fixed: /^已完成：/,
  },
  en: {
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
    fixOn: "Go on: fix 1 cell, keep 1 cell",
    done: "Imported: 0 new, 2 updated",
    changes: "Changes",
    takeImport: /^Take back: Import/,
    notes: ["Jiangnan Textiles · Notes", "Beichen Medical · Notes"],
    formula: "There is a formula here now; it stays.",
    takeOne: "Take back 1",
    log: "Log a follow-up with Jinxiu Home",
    said: "What was said",
    words: "Quote sent",
    demand: "Demand",
    latent: "Latent",
    conflict: "Jinxiu Home · Demand",
    continue: "Go on with these",
    save: "Save",
    saved: "Logged",
    undo: "Take back",
    choose: "Choose cell by cell",
    group: "Jinxiu Home · Last follow-up",
    takeTwo: "Take back 2",
    duplicates: "Duplicates",
    find: "Find duplicates",
    twin: "HUARUI Electronics Co., Ltd.",
    merge: /^Merge .+ and /,
    doMerge: "Merge these two",
    merged: /Merged into “Huarui Electronics”/,
    phoneField: "Phone",
    keptPhone: "Huarui Electronics · Phone",
    goneContact: "HUARUI Electronics Co., Ltd. · Contact",
    split: /^Split .+ from /,
    splitNow: "Split",
    changedSince: "“Huarui Electronics” was changed after the merge",
    back: /is back/,
    health: "Health check",
    examine: "Check now",
    inBulk: /^Fix in bulk \(/,
    fix: /^Fix \d+ cells?$/,
    close: "Antai Materials · Expected close",
    fixed: /^Done: /,
  },
} as const;

/** The row of the sample that only the follow-up is about. */
const logged = 22;

describe("cells that somebody else changes meanwhile, in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  // One page for a language: each test works on rows of its own and ends in Today.
  describe.each(["zh", "en"] as const)("(%s)", (language) => {
    const words = said[language];

    beforeAll(async () => {
      preview = await Preview.open(stage, { language, width: 2000, height: 1000 });
      await preview.setUp();
    });
    afterAll(() => preview.close());
    afterEach(async () => {
      await preview.home();
      expect(preview.complaints).toEqual([]);
    });

    const button = (name: string | RegExp) => preview.button(name);
    const group = (name: string) => preview.pane.getByRole("group", { name });
    const texts = (...addresses: readonly string[]) =>
      Promise.all(addresses.map((address) => preview.text(address)));
    /** Opens one of the data tools from Today. */
    const tool = async (title: string): Promise<void> => {
      await button(words.tools).click();
      await button(title).click();
      await preview.pane.getByRole("heading", { level: 1, name: title }).waitFor();
    };
    /** A question about a cell shows what was read, what stands there now and what is ours. */
    const shows = async (name: string, ...values: readonly string[]): Promise<void> => {
      await group(name).waitFor();
      const text = (await group(name).textContent()) ?? "";
      expect(values.filter((value) => !text.includes(value))).toEqual([]);
    };
    const keepTheirs = (name: string) => group(name).getByRole("radio").first().check();
    const insistOnMine = (name: string) => group(name).getByRole("radio").nth(1).check();

    it("[P4] an import writes what was chosen, cell by cell, by keyboard alone; nothing is lost", async () => {
      const { pane, page } = preview;
      await tool(words.importing);
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
        () => texts("C2", "C3", "I2", "I3"),
        (found) => expect(found).toEqual(["13500000001", "13900000001", "N0", "N1"]),
      );
    });

    it("[P4] taking the import back asks once for each cell, also where a formula came in its way", async () => {
      await tool(words.changes);
      await preview.type("C3", "13700000003");
      await preview.type("I2", "N9");
      await button(words.takeImport).click();
      await shows(words.notes[0], "N0", "N9");
      await insistOnMine(words.phones[1]);
      // Its result is what the import wrote: only writing over it finds the formula.
      await preview.type("I3", '="N"&1');
      await button(words.takeTwo).click();
      await shows(words.notes[1], words.formula);
      expect(await group(words.phones[1]).getByRole("radio").nth(1).isChecked()).toBe(true);
      expect(await group(words.notes[0]).getByRole("radio").first().isChecked()).toBe(true);
      await preview.screenshot(`conflict-formula-${language}`);
      await button(words.takeOne).click();
      await eventually(
        () => texts("C3", "I2", "I3"),
        (found) => expect(found).toEqual(["13500000002", "N9", "N1"]),
      );
    });

    it("[G7] [P4] a follow-up form tells what moved under it, and it is taken back cell by cell", async () => {
      const { pane } = preview;
      await button(words.log).click();
      await pane.getByLabel(words.said).fill(words.words);
      await pane.getByLabel(words.demand).selectOption("none");
      await preview.type(`D${logged}`, words.latent);
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
      expect(await preview.text(`D${logged}`)).toBe(words.latent);

      const before = await preview.text(`F${logged}`);
      await preview.type(`F${logged}`, "2026-03-15");
      await button(words.undo).click();
      await button(words.choose).click();
      await insistOnMine(words.group);
      await preview.screenshot(`conflict-undo-${language}`);
      await button(words.takeTwo).click();
      await eventually(
        () => preview.text(`F${logged}`),
        (found) => {
          expect(found).not.toBe("2026-03-15");
          expect(found).not.toBe(before);
        },
      );
    });

    it("[T3] [P4] a merge and its split ask field by field about what was changed under them", async () => {
      const { pane } = preview;
      // Away from Today the pane does not follow the selection.
      await button(words.tools).click();
      await preview.type("C26", "13600000026");
      await preview.type("A26", words.twin);
      await eventually(
        () => preview.text("J26"),
        (id) => expect(id).toMatch(/^C/u),
      );
      const read = await preview.text("C4");
      await button(words.duplicates).click();
      await button(words.find).click();
      await button(words.merge).click();
      await group(words.phoneField).getByRole("radio").nth(1).check();
      // One colleague corrects the phone that is about to change, another adds a contact to the row that goes.
      await preview.type("C4", "13500000004");
      await preview.type("B26", "Li Lei");
      await button(words.doMerge).click();
      await shows(words.keptPhone, read, "13500000004", "13600000026");
      await shows(words.goneContact, "Li Lei");
      await preview.screenshot(`conflict-merge-${language}`);
      await insistOnMine(words.keptPhone);
      await keepTheirs(words.goneContact);
      await button(words.goOn).click();
      await pane.getByText(words.merged).waitFor();
      await eventually(
        () => texts("A26", "B4", "C4"),
        (found) => expect(found).toEqual(["", "Li Lei", "13600000026"]),
      );

      await preview.type("C4", "13700000004");
      await button(words.split).click();
      await pane.getByRole("heading", { level: 2, name: words.changedSince }).waitFor();
      await shows(words.keptPhone, "13600000026", "13700000004", "13500000004");
      await preview.screenshot(`conflict-split-${language}`);
      await insistOnMine(words.keptPhone);
      // Changed once more under the question: asked once more, of what stands there by now.
      await preview.type("C4", "13800000004");
      await button(words.splitNow).click();
      await eventually(
        () => group(words.keptPhone).textContent(),
        (text) => expect(text).toContain("13800000004"),
      );
      await insistOnMine(words.keptPhone);
      await button(words.splitNow).click();
      await pane.getByText(words.back).waitFor();
      await eventually(
        () => texts("A26", "B26", "C26", "C4"),
        (found) => expect(found).toEqual([words.twin, "Li Lei", "13600000026", "13500000004"]),
      );
    });

    it("[P4] fixes of the health check ask about cells that were changed after the preview", async () => {
      const { pane } = preview;
      await button(words.tools).click();
      await preview.type("E5", "'2026年12月1日");
      await preview.type("A6", "' Lvyuan ");
      await button(words.health).click();
      await button(words.examine).click();
      await button(words.inBulk).click();
      await button(words.fix).waitFor();
      await preview.type("E5", "2026-11-11");
      await preview.type("A6", "Lvyuan 2");
      await button(words.fix).click();
      await pane.getByRole("heading", { level: 2, name: words.changed }).waitFor();
      await group(words.close).waitFor();
      await preview.screenshot(`conflict-health-${language}`);
      await insistOnMine(words.close);
      await button(words.fixOn).click();
      await pane.getByRole("status").filter({ hasText: words.fixed }).waitFor();
      // As after fixes nobody was in the way of: back to what is left, not to an empty preview.
      await pane.getByRole("heading", { level: 1, name: words.health, exact: true }).waitFor();
      await pane.getByRole("tab").first().waitFor();
      await eventually(
        () => texts("A6", "E5"),
        (found) => expect(found).toEqual(["Lvyuan 2", expect.stringMatching(/2026.12.0?1|1 Dec/u)]),
      );
    });
  });
});
