// Everything that must hold, on a machine with Node and LibreOffice: see .ci/run. One queue for all, so that no core waits
// while another still works. Ends with "N passed, N failed".
import { steps } from "./check.mjs";
import { versions } from "./engines.mjs";
import { countOfLastLine, endWith, runJobs } from "./jobs.mjs";
import { parts } from "./libreoffice.mjs";
import { build, clearResults, lanes } from "./test.mjs";

const script = (name, file, ...args) => ({
  name,
  command: process.execPath,
  args: [`scripts/${file}`, ...args],
  count: countOfLastLine,
});

const [lint, ...quicker] = steps;
const [browser, ...others] = lanes;

clearResults();
endWith(
  await runJobs([
    // The browser's lane is the longest of all and needs the pages.
    build,
    lint,
    browser,
    // The twins are the next longest: what is short fills the gaps at the end.
    ...parts.map((part) => script(part.replace(".mjs", ""), part)),
    ...others,
    ...versions.map((version) => script(`Node ${version}`, "engines.mjs", version)),
    ...quicker,
    { name: "size", command: process.execPath, args: ["scripts/size.mjs"], needs: "build" },
  ]),
);
