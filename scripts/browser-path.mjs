// Which Chromium to drive: the one named, the one that comes with `npm ci`, or the machine's own.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import bundled from "@sparticuz/chromium";
import { root } from "./jobs.mjs";

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
 * and without windows a page costs it a third less than a whole Chromium. It runs on Linux x64, with libraries it brings
 * along where the machine lacks them; other machines have Edge or Chrome.
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
    "No browser to test in. Install Chromium, Chrome or Edge, or name one: CHROMIUM_PATH=/path/to/chromium npm test.",
  );
}

async function bundledPath() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const file = await bundled.executablePath();
  if (starts(file)) return file;
  const launcher = launcherWithLibraries(file);
  return starts(launcher) ? launcher : null;
}

function starts(file) {
  return spawnSync(file, ["--version"], { timeout: 30_000 }).status === 0;
}

/** A script that starts the browser with the libraries that came packed beside it: libnss3 and what it needs. */
function launcherWithLibraries(file) {
  const folder = path.join(root, ".cache", "browser");
  mkdirSync(folder, { recursive: true });
  const packed = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const libraries = path.resolve(path.dirname(packed), "../../bin/al2023.tar.br");
  const input = brotliDecompressSync(readFileSync(libraries));
  const { error, status, stderr } = spawnSync("tar", ["-x", "-C", folder], { input });
  if (status !== 0) console.warn(`The browser's libraries stay packed: ${error ?? stderr}`);
  const launcher = path.join(folder, "chromium");
  const script = `#!/bin/sh\nLD_LIBRARY_PATH="${folder}/lib" exec "${file}" "$@"\n`;
  writeFileSync(launcher, script, { mode: 0o755 });
  return launcher;
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
