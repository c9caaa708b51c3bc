// `npm start`: builds the add-in and the preview page, serves them on this computer and opens a browser.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import open from "open";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

console.log("Keepsheet 客户簿: building / 正在构建 …");
const build = spawnSync(
  process.execPath,
  [require.resolve("webpack-cli/bin/cli.js"), "--mode", "production"],
  {
    cwd: root,
    stdio: "inherit",
  },
);
if (build.status !== 0) process.exit(build.status ?? 1);

const { url } = await serve({ port: Number(process.env.PORT ?? 3000) });
console.log(`\n  ${url}\n\nCtrl+C stops it. / 按 Ctrl+C 停止。`);
if (!process.argv.includes("--no-open") && process.env.CI === undefined) {
  // A machine without a desktop has no browser to open; the address above is enough there.
  await open(url).catch((reason) =>
    console.log(`Open the address above by hand / 请手动打开上面的地址 (${reason.message})`),
  );
}
