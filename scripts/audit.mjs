// Known weaknesses in what we ship, as the npm registry knows them: one that is at least moderate fails. Those of the tools
// are told. Not every registry answers this question: then it says so, and nothing has passed. Ends with
// "N passed, N failed".
import { spawnSync } from "node:child_process";
import { endWith, root } from "./jobs.mjs";

const grave = ["moderate", "high", "critical"];

/** What `npm audit` found: a list of "package: severity", or the reason why it could not be asked. */
function audit(...args) {
  const { stdout, stderr, error } = spawnSync("npm", ["audit", "--json", ...args], {
    cwd: root,
    encoding: "utf8",
    // On Windows npm is no program but a script.
    shell: process.platform === "win32",
  });
  try {
    const { vulnerabilities, message } = JSON.parse(stdout);
    if (vulnerabilities === undefined) return { found: [], refusal: message ?? stderr };
    const found = Object.values(vulnerabilities)
      .filter(({ severity }) => grave.includes(severity))
      .map(({ name, severity }) => `${name}: ${severity}`);
    return { found, refusal: null };
  } catch (reason) {
    return { found: [], refusal: String(error ?? (stderr || reason)) };
  }
}

const shipped = audit("--omit=dev");
if (shipped.refusal !== null) {
  console.log("Not known whether what we ship has weaknesses: the registry did not answer.");
  console.log(shipped.refusal.trim());
  endWith({ passed: 0, failed: 0 });
}
for (const line of shipped.found) console.log(`shipped: ${line}`);
for (const line of audit().found)
  if (!shipped.found.includes(line)) console.log(`a tool, not shipped: ${line}`);
endWith({ passed: shipped.found.length === 0 ? 1 : 0, failed: shipped.found.length });
