// Part of `npm run test:libreoffice`: workbooks LibreOffice wrote are opened and saved by us, and LibreOffice opens both.
// What it then shows must be the same: its own page of every sheet (values, formulas' results, fonts, fills, borders,
// number formats, what conditional formats make of them), and what a page does not show, by its flat file: lists, names,
// notes, filters, conditions, charts and print ranges. Ends with the plain line "N passed, N failed".
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { convertAll, profile, run, sofficeIsThere } from "./soffice.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, ".cache", "libreoffice-round-trip");
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

let passed = 0;
let failed = 0;
function check(sentence, found, wanted) {
  const same = JSON.stringify(found) === JSON.stringify(wanted);
  if (same) passed++;
  else failed++;
  console.log(`${same ? "✓" : "✗"} ${sentence}`);
  if (same) return;
  const lost = wanted.filter((line) => !found.includes(line)).slice(0, 5);
  const gained = found.filter((line) => !wanted.includes(line)).slice(0, 5);
  console.log(
    `    lost   ${lost.join("\n           ")}\n    gained ${gained.join("\n           ")}`,
  );
}

/** The page's cells, line by line; pictures of charts have a name of their own each time. */
function pageOf(name, kind) {
  const html = readFileSync(path.join(folder, kind, `${name}.html`), "utf8");
  return (
    html
      .slice(html.indexOf("<body"))
      .replace(/<img[^>]*>/g, "<img>")
      // Heights nobody has set are fitted anew.
      .replace(/ height="\d+"/g, "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
  );
}

/** Elements of the flat file that say something by themselves, with their attributes in order. */
const told =
  /<(table:content-validation|table:error-message|table:help-message|table:named-range|table:named-expression|table:database-range|table:data-pilot-table|table:data-pilot-field|table:data-pilot-member|table:filter-condition|calcext:condition|calcext:color-scale-entry|calcext:formatting-entry|calcext:icon-set|calcext:data-bar|office:annotation|draw:frame|table:covered-table-cell|table:table)(?=[\s/>])([^>]*)>/g;

function factsOf(name, kind) {
  const flat = readFileSync(path.join(folder, kind, `${name}.fods`), "utf8");
  return [...flat.matchAll(told)]
    .map(([, element, attributes]) => {
      const stated = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)]
        // Numbers LibreOffice gives out, and the cell it happens to count from, say nothing.
        .filter(
          ([, key]) =>
            !/style-name|^draw:name|^table:base-cell-address|^xml:id|^(?:svg:|draw:z-index|table:end|draw:caption|loext)/.test(
              key,
            ),
        )
        .map(([, key, value]) => `${key}=${value}`);
      if (element === "table:content-validation") {
        stated.splice(0, stated.length, ...stated.filter((one) => !one.startsWith("table:name=")));
      }
      return `${element} ${stated.sort().join(" ")}`;
    })
    .sort();
}

function main() {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ["source", "first", "ours"])
    mkdirSync(path.join(folder, name), { recursive: true });
  const own = path.join(root, "test", "workbooks", "libreoffice");
  run(process.execPath, [
    tsx,
    path.join(root, "scripts/libreoffice-sources.ts"),
    path.join(folder, "source"),
  ]);
  const settings = profile(path.join(folder, "profile"), {
    "/org.openoffice.Office.Calc/Formula/Load": { OOXMLRecalcMode: 1, ODFRecalcMode: 1 },
  });
  const sources = [
    ...readdirSync(own)
      .filter((name) => name.endsWith(".fods"))
      .map((name) => path.join(own, name)),
    ...readdirSync(path.join(folder, "source")).map((name) => path.join(folder, "source", name)),
  ];
  convertAll(settings, sources, "xlsx", path.join(folder, "first"));
  run(process.execPath, [
    tsx,
    path.join(root, "scripts/libreoffice-save-again.ts"),
    path.join(folder, "first"),
    path.join(folder, "ours"),
  ]);
  const names = sources.map((source) => path.parse(source).name);
  for (const kind of ["first", "ours"]) {
    const books = names.map((name) => path.join(folder, kind, `${name}.xlsx`));
    for (const format of ["html", "fods"]) {
      convertAll(settings, books, format, path.join(folder, kind));
    }
  }
  for (const name of names) {
    check(
      `${name}: LibreOffice shows the same cells after our saving`,
      pageOf(name, "ours"),
      pageOf(name, "first"),
    );
    check(
      `${name}: and finds the same lists, names, notes, conditions and charts`,
      factsOf(name, "ours"),
      factsOf(name, "first"),
    );
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

if (sofficeIsThere()) main();
else process.exit(1);
