// `npm test`: builds what is shipped, then runs every test: Node, the rules again in other time zones, a real browser.
// Ends with the plain line "N passed, N failed" counted from the runs themselves.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const results = path.join(root, ".cache", "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const jest = require.resolve("jest/bin/jest");
const pureRooms = ["test/domain", "test/functions", "test/tables"];
const runs = [
  {
    name: "node",
    zone: "UTC",
    args: ["--testPathIgnorePatterns", "test/browser", "--maxWorkers=2"],
  },
  ...["Asia/Shanghai", "America/Santiago", "Pacific/Apia"].map((zone) => ({
    name: zone,
    zone,
    // The native twins are 55,000 formulas without a clock: once is enough.
    args: [...pureRooms, "--testPathIgnorePatterns", "native/twins", "--maxWorkers=2"],
  })),
  // What the host claims about the Excel API holds over both of its transports.
  {
    name: "web transport",
    zone: "UTC",
    args: ["test/conformance", "test/host/add-in-runtime", "--maxWorkers=2"],
    env: { KEEPSHEET_TRANSPORT: "web" },
  },
  { name: "browser", zone: "Asia/Shanghai", args: ["test/browser", "--maxWorkers=1"] },
];

const build = spawnSync(
  process.execPath,
  [require.resolve("webpack-cli/bin/cli.js"), "--mode", "production"],
  { cwd: root, stdio: "inherit" },
);
if (build.status !== 0) {
  console.log("0 passed, 1 failed");
  process.exit(1);
}

let passed = 0;
let failed = 0;
let skipped = 0;
for (const { name, zone, args, env } of runs) {
  const file = path.join(results, `${name.replace(/[/ ]/g, "-")}.json`);
  console.log(`\n— ${name} (TZ=${zone})`);
  const outcome = spawnSync(
    process.execPath,
    [jest, ...args, "--json", `--outputFile=${file}`, "--reporters=default"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...env, TZ: zone },
    },
  );
  const report = JSON.parse(readFileSync(file, "utf8"));
  passed += report.numPassedTests;
  // A file that does not even load runs no test; it counts as one failure.
  failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  skipped += report.numPendingTests + report.numTodoTests;
  if (outcome.status !== 0 && report.numFailedTests + report.numRuntimeErrorTestSuites === 0)
    failed += 1;
}
if (skipped > 0) console.log(`${skipped} skipped: a skipped test counts as failed here`);
console.log(`\n${passed} passed, ${failed + skipped} failed`);
process.exit(failed + skipped === 0 ? 0 : 1);
