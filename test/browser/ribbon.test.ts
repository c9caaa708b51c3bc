import { readFileSync } from "node:fs";
import path from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { eventually, openStage, Preview, type Stage } from "./browser";

/** The buttons manifest.xml declares for the ribbon and for the menu of cells. */
function declared(): { ribbon: string[]; menu: string[] } {
  const text = readFileSync(path.resolve(__dirname, "../../manifest.xml"), "utf8");
  const points = [
    ...new DOMParser().parseFromString(text, "text/xml").getElementsByTagName("ExtensionPoint"),
  ];
  const buttons = (type: string): string[] =>
    points
      .filter((point) => point.getAttribute("xsi:type") === type)
      .flatMap((point) => [...point.getElementsByTagName("Control")])
      .map((control) => control.getAttribute("id") ?? "");
  return { ribbon: buttons("PrimaryCommandSurface"), menu: buttons("ContextMenu") };
}

describe("the add-in's own tab and menu, as manifest.xml declares them", () => {
  let stage: Stage;
  let preview: Preview;
  const buttons = declared();

  beforeAll(async () => {
    stage = await openStage();
    preview = await Preview.open(stage);
    await preview.setUp();
    await preview.goTo("A3");
    // The pane follows the selection in its own time, and must not follow it over what a button has opened.
    await heading("北辰医疗器械").waitFor();
  });
  afterAll(() => stage.close());

  const heading = (name: string) =>
    preview.pane.getByRole("heading", { level: 1, name, exact: true });
  const pane = () => preview.page.locator("iframe.pane-frame");

  /** What is seen once a button has been pressed. */
  const seen: Readonly<Record<string, () => Promise<void>>> = {
    OpenPane: () => pane().waitFor({ state: "visible" }),
    Today: () => heading("今日跟进").waitFor(),
    LogSelected: () => preview.pane.getByLabel("沟通内容").waitFor(),
    NewCustomer: () => heading("登记新客户").waitFor(),
    Import: () => heading("导入数据").waitFor(),
    Duplicates: () => heading("查重与合并").waitFor(),
    Health: () => heading("数据体检").waitFor(),
    Changes: () => heading("变更记录").waitFor(),
    Share: () => heading("共享副本").waitFor(),
    SetUp: () => preview.pane.getByText("这个工作簿里已经有客户表").waitFor(),
    Repair: () => heading("修复").waitFor(),
    "Menu.Log": () => preview.pane.getByLabel("沟通内容").waitFor(),
    "Menu.Customer": () => heading("北辰医疗器械").waitFor(),
  };

  it("has every button in the manifest's order, each with a picture and a tip", async () => {
    const drawn = preview.page.locator("[data-command]");
    expect(
      await drawn.evaluateAll((found) => found.map((one) => one.getAttribute("data-command"))),
    ).toEqual(buttons.ribbon);
    const bare = await drawn.evaluateAll((found) =>
      found
        .filter(
          (one) =>
            !one.getAttribute("title")?.includes("\n") ||
            one.querySelector("img")?.naturalWidth === 0,
        )
        .map((one) => one.textContent),
    );
    expect(bare).toEqual([]);
    expect(Object.keys(seen).sort()).toEqual([...buttons.ribbon, ...buttons.menu].sort());
  });

  it.each(buttons.ribbon)("%s does what it says", async (id) => {
    if (id === "OpenPane") {
      await preview.page.locator("[data-close-pane]").click();
      await pane().waitFor({ state: "hidden" });
    }
    await preview.page.locator(`[data-command="${id}"]`).click();
    await seen[id]?.();
    // A sheet that is set up cannot be set up again: that alone is refused, with what to do instead.
    expect(await preview.pane.getByRole("alert").count()).toBe(id === "SetUp" ? 1 : 0);
    expect(preview.complaints).toEqual([]);
  });

  it.each([
    ["Menu.Log", "记录跟进"],
    ["Menu.Customer", "查看客户"],
  ])("%s of a cell's menu does what it says", async (id, label) => {
    await preview.cell("A3").click({ button: "right" });
    await preview.page.getByRole("menuitem", { name: label, exact: true }).click();
    await seen[id]?.();
    expect(preview.complaints).toEqual([]);
  });

  it("says before a long request that the add-in is working, and that it is over", async () => {
    const { page } = preview;
    const root = page.locator(".page").first();
    await root.evaluate((element) => {
      const log: string[] = [];
      const note = (): void => {
        const words = element.querySelector(".status-message")?.textContent ?? "";
        log.push(`${element.classList.contains("busy") ? "busy" : "free"}: ${words}`);
      };
      const watched = { subtree: true, childList: true, characterData: true, attributes: true };
      new MutationObserver(note).observe(element, watched);
      Object.assign(globalThis, { saidMeanwhile: log });
    });
    const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
    await frame?.evaluate(async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const row = Array.from({ length: 10 }, () => "a long text ".repeat(8));
        sheet.getRange("AA1:AJ400").values = Array.from({ length: 400 }, () => row);
        await context.sync();
      });
    });
    const said = await page.evaluate(() => Reflect.get(globalThis, "saidMeanwhile") as string[]);
    expect(said).toContain("busy: 加载项正在处理，请稍候…");
    await eventually(
      () => page.locator(".status-message").first().textContent(),
      (words) => expect(words).not.toContain("请稍候"),
    );
    expect(await root.getAttribute("class")).not.toContain("busy");
  });
});
