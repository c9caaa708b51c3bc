/**
 * Holds docs/rules.md and the tests to each other: a test may cite only rules that exist, and a rule marked built must
 * be cited by a test, as in `it("[F4] an agreed day goes before the cadence", …)`.
 *
 * Prints what is wrong, one line each, and ends with exit code 1; prints one line and ends with 0 when all is well.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const rulesFile = "docs/rules.md";

const rules = readRules(readFileSync(path.join(root, rulesFile), "utf8"));
const citations = testFiles(path.join(root, "test")).flatMap(citationsOf);
const problems = [
  ...rules.problems,
  ...citations
    .filter(({ rule }) => !rules.status.has(rule))
    .map(({ rule, at }) => `${at}: cites ${rule}, which ${rulesFile} does not have`),
  ...[...rules.status]
    .filter(([rule, status]) => status === "built" && !citations.some((c) => c.rule === rule))
    .map(([rule]) => `${rulesFile}: ${rule} is marked built, but no test cites [${rule}]`),
];

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else {
  const built = [...rules.status.values()].filter((status) => status === "built").length;
  console.log(
    `${rules.status.size} rules, ${built} built, cited ${citations.length} times by tests`,
  );
}

/** The table rows `| F4 | built | … |`, each rule once and with a known status. */
function readRules(text) {
  const status = new Map();
  const problems = [];
  for (const [, rule, marked] of text.matchAll(/^\| ([A-Z]\d+) +\| *([^|]*?) *\|/gm)) {
    if (status.has(rule)) problems.push(`${rulesFile}: ${rule} is given twice`);
    if (marked !== "built" && marked !== "planned")
      problems.push(`${rulesFile}: ${rule} is "${marked}", neither built nor planned`);
    status.set(rule, marked);
  }
  if (status.size === 0) problems.push(`${rulesFile}: holds no rules`);
  return { status, problems };
}

function testFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The rules cited in the titles of a file's tests. Titles of groups do not count: a group may be empty. */
function citationsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments;
      const { line } = source.getLineAndCharacterOfPosition(title?.pos ?? node.pos);
      for (const [, rule] of titleText(title).matchAll(/\[([A-Z]\d+)\]/g))
        found.push({ rule, at: `${path.relative(root, file)}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `it`, `test`, `it.each(…)`, `it.each<…>(…)`. */
function isTest(callee) {
  if (ts.isIdentifier(callee)) return callee.text === "it" || callee.text === "test";
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee))
    return isTest(callee.expression);
  return ts.isTaggedTemplateExpression(callee) && isTest(callee.tag);
}

function titleText(title) {
  if (!title) return "";
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return "";
  return title.head.text + title.templateSpans.map((span) => span.literal.text).join("");
}
