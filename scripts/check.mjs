// `npm run check`: types, lint, formatting, arrows between rooms, dead code, rules against their tests, and the generated
// documents: the host's members, the workbook's tables.
import { readFileSync } from "node:fs";
import path from "node:path";
import { countOfLastLine, endWith, isStarted, roomy, root, runJobs } from "./jobs.mjs";

/** Where a program has another name than its package. */
const packages = { depcruise: "dependency-cruiser" };

/** A check by an installed program; npx would take a second to find it, and has another name on Windows. */
function check(name, program, ...args) {
  const folder = path.join(root, "node_modules", packages[program] ?? program);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : bin[program];
  return { name, command: process.execPath, args: [path.join(folder, file), ...args] };
}

/** What takes longest first. */
export const steps = [
  {
    name: "types and lint",
    command: process.execPath,
    args: [...roomy, "scripts/types-and-lint.mjs"],
    count: countOfLastLine,
  },
  // prettier-ignore
  check("formatting", "prettier", "--check", "--log-level", "warn", "src", "test", "bench", "scripts", "*.js", "*.cjs"),
  check("boundaries", "depcruise", "--config", ".dependency-cruiser.cjs", "src"),
  check("dead code", "knip"),
  check("host coverage", "tsx", "scripts/host-coverage.mts", "--check"),
  check("tables document", "tsx", "scripts/tables-doc.mts", "--check"),
  { name: "rules", command: process.execPath, args: ["scripts/rules-check.mjs"] },
];

if (isStarted(import.meta.url)) endWith(await runJobs(steps));
