import { eventually, openStage, Preview, type Stage } from "./browser";

describe("the spreadsheet of the preview, by mouse and keyboard", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  // One page: each test leaves the cells right of the sample empty and A2 selected, as a page that is opened has them.
  beforeAll(async () => {
    preview = await Preview.open(stage);
    await preview.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  afterAll(() => preview.close());
  afterEach(async () => {
    await preview.goTo("K1:Q60");
    await preview.page.keyboard.press("Delete");
    await preview.goTo("A2");
    expect(preview.complaints).toEqual([]);
  });

  const name = (): Promise<string> => preview.page.locator(".name-box").inputValue();
  const bar = (): Promise<string> => preview.page.locator(".formula-input").inputValue();

  it("opens with the sample in the browser's language, the grid in focus and the pane beside it", async () => {
    expect(await preview.text("A1")).toBe("客户名称");
    expect(await name()).toBe("A2");
    expect(await preview.page.locator(".grid").getAttribute("role")).toBe("grid");
    expect(await preview.cell("A2").getAttribute("role")).toBe("gridcell");
    expect(await preview.page.locator("iframe.pane-frame").isVisible()).toBe(true);
  });

  it("moves with arrows, Ctrl+arrows, Home, End and Page keys, and extends with Shift", async () => {
    const press = async (...keys: string[]): Promise<string> => {
      for (const key of keys) await preview.page.keyboard.press(key);
      return name();
    };
    expect(await press("ArrowDown", "ArrowRight")).toBe("B3");
    expect(await press("Control+ArrowDown")).toBe("B25");
    expect(await press("Home")).toBe("A25");
    expect(await press("Control+Home")).toBe("A2");
    expect(await press("Control+End")).toBe("I25");
    expect(await press("Control+Home", "Shift+ArrowDown", "Shift+ArrowRight")).toBe("A2:B3");
    expect(await press("Control+a")).toBe("A1:I25");
    expect(await press("Control+Home", "PageDown")).toMatch(/^A\d\d$/);
    expect(
      await press("Control+Home", "Control+ArrowUp", "Control+ArrowRight", "Control+ArrowRight"),
    ).toBe("XFD1");
  });

  it("types, edits, cancels, deletes, and takes back", async () => {
    const { keyboard } = preview.page;
    await preview.goTo("K2");
    await keyboard.type("12");
    await keyboard.press("Enter");
    expect(await preview.text("K2")).toBe("12");
    expect(await name()).toBe("K3");
    await keyboard.press("ArrowUp");
    await keyboard.press("F2");
    await keyboard.type("3");
    await keyboard.press("Tab");
    expect(await preview.text("K2")).toBe("123");
    expect(await name()).toBe("L2");
    await keyboard.type("nothing");
    await keyboard.press("Escape");
    expect(await preview.text("L2")).toBe("");
    await keyboard.press("ArrowLeft");
    await keyboard.press("Delete");
    await eventually(
      () => preview.text("K2"),
      (found) => expect(found).toBe(""),
    );
    await keyboard.press("Control+z");
    await eventually(
      () => preview.text("K2"),
      (found) => expect(found).toBe("123"),
    );
    await keyboard.press("Control+y");
    await eventually(
      () => preview.text("K2"),
      (found) => expect(found).toBe(""),
    );
  });

  it("edits in the formula bar and shows there what a person would type", async () => {
    await preview.goTo("E2");
    expect(await bar()).toBe("2026/3/28");
    await preview.goTo("K5");
    await preview.page.locator(".formula-input").click();
    await preview.page.keyboard.type("=1+2");
    await preview.page.keyboard.press("Enter");
    await eventually(
      () => preview.text("K5"),
      (found) => expect(found).toBe("3"),
    );
    await preview.goTo("K5");
    expect(await bar()).toBe("=1+2");
  });

  it("enters one text into all selected cells with Ctrl+Enter", async () => {
    await preview.goTo("K2:L3");
    await preview.page.keyboard.type("x");
    await preview.page.keyboard.press("Control+Enter");
    for (const address of ["K2", "L2", "K3", "L3"]) {
      await eventually(
        () => preview.text(address),
        (found) => expect(found).toBe("x"),
      );
    }
  });

  it("selects by mouse: cell, dragged area, whole column, several areas", async () => {
    const { page } = preview;
    await preview.cell("B3").click();
    expect(await name()).toBe("B3");
    await preview.cell("B3").hover();
    await page.mouse.down();
    await preview.cell("D6").hover();
    await page.mouse.up();
    expect(await name()).toBe("B3:D6");
    await page.locator('.header[data-column="6"]').click();
    expect(await name()).toBe("G:G");
    await preview.cell("B3").click();
    await preview.cell("D5").click({ modifiers: ["Control"] });
    expect(await page.locator(".pane-overlay .selected").count()).toBeGreaterThanOrEqual(2);
  });

  it("says count, sum and average of the selection", async () => {
    await preview.goTo("G2:G4");
    const figures = preview.page.locator(".status-figures");
    await eventually(
      () => figures.textContent(),
      (found) => expect(found).toContain("计数: 3"),
    );
    expect(await figures.textContent()).toContain("求和: 595,000");
  });

  it("copies and pastes tab-separated text", async () => {
    const { page } = preview;
    await preview.goTo("A2:B3");
    await page.keyboard.press("Control+c");
    await preview.goTo("K10");
    await page.keyboard.press("Control+v");
    await eventually(
      () => preview.text("L11"),
      (found) => expect(found).toBe("赵磊"),
    );
    expect(await preview.text("K10")).toBe("江南纺织有限公司");
  });

  it("shows #### for a number too wide and lets a text run into empty cells", async () => {
    await preview.type("K2", "1234567890123");
    await preview.type("K3", "这是一段比较长的文字，会显示到右边的空单元格里");
    await preview.goTo("K2");
    await preview.page.getByRole("tab", { name: "开始" }).click();
    await preview.page.locator(".format-button").click();
    await preview.page.getByRole("menuitemradio", { name: "数值" }).click();
    await eventually(
      () => preview.text("K2"),
      (found) => expect(found).toMatch(/^#+$/),
    );
    const box = await preview.cell("K3").locator(".cell-text").boundingBox();
    const cell = await preview.cell("K3").boundingBox();
    expect(box?.width).toBeGreaterThan((cell?.width ?? 0) * 2);
    await preview.page.keyboard.press("Control+z");
    await eventually(
      () => preview.text("K2"),
      (found) => expect(found).toMatch(/^1\.2/),
    );
  });

  it("keeps the header row in place while scrolling and goes on beyond the data", async () => {
    await preview.cell("A5").hover();
    await preview.page.mouse.wheel(0, 1200);
    await eventually(
      () => preview.cell("A60").count(),
      (found) => expect(found).toBe(1),
    );
    expect(await preview.cell("A1").isVisible()).toBe(true);
    expect(await preview.cell("A5").count()).toBe(0);
    await preview.goTo("A5000");
    await eventually(
      () => preview.cell("A5000").count(),
      (found) => expect(found).toBe(1),
    );
  });

  it("resizes a column by its edge", async () => {
    const before = await preview.cell("B2").boundingBox();
    const grip = await preview.page.locator('.columns .header-grip[data-grip="1"]').boundingBox();
    if (before === null || grip === null) throw new Error("column B is not in view");
    await preview.page.mouse.move(grip.x + 3, grip.y + 5);
    await preview.page.mouse.down();
    await preview.page.mouse.move(grip.x + 63, grip.y + 5, { steps: 4 });
    await preview.page.mouse.up();
    await eventually(
      async () => (await preview.cell("B2").boundingBox())?.width,
      (found) => expect(found).toBeGreaterThan(before.width + 50),
    );
  });

  it("resizes a row by its edge and gives it back its own height with a double click", async () => {
    const height = async (): Promise<number> =>
      (await preview.cell("B3").boundingBox())?.height ?? 0;
    const before = await height();
    const grip = await preview.page.locator('.rows .header-grip[data-grip="2"]').boundingBox();
    if (grip === null) throw new Error("row 3 is not in view");
    await preview.page.mouse.move(grip.x + 10, grip.y + 2);
    await preview.page.mouse.down();
    await preview.page.mouse.move(grip.x + 10, grip.y + 32, { steps: 4 });
    await preview.page.mouse.up();
    await eventually(height, (found) => expect(found).toBe(before + 30));
    await preview.page.mouse.dblclick(grip.x + 10, grip.y + 32);
    await eventually(height, (found) => expect(found).toBe(before));
  });

  it("continues cells by the fill handle: numbers count on, formulas move along", async () => {
    const { page } = preview;
    await preview.type("K2", "1");
    await preview.type("K3", "3");
    await preview.type("L2", "=K2*10");
    await preview.type("L3", "=K3*10");
    await preview.goTo("K2:L3");
    const last = await preview.cell("L3").boundingBox();
    const target = await preview.cell("L6").boundingBox();
    if (last === null || target === null) throw new Error("column L is not in view");
    await page.mouse.move(last.x + last.width - 2, last.y + last.height - 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 8, target.y + 8, { steps: 5 });
    await page.mouse.up();
    await eventually(
      () => Promise.all(["K4", "K6", "L6"].map((address) => preview.text(address))),
      (found) => expect(found).toEqual(["5", "9", "90"]),
    );
    expect(await name()).toBe("K2:L6");
    await page.keyboard.press("Control+z");
    await eventually(
      () => preview.text("K6"),
      (found) => expect(found).toBe(""),
    );
  });

  it("pastes cells with line breaks and tabs in quotation marks into one cell each", async () => {
    await preview.goTo("K2");
    await preview.page.evaluate(() =>
      navigator.clipboard.writeText('"第一行\n第二行"\t7\r\n"说""好"""\t8\r\n'),
    );
    await preview.page.keyboard.press("Control+v");
    await eventually(
      () => Promise.all(["K2", "L2", "K3", "L3"].map((address) => preview.text(address))),
      (found) => expect(found).toEqual(["第一行\n第二行", "7", '说"好"', "8"]),
    );
    expect(await preview.text("K4")).toBe("");
  });

  it("adds, renames and switches sheets", async () => {
    const { page } = preview;
    await page.locator(".add-sheet").click();
    await eventually(
      () => page.locator(".sheet-tab").count(),
      (found) => expect(found).toBe(2),
    );
    await page.locator(".sheet-tab[aria-selected=true]").dblclick();
    await page.keyboard.type("草稿");
    await page.keyboard.press("Enter");
    await preview.tab("草稿").waitFor();
    await preview.tab("客户名单").click();
    await eventually(
      () => preview.text("A1"),
      (found) => expect(found).toBe("客户名称"),
    );
    await page.locator(".cell-editor").press("Control+PageDown");
    await eventually(
      () => preview.text("A1"),
      (found) => expect(found).toBe(""),
    );
  });

  it("on a page of its own: switches language and leaves the other with its own words everywhere", async () => {
    const before = preview;
    preview = await Preview.open(stage);
    await before.close();
    await preview.page.locator("[data-language]").click();
    await eventually(
      () => preview.text("A1"),
      (found) => expect(found).toBe("Customer"),
    );
    expect(await preview.page.getByRole("tab", { name: "Home" }).count()).toBe(1);
    expect(await preview.page.locator("html").getAttribute("lang")).toBe("en");
    await preview.pane.getByRole("button", { name: "Set up" }).waitFor();
    await preview.page.locator("[data-language]").click();
    await preview.pane.getByRole("button", { name: "建立客户表" }).waitFor();
  });
});
