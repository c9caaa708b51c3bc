/**
 * `npm run bench` prints a table, `npm run bench -- --json` one JSON object; a word after `--` picks the benches whose
 * file name holds it. Figures are compared side by side within one run; nothing here passes or fails.
 */
import { readdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { BenchRow } from "./bench";

const words = process.argv.slice(2);
const asJson = words.includes("--json");
const wanted = words.filter((word) => !word.startsWith("--"));

async function main(): Promise<void> {
  const files = readdirSync(__dirname)
    .filter((file) => file.endsWith(".bench.ts"))
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
  const report: Record<string, readonly BenchRow[]> = {};
  for (const file of files) {
    const bench = (await import(path.join(__dirname, file))) as {
      run: () => Promise<readonly BenchRow[]>;
    };
    report[file.replace(".bench.ts", "")] = await bench.run();
  }
  if (asJson) {
    const machine = {
      node: process.version,
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    };
    console.log(JSON.stringify({ machine, ...report }));
    return;
  }
  for (const [name, rows] of Object.entries(report)) {
    console.log(`\n${name}`);
    const width = Math.max(...rows.map((row) => row.name.length));
    for (const row of rows) {
      console.log(
        `  ${row.name.padEnd(width)}  ${String(row.value).padStart(12)} ${row.unit}${row.note ? `  (${row.note})` : ""}`,
      );
    }
  }
}

main().catch((reason: unknown) => {
  console.error(reason);
  process.exitCode = 1;
});
