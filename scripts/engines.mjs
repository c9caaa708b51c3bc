// `npm run test:engines`: the oldest Node that package.json promises and the newer lines build the add-in and run the tests
// of the rules, the tables, the host's files and the formula engine. The other Nodes come from the npm registry. Versions
// given as arguments are tried alone. Ends with "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isStarted, root } from "./jobs.mjs";

export const versions = ["20.19.0", "22", "24"];
const rooms = [
  "test/domain",
  "test/functions",
  "test/tables",
  "test/host/file",
  "test/host/calc/documented-results",
];
/** What every Node answers alike: comparisons of thousands of formulas, hundreds of damaged or saved files. */
const once = "native/twins|file/(fuzz|fixed-point|bad-input)";

/** Runs a script on a Node of that version; answers its exit code and what it complained of. */
function onNode(version, ...args) {
  return new Promise((resolve) => {
    const child = spawn("npx", ["--yes", "-p", `node@${version}`, "node", ...args], {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      // On Windows npx is no program but a script.
      shell: process.platform === "win32",
    });
    let complaint = "";
    child.stderr.on("data", (data) => (complaint += data));
    child.on("close", (code) => resolve({ code, complaint }));
  });
}

/** Builds and tests on one version; prints what came of it and answers the counts. */
async function judge(version, scratch) {
  const report = path.join(scratch, `${version}.json`);
  const build = await onNode(
    version,
    "node_modules/webpack-cli/bin/cli.js",
    "--mode",
    "production",
    "--env",
    `out=${path.join(scratch, version)}`,
    // The same loaders and plugins as for all pages, in a third of the time.
    "--env",
    "preview=no",
  );
  if (build.code !== 0) console.log(build.complaint);
  // prettier-ignore
  await onNode(version, "node_modules/jest/bin/jest.js", ...rooms, "--maxWorkers=1", "--testPathIgnorePatterns", once, "--json", `--outputFile=${report}`);
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  console.log(
    `Node ${version}: build ${build.code === 0 ? "ok" : "FAILED"}, ${numPassedTests} tests passed`,
  );
  return {
    passed: numPassedTests + (build.code === 0 ? 1 : 0),
    failed: numFailedTests + numRuntimeErrorTestSuites + (build.code === 0 ? 0 : 1),
  };
}

async function main(waiting) {
  const scratch = mkdtempSync(path.join(tmpdir(), "engines-"));
  let passed = 0;
  let failed = 0;
  // Two at a time: the smallest machine we support has two cores.
  async function worker() {
    for (let version = waiting.shift(); version !== undefined; version = waiting.shift()) {
      const counts = await judge(version, scratch);
      passed += counts.passed;
      failed += counts.failed;
    }
  }
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

if (isStarted(import.meta.url)) {
  const asked = process.argv.slice(2);
  await main(asked.length > 0 ? asked : [...versions]);
}
