/**
 * Writes docs/tables.md from the schema: every table, its columns, and the words of its lists. `--check` compares
 * instead of writing and fails when it is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  numberFormat,
  schemaVersion,
  type ColumnSpec,
  type TableSpec,
  type Words,
} from "../src/tables/schema";
import type { Description } from "../src/tables/description";
import { columnDescription, tableDescriptions } from "../src/tables/descriptions";
import { settingRows } from "../src/tables/specs/setting-rows";
import { tableSpecs } from "../src/tables/tables";

const target = path.resolve(import.meta.dirname, "../docs/tables.md");

const specs: readonly TableSpec[] = Object.values(tableSpecs);

const both = ({ zh, en }: Words): string => (zh === en ? en : `${zh} · ${en}`);

/** What a table or column is for in both languages, with the numbers of its rules. */
function about({ zh, en, rules }: Description): string {
  return `${en} ${zh}${served(rules)}`;
}

function served(rules: Description["rules"] = []): string {
  return rules.length === 0 ? "" : ` (${rules.join(", ")})`;
}

/** What stands in a cell of the column, as far as the kind does not say it. */
function holds({ kind, choices, scale, references }: ColumnSpec): string {
  const facts = [
    kind === "computed" ? "formula" : kind,
    choices === undefined ? "" : choices.map(({ title }) => both(title)).join(", "),
    scale === undefined ? "" : `${scale.least} to ${scale.most}`,
    references === undefined ? "" : `of ${both(tableSpecs[references].title)}`,
  ];
  return facts.filter((fact) => fact !== "").join(": ");
}

/** Whether the column is there from the beginning. */
function made({ essential, onRequest, sensitive }: ColumnSpec): string {
  if (sensitive === true) return "off (R3)";
  if (onRequest === true) return "on request";
  return essential ? "always" : "in new tables";
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function tableText(spec: TableSpec): readonly string[] {
  const formulas = spec.columns.flatMap(({ title, formula }) =>
    formula === undefined ? [] : [`- ${title.en}: \`${formula.en}\``],
  );
  return [
    `## ${both(spec.title)}`,
    "",
    about(tableDescriptions[spec.id].table),
    "",
    `\`${spec.excelName}\`${spec.idPrefix === undefined ? "" : ` · ids begin with ${spec.idPrefix}`}` +
      (spec.onFirstUse === true ? " · made when it is first needed" : " · made at set-up"),
    "",
    "| id | header | holds | format | made | |",
    "| --- | --- | --- | --- | --- | --- |",
    ...spec.columns.map((column) => {
      const shown = [
        `\`${column.id}\``,
        both(column.title),
        holds(column),
        `\`${numberFormat(column) ?? "General"}\``,
        made(column),
        about(columnDescription(spec.id, column.id)),
      ];
      return `| ${shown.map(cell).join(" | ")} |`;
    }),
    "",
    ...(formulas.length > 0 ? ["Formulas:", "", ...formulas, ""] : []),
  ];
}

const text = [
  // Tables padded to equal widths would be five times as long.
  "<!-- prettier-ignore-start -->",
  "",
  "# Tables 数据表",
  "",
  "Written by `npx tsx scripts/tables-doc.mts` from `src/tables`; do not edit by hand.",
  "",
  `Schema version ${schemaVersion}. A column is found by its id in the workbook's binding: headers may be renamed, columns`,
  "moved, hidden or translated. Kinds `text`, `id`, `phone`, `email`, `creditCode` and `identityNumber` are cells formatted",
  "as text, so that every digit survives; a `choice` is offered as a list, and other spellings are understood when read.",
  "",
  ...specs.map(({ id, title }) => {
    const { en, rules } = tableDescriptions[id].table;
    return `- **${both(title)}**: ${en}${served(rules)}`;
  }),
  "",
  ...specs.flatMap(tableText),
  "## Rows of Settings 设置项",
  "",
  "| key | setting | default | |",
  "| --- | --- | --- | --- |",
  ...settingRows.map(({ id, title, item, amount, unit, note, rules }) => {
    const value = amount === null ? "" : typeof amount === "object" ? both(amount) : String(amount);
    const shown = [
      `\`${id}\``,
      both(title) + (item === null ? "" : `: ${both(item)}`),
      `${value}${unit === null ? "" : ` ${unit.en}`}`.trim(),
      `${note.en} ${note.zh}${served(rules)}`,
    ];
    return `| ${shown.map(cell).join(" | ")} |`;
  }),
  "",
  "<!-- prettier-ignore-end -->",
  "",
].join("\n");

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error("docs/tables.md is stale: npx tsx scripts/tables-doc.mts");
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
