// `npm run check`: types, lint, formatting, arrows between rooms, dead code, rules against their tests, and the generated
// documents: the host's members, the workbook's tables.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const steps = [
  ["types", "npx", ["tsc", "-p", "."]],
  ["lint", "npx", ["eslint", "--max-warnings", "0", "src", "test", "bench", "scripts/**/*.ts"]],
  [
    "formatting",
    "npx",
    [
      "prettier",
      "--check",
      "--log-level",
      "warn",
      "src",
      "test",
      "bench",
      "scripts",
      "*.js",
      "*.cjs",
    ],
  ],
  ["boundaries", "npx", ["depcruise", "--config", ".dependency-cruiser.cjs", "src"]],
  ["dead code", "npx", ["knip"]],
  ["host coverage", "npx", ["tsx", "scripts/host-coverage.mts", "--check"]],
  ["tables document", "npx", ["tsx", "scripts/tables-doc.mts", "--check"]],
  ["rules", process.execPath, ["scripts/rules-check.mjs"]],
];

function run([name, command, args]) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(command, args, { cwd: root, env: process.env });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (code) =>
      resolve({ name, code, output, seconds: (Date.now() - started) / 1000 }),
    );
  });
}

let failed = 0;
const queue = [...steps];
// Two at a time: the steps are single-threaded and the smallest machine we support has two cores.
async function worker() {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const { name, code, output, seconds } = await run(step);
    console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) {
      failed += 1;
      console.log(output.trim());
    }
  }
}
await Promise.all([worker(), worker()]);
process.exit(failed === 0 ? 0 : 1);
