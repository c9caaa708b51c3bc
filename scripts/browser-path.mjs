// Which Chromium to drive: the one named, the one that comes with `npm ci`, or the machine's own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import bundled from "@sparticuz/chromium";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of the browser named by CHROMIUM_PATH, or of the one that comes with `npm ci`: it is the same for everybody,
 * and without windows a page costs it a third less than a whole Chromium. It runs on Linux x64 where libnss3 is; other
 * machines have Edge or Chrome.
 *
 * @throws Error that says what to install, where there is no browser
 */
export async function browserPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return named;
  const own = await bundledPath();
  if (own !== null) return own;
  const installed = usualPlaces.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  throw new Error(
    "No browser to test in. Install Chromium, Chrome or Edge, or name one: CHROMIUM_PATH=/path/to/chromium npm test. " +
      "On Linux x64 the browser that comes with `npm ci` needs a library: apt-get install libnss3",
  );
}

async function bundledPath() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const path = await bundled.executablePath();
  return spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0 ? path : null;
}

/** No sandbox inside containers, no traffic of the browser's own. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
