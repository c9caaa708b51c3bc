// `npm test`: builds what is shipped, then runs every test: Node, the rules again in other time zones, both transports, a
// real browser. Ends with the plain line "N passed, N failed" counted from the runs themselves.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { endWith, isStarted, roomy, root, runJobs } from "./jobs.mjs";

const require = createRequire(import.meta.url);
const results = path.join(root, ".cache", "test-results");

/** What the pages are made of; the browser's tests open them. */
export const build = {
  name: "build",
  command: process.execPath,
  args: [...roomy, require.resolve("webpack-cli/bin/cli.js"), "--mode", "production"],
};

/** Counts a report of jest. A file that does not even load runs no test; it counts as one failure, as a skipped test does. */
function countOfReport(file, code) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const failed =
    report.numFailedTests +
    report.numRuntimeErrorTestSuites +
    report.numPendingTests +
    report.numTodoTests;
  return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** A run of jest in one process. It ends with its last test: nobody waits for the timers office.js leaves behind. */
function lane(name, zone, args, more = {}) {
  const file = path.join(results, `${name.replace(/[/ ]/g, "-")}.json`);
  return {
    name: `${name} (TZ=${zone})`,
    command: process.execPath,
    // prettier-ignore
    args: [require.resolve("jest/bin/jest"), ...args, "--maxWorkers=1", "--forceExit", "--json", `--outputFile=${file}`, "--reporters=default"],
    count: (code, output) => {
      try {
        return countOfReport(file, code);
      } catch (reason) {
        console.log(`${name} left no report: ${reason.message}\n${output}`);
        return { passed: 0, failed: 1 };
      }
    },
    ...more,
    env: { ...more.env, TZ: zone },
  };
}

const pureRooms = ["test/domain", "test/functions", "test/tables"];
/** What holds no days, or, as the native twins, compares them without a clock: one zone is enough. */
const withoutDays =
  "native/twins|domain/(matching|contact-checks|code-lists|nearest-word|words)|functions/metadata|tables/(headers|recognise|schema|specs)";
const shards = 6;

/** Other clocks than UTC: east, west with a summer time, and where a day was left out. */
export const zones = ["Asia/Shanghai", "America/Santiago", "Pacific/Apia"];

/** What may go by a clock, in another zone. */
export const zoneLane = (zone) =>
  lane(zone, zone, [...pureRooms, "--testPathIgnorePatterns", withoutDays]);

/** Every test once, what takes longest first, so that the last to end end together. */
export const lanes = [
  lane("browser", "Asia/Shanghai", ["test/browser"], { needs: "build" }),
  ...Array.from({ length: shards }, (_, index) =>
    lane(`node ${index + 1} of ${shards}`, "UTC", [
      `--shard=${index + 1}/${shards}`,
      "--testPathIgnorePatterns",
      "test/browser",
    ]),
  ),
  // What the host claims about the Excel API holds over both of its transports.
  lane("web transport", "UTC", ["test/conformance", "test/host/add-in-runtime"], {
    env: { KEEPSHEET_TRANSPORT: "web" },
  }),
];

/** Old reports must not count. */
export function clearResults() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
}

if (isStarted(import.meta.url)) {
  clearResults();
  endWith(await runJobs([build, ...lanes, ...zones.map(zoneLane)]));
}
