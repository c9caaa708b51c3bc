import { eventually, openStage, Preview, type Stage } from "./browser";

describe("what a person does to cells and sheets in the preview", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
    preview = await Preview.open(stage, { width: 1280, height: 800 });
    await preview.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await preview.page.getByRole("tab", { name: "开始" }).click();
  });
  afterAll(() => stage.close());

  const press = (...keys: string[]): Promise<void> =>
    keys.reduce(
      (before, key) => before.then(() => preview.page.keyboard.press(key)),
      Promise.resolve(),
    );
  const bar = (): Promise<string> => preview.page.locator(".formula-input").inputValue();
  const shows = (address: string, text: string): Promise<void> =>
    eventually(
      () => preview.text(address),
      (found) => expect(found).toBe(text),
    );
  const choose = (name: string): Promise<void> =>
    preview.page.getByRole("menuitem", { name, exact: true }).click();
  const tabs = (): Promise<string[]> => preview.page.locator(".sheet-tab").allTextContents();

  it("copies formulas that move along and looks that stay", async () => {
    await preview.type("K2", "=G2*2");
    await preview.goTo("K2");
    await press("Control+b", "Control+c");
    await preview.goTo("K3:K4");
    await press("Control+v");
    await shows("K4", "190000");
    expect(await bar()).toBe("=G3*2");
    const weight = await preview
      .cell("K4")
      .locator(".cell-text")
      .evaluate((cell) => getComputedStyle(cell).fontWeight);
    expect(Number(weight)).toBeGreaterThanOrEqual(600);
    await press("Escape");
    await eventually(
      () => preview.page.locator(".copied").count(),
      (found) => expect(found).toBe(0),
    );
  });

  it("cuts cells, moves them on pasting, and takes it back", async () => {
    await preview.goTo("K4");
    await press("Control+x");
    await preview.goTo("L4");
    await press("Control+v");
    await shows("L4", "190000");
    await shows("K4", "");
    await press("Control+z");
    await shows("K4", "190000");
    await shows("L4", "");
  });

  it("names cells in a formula by dragging over them", async () => {
    const [first, last] = await Promise.all(
      ["G2", "G5"].map((address) => preview.cell(address).boundingBox()),
    );
    if (!first || !last) throw new Error("column G is not in view");
    await preview.goTo("K6");
    await preview.page.keyboard.type("=SUM(");
    await preview.page.mouse.move(first.x + 9, first.y + 5);
    await preview.page.mouse.down();
    await preview.page.mouse.move(last.x + 9, last.y + 5, { steps: 4 });
    await preview.page.mouse.up();
    await preview.page.keyboard.type(")");
    await press("Enter", "ArrowUp");
    await eventually(bar, (found) => expect(found).toBe("=SUM(G2:G5)"));
  });

  it("finds words with Ctrl+F, goes on and back, and says when there are none", async () => {
    const box = preview.page.getByRole("searchbox");
    const name = (): Promise<string> => preview.page.locator(".name-box").inputValue();
    await preview.goTo("A1");
    await press("Control+f");
    await box.fill("州");
    await press("Enter");
    await eventually(name, (found) => expect(found).toBe("H2"));
    await press("Enter");
    await eventually(name, (found) => expect(found).not.toBe("H2"));
    await press("Shift+Enter");
    await eventually(name, (found) => expect(found).toBe("H2"));
    await box.fill("没有这个词");
    await press("Enter");
    expect(await preview.page.locator(".find-told").textContent()).toBe("没有找到");
    await press("Escape", "ArrowDown");
    await eventually(name, (found) => expect(found).toBe("H3"));
  });

  it("makes a table with Ctrl+T and a chart of what is chosen", async () => {
    await preview.goTo("A2");
    await press("Control+t");
    await eventually(
      () => preview.page.locator("[data-filter-column]").count(),
      (found) => expect(found).toBeGreaterThan(5),
    );
    await preview.goTo("G1:G6");
    await preview.page.getByRole("tab", { name: "插入" }).click();
    await preview.page.getByRole("button", { name: "图表" }).click();
    await choose("簇状柱形图");
    await eventually(
      () => preview.page.locator(".chart").count(),
      (found) => expect(found).toBe(1),
    );
    await press("Control+z");
    await eventually(
      () => preview.page.locator(".chart").count(),
      (found) => expect(found).toBe(0),
    );
  });

  it("hides a column from its heading's menu and shows it again between its neighbours", async () => {
    const head = (column: number) => preview.page.locator(`.header[data-column="${column}"]`);
    await head(3).click({ button: "right" });
    await choose("隐藏列");
    await eventually(
      () => preview.cell("D2").count(),
      (found) => expect(found).toBe(0),
    );
    await preview.goTo("C:E");
    await head(2).click({ button: "right" });
    await choose("取消隐藏列");
    await eventually(
      () => preview.cell("D2").count(),
      (found) => expect(found).toBe(1),
    );
  });

  it("moves, hides and shows sheets from their tab's menu", async () => {
    await preview.page.locator(".add-sheet").click();
    const tab = (): ReturnType<Preview["tab"]> => preview.tab("客户名单");
    await tab().click({ button: "right" });
    await choose("右移");
    await eventually(tabs, (found) => expect(found).toEqual(["Sheet2", "客户名单"]));
    await tab().click({ button: "right" });
    await choose("隐藏");
    await eventually(tabs, (found) => expect(found).toEqual(["Sheet2"]));
    await preview.tab("Sheet2").click({ button: "right" });
    await choose("取消隐藏“客户名单”");
    await eventually(tabs, (found) => expect(found).toEqual(["Sheet2", "客户名单"]));
    expect(preview.complaints).toEqual([]);
  });
});
