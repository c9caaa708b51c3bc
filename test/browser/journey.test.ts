import { readFile } from "node:fs/promises";
import { eventually, openStage, Preview, type Stage } from "./browser";

/** 16 March 2026, a Monday; the sample's days are counted from it. */
const monday = "2026-03-16T09:00:00";
const tuesday = "2026-03-17T09:00:00";

const wide = { width: 2400, height: 1000 };

/** What each language calls the things a person looks for. */
const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    grade: "等级",
    next: "下次跟进",
    state: "状态",
    demand: "需求状况",
    customer: "江南纺织有限公司",
    overdue: /逾期 3 天/,
    why: "A级，每天跟进；逾期 3 天",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    today: "Today",
    grade: "Grade",
    state: "State",
    customer: "Jiangnan Textiles",
    overdue: /3 days overdue/i,
    why: "3 days overdue",
  },
} as const;

/** Where a header of the sheet on show stands; empty where it is not in view. */
function headerAddress(preview: Preview, header: string): Promise<string> {
  return preview.page
    .locator('.grid [role="row"][aria-rowindex="1"] .cell')
    .evaluateAll(
      (cells, wanted) =>
        cells.find((cell) => cell.textContent === wanted)?.getAttribute("data-address") ?? "",
      header,
    );
}

/** The text of the cell under a header of the sheet on show, in that row. */
async function under(preview: Preview, header: string, row: number): Promise<string> {
  const address = await headerAddress(preview, header);
  return address === "" ? "" : preview.text(address.replace(/1$/, String(row)));
}

describe("the main job in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const opened = async (language: "zh" | "en" = "zh", now = monday): Promise<typeof preview> => {
    preview = await Preview.open(stage, { language, now, ...wide });
    return preview;
  };
  const row = (name: string) => preview.pane.locator("[data-row-part=open]", { hasText: name });
  const log = (name: string) => preview.pane.getByRole("button", { name: `记录跟进：${name}` });
  const soon = (header: string, line: number, wanted: string | RegExp): Promise<void> =>
    eventually(
      () => under(preview, header, line),
      (found) => expect(found).toEqual(expect.stringMatching(wanted)),
    );

  describe("from the first click, each on a page of its own", () => {
    afterEach(() => preview.close());

    it.each(["zh", "en"] as const)(
      "[G1] [F1] [F5] (%s) adopts the sheet that is there: grades, next days, states and the list appear",
      async (language) => {
        await opened(language);
        const words = said[language];
        await preview.pane.getByRole("button", { name: words.setUp }).click();
        await preview.pane.getByRole("button", { name: words.start }).waitFor();
        await preview.screenshot(`set-up-${language}`);
        await preview.pane.getByRole("button", { name: words.start }).click();
        await preview.pane.getByRole("button", { name: words.toToday }).waitFor();
        await preview.screenshot(`set-up-done-${language}`);
        await preview.pane.getByRole("button", { name: words.toToday }).click();
        await preview.pane.getByRole("heading", { level: 1, name: words.today }).waitFor();
        await row(words.customer).waitFor();
        await soon(words.grade, 2, /^A$/);
        await soon(words.state, 2, words.overdue);
        expect(await row(words.customer).textContent()).toContain(words.why);
        await preview.screenshot(`today-${language}`);
        expect(preview.complaints).toEqual([]);
      },
    );

    it("[F5] the next morning, the saved file opens with everything moved on by a day", async () => {
      await opened();
      await preview.setUp();
      await soon(said.zh.grade, 2, /^A$/);
      const [download] = await Promise.all([
        preview.page.waitForEvent("download"),
        preview.page.locator("[data-save]").click(),
      ]);
      const file = await download.path();
      const bytes = await readFile(file);
      await preview.close();
      await opened("zh", tuesday);
      await preview.page.locator("[data-file]").setInputFiles({
        name: "客户名单.xlsx",
        mimeType: "application/octet-stream",
        buffer: bytes,
      });
      await row("江南纺织有限公司").waitFor();
      await soon(said.zh.state, 2, /逾期 4 天/);
      expect(await row("江南纺织有限公司").textContent()).toContain("逾期 4 天");
      await soon(said.zh.state, 3, /逾期 1 天/);
      await preview.screenshot("next-morning-zh");
      expect(preview.complaints).toEqual([]);
    });

    it("everything is done by keyboard alone: set up, today, log, back to the sheet", async () => {
      await opened();
      const { keyboard } = preview.page;
      const focused = (): Promise<string> =>
        preview.page.frames()[1]?.evaluate(() => {
          const { activeElement, body } = document;
          return activeElement === null || activeElement === body ? "" : activeElement.textContent;
        }) ?? Promise.resolve("");
      const tabTo = async (text: string): Promise<void> => {
        for (let presses = 0; presses < 80; presses++) {
          if ((await focused()).includes(text)) return;
          await keyboard.press("Tab");
        }
        throw new Error(`Tab never reached “${text}”`);
      };
      await preview.pane.getByRole("button", { name: said.zh.setUp }).waitFor();
      await keyboard.press("F6");
      await tabTo(said.zh.setUp);
      await keyboard.press("Enter");
      await preview.pane.getByRole("button", { name: said.zh.start }).waitFor();
      await tabTo(said.zh.start);
      await keyboard.press("Enter");
      await preview.pane.getByRole("button", { name: said.zh.toToday }).waitFor();
      await tabTo(said.zh.toToday);
      await keyboard.press("Enter");
      await row("华瑞电子").waitFor();
      await tabTo("华瑞电子");
      await keyboard.press("ArrowRight");
      await keyboard.press("Enter");
      await preview.pane.getByRole("form", { name: "记录跟进" }).waitFor();
      await keyboard.press("1");
      await keyboard.type("已联系");
      await keyboard.press("Control+Enter");
      await preview.pane.getByRole("status").filter({ hasText: "已记录" }).waitFor();
      await keyboard.press("Shift+F6");
      await preview.page.keyboard.press("Control+Home");
      expect(await preview.page.locator(".name-box").inputValue()).toBe("A2");
      expect(preview.complaints).toEqual([]);
    });
  });

  // One page: what is typed here stands in no row of the customers, or on a sheet of its own.
  describe("before anything is set up", () => {
    beforeAll(() => opened());
    afterAll(() => preview.close());
    afterEach(() => expect(preview.complaints).toEqual([]));

    it("[G1] the same functions work in any cell, complete while typing, and explain their errors", async () => {
      await eventually(
        () => preview.pane.getByRole("button", { name: said.zh.setUp }).count(),
        (found) => expect(found).toBe(1),
      );
      await preview.goTo("K2");
      await preview.page.keyboard.type("=crm.gr");
      await preview.page.locator(".formula-help .help-option").first().waitFor();
      await preview.page.keyboard.press("Tab");
      await preview.page.keyboard.type('"目标",DATE(2026,3,20),DATE(2026,3,16))');
      await preview.page.keyboard.press("Enter");
      await eventually(
        () => preview.text("K2"),
        (found) => expect(found).toBe("A"),
      );
      await preview.type("K3", '=CRM.GRADE("也许")');
      await eventually(
        () => preview.text("K3"),
        (found) => expect(found).toBe("#VALUE!"),
      );
      await preview.goTo("K3");
      const card = preview.page.locator(".cell-card.failing");
      await card.waitFor();
      expect(await card.textContent()).toContain("也许");
      await preview.screenshot("function-error-zh");
    });

    it("creates the tables on an empty sheet: choices come from lists", async () => {
      await preview.page.locator(".add-sheet").click();
      await preview.pane.getByRole("button", { name: said.zh.setUp }).click();
      await preview.pane.getByRole("button", { name: "新建", exact: true }).click();
      await preview.pane.getByRole("button", { name: said.zh.toToday }).waitFor();
      await preview.tab("客户").click();
      const demand = await headerAddress(preview, said.zh.demand);
      const cell = demand.replace(/1$/, "2");
      await preview.goTo(cell);
      await preview.page.locator(".list-button").waitFor();
      await preview.page.keyboard.press("Alt+ArrowDown");
      const choice = preview.page.getByRole("menuitemradio").first();
      await choice.waitFor();
      await preview.screenshot("list-zh");
      const text = await choice.locator(".menu-label").textContent();
      await preview.page.keyboard.press("Enter");
      await eventually(
        () => preview.text(cell),
        (found) => expect(found).toBe(text),
      );
    });
  });

  // One page: each test puts back what it did or, the last, works below the table; each begins in Today.
  describe("in a book that is set up", () => {
    beforeAll(async () => {
      await opened();
      await preview.setUp();
    });
    afterAll(() => preview.close());
    afterEach(async () => {
      await preview.tab("客户名单").click();
      await preview.home();
      expect(preview.complaints).toEqual([]);
    });

    it("[F5] a click in the list selects the row, and a click on a row opens its customer", async () => {
      await row("华瑞电子").click();
      await preview.pane.getByRole("heading", { level: 1, name: "华瑞电子" }).waitFor();
      await eventually(
        () => preview.page.locator(".name-box").inputValue(),
        (found) => expect(found).toMatch(/^[A-Z]+4(:[A-Z]+4)?$/),
      );
      await preview.screenshot("customer-zh");
      await preview.cell("A8").click();
      await preview.pane.getByRole("heading", { level: 1, name: "明德教育" }).waitFor();
    });

    it("[G7] [F4] [F6] [I1] logs a follow-up, moves grade, day and list, and takes it back", async () => {
      await log("江南纺织有限公司").click();
      await preview.pane.getByLabel("沟通内容").fill("报价已发，周三答复");
      await preview.screenshot("log-zh");
      await preview.pane.getByRole("button", { name: "保存", exact: true }).click();
      const notice = preview.pane.getByRole("status").filter({ hasText: "已记录" });
      await notice.waitFor();
      await soon(said.zh.next, 2, /2026-03-17/);
      await soon(said.zh.state, 2, /即将/);
      await preview.screenshot("logged-zh");
      await preview.tab("跟进记录").click();
      await eventually(
        () => under(preview, "沟通内容", 2),
        (found) => expect(found).toBe("报价已发，周三答复"),
      );
      expect(await under(preview, "原等级", 2)).toBe("A");
      expect(await under(preview, "新等级", 2)).toBe("A");
      await preview.screenshot("log-sheet-zh");
      await preview.tab("客户名单").click();
      await notice.getByRole("button", { name: "撤销" }).click();
      await soon(said.zh.state, 2, /逾期 3 天/);
      await preview.tab("跟进记录").click();
      await eventually(
        () => under(preview, "沟通内容", 2),
        (found) => expect(found).toBe(""),
      );
    });

    it("the ribbon and the context menu run the add-in's commands", async () => {
      await preview.page.locator("[data-close-pane]").click();
      expect(await preview.page.locator("iframe.pane-frame").isVisible()).toBe(false);
      await preview.cell("A5").click();
      await preview.page.locator("[data-command=LogSelected]").click();
      await preview.pane.getByRole("heading", { level: 1, name: "安泰建材" }).waitFor();
      expect(await preview.page.locator("iframe.pane-frame").isVisible()).toBe(true);
      await preview.pane.getByRole("form", { name: "记录跟进" }).waitFor();
      await preview.cell("A9").click({ button: "right" });
      await preview.page.locator(".menu").waitFor();
      await preview.screenshot("context-menu-zh");
      await preview.page.getByRole("menuitem", { name: /记录/ }).click();
      await preview.pane.getByRole("heading", { level: 1, name: "远景新能源" }).waitFor();
    });

    it("filters and sorts a table from its header, and says how many rows are left", async () => {
      await preview.cell("D1").locator(".filter-button").click();
      const menu = preview.page.locator(".filter-menu");
      await menu.getByText("（全选）").click();
      await menu.getByText("潜在", { exact: true }).click();
      await menu.getByRole("button", { name: "确定" }).click();
      await eventually(
        () => preview.cell("A2").count(),
        (found) => expect(found).toBe(0),
      );
      expect(await preview.text("A11")).toBe("天和酒店集团");
      await eventually(
        () => preview.page.locator(".status-message").textContent(),
        (found) => expect(found).toContain("5 / 24"),
      );
      await preview.cell("D1").locator(".filter-button").click();
      await menu.getByRole("button", { name: "清除筛选" }).click();
      await preview.cell("G1").locator(".filter-button").click();
      await menu.getByRole("button", { name: "降序" }).click();
      await eventually(
        () => preview.text("A2"),
        (found) => expect(found).toBe("远景新能源"),
      );
      await preview.page.keyboard.press("Control+z");
      await eventually(
        () => preview.text("A2"),
        (found) => expect(found).toBe("江南纺织有限公司"),
      );
    });

    it("[G1] [F7] a grade follows the cell it depends on, and the highlight follows the day", async () => {
      const fill = (address: string): Promise<string> =>
        preview.cell(address).evaluate((cell) => getComputedStyle(cell).backgroundColor);
      // Three days, fifteen days and two days overdue are three different reds; later has none.
      await eventually(
        async () => new Set(await Promise.all(["A2", "A4", "A17", "A7"].map(fill))).size,
        (found) => expect(found).toBe(4),
      );
      const plain = await fill("A7");
      await preview.type("D2", "潜在");
      await soon(said.zh.grade, 2, /^D$/);
      await soon(said.zh.next, 2, /2026-04-11/);
      await eventually(
        () => fill("A2"),
        (found) => expect(found).toBe(plain),
      );
      await preview.page.keyboard.press("Control+z");
      await soon(said.zh.grade, 2, /^A$/);
    });

    it("[F2] a customer typed below the table gets its id and is due from today", async () => {
      await preview.type("A26", "新来的客户");
      await preview.type("D26", "目标");
      await preview.type("E26", "2026-03-20");
      await log("新来的客户").waitFor();
      await soon("客户编号", 26, /^C[0-9A-Z]{10}$/);
      await soon(said.zh.next, 26, /2026-03-16/);
      await log("新来的客户").click();
      await preview.pane.getByLabel("沟通内容").fill("第一次联系");
      await preview.pane.getByRole("button", { name: "保存", exact: true }).click();
      await soon(said.zh.next, 26, /2026-03-17/);
    });
  });

  // One page for a language; the scheme changes under it, as it does in the evening.
  describe.each([
    [
      "zh",
      [
        ["light", 320],
        ["light", 450],
        ["dark", 320],
      ],
    ],
    ["en", [["dark", 380]]],
  ] as const)("(%s) looks right", (language, looks) => {
    beforeAll(async () => {
      preview = await Preview.open(stage, { language, scheme: looks[0][0], now: monday });
      await preview.setUp();
    });
    afterAll(() => preview.close());
    afterEach(() => preview.home());

    it.each(looks)("in %s with a pane of %i pixels: nothing is cut off", async (scheme, width) => {
      await preview.page.emulateMedia({ colorScheme: scheme });
      await eventually(
        () => preview.cell("A4").evaluate((cell) => getComputedStyle(cell).backgroundColor),
        (found) => expect(found).not.toBe("rgba(0, 0, 0, 0)"),
      );
      const handle = preview.page.locator(".pane-handle");
      const now = Number(await handle.getAttribute("aria-valuenow"));
      await handle.focus();
      for (let step = 0; step < Math.abs(width - now) / 10; step++) {
        await preview.page.keyboard.press(width > now ? "ArrowLeft" : "ArrowRight");
      }
      expect(await handle.getAttribute("aria-valuenow")).toBe(String(width));
      const spare = (): Promise<number> =>
        preview.pane.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
      expect(await spare()).toBe(0);
      await preview.screenshot(`pane-${width}-${scheme}`);
      await preview.pane.locator("[data-row-part=act]").first().click();
      await preview.pane.getByRole("form").waitFor();
      expect(await spare()).toBe(0);
      await preview.screenshot(`log-${width}-${scheme}`);
    });
  });
});
