// `npm run test:engines`: the oldest Node that package.json promises and the newer lines run the build and the tests of
// the rules, the tables and the host's files. The other Nodes come from the npm registry. Ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const versions = ["20.19.0", "22", "24"];
const rooms = ["test/domain", "test/tables", "test/host/file"];
const scratch = mkdtempSync(path.join(tmpdir(), "engines-"));

let passed = 0;
let failed = 0;
try {
  for (const version of versions) {
    const report = path.join(scratch, `${version}.json`);
    const node = (...args) =>
      spawnSync("npx", ["--yes", "-p", `node@${version}`, "node", ...args], {
        cwd: root,
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      });
    const build = node(
      "node_modules/webpack-cli/bin/cli.js",
      "--mode",
      "production",
      "--env",
      `out=${path.join(scratch, version)}`,
    );
    if (build.status === 0) passed += 1;
    else {
      failed += 1;
      console.log(build.stderr);
    }
    // prettier-ignore
    node("node_modules/jest/bin/jest.js", ...rooms, "--testPathIgnorePatterns", "native-twins", "--json", `--outputFile=${report}`);
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    passed += numPassedTests;
    failed += numFailedTests + numRuntimeErrorTestSuites;
    console.log(
      `Node ${version}: build ${build.status === 0 ? "ok" : "FAILED"}, ${numPassedTests} tests passed`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
