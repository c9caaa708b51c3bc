import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { channels } from "../../src/domain/channel";
import type { CodeList } from "../../src/domain/code-list";
import { dayKinds } from "../../src/domain/day-kind";
import { dealStatuses } from "../../src/domain/deal-status";
import { demands } from "../../src/domain/demand";
import { grades } from "../../src/domain/grade";
import { importances } from "../../src/domain/importance";
import { spanUnits } from "../../src/domain/span";
import { urgencies } from "../../src/domain/urgency";

const document = path.resolve(__dirname, "../../docs/rules.md");
const markers = /(<!-- words -->\n)[\s\S]*(<!-- \/words -->)/;

const lists: readonly [string, CodeList<string>][] = [
  ["Demand 需求状况 (G1, D4)", demands],
  ["Grade 等级 (G8)", grades],
  ["Deal status 成交状态 (D1)", dealStatuses],
  ["Importance 重要性 (D2)", importances],
  ["Urgency 紧急程度 (D3)", urgencies],
  ["Channel 渠道 (I1)", channels],
  ["Kind of day 休/班 (F3)", dayKinds],
  ["Unit of a setting 单位", spanUnits],
];

function wordLists(): string {
  return lists
    .map(([name, list]) => {
      const entries = list.map(
        ({ code, title, synonyms }) =>
          `- \`${code}\`: ${title.zh} · ${title.en}; also ${synonyms.join(", ")}`,
      );
      return `${name}\n\n${entries.join("\n")}\n`;
    })
    .join("\n");
}

it("docs/rules.md lists the words that are understood, as the code has them", () => {
  const text = readFileSync(document, "utf8");
  expect(text).toMatch(markers);
  const written = text.replace(markers, `$1\n${wordLists()}\n$2`);
  if (process.env["UPDATE_DOCS"]) writeFileSync(document, written);
  expect(readFileSync(document, "utf8")).toBe(written);
});
