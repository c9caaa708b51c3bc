/**
 * Writes docs/host-coverage.md: for each object of the Excel API the host knows, which members of the reference
 * (@types/office-js) it serves and which it lacks; and src/host/api/not-served.ts, by which the host tells a property it
 * lacks from a name that is none. `--check` compares instead of writing, and fails when either is stale or a served member
 * does not link its page.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import * as allowEditRanges from "../src/host/api/allow-edit-ranges";
import { Application, IterativeCalculation } from "../src/host/api/application";
import * as chartAxes from "../src/host/api/chart-axes";
import { ChartCollection } from "../src/host/api/chart-collection";
import * as chartErrorBars from "../src/host/api/chart-error-bars";
import { ChartFormatString } from "../src/host/api/chart-format-string";
import * as chartFrame from "../src/host/api/chart-frame";
import * as chartLabels from "../src/host/api/chart-labels";
import * as chartLegendEntries from "../src/host/api/chart-legend-entries";
import * as chartLooks from "../src/host/api/chart-looks";
import { ChartPlotArea } from "../src/host/api/chart-plot-area";
import * as chartPoints from "../src/host/api/chart-points";
import * as chartSeries from "../src/host/api/chart-series";
import * as chartTrendlines from "../src/host/api/chart-trendlines";
import * as charts from "../src/host/api/charts";
import * as comments from "../src/host/api/comments";
import * as conditional from "../src/host/api/conditional-formats";
import * as conditionalBars from "../src/host/api/conditional-data-bar";
import * as conditionalKinds from "../src/host/api/conditional-kinds";
import * as conditionalLooks from "../src/host/api/conditional-looks";
import * as conditionalVisuals from "../src/host/api/conditional-visuals";
import * as customProperties from "../src/host/api/custom-properties";
import * as xmlParts from "../src/host/api/custom-xml-parts";
import { DataValidation } from "../src/host/api/data-validation";
import { DocumentProperties } from "../src/host/api/document-properties";
import { FunctionResult, Functions } from "../src/host/api/functions";
import { NamedItem, NamedItemArrayValues, NamedItemCollection } from "../src/host/api/named-items";
import { Range } from "../src/host/api/range";
import { RangeAreas } from "../src/host/api/range-areas";
import { RangeCollection } from "../src/host/api/range-collection";
import * as views from "../src/host/api/range-view";
import * as looks from "../src/host/api/range-format";
import { RangeSort } from "../src/host/api/range-sort";
import { RemoveDuplicatesResult } from "../src/host/api/remove-duplicates-result";
import { Setting, SettingCollection } from "../src/host/api/settings";
import * as columns from "../src/host/api/table-columns";
import * as rows from "../src/host/api/table-rows";
import { AutoFilter } from "../src/host/api/auto-filter";
import { Runtime } from "../src/host/api/runtime";
import * as notes from "../src/host/api/notes";
import * as pageBreaks from "../src/host/api/page-breaks";
import { PageLayout } from "../src/host/api/page-layout";
import * as styles from "../src/host/api/styles";
import { Table } from "../src/host/api/table";
import * as tables from "../src/host/api/table-collection";
import { Filter } from "../src/host/api/table-filter";
import { TableSort } from "../src/host/api/table-sort";
import { RangeBorder, RangeBorderCollection } from "../src/host/api/range-borders";
import { RangeFill } from "../src/host/api/range-fill";
import { RangeFont } from "../src/host/api/range-font";
import * as cultures from "../src/host/api/culture-info";
import { WorkbookProtection } from "../src/host/api/workbook-protection";
import * as sheetProperties from "../src/host/api/worksheet-custom-properties";
import { Workbook } from "../src/host/api/workbook";
import * as workbookAreas from "../src/host/api/workbook-range-areas";
import { Worksheet } from "../src/host/api/worksheet";
import { WorksheetCollection } from "../src/host/api/worksheet-collection";
import { WorksheetFreezePanes } from "../src/host/api/worksheet-freeze-panes";
import { WorksheetProtection } from "../src/host/api/worksheet-protection";
import { unlinkedIn } from "./host-links";
import { membersOf } from "../src/host/protocol/members";

const root = path.resolve(import.meta.dirname, "..");
const coverageFile = path.join(root, "docs/host-coverage.md");
const notServedFile = path.join(root, "src/host/api/not-served.ts");
const reference = readFileSync(path.join(root, "node_modules/@types/office-js/index.d.ts"), "utf8");

const classes: readonly { readonly name: string; readonly prototype: object }[] = [
  Workbook,
  Application,
  IterativeCalculation,
  ...Object.values(cultures),
  Runtime,
  WorksheetCollection,
  Worksheet,
  WorksheetFreezePanes,
  WorksheetProtection,
  ...Object.values(allowEditRanges),
  WorkbookProtection,
  ...Object.values(sheetProperties),
  PageLayout,
  ...Object.values(pageBreaks),
  Range,
  RangeAreas,
  RangeCollection,
  ...Object.values(views),
  ...Object.values(workbookAreas),
  RangeSort,
  RemoveDuplicatesResult,
  ...Object.values(looks),
  RangeBorder,
  RangeBorderCollection,
  RangeFill,
  RangeFont,
  ...Object.values(styles),
  tables.TableCollection,
  tables.TableScopedCollection,
  Table,
  TableSort,
  AutoFilter,
  columns.TableColumnCollection,
  columns.TableColumn,
  Filter,
  rows.TableRowCollection,
  rows.TableRow,
  ...Object.values(conditional),
  ...Object.values(conditionalKinds),
  ...Object.values(conditionalBars),
  ...Object.values(conditionalVisuals),
  ...Object.values(conditionalLooks),
  DataValidation,
  NamedItemCollection,
  NamedItem,
  NamedItemArrayValues,
  SettingCollection,
  Setting,
  ...Object.values(comments),
  ...Object.values(notes),
  ...Object.values(charts),
  ChartCollection,
  ...Object.values(chartFrame),
  ChartFormatString,
  ...Object.values(chartLegendEntries),
  ChartPlotArea,
  ...Object.values(chartAxes),
  ...Object.values(chartSeries),
  ...Object.values(chartPoints),
  ...Object.values(chartLabels),
  ...Object.values(chartErrorBars),
  ...Object.values(chartTrendlines),
  ...Object.values(chartLooks),
  ...Object.values(xmlParts),
  DocumentProperties,
  ...Object.values(customProperties),
  Functions,
  FunctionResult,
].filter((one) => typeof one === "function");

/** Stored and given back, but without effect in the host. */
const storedOnly: Readonly<Record<string, readonly string[]>> = {
  Application: ["suspendScreenUpdatingUntilNextSync"],
  RangeFormat: ["shrinkToFit", "textOrientation", "indentLevel", "readingOrder", "autoIndent"],
  RangeFill: ["pattern", "patternColor"],
  RangeFont: ["subscript", "superscript"],
  IterativeCalculation: ["enabled", "maxIteration", "maxChange"],
  PageLayout: [
    "blackAndWhite",
    "bottomMargin",
    "centerHorizontally",
    "centerVertically",
    "draftMode",
    "firstPageNumber",
    "footerMargin",
    "headerMargin",
    "leftMargin",
    "orientation",
    "paperSize",
    "printComments",
    "printErrors",
    "printGridlines",
    "printHeadings",
    "printOrder",
    "rightMargin",
    "topMargin",
    "zoom",
  ],
  Table: ["showBandedColumns", "highlightFirstColumn", "highlightLastColumn"],
};

/** What the client does by itself, without asking the host. */
const clientOnly = new Set([
  "context",
  "load",
  "toJSON",
  "set",
  "track",
  "untrack",
  "items",
  "isNullObject",
]);

function membersInReference(name: string): string[] {
  const found = [...bodyInReference(name).matchAll(declared)];
  return [...new Set(found.map((match) => match[1] ?? ""))].filter((one) => !clientOnly.has(one));
}

function propertiesInReference(name: string): ReadonlySet<string> {
  const found = [...bodyInReference(name).matchAll(declared)];
  return new Set(found.flatMap((match) => (match[0].endsWith(":") ? [match[1] ?? ""] : [])));
}

const declared = /\n        (?:readonly )?([a-zA-Z][A-Za-z0-9_]*)\??[(:<]/g;

function bodyInReference(name: string): string {
  const excel = reference.slice(reference.indexOf("declare namespace Excel {"));
  const start = excel.search(new RegExp(`\\n    (?:export )?class ${name}(?:<[^>]*>)? extends`));
  return start < 0 ? "" : excel.slice(start, excel.indexOf("\n    }", start));
}

const lines = [
  "# What of the Excel API the host serves",
  "",
  "Generated by `npx tsx scripts/host-coverage.mts` from the classes in `src/host/api` and @types/office-js.",
  "A member that is not served answers `ApiNotFound` naming it; an object that is not listed is not served at all.",
  "",
];
const lacking: Record<string, readonly string[]> = {};
let served = 0;
let known = 0;
for (const { name, prototype } of classes) {
  const members = membersOf(prototype);
  const wanted = membersInReference(name);
  if (wanted.length === 0) continue;
  const missing = wanted.filter(
    (member) => !members.has(member.toLowerCase()) && !/^on[A-Z]/.test(member),
  );
  const events = wanted.filter((member) => /^on[A-Z]/.test(member));
  const properties = propertiesInReference(name);
  lacking[name] = missing.filter((member) => properties.has(member));
  const present = wanted.filter((member) => members.has(member.toLowerCase()));
  served += present.length;
  known += present.length + missing.length;
  lines.push(`## ${name}: ${present.length} of ${present.length + missing.length}`, "");
  const stored = (storedOnly[name] ?? []).filter((member) => present.includes(member));
  if (stored.length > 0) lines.push(`Stored only: ${stored.join(", ")}.`, "");
  if (missing.length > 0) lines.push(`Missing: ${missing.join(", ")}.`, "");
  if (events.length > 0) {
    const raised = events.filter((event) => registers(members, name, event));
    lines.push(`Events raised: ${raised.join(", ") || "none"}; `);
    lines.push(
      `not raised: ${events.filter((one) => !raised.includes(one)).join(", ") || "none"}.`,
      "",
    );
  }
}
lines.splice(4, 0, "", `In all ${served} of the ${known} members of the objects below.`);

function registers(members: ReadonlyMap<string, unknown>, name: string, event: string): boolean {
  // The client hears of the workbook's selection through the common API, not through a method.
  if (name === "Workbook" && event === "onSelectionChanged") return true;
  const wire: Readonly<Record<string, string>> = {
    onChanged: "_RegisterDataChangedEvent",
    onNameChanged: "_RegisterEventNameChanged",
    onVisibilityChanged: "_RegisterEventVisibilityChanged",
    onMoved: "_RegisterEventMoved",
  };
  const method = wire[event] ?? `_Register${event.slice(2)}Event`;
  return (
    members.has(method.toLowerCase()) ||
    members.has(`_register${event.slice(2).toLowerCase()}event`)
  );
}

const notServed = `/**
 * The properties of the reference (@types/office-js) that the served classes lack; written by
 * scripts/host-coverage.mts. A query that names one fails with ApiNotFound; another unknown name asks for nothing.
 */
const notServed: Readonly<Record<string, string>> = {
${Object.entries(lacking)
  .filter(([, members]) => members.length > 0)
  .map(([name, members]) => `  ${name}: "${members.join(" ")}",`)
  .join("\n")}
};

/** Whether a class of the reference has this property (in any case), and the host does not. */
export function isNotServed(className: string, name: string): boolean {
  const members = Object.hasOwn(notServed, className) ? (notServed[className] ?? "") : "";
  return members.toLowerCase().split(" ").includes(name.toLowerCase());
}
`;

for (const [file, text] of [
  [coverageFile, await format(lines.join("\n"), { parser: "markdown", printWidth: 100 })],
  [notServedFile, await format(notServed, { parser: "typescript", printWidth: 100 })],
] as const) {
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error(`${path.relative(root, file)} is stale: run npx tsx scripts/host-coverage.mts`);
    process.exitCode = 1;
  }
}

if (process.argv.includes("--check")) {
  for (const { file, name } of unlinkedIn(path.join(root, "src/host/api"))) {
    console.error(
      `src/host/api/${file}: ${name} does not say which page of the reference it follows`,
    );
    process.exitCode = 1;
  }
}
