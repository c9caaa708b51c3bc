import { eventually, openStage, Preview, type Stage } from "./browser";

/** The pane comes in parts; any of them can be what the network refuses. */
describe("the pane's parts in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  /** Opens the preview where the server refuses parts whose file names start so. */
  const openedWithout = async (
    part: string,
    language: "zh" | "en",
  ): Promise<() => Promise<void>> => {
    const files = `**/chunks/${part}.*`;
    preview = await Preview.open(stage, {
      language,
      prepare: async (context) => {
        await context.route(files, (route) => route.fulfill({ status: 404 }));
      },
    });
    return () => preview.context.unroute(files);
  };

  it("says that the pane could not be fetched, and shows it on another try", async () => {
    const mend = await openedWithout("pane", "en");
    const { pane } = preview;
    await pane
      .getByRole("alert")
      .getByText(/pane could not be fetched/)
      .waitFor();
    await preview.screenshot("parts-pane-en");
    await mend();
    await pane.getByRole("button", { name: "Try again" }).click();
    await pane.getByRole("button", { name: "Set up" }).waitFor();
    expect(await pane.getByRole("alert").count()).toBe(0);
  });

  it("says that a view could not be fetched, leads back, and shows it on another try", async () => {
    const mend = await openedWithout("pane-set-up", "zh");
    const { pane } = preview;
    await pane.getByRole("button", { name: "建立客户表" }).click();
    await pane
      .getByRole("alert")
      .getByText(/这一部分没有取到/)
      .waitFor();
    await preview.screenshot("parts-view-zh");
    await pane.getByRole("button", { name: "返回" }).click();
    await pane.getByRole("button", { name: "建立客户表" }).click();
    await pane.getByRole("alert").waitFor();
    await mend();
    await pane.getByRole("button", { name: "再试一次" }).click();
    await pane.getByRole("button", { name: "开始建立" }).waitFor();
  });

  it("says that the workbook's part could not be fetched and writes nothing", async () => {
    const mend = await openedWithout("excel-rest", "en");
    const { pane } = preview;
    await pane.getByRole("button", { name: "Set up" }).click();
    await pane.getByRole("button", { name: "Set up now" }).click();
    await pane
      .getByRole("alert")
      .getByText(/could not be fetched/)
      .waitFor();
    expect(await preview.tab("Follow-ups").count()).toBe(0);
    await mend();
    await pane.getByRole("alert").getByRole("button", { name: "Back" }).click();
    await pane.getByRole("button", { name: "Set up now" }).click();
    await pane.getByRole("button", { name: "Go to Today" }).waitFor();
  });

  it("works on without a network: what was not yet wanted came while the page was idle", async () => {
    const arrived: string[] = [];
    preview = await Preview.open(stage, {
      language: "en",
      prepare: (context) => {
        context.on("requestfinished", (request) => arrived.push(request.url()));
        return Promise.resolve();
      },
    });
    const { pane } = preview;
    // The last of the parts to come.
    await eventually(
      () => Promise.resolve(arrived.join("\n")),
      (urls) => expect(urls).toMatch(/\/chunks\/pane-share\./),
    );
    await preview.context.setOffline(true);
    await pane.getByRole("button", { name: "Set up" }).click();
    await pane.getByRole("button", { name: "Set up now" }).click();
    await pane.getByRole("button", { name: "Go to Today" }).click();
    await pane.locator("[data-row-part=open]").first().click();
    await pane.getByRole("button", { name: "Log a follow-up" }).first().click();
    await pane.getByLabel("What was said").fill("Offline");
    await pane.getByRole("button", { name: "Save" }).click();
    await pane.getByText(/^Logged /).waitFor();
    expect(preview.complaints).toEqual([]);
  });
});
