// How the LibreOffice checks start `soffice`: a user profile of their own, so that nobody's settings count.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** False, with the lines a check ends with, where LibreOffice is not installed. */
export function sofficeIsThere() {
  if (spawnSync("soffice", ["--version"]).error === undefined) return true;
  console.log("LibreOffice (soffice) is not installed: apt-get install libreoffice-calc");
  console.log("0 passed, 1 failed");
  return false;
}

/** Without a locale of UTF-8, LibreOffice writes no file whose name has Chinese in it. */
const env = { ...process.env, LC_ALL: "C.UTF-8" };

export function run(command, args) {
  const outcome = spawnSync(command, args, { encoding: "utf8", timeout: 240_000, env });
  if (outcome.status !== 0) {
    throw new Error(`${command} ${args.join(" ")}: ${outcome.error ?? outcome.stderr}`);
  }
  return outcome.stdout;
}

/**
 * Makes a profile in a folder.
 *
 * @param settings - values by their path in LibreOffice's registry, "/org.openoffice.Office.Calc/Formula/Load" → { name: value }
 * @returns the argument that makes soffice use it
 */
export function profile(folder, settings) {
  const user = path.join(folder, "user");
  mkdirSync(user, { recursive: true });
  const items = Object.entries(settings).flatMap(([item, values]) =>
    Object.entries(values).map(
      ([name, value]) =>
        `<item oor:path="${item}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
    ),
  );
  writeFileSync(
    path.join(user, "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join("")}</oor:items>`,
  );
  return `-env:UserInstallation=${pathToFileURL(folder)}`;
}

/** Converts a file into the folder `target`, and returns that. */
export function convert(profileArgument, file, to, target) {
  return convertAll(profileArgument, [file], to, target);
}

/** Converts files, with one start of soffice for all of them, into the folder `target`, and returns that. */
export function convertAll(profileArgument, files, to, target) {
  run("soffice", [profileArgument, "--headless", "--convert-to", to, "--outdir", target, ...files]);
  return target;
}
