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
  },
  en: {
    locale: "en-US",
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    save: "Save",
  },
};

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
      const picture = (name) =>
        page.screenshot({
          path: path.join(target, `${name}-${language}-${colorScheme}.png`),
          animations: "disabled",
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
      await pane.locator("[data-row-part=log]").first().click();
      await pane.getByRole("button", { name: say.save, exact: true }).waitFor();
      await picture("log");
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
