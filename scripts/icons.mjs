// Draws every icon of assets/icons (SVG) in the pixel sizes the manifest asks for. Run after changing a drawing.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserArguments, browserPath } from "./browser-path.mjs";

const assets = fileURLToPath(new URL("../assets/", import.meta.url));
const sizes = { icon: [16, 32, 64, 80, 128] };
const commandSizes = [16, 32, 80];

const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: browserArguments,
});
try {
  for (const file of readdirSync(`${assets}icons`).filter((name) => name.endsWith(".svg"))) {
    const name = file.replace(".svg", "");
    const drawing = readFileSync(`${assets}icons/${file}`, "utf8");
    for (const size of sizes[name] ?? commandSizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
      );
      await page.screenshot({ path: `${assets}${name}-${size}.png`, omitBackground: true });
      await page.close();
    }
  }
} finally {
  await browser.close();
}
