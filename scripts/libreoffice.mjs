// `npm run test:libreoffice`: everything that LibreOffice judges as a second opinion. Needs `soffice` on the path.
// Each part prints "N passed, N failed" as its last line; so does this.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const parts = [
  "libreoffice-check.mjs",
  "libreoffice-twins.mjs",
  "libreoffice-share.mjs",
  "libreoffice-formulas.mjs",
];

let passed = 0;
let failed = 0;
for (const part of parts) {
  const script = fileURLToPath(new URL(part, import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [script], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 2 ** 20,
  });
  process.stdout.write(stdout);
  const counts = [...stdout.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  passed += Number(counts?.[1] ?? 0);
  // A part that says nothing, or ends badly without naming a failure, is a failure itself.
  const named = Number(counts?.[2] ?? 1);
  failed += status === 0 ? named : Math.max(named, 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
