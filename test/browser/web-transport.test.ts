import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import sirv from "sirv";
import { eventually, launch, Preview, type Stage } from "./browser";
import { throwAwayCertificate } from "./certificate";

const root = path.resolve(__dirname, "../..");
const built = process.env["KEEPSHEET_DIST"] ?? path.join(root, "dist");
const officeJs = path.join(root, "node_modules/@microsoft/office-js/dist");
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** The built files as they are, over https on a free port. */
async function serveBuild(certificate: { key: string; cert: string }): Promise<Server> {
  const files = sirv(built, { dev: true });
  const server = createServer(certificate, (request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return server;
}

/** The page's own script tag names the CDN; the answer comes from the npm package. */
async function officeJsFromPackage(context: BrowserContext, fetched: string[]): Promise<void> {
  await context.route(`${cdn}**`, (route) => {
    const file = new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "");
    fetched.push(file);
    return route.fulfill({ path: path.join(officeJs, file.toLowerCase()) });
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe("the production page in a frame, over Excel on the web's transport", () => {
  let stage: Stage;
  let servers: Server[];
  let preview: Preview;

  beforeAll(async () => {
    const certificate = throwAwayCertificate();
    servers = await Promise.all([serveBuild(certificate), serveBuild(certificate)]);
    const [page, pane] = servers.map(portOf);
    const browser = await launch();
    stage = {
      browser,
      url: `https://localhost:${page}/preview/?pane=${pane}`,
      close: () => browser.close(),
    };
  });
  afterEach(() => preview.close());
  afterAll(async () => {
    await stage.close();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

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
      prepare: (context) => officeJsFromPackage(context, []),
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
      prepare: (context) => officeJsFromPackage(context, []),
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
