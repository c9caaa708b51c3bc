import { eventually, Preview, type Stage } from "./browser";
import { officeJsFromPackage, openWebStage } from "./web-stage";

describe("the production page in a frame, over Excel on the web's transport", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openWebStage();
  });
  afterEach(() => preview.close());
  afterAll(() => stage.close());

  it("sets up, shows Today, logs a follow-up; the cells and the list follow", async () => {
    const fetched: string[] = [];
    preview = await Preview.open(stage, {
      width: 2400,
      prepare: (context) => officeJsFromPackage(context, fetched),
    });
    const { pane } = preview;
    await pane.getByRole("button", { name: "建立客户表" }).click();
    await pane.getByRole("button", { name: "开始建立" }).click();
    await pane.getByRole("button", { name: "查看今日跟进" }).click();
    const row = pane.locator("[data-row-part=open]", { hasText: "江南纺织有限公司" });
    await row.waitFor();
    expect(await row.textContent()).toContain("逾期 3 天");

    await pane.getByRole("button", { name: "记录跟进：江南纺织有限公司" }).click();
    await pane.getByRole("textbox", { name: "沟通内容" }).fill("电话里谈了交期");
    await pane.getByRole("button", { name: /^保存/ }).click();
    await pane.getByRole("status").getByRole("button", { name: "撤销" }).waitFor();
    await eventually(
      () => row.textContent(),
      (text) => expect(text).not.toContain("逾期"),
    );
    await preview.tab("跟进记录").click();
    await eventually(
      () => preview.page.locator(".grid", { hasText: "电话里谈了交期" }).count(),
      (count) => expect(count).toBe(1),
    );

    expect(fetched).toContain("excel-web-16.00.js");
    const platform = await preview.page
      .frames()
      .find((frame) => frame.url().includes("taskpane.html"))
      ?.evaluate(() => Office.context.platform);
    expect(platform).toBe("OfficeOnline");
    expect(preview.complaints).toEqual([]);
  });

  it("runs a command of the ribbon, and starts again when the pane's page is loaded again", async () => {
    preview = await Preview.open(stage, {
      prepare: (context) => officeJsFromPackage(context),
    });
    const start = preview.pane.getByRole("button", { name: "建立客户表" });
    await start.waitFor();
    const frame = preview.page.frames().find((one) => one.url().includes("taskpane.html"));
    await frame?.evaluate(() => location.reload());
    await start.waitFor();
    await preview.page.getByRole("tab", { name: "客户簿" }).click();
    await preview.page.locator("[data-command=SetUp]").click();
    await preview.pane.getByRole("button", { name: "开始建立" }).waitFor();
    expect(preview.complaints).toEqual([]);
  });

  it("lets the person leave the pane by Ctrl+F6 and by Escape, as office.js tells of both", async () => {
    preview = await Preview.open(stage, {
      prepare: (context) => officeJsFromPackage(context),
    });
    const start = preview.pane.getByRole("button", { name: "建立客户表" });
    const active = (): Promise<string> =>
      preview.page.evaluate(() => document.activeElement?.className ?? "");
    await start.focus();
    await start.press("Control+F6");
    await eventually(active, (found) => expect(found).toBe("title-button"));
    await start.focus();
    await start.press("Control+Shift+F6");
    await eventually(active, (found) => expect(found).toContain("cell-editor"));
    await start.focus();
    await start.press("Escape");
    await eventually(active, (found) => expect(found).toContain("cell-editor"));
  });
});
