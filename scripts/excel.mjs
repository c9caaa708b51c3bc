// `npm run excel [-- start|stop|conformance]`: sideloads the add-in into a real desktop Excel; `conformance` opens the
// page that runs test/conformance there instead of the pane, and records what that Excel answers.
// The debugging tools and the certificate maker are fetched on demand at a pinned version: they are large, need a
// desktop Office, and would otherwise weigh on every install.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:https";
import { readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createHandler } from "./serve.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const tools = {
  debugging: "office-addin-debugging@6.1.2",
  certificates: "office-addin-dev-certs@2.0.10",
};
const npx = process.platform === "win32" ? "npx.cmd" : "npx";
const manifest = path.join(root, "dist", "manifest.xml");

function must(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(
      `${command} ${args.join(" ")} failed. It needs Excel on this Windows or Mac computer and the npm registry.`,
    );
    process.exit(status ?? 1);
  }
}

if (process.argv[2] === "stop") {
  must(npx, ["--yes", tools.debugging, "stop", manifest]);
  process.exit(0);
}

must("npm", ["run", "build"]);
if (process.argv[2] === "conformance") {
  const built = await readFile(manifest, "utf8");
  const questions = built
    .replaceAll("taskpane.html", "conformance.html")
    .replaceAll("/functions.zh-CN.json", "/conformance/functions.json")
    .replaceAll("/functions.json", "/conformance/functions.json")
    .replaceAll("/runtime.js", "/conformance/main.js");
  await writeFile(manifest, questions);
}
must(npx, ["--yes", tools.certificates, "install"]);
const certificates = path.join(homedir(), ".office-addin-dev-certs");
if (!existsSync(path.join(certificates, "localhost.key"))) {
  console.error(`No development certificate in ${certificates}.`);
  process.exit(1);
}
const server = createServer(
  {
    key: await readFile(path.join(certificates, "localhost.key")),
    cert: await readFile(path.join(certificates, "localhost.crt")),
  },
  createHandler(),
);
server.listen(3000, "localhost", () => {
  console.log("https://localhost:3000/ serves the add-in; Excel starts now. Ctrl+C stops both.");
  const excel = spawn(npx, ["--yes", tools.debugging, "start", manifest, "desktop", "--no-debug"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  excel.on("exit", (code) => {
    if (code !== 0) process.exit(code ?? 1);
  });
});
process.on("SIGINT", () => {
  spawnSync(npx, ["--yes", tools.debugging, "stop", manifest], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exit(0);
});
