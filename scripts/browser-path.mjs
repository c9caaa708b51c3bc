// Which Chromium to drive: the one named, the machine's own, or the one that comes with `npm ci`.
import { existsSync } from "node:fs";
import bundled from "@sparticuz/chromium";

/** The one that comes with `npm ci` runs on Linux only; Windows and Mac have Edge or Chrome. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

export async function browserPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return named;
  const installed = usualPlaces.find((path) => existsSync(path));
  return installed ?? bundled.executablePath();
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
