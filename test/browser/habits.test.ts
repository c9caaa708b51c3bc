import { eventually, openStage, Preview, type Stage } from "./browser";

describe("what a person does in any spreadsheet without thinking", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
    preview = await Preview.open(stage, { width: 1500, height: 800 });
    await preview.page.getByRole("tab", { name: "开始" }).click();
  });
  afterEach(() => expect(preview.complaints).toEqual([]));
  afterAll(() => stage.close());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await preview.page.keyboard.press(key);
  };
  const shows = (address: string, text: string): Promise<void> =>
    eventually(
      () => preview.text(address),
      (found) => expect(found).toBe(text),
    );
  const editors = (): Promise<number> => preview.page.locator(".cell-editor.open").count();
  const row = (index: number): Promise<boolean> =>
    preview.page.locator(`.header[data-row="${index}"]`).isVisible();

  it("leaves out the last parenthesis of a formula", async () => {
    await preview.type("K2", "=SUM(G2:G3");
    await shows("K2", "500000");
    await preview.goTo("K2");
    expect(await preview.page.locator(".formula-input").inputValue()).toBe("=SUM(G2:G3)");
  });

  it("goes to a button, a tab or the name box while typing: what was typed is kept where it was meant", async () => {
    const { page } = preview;
    await preview.goTo("K4");
    await page.keyboard.type("typed");
    await page.getByRole("button", { name: "加粗" }).click();
    await shows("K4", "typed");
    expect(await editors()).toBe(0);
    await preview.goTo("K5");
    await page.keyboard.type("more");
    await page.getByRole("button", { name: "新建工作表" }).click();
    await page.locator(".sheet-tab").first().click();
    await shows("K5", "more");
    await preview.goTo("K6");
    await page.keyboard.type("last");
    await page.locator(".name-box").click();
    await shows("K6", "last");
    await page.keyboard.type("A2");
    await press("Enter");
    expect(await page.locator(".name-box").inputValue()).toBe("A2");
  });

  it("fills down by a double click on the corner, and edits nothing by it", async () => {
    await preview.type("J2", "=ROW()");
    await preview.goTo("J2");
    const handle = preview.page.locator(".fill-handle").first();
    await handle.dblclick();
    await shows("J20", "20");
    expect(await editors()).toBe(0);
    await press("Control+z");
    await shows("J20", "");
  });

  it("drags the line between two heads from either side", async () => {
    const width = async (): Promise<number> => (await preview.cell("B2").boundingBox())?.width ?? 0;
    for (const side of [-2, 2]) {
      const before = await width();
      const head = await preview.page.locator('.header[data-column="2"]').boundingBox();
      if (head === null) throw new Error("column C is not in view");
      await preview.page.mouse.move(head.x + side, head.y + 8);
      await preview.page.mouse.down();
      await preview.page.mouse.move(head.x + side + 20, head.y + 8, { steps: 2 });
      await preview.page.mouse.up();
      await eventually(width, (found) => expect(found).toBe(before + 20));
    }
  });

  it("sorts a plain list by its active column; its headings stay above", async () => {
    const { page } = preview;
    await preview.goTo("G3");
    await page.getByRole("button", { name: "降序" }).click();
    await shows("G2", "890,000");
    await shows("A1", "客户名称");
    await shows("A2", "远景新能源");
    await press("Control+z");
    await shows("A2", "江南纺织有限公司");
  });

  it("filters a plain list by buttons in its headings, by mouse and by keys", async () => {
    const { page } = preview;
    await preview.goTo("D5");
    await press("Control+Shift+L");
    await page.locator("[data-filter-column]").nth(3).waitFor();
    await preview.goTo("D1");
    await press("Alt+ArrowDown");
    const box = page.getByRole("dialog", { name: "筛选: 需求状况" });
    await box.getByLabel("全选").uncheck();
    await box.getByLabel("死亡").check();
    await preview.screenshot("filter-plain-list");
    await box.getByRole("button", { name: "确定" }).click();
    await eventually(
      () => row(1),
      (found) => expect(found).toBe(false),
    );
    expect([await row(14), await row(15)]).toEqual([true, true]);
    await page.getByRole("button", { name: "清除筛选" }).click();
    await eventually(
      () => row(1),
      (found) => expect(found).toBe(true),
    );
    await press("Control+Shift+L");
    await eventually(
      () => page.locator("[data-filter-column]").count(),
      (found) => expect(found).toBe(0),
    );
  });

  it("inserts and deletes cells alone or whole rows, as chosen", async () => {
    const { page } = preview;
    await preview.goTo("A3");
    await press("Control+-");
    await page.getByRole("menuitem", { name: "下方单元格上移" }).click();
    await shows("A3", "华瑞电子");
    await shows("B3", "赵磊");
    await press("Control+z");
    await shows("A3", "北辰医疗器械");
    await press("Control++");
    await page.getByRole("menuitem", { name: "整行" }).click();
    await shows("B3", "");
    await shows("B4", "赵磊");
    await press("Control+z");
    await page.locator('.header[data-row="2"]').click();
    await press("Control+-");
    await shows("B3", "陈静");
    await press("Control+z");
    await shows("B3", "赵磊");
  });
});
