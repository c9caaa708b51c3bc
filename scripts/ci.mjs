// Everything that must hold, on a machine with Node and LibreOffice: see .ci/run. One queue for all, so that no core waits
// while another still works. Ends with "N passed, N failed".
import { steps } from "./check.mjs";
import { versions } from "./engines.mjs";
import { countOfLastLine, endWith, runJobs } from "./jobs.mjs";
import { parts } from "./libreoffice.mjs";
import { build, clearResults, lanes, zoneLane, zones } from "./test.mjs";

const script = (name, file, ...args) => ({
  name,
  command: process.execPath,
  args: [`scripts/${file}`, ...args],
  count: countOfLastLine,
});

const [typesAndLint, ...quicker] = steps;
const [browser, ...others] = lanes;
/** The line of Node this very run is on is tried by all other tests; the oldest promised is tried in any case. */
const otherVersions = versions.filter((version) => version !== process.versions.node.split(".")[0]);
/** Each of the others goes by the clock of another zone, as it runs the rules anyway; zones left over have a lane each. */
const engines = otherVersions.map((version, at) => {
  const zone = zones[at] ?? "UTC";
  return {
    ...script(`Node ${version} (TZ=${zone})`, "engines.mjs", version),
    env: { TZ: zone },
  };
});
const otherZones = zones.slice(engines.length).map(zoneLane);

clearResults();
endWith(
  await runJobs([
    // The browser's lane is the longest of all and needs the pages; what is short fills the gaps at the end.
    build,
    typesAndLint,
    browser,
    ...others,
    ...parts.map((part) => script(part.replace(".mjs", ""), part)),
    ...engines,
    ...otherZones,
    script("weaknesses known to the registry", "audit.mjs"),
    ...quicker,
    { name: "size", command: process.execPath, args: ["scripts/size.mjs"], needs: "build" },
  ]),
);
