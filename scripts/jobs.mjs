// Runs jobs side by side: each is a program of one thread, and the smallest machine we support has two cores.
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A job that is not through after so many milliseconds hangs: it is ended and has failed. */
const patience = 20 * 60_000;

/** For a program that makes millions of small objects: room for the young ones, or a fifth of its time goes into tidying. */
export const roomy = ["--min-semi-space-size=64", "--max-semi-space-size=64"];

/**
 * How many jobs run at a time: one more than there are cores, as a browser, LibreOffice and whatever comes from a registry
 * are waited for; more than four want more memory than they save time.
 */
const places = Math.min(4, availableParallelism() + 1);

/**
 * A job: `name`, the program `command` with `args` and `env`, and the name of another job it `needs` to have ended well.
 * `count` makes { passed, failed } of the exit code and the output; without it the job itself is what passes or fails.
 */

/** One for a job that ended well, and none failed. */
const countOfCode = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** The plain line a check ends with. */
const totals = /^(\d+) passed, (\d+) failed$/gm;

/** The last "N passed, N failed" of an output; a program that says nothing, or ends badly without naming a failure, failed. */
export function countOfLastLine(code, output) {
  const counts = [...output.matchAll(totals)].at(-1);
  const passed = Number(counts?.[1] ?? 0);
  const failed = Number(counts?.[2] ?? 1);
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function run({ command, args, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
      timeout: patience,
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (reason) => resolve({ code: 1, output: output + String(reason) }));
    child.on("close", (code, signal) =>
      resolve({ code, output: signal === null ? output : `${output}\nended by ${signal}` }),
    );
  });
}

/**
 * Runs the jobs, the first ones first, and prints what came of each; of a failed one all it said.
 *
 * @returns how many tests and checks passed and failed
 */
export async function runJobs(jobs) {
  const total = { passed: 0, failed: 0 };
  const ended = new Map();
  const waiting = [...jobs];
  let wake = () => undefined;
  let change = new Promise((resolve) => (wake = resolve));

  const settle = (job, { passed, failed }, seconds, output) => {
    total.passed += passed;
    total.failed += failed;
    ended.set(job.name, failed === 0);
    // What could not be asked has neither passed nor failed, and is not silent about it.
    const verdict = failed > 0 ? "FAIL" : passed > 0 ? "ok  " : "none";
    console.log(
      `${verdict} ${job.name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
    );
    // Without its own totals, lest they be taken for those of the whole run where that breaks off.
    if (verdict !== "ok  ") console.log(output.replaceAll(totals, "").trim());
    wake();
    change = new Promise((resolve) => (wake = resolve));
  };

  async function worker() {
    while (waiting.length > 0) {
      const ready = waiting.findIndex(({ needs }) => needs === undefined || ended.has(needs));
      if (ready < 0) {
        await change;
        continue;
      }
      const [job] = waiting.splice(ready, 1);
      if (job.needs !== undefined && ended.get(job.needs) === false) {
        settle(job, { passed: 0, failed: 1 }, 0, `not run: ${job.needs} failed`);
        continue;
      }
      const started = Date.now();
      const { code, output } = await run(job);
      const counts = (job.count ?? countOfCode)(code, output);
      settle(job, counts, (Date.now() - started) / 1000, output);
    }
  }
  await Promise.all(Array.from({ length: places }, worker));
  return total;
}

/** Ends this program with the line every one of our checks ends with. */
export function endWith({ passed, failed }) {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

/** Whether a script was started by itself, and not imported. */
export function isStarted(url) {
  return realpathSync(process.argv[1]) === fileURLToPath(url);
}
