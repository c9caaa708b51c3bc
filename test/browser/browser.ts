import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Page,
} from "playwright-core";

const root = path.resolve(__dirname, "../..");

/** What a browser test works with: a real headless browser and the built pages on a server of their own. */
export interface Stage {
  readonly browser: Browser;
  readonly url: string;
  close(): Promise<void>;
}

/** Which Chromium and how it is started: said once, in scripts/browser-path.mjs. */
async function browserFacts(): Promise<{ path: string; args: string[] }> {
  const script = `
    import { browserPath, browserArguments } from ${JSON.stringify(path.join(root, "scripts/browser-path.mjs"))};
    console.log(JSON.stringify({ path: await browserPath(), args: browserArguments }));`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
  });
  return JSON.parse(stdout) as { path: string; args: string[] };
}

export async function launch(): Promise<Browser> {
  const { path: executablePath, args } = await browserFacts();
  // Where a machine says no language, as in a bare container, files could not even be named in Chinese.
  return chromium.launch({ executablePath, args, env: { ...process.env, LC_ALL: "C.UTF-8" } });
}

/** Serves the build in a process of its own, on a free port. */
async function servePages(): Promise<{ url: string; server: ChildProcess }> {
  const built = process.env["KEEPSHEET_DIST"] ?? path.join(root, "dist");
  if (!existsSync(path.join(built, "preview/index.html"))) {
    throw new Error("The pages are not built: run `npm run build` first (`npm test` does).");
  }
  const server = spawn(process.execPath, [path.join(root, "scripts/serve.mjs"), "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { url, server };
}

export async function openStage(): Promise<Stage> {
  const [browser, { url, server }] = await Promise.all([launch(), servePages()]);
  return {
    browser,
    url,
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

/** Reads again until the check holds; after ten seconds the check's own failure is the answer. */
export async function eventually<Found>(
  read: () => Promise<Found>,
  check: (found: Found) => void,
): Promise<void> {
  const patience = Date.now() + 10_000;
  for (;;) {
    const found = await read();
    try {
      check(found);
      return;
    } catch (failure) {
      if (Date.now() > patience) throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** How a page is opened. The clock stands still at `now`, in the page and in the pane's frame. */
export interface Setting {
  readonly language?: "zh" | "en";
  readonly scheme?: "light" | "dark";
  readonly now?: string;
  readonly width?: number;
  readonly height?: number;
  /** Called before the page is opened. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

/** What leads from the sample workbook to Today, as it is called in each language. */
const beginning = {
  zh: { setUp: "建立客户表", start: "开始建立", toToday: "查看今日跟进", tools: "数据工具" },
  en: { setUp: "Set up", start: "Set up now", toToday: "Go to Today", tools: "Data tools" },
} as const;

/** The preview in one browser tab. */
export class Preview {
  readonly pane: FrameLocator;
  /** Errors the page and the pane logged; every journey ends with none. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly language: "zh" | "en",
  ) {
    this.pane = page.frameLocator("iframe.pane-frame");
    page.on("pageerror", (error) => this.complaints.push(String(error.stack ?? error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
  }

  static async open(stage: Stage, setting: Setting = {}): Promise<Preview> {
    const { language = "zh", scheme = "light", now = "2026-03-16T09:00:00" } = setting;
    const context = await stage.browser.newContext({
      locale: language === "zh" ? "zh-CN" : "en-US",
      timezoneId: "Asia/Shanghai",
      colorScheme: scheme,
      viewport: { width: setting.width ?? 1440, height: setting.height ?? 900 },
      acceptDownloads: true,
      // Only tests with a certificate of their own come over https.
      ignoreHTTPSErrors: stage.url.startsWith("https:"),
    });
    await setting.prepare?.(context);
    const page = await context.newPage();
    // Said in the page's own zone, whatever zone the tests run in.
    await page.clock.setFixedTime(`${now}+08:00`);
    // What does not come in ten seconds does not come.
    page.setDefaultTimeout(10_000);
    const preview = new Preview(context, page, language);
    await page.goto(stage.url);
    await preview.cell("A1").waitFor();
    return preview;
  }

  cell(address: string) {
    return this.page.locator(`.grid [data-address="${address}"]`);
  }

  /** The text a cell shows; empty for an empty cell. */
  async text(address: string): Promise<string> {
    return (await this.cell(address).locator(".cell-text").textContent()) ?? "";
  }

  /** Goes to an address, a table or a name by the name box. */
  async goTo(place: string): Promise<void> {
    const box = this.page.locator(".name-box");
    await box.fill(place);
    await box.press("Enter");
  }

  /** Types into a cell and leaves it with Enter. */
  async type(address: string, text: string): Promise<void> {
    const { keyboard } = this.page;
    await this.goTo(address);
    // The first key opens the cell; the rest comes at once, as it does from an input method.
    const [first = "", ...rest] = Array.from(text);
    await keyboard.type(first);
    if (rest.length > 0) await keyboard.insertText(rest.join(""));
    await keyboard.press("Enter");
  }

  button(name: string | RegExp) {
    return typeof name === "string"
      ? this.pane.getByRole("button", { name, exact: true })
      : this.pane.getByRole("button", { name });
  }

  /** Sets the open sheet up from the pane and goes to Today. */
  async setUp(): Promise<void> {
    const { setUp, start, toToday } = beginning[this.language];
    await this.button(setUp).click();
    await this.button(start).click();
    await this.button(toToday).click();
    await this.pane.locator("[data-row-part=open]").first().waitFor();
  }

  /** Goes back to Today by Esc, however many views away it is. */
  async home(): Promise<void> {
    const tools = this.button(beginning[this.language].tools);
    await eventually(
      async () => {
        const isHome = (await tools.count()) > 0;
        if (!isHome) await this.pane.getByRole("heading", { level: 1 }).press("Escape");
        return isHome;
      },
      (isHome) => expect(isHome).toBe(true),
    );
  }

  tab(name: string) {
    return this.page.locator(`.sheet-tab[data-sheet="${name}"]`);
  }

  /** Takes a picture to look at, where KEEPSHEET_SHOTS names a folder for it; else nobody would look. */
  async screenshot(name: string): Promise<void> {
    const directory = process.env["KEEPSHEET_SHOTS"];
    if (directory === undefined) return;
    await this.page.screenshot({ path: path.join(directory, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
