import { readFile } from "node:fs/promises";
import path from "node:path";
import { eventually, openStage, Preview, type Stage } from "./browser";

/** Everything wrong with the view on show for somebody without a mouse or without eyes; run in the pane. */
function faultsOfView(): readonly string[] {
  const faults: string[] = [];
  const shown = (element: Element) => element.getClientRects().length > 0;
  const all = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(shown);
  const textOf = (ids: string | null) =>
    (ids ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join("");
  const nameOf = (element: HTMLElement) => {
    const labels = "labels" in element ? [...(element.labels as NodeListOf<HTMLElement>)] : [];
    return [
      element.getAttribute("aria-label") ?? "",
      textOf(element.getAttribute("aria-labelledby")),
      labels.map((label) => label.textContent).join(""),
      element.matches("input, select, textarea") ? "" : element.textContent,
    ]
      .join("")
      .trim();
  };
  const focused = document.activeElement;
  if (focused === null || focused === document.body) faults.push("the focus is lost");
  if (all("main").length !== 1) faults.push(`${all("main").length} main landmarks`);
  if (all("h1").length !== 1) faults.push(`${all("h1").length} first headings`);
  let level = 0;
  for (const heading of all("h1, h2, h3, h4")) {
    const now = Number(heading.tagName.slice(1));
    if (now > level + 1) faults.push(`heading “${heading.textContent}” skips a level`);
    level = now;
  }
  const controls = "button, a[href], input, select, textarea, summary, [role=tab]";
  for (const control of all(controls)) {
    const what = control.outerHTML.slice(0, 120);
    if (nameOf(control) === "" && nameOf(control.parentElement ?? control) === "")
      faults.push(`without a name: ${what}`);
    if (control.tabIndex > 0) faults.push(`out of order: ${what}`);
    // Lists, tabs and radios have one stop for all; arrows do the rest.
    const isOneOfMany = control.matches("[data-row-key], [role=tab], [type=radio]");
    if (control.tabIndex < 0 && !isOneOfMany) faults.push(`by mouse only: ${what}`);
  }
  for (const list of ["[data-row-key]", "[role=tab]"]) {
    const many = [...document.querySelectorAll<HTMLElement>(list)];
    if (many.length > 0 && !many.some(({ tabIndex }) => tabIndex === 0))
      faults.push(`no way into ${list}`);
  }
  for (const element of all("main *")) {
    const isPressed = getComputedStyle(element).cursor === "pointer";
    // A box or its frame stands around the control that takes the key.
    const around = element.closest(`${controls}, label, [role], :has(> input)`);
    if (isPressed && around === null)
      faults.push(`by mouse only: ${element.outerHTML.slice(0, 120)}`);
  }
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls"])
    for (const element of all(`[${attribute}]`))
      for (const id of (element.getAttribute(attribute) ?? "").split(" "))
        if (document.getElementById(id) === null) faults.push(`${attribute} names nothing: ${id}`);
  for (const image of all("main svg"))
    if (image.closest("[aria-hidden=true]") === null && image.getAttribute("aria-label") === null)
      faults.push(`a picture without words: ${image.outerHTML.slice(0, 80)}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} pixels too wide`);
  return faults;
}

/** Whether the element with the focus shows that it has it. */
function isFocusSeen(): boolean {
  const element = document.activeElement;
  if (element === null || !element.matches(":focus-visible")) return false;
  if (element.matches("input, select, textarea")) return true;
  return [element, element.parentElement].some((each) => {
    if (each === null) return false;
    const { outlineStyle, boxShadow } = getComputedStyle(each);
    return outlineStyle !== "none" || boxShadow !== "none";
  });
}

/** Opens views and steps in them by keyboard alone, in a pane of 320 pixels. */
describe("the pane by keyboard alone, in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
    preview = await Preview.open(stage, { width: 1200, height: 800 });
    const handle = preview.page.locator(".pane-handle");
    const wide = Number(await handle.getAttribute("aria-valuenow"));
    await handle.focus();
    for (let step = 320; step < wide; step += 10) await preview.page.keyboard.press("ArrowRight");
  });
  afterAll(() => stage.close());
  afterEach(() => expect(preview.complaints).toEqual([]));

  const evaluate = <Answer>(ask: () => Answer): Promise<Answer> =>
    preview.pane.locator("html").evaluate(ask);
  const focusedText = () =>
    evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
    });
  const heading = (name: string, level = 1) =>
    preview.pane.getByRole("heading", { level, name, exact: true });

  /** Presses a button by Enter. */
  async function press(name: string | RegExp): Promise<void> {
    const button = preview.button(name).first();
    await button.focus();
    await button.press("Enter");
  }

  /** The view is there, has the focus, and everything in it can be reached and has a name. */
  async function stands(title: string, way: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await heading(title).waitFor();
    await eventually(
      () => evaluate(faultsOfView),
      (faults) => expect(faults).toEqual([]),
    );
    await preview.page.keyboard.press(way);
    expect(await evaluate(isFocusSeen)).toBe(true);
  }

  /** Esc leads back to a view, with the focus on what opened the one that was left. */
  async function escapes(title: string, opener: string): Promise<void> {
    await preview.page.keyboard.press("Escape");
    await heading(title).waitFor();
    await eventually(focusedText, (text) => expect(text).toContain(opener));
  }

  it("before set-up, through set-up, to Today", async () => {
    await preview.button("建立客户表").waitFor();
    await press("设置与帮助");
    await stands("设置与帮助");
    await escapes("今日跟进", "设置与帮助");
    await press("建立客户表");
    await preview.button("开始建立").waitFor();
    await stands("建立客户表");
    await press("开始建立");
    await preview.button("查看今日跟进").waitFor();
    await stands("建立客户表");
    await press("查看今日跟进");
    await preview.pane.locator("[data-row-part=open]").first().waitFor();
    await stands("今日跟进");
  });

  it("a customer, a follow-up, a new customer: Esc gives the focus back", async () => {
    await preview.pane.locator("[data-row-part=open]").first().press("Enter");
    await preview.pane.getByText("客户资料").waitFor();
    await stands("华瑞电子");
    await press("记录跟进");
    await preview.pane.getByRole("form").waitFor();
    await stands("华瑞电子");
    await escapes("华瑞电子", "记录跟进");
    await press("变更记录");
    await stands("变更记录");
    await escapes("华瑞电子", "变更记录");
    await escapes("今日跟进", "华瑞电子");
    await press("登记新客户");
    await preview.pane.getByRole("form").waitFor();
    await stands("登记新客户");
    await escapes("今日跟进", "登记新客户");
    await press("数据工具");
    await stands("数据工具");
    await escapes("今日跟进", "数据工具");
  });

  /** What is pressed in each tool, and the heading that stands there afterwards. */
  const tools: readonly (readonly [string, readonly (readonly [string | RegExp, string])[]])[] = [
    ["查重与合并", [["查找重复客户", "查重与合并"]]],
    ["数据体检", [["开始体检", "数据体检"]]],
    ["变更记录", [[/^建立客户表：客户名单/u, "变更记录"]]],
    ["字段", []],
    ["共享副本", [["先看会改动什么", "共享副本"]]],
    ["修复", [["再检查一次", "修复"]]],
  ];

  it.each(tools)("%s: every step keeps the focus, and Esc leads out", async (title, steps) => {
    await press("数据工具");
    await press(title);
    await stands(title);
    for (const [button, after] of steps) {
      await press(button);
      await stands(after);
    }
    await escapes("数据工具", title);
    await escapes("今日跟进", "数据工具");
  });

  it("an import in all its steps tells its result, and what was done is found again among the notices", async () => {
    await press("数据工具");
    await press("导入数据");
    await stands("导入数据");
    await preview.pane.getByLabel("粘贴的单元格").focus();
    await preview.page.keyboard.insertText("客户名称\t需求状况\n華瑞電子股份有限公司\t目标");
    await press("使用粘贴的内容");
    await preview.button("试运行").waitFor();
    await stands("导入数据");
    await press("试运行");
    await eventually(focusedText, (text) => expect(text).toBe("试运行结果"));
    // Esc leads back one step at a time, and the way forward is open still.
    await preview.page.keyboard.press("Escape");
    await preview.button("试运行").waitFor();
    await preview.page.keyboard.press("Escape");
    await preview.pane.getByLabel("粘贴的单元格").waitFor();
    await press("接着做");
    await press("试运行");
    await eventually(focusedText, (text) => expect(text).toBe("试运行结果"));
    await stands("导入数据");
    await press("导入 1 行");
    await preview.pane.getByRole("status").filter({ hasText: "已导入" }).waitFor();
    await stands("导入数据");
    await escapes("数据工具", "导入数据");
    await press("变更记录");
    await preview.pane.locator("summary", { hasText: "打开以来的提示" }).press("Enter");
    await preview.pane.getByText("已导入：新增 1 条，更新 0 条").waitFor();
    expect(await evaluate(faultsOfView)).toEqual([]);
    await preview.home();
  });

  it("two customers are merged and split, cells are fixed and one is confirmed", async () => {
    await press("数据工具");
    await press("查重与合并");
    await press("查找重复客户");
    await preview.button(/^合并：/u).waitFor();
    await press(/^合并：/u);
    await preview.pane.getByRole("form").waitFor();
    await stands("合并客户");
    // Back to the pair it was opened from, and in again.
    await escapes("查重与合并", "合并：");
    await preview.page.keyboard.press("Enter");
    const kept = preview.pane.getByRole("group", { name: "保留哪一位" }).getByRole("radio");
    await kept.first().focus();
    for (const [key, place] of [
      ["ArrowDown", 1],
      ["ArrowUp", 0],
    ] as const) {
      await preview.page.keyboard.press(key);
      const chosen = kept.nth(place);
      await eventually(
        async () => [
          await chosen.isChecked(),
          await chosen.evaluate((radio) => radio === document.activeElement),
        ],
        (found) => expect(found).toEqual([true, true]),
      );
    }
    await press("合并这两位客户");
    await preview.pane.getByRole("status").filter({ hasText: "已合并" }).waitFor();
    await stands("查重与合并");
    await press(/^拆分：/u);
    await preview.pane.getByRole("status").filter({ hasText: "已恢复" }).waitFor();
    await stands("查重与合并");
    await escapes("数据工具", "查重与合并");

    await preview.type("A6", "' 绿源食品 ");
    await press("数据体检");
    await press("开始体检");
    await preview.button(/^批量修复（/u).waitFor();
    await press(/^多余的空格/u);
    await stands("多余的空格");
    await escapes("数据体检", "多余的空格");
    await press(/^批量修复（/u);
    await stands("批量修复");
    await press(/^修复 \d+ 处$/u);
    await preview.pane.getByRole("status").filter({ hasText: "已完成" }).waitFor();
    await stands("数据体检");
    for (const tab of ["完整度", "待核实"]) {
      await preview.pane.getByRole("tab", { name: tab }).focus();
      await preview.page.keyboard.press("Enter");
      await eventually(focusedText, (text) => expect(text).toContain(tab));
      await stands("数据体检", "Shift+Tab");
    }
    await preview.home();
  });

  /** Waits for what the pane says of a deed. */
  const told = (text: string | RegExp) =>
    preview.pane.getByRole("status").filter({ hasText: text }).first().waitFor();

  it("a person says who they are, and takes a follow-up back", async () => {
    await preview.pane.locator("[data-row-part=act]").first().press("Enter");
    await preview.pane.getByLabel("沟通内容").fill("电话里谈好了");
    await preview.page.keyboard.press("Control+Enter");
    await heading("今日跟进").waitFor();
    await press("数据工具");
    await press("变更记录");
    const name = preview.pane.getByRole("textbox", { name: "姓名" });
    await name.focus();
    await preview.page.keyboard.insertText("张敏");
    await name.press("Enter");
    await eventually(focusedText, (text) => expect(text).toBe("您的改动记在“张敏”名下"));
    await press(/^撤销：跟进：/u);
    await told(/^已撤销/u);
    await preview.pane.getByText("已撤销", { exact: true }).first().waitFor();
    await stands("变更记录");
    await preview.home();
  });

  it("headers are translated and back; a copy is switched and back; a formula is repaired", async () => {
    await press("数据工具");
    await press("字段");
    for (const to of ["改为英文", "改为中文"]) {
      await press(to);
      await told("已替换");
      await preview.button(to === "改为英文" ? "改为中文" : "改为英文").waitFor();
      // It is the last button of the pane.
      await stands("字段", "Shift+Tab");
    }
    await escapes("数据工具", "字段");

    await press("共享副本");
    await press("先看会改动什么");
    await press("只换公式，自己另存");
    await preview.pane.getByText("已换成原生公式").waitFor();
    await stands("共享副本");
    await press("换回加载项函数");
    await preview.pane.getByText("已换回加载项函数").waitFor();
    await stands("共享副本");
    await preview.home();

    await preview.type("K6", "手写");
    await press("数据工具");
    await press("修复");
    const box = preview.pane.getByRole("checkbox").first();
    await box.focus();
    await box.press("Space");
    await press("修复所选的 1 处");
    await told("已修复 1 处");
    await stands("修复");
    await preview.home();
  });

  it("a workbook of an earlier layout is upgraded", async () => {
    await preview.page.locator("[data-file]").setInputFiles({
      name: "adopted-zh.xlsx",
      mimeType: "application/octet-stream",
      buffer: await readFile(path.join(__dirname, "../workbooks/schema-1/adopted-zh.xlsx")),
    });
    const discard = preview.page.getByRole("button", { name: "放弃" });
    await discard.press("Enter");
    await preview.button("备份并升级").waitFor();
    await press("备份并升级");
    await preview.pane.getByText("升级完成").waitFor();
    await stands("今日跟进");
    await press("今日跟进");
    await preview.pane.getByRole("searchbox").waitFor();
    await stands("今日跟进");
  });
});
