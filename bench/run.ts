/**
 * `npm run bench` prints a table, `npm run bench -- --json` one JSON object; a word after `--` picks the benches whose
 * file name holds it. Figures are compared side by side within one run; nothing here passes or fails.
 *
 * Each bench has a process to itself: a page has one office.js, and one bench's garbage is not the next one's time.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { BenchRow } from "./bench";

const alone = "--alone";
const words = process.argv.slice(2);

async function measure(name: string): Promise<readonly BenchRow[]> {
  const bench = (await import(path.join(__dirname, `${name}.bench.ts`))) as {
    run: () => Promise<readonly BenchRow[]>;
  };
  return bench.run();
}

function measureAlone(name: string): readonly BenchRow[] {
  const { stdout, status } = spawnSync(
    process.execPath,
    [...process.execArgv, __filename, alone, name],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 2 ** 26 },
  );
  const rows = stdout.trim().split("\n").at(-1);
  if (status !== 0 || rows === undefined) throw new Error(`the bench ${name} failed`);
  return JSON.parse(rows) as readonly BenchRow[];
}

function table(report: Readonly<Record<string, readonly BenchRow[]>>): void {
  for (const [name, rows] of Object.entries(report)) {
    console.log(`\n${name}`);
    const width = Math.max(...rows.map((row) => row.name.length));
    for (const { name: what, value, unit, note } of rows) {
      const figure = Number.isInteger(value) ? String(value) : value.toPrecision(4);
      const remark = note === undefined ? "" : `  (${note})`;
      console.log(`  ${what.padEnd(width)}  ${figure.padStart(10)} ${unit}${remark}`);
    }
  }
}

async function main(): Promise<void> {
  if (words[0] === alone) {
    console.log(JSON.stringify(await measure(words[1] ?? "")));
    return;
  }
  const wanted = words.filter((word) => !word.startsWith("--"));
  const names = readdirSync(__dirname)
    .filter((file) => file.endsWith(".bench.ts"))
    .map((file) => file.replace(".bench.ts", ""))
    .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  const report = Object.fromEntries(names.map((name) => [name, measureAlone(name)]));
  if (words.includes("--json")) {
    const memoryGiB = Math.round(totalmem() / 2 ** 30);
    const machine = { node: process.version, cores: cpus().length, memoryGiB };
    console.log(JSON.stringify({ machine, ...report }));
  } else table(report);
}

// A bench may leave a timer of office.js behind, which would keep the process from ending.
main().then(
  () => process.exit(0),
  (reason: unknown) => {
    console.error(reason);
    process.exit(1);
  },
);
