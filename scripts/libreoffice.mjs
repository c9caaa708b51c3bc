// `npm run test:libreoffice`: everything that LibreOffice judges as a second opinion. Needs `soffice` on the path.
// What takes longest comes first.
// Each part prints "N passed, N failed" as its last line; so does this.
import { countOfLastLine, endWith, isStarted, runJobs } from "./jobs.mjs";

export const parts = [
  "libreoffice-twins.mjs",
  "libreoffice-round-trip.mjs",
  "libreoffice-share.mjs",
  "libreoffice-check.mjs",
  "libreoffice-formulas.mjs",
];

if (isStarted(import.meta.url))
  endWith(
    await runJobs(
      parts.map((part) => ({
        name: part.replace(".mjs", ""),
        command: process.execPath,
        args: [`scripts/${part}`],
        count: countOfLastLine,
      })),
    ),
  );
