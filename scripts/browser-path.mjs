// Which Chromium to drive: the one named, the machine's own, or the one that comes with `npm ci`.
import { existsSync } from "node:fs";
import bundled from "@sparticuz/chromium";

export async function browserPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return named;
  const installed = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  );
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
