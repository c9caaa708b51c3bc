// `npm run check`: types, lint, formatting, arrows between rooms, dead code, rules against their tests, and the generated
// documents: the host's members, the workbook's tables.
import { endWith, isStarted, runJobs } from "./jobs.mjs";

const npx = (name, ...args) => ({ name, command: "npx", args });

/** What takes longest first. */
export const steps = [
  npx("lint", "eslint", "--max-warnings", "0", "src", "test", "bench", "scripts/**/*.ts"),
  npx("types", "tsc", "-p", "."),
  // prettier-ignore
  npx("formatting", "prettier", "--check", "--log-level", "warn", "src", "test", "bench", "scripts", "*.js", "*.cjs"),
  npx("boundaries", "depcruise", "--config", ".dependency-cruiser.cjs", "src"),
  npx("dead code", "knip"),
  npx("host coverage", "tsx", "scripts/host-coverage.mts", "--check"),
  npx("tables document", "tsx", "scripts/tables-doc.mts", "--check"),
  { name: "rules", command: process.execPath, args: ["scripts/rules-check.mjs"] },
];

if (isStarted(import.meta.url)) endWith(await runJobs(steps));
