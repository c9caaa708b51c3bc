// `npm run screenshots`: makes the pictures of docs/screenshots from the built preview (run `npm run build` first), in
// Chinese and English, light and dark, on a fixed day so that a picture changes only when the product does.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserArguments, browserPath } from "./browser-path.mjs";
import { serve } from "./serve.mjs";

const target = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const day = new Date("2026-03-16T09:00:00");
const words = {
  zh: {
    locale: "zh-CN",
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    save: "保存",
    tools: "数据工具",
    importing: "导入数据",
    pasted: "粘贴的单元格",
    use: "使用粘贴的内容",
    key: "按什么辨认已有的行",
    byName: "客户名称和地区",
    check: "试运行",
    import: "导入 2 行",
    changes: "变更记录",
    health: "数据体检",
    examine: "开始体检",
    fields: "字段",
    who: ["姓名", "张敏", "保存"],
    share: "共享副本",
    look: "先看会改动什么",
    repair: "修复",
    rows: [
      ["客户名称", "电话", "备注"],
      ["江南纺织有限公司", "13900001234", "要求含安装报价"],
      ["宏远机电", "0571-88886666", "展会认识"],
    ],
    doubtful: { D4: "目標", E2: "'2026年12月1日", C3: "12900112233" },
  },
  en: {
    locale: "en-US",
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    save: "Save",
    tools: "Data tools",
    importing: "Import data",
    pasted: "Pasted cells",
    use: "Use what is pasted",
    key: "Recognise a row by",
    byName: "Name and region",
    check: "Dry run",
    import: "Import 2 rows",
    changes: "Changes",
    health: "Health check",
    examine: "Check now",
    fields: "Fields",
    who: ["Name", "Zhang Min", "Save"],
    share: "Share a copy",
    look: "See what would change",
    repair: "Repair",
    rows: [
      ["Customer", "Phone", "Notes"],
      ["Jiangnan Textiles", "13900001234", "Wants the fitting in the quote"],
      ["Hongyuan Machinery", "0571-88886666", "Met at the fair"],
    ],
    doubtful: { D4: "Claer", E2: "'1 Dec 2026", C3: "12900112233" },
  },
};

/** What the tools are shown with: the pane and the cells beside it, so that words stay readable and files small. */
const besideThePane = { x: 1480 - 860, y: 216, width: 860, height: 584 };

/** Types into a cell of the preview, as its person does. */
async function type(page, address, text) {
  const box = page.locator(".name-box");
  await box.fill(address);
  await box.press("Enter");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Pictures of what one does with the whole sheet: import, cells changed meanwhile, health, changes and the rest. */
async function tools(page, pane, say, picture) {
  const button = (name) => pane.getByRole("button", { name, exact: true });
  const heading = (name) => pane.getByRole("heading", { level: 1, name, exact: true });
  const open = async (name) => {
    await button(say.tools).click();
    await heading(say.tools).waitFor();
    await button(name).click();
    await heading(name).waitFor();
  };
  const home = async () => {
    while ((await button(say.tools).count()) === 0) {
      await pane.locator("h1").press("Escape");
      await page.waitForTimeout(200);
    }
  };
  await button(say.tools).click();
  await heading(say.tools).waitFor();
  await picture("tools");
  await home();

  await open(say.importing);
  await pane.getByLabel(say.pasted).fill(say.rows.map((cells) => cells.join("\t")).join("\n"));
  await button(say.use).click();
  await pane.getByLabel(say.key).selectOption({ label: say.byName });
  await button(say.check).click();
  await button(say.import).waitFor();
  await picture("import");
  await type(page, "C2", "13500000001");
  await button(say.import).click();
  await pane.getByRole("radio").first().waitFor();
  await picture("conflict");
  await pane.getByRole("radio").nth(1).check();
  await pane.locator("main section button").first().click();
  await pane.locator("[role=status] button").first().waitFor();
  await home();

  await open(say.changes);
  const [label, name, save] = say.who;
  await pane.getByRole("textbox", { name: label }).fill(name);
  await button(save).click();
  await pane.locator("button[aria-expanded]").first().click();
  await page.waitForTimeout(500);
  await picture("changes");
  await home();

  for (const [address, text] of Object.entries(say.doubtful)) await type(page, address, text);
  await page.waitForTimeout(1000);
  await home();
  await open(say.health);
  await button(say.examine).click();
  await pane.getByRole("tab").first().waitFor();
  await page.waitForTimeout(500);
  await picture("health");
  await home();

  await open(say.fields);
  await page.waitForTimeout(1000);
  await picture("fields");
  await home();

  await open(say.share);
  await button(say.look).click();
  await page.waitForTimeout(1500);
  await picture("share");
  await home();

  // A grade typed by hand over its formula.
  await type(page, "K6", "?");
  await page.waitForTimeout(1000);
  await home();
  await open(say.repair);
  await pane.getByRole("checkbox").first().waitFor();
  await picture("repair");
}

mkdirSync(target, { recursive: true });
const server = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: browserArguments,
});
try {
  for (const [language, say] of Object.entries(words)) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({
        viewport: { width: 1480, height: 800 },
        locale: say.locale,
        timezoneId: "Asia/Shanghai",
        colorScheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.clock.setFixedTime(day);
      const picture = (name, clip) =>
        page.screenshot({
          path: path.join(target, `${name}-${language}-${colorScheme}.png`),
          animations: "disabled",
          ...(clip === undefined ? {} : { clip }),
        });
      await page.goto(server.url);
      const pane = page.frameLocator("iframe");
      await pane.getByRole("button", { name: say.setUp }).click();
      await pane.getByRole("button", { name: say.start }).waitFor();
      await picture("set-up");
      await pane.getByRole("button", { name: say.start }).click();
      await pane.getByRole("button", { name: say.toToday }).click();
      const first = pane.locator("[data-row-part=open]").first();
      await first.waitFor();
      // Answers of cell functions come in batches up to half a second apart, and the highlight follows them.
      await page.waitForTimeout(2500);
      await picture("today");
      await first.click();
      await page.waitForTimeout(500);
      await picture("customer");
      await page.keyboard.press("Escape");
      await pane.locator("[data-row-part=act]").first().click();
      await pane.getByRole("button", { name: say.save, exact: true }).waitFor();
      await picture("log");
      await page.keyboard.press("Escape");
      await tools(page, pane, say, (name) => picture(name, besideThePane));
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
