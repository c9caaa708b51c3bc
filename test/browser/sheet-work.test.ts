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

  it("frames what a formula under edit speaks of, each reference in a colour of its own", async () => {
    const turns = (): Promise<(string | null)[]> =>
      preview.page
        .locator(".referred")
        .evaluateAll((boxes) => [...new Set(boxes.map((box) => box.getAttribute("data-turn")))]);
    await preview.goTo("K7");
    await preview.page.keyboard.type('=SUM(G2:G5)+G6&"A1"');
    await eventually(turns, (found) => expect(found).toEqual(["0", "1"]));
    await press("Escape");
    await eventually(turns, (found) => expect(found).toEqual([]));
  });

  it("pastes only values, and a row as a column", async () => {
    await preview.type("L7", "=1+1");
    await preview.type("M7", "7");
    await preview.goTo("L7:M7");
    await press("Control+c");
    await preview.goTo("L9");
    await press("Control+Alt+v");
    await choose("值");
    await shows("L9", "2");
    expect(await bar()).toBe("2");
    await preview.goTo("N9");
    await press("Control+Alt+v");
    await choose("转置");
    await shows("N10", "7");
    await press("Control+z", "Control+z");
    await shows("N10", "");
    await press("Escape");
  });

  it("sets number format, font and fill in one dialog, as one step of undo", async () => {
    const dialog = preview.page.getByRole("dialog", { name: "设置单元格格式" });
    await preview.goTo("M7");
    await press("Control+1");
    await dialog.getByLabel("数字格式").selectOption("0%");
    await dialog.getByLabel("加粗").check();
    await dialog.getByRole("button", { name: "确定" }).click();
    await shows("M7", "700%");
    await press("Control+z");
    await shows("M7", "7");
    await press("Control+1", "Escape");
    await eventually(
      () => dialog.count(),
      (found) => expect(found).toBe(0),
    );
    await preview.goTo("L7:M9");
    await press("Delete");
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

  it("fills down, enters the day, goes back after Tabs and fixes references, by keys", async () => {
    await preview.goTo("K10");
    await preview.page.keyboard.type("1");
    await press("Tab");
    await preview.page.keyboard.type("2");
    await press("Enter");
    expect(await preview.page.locator(".name-box").inputValue()).toBe("K11");
    await preview.goTo("K10:L12");
    await press("Control+d");
    await shows("L12", "2");
    await preview.goTo("M10");
    await press("Control+;");
    await shows("M10", "2026/3/16");
    await preview.goTo("K13");
    await preview.page.keyboard.type("=K10");
    await press("F4", "Enter", "ArrowUp");
    await eventually(bar, (found) => expect(found).toBe("=$K$10"));
    await preview.page.keyboard.type("一");
    await press("Alt+Enter");
    await preview.page.keyboard.type("二");
    await press("Enter");
    await shows("K13", "一\n二");
    await eventually(
      async () => (await preview.cell("K13").boundingBox())?.height ?? 0,
      (found) => expect(found).toBeGreaterThan(30),
    );
    await press("Control+z");
    await eventually(
      () => preview.page.locator(".status-message").textContent(),
      (found) => expect(found).toBe("已撤销：输入"),
    );
  });

  it("replaces everywhere as one step of undo", async () => {
    await preview.goTo("A1");
    await press("Control+h");
    const [find, replace] = [0, 1].map((at) => preview.page.locator(".find-box").nth(at));
    await find?.fill("目标");
    await replace?.fill("明确");
    await preview.page.getByRole("button", { name: "全部替换" }).click();
    await shows("D2", "明确");
    expect(await preview.page.locator(".find-told").textContent()).toMatch(/^已替换 \d+ 个单元格$/);
    await press("Escape", "Control+z");
    await shows("D2", "目标");
  });

  it("draws larger with Ctrl and the wheel, and cells are still hit where they are", async () => {
    const height = async (): Promise<number> =>
      (await preview.cell("B3").boundingBox())?.height ?? 0;
    const before = await height();
    await preview.cell("B5").hover();
    await preview.page.keyboard.down("Control");
    for (let turn = 0; turn < 5; turn++) await preview.page.mouse.wheel(0, -120);
    await preview.page.keyboard.up("Control");
    await eventually(height, (found) => expect(found).toBeCloseTo(before * 1.5, 0));
    expect(await preview.page.locator(".zoom-percent").textContent()).toBe("150%");
    await preview.cell("C6").click();
    expect(await preview.page.locator(".name-box").inputValue()).toBe("C6");
    await preview.page.locator(".zoom-percent").click();
    await eventually(height, (found) => expect(found).toBe(before));
  });

  it("writes a note and a comment with a reply, and finds them again", async () => {
    await preview.goTo("B3");
    await press("Shift+F2");
    await preview.page.keyboard.type("<b>周五前回电</b>");
    await press("Escape");
    await preview.cell("B3").hover();
    const card = preview.page.locator(".cell-card.noting");
    await eventually(
      () => card.textContent(),
      (found) => expect(found).toContain("<b>周五前回电</b>"),
    );
    await preview.goTo("C4");
    await press("Control+Shift+F2");
    await preview.page.keyboard.type("还在谈吗？");
    await press("Control+Enter");
    await preview.page.getByRole("textbox", { name: "回复" }).fill("昨天谈过。");
    await press("Control+Enter");
    await eventually(
      () => preview.page.locator(".comment-card .remark-said p").allTextContents(),
      (found) => expect(found).toEqual(["还在谈吗？", "昨天谈过。"]),
    );
    await press("Escape");
    await preview.page.getByRole("tab", { name: "审阅" }).click();
    await preview.page.getByRole("button", { name: "下一条" }).click();
    await preview.page.locator(".note-card").waitFor();
    await press("Escape");
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
  });

  it("drags a tab to another place and duplicates a sheet", async () => {
    const [first, last] = await Promise.all(
      ["Sheet2", "客户名单"].map((name) => preview.tab(name).boundingBox()),
    );
    if (!first || !last) throw new Error("the tabs are not in view");
    await preview.page.mouse.move(first.x + 20, first.y + 8);
    await preview.page.mouse.down();
    await preview.page.mouse.move(last.x + last.width - 4, last.y + 8, { steps: 4 });
    await preview.page.mouse.up();
    await eventually(tabs, (found) => expect(found).toEqual(["客户名单", "Sheet2"]));
    await preview.tab("客户名单").click({ button: "right" });
    await choose("复制一份");
    await eventually(tabs, (found) =>
      expect(found).toEqual(["客户名单", "客户名单 (2)", "Sheet2"]),
    );
  });

  it("finds words on another sheet where the whole workbook is searched", async () => {
    const name = (): Promise<string> => preview.page.locator(".name-box").inputValue();
    await preview.type("P1", "只在这里");
    await press("Control+PageUp", "Control+f");
    await preview.page.getByRole("searchbox").fill("只在这里");
    await press("Enter");
    await eventually(
      () => preview.page.locator(".find-told").textContent(),
      (found) => expect(found).toBe("没有找到"),
    );
    await preview.page.getByRole("button", { name: "在整个工作簿中查找" }).click();
    await preview.page.getByRole("searchbox").focus();
    await press("Enter");
    await eventually(name, (found) => expect(found).toBe("P1"));
    expect(await bar()).toBe("只在这里");
    await press("Escape", "Delete");
  });

  it("leaves hostile sheet names and cell texts as text, and refuses names Excel does not have", async () => {
    const hostile = "<img src=x> '\"😀 א\u202e]".slice(0, 31);
    const rename = async (text: string): Promise<void> => {
      await preview.tab("Sheet2").dblclick();
      await preview.page.keyboard.insertText(text);
      await press("Enter");
    };
    await rename(hostile);
    const dialog = preview.page.getByRole("alertdialog");
    await dialog.waitFor();
    await press("Enter");
    await rename(hostile.replace("]", "x"));
    await eventually(tabs, (found) => expect(found[2]).toBe(hostile.replace("]", "x")));
    await preview.goTo("A1");
    await preview.page.keyboard.insertText("<script>1</script>\u202e😀'");
    await press("Enter");
    await shows("A1", "<script>1</script>\u202e😀'");
    expect(await preview.page.locator(".grid script, .grid img, .sheet-tab img").count()).toBe(0);
  });

  it("shows a colleague in a second window: another selection, the same cells at once", async () => {
    const { page } = preview;
    await page.locator("[data-colleague]").click();
    const theirs = page.locator(".page.beside");
    await theirs.locator(".name-box").fill("C7");
    await press("Enter");
    await page.keyboard.type("同事写的");
    await press("Enter");
    const mine = page.locator(".page:not(.beside)");
    await eventually(
      () => mine.locator('[data-address="C7"] .cell-text').textContent(),
      (found) => expect(found).toBe("同事写的"),
    );
    await eventually(
      () => mine.locator(".other-name").allTextContents(),
      (found) => expect(found).toContain("同事"),
    );
    expect(await mine.locator(".name-box").inputValue()).not.toBe("C8");
    await theirs.locator("[data-colleague-close]").click();
    await eventually(
      () => page.locator(".other-name").count(),
      (found) => expect(found).toBe(0),
    );
    expect(preview.complaints).toEqual([]);
  });
});
