/**
 * functions.json from the comments beside the code: what Excel shows while a formula is typed.
 *
 * English comes from the description and `@param`, Chinese from `@zh` and `@zhParam`. Names are the same in every
 * language; only descriptions are translated.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import ts from "typescript";

const functionsFolder = new URL("../src/functions/", import.meta.url);

/** One file per function, in the order Excel lists them. */
const functionFiles = [
  "grade.ts",
  "next-follow-up.ts",
  "overdue-days.ts",
  "cadence.ts",
  "urgency.ts",
];

/**
 * @returns {Promise<Record<string, object>>} file name → metadata: "functions.json" (en) and "functions.zh-CN.json"
 * @throws Error when a comment is not what Excel understands, or a Chinese text is missing
 */
export async function functionsMetadata() {
  const paths = functionFiles.map((file) => fileURLToPath(new URL(file, functionsFolder)));
  const chinese = new Map();
  for (const path of paths)
    for (const [id, texts] of await chineseTexts(path)) chinese.set(id, texts);

  const generated = await generateCustomFunctionsMetadata(paths);
  if (generated.errors.length > 0) throw new Error(generated.errors.join("\n"));
  const { functions } = JSON.parse(generated.metadataJson);

  return {
    "functions.json": metadata(functions.map((found) => inEnglish(found))),
    "functions.zh-CN.json": metadata(
      functions.map((found) => inChinese(found, chinese.get(found.id))),
    ),
  };
}

function metadata(functions) {
  // Error values in arguments reach the function, which then names the argument; without it Excel says #VALUE! alone.
  return { allowErrorForDataTypeAny: true, functions };
}

function inEnglish(found) {
  return {
    ...found,
    description: firstParagraph(found.description),
    parameters: found.parameters.map((parameter) => ({
      ...parameter,
      name: excelName(parameter.name),
    })),
  };
}

function inChinese(found, texts) {
  const text = (value, what) => {
    if (!value) throw new Error(`${found.id}: ${what} has no Chinese description`);
    return value;
  };
  return {
    ...found,
    description: text(texts?.description, "the function"),
    parameters: found.parameters.map((parameter) => ({
      ...parameter,
      name: excelName(parameter.name),
      description: text(texts?.parameters.get(parameter.name), parameter.name),
    })),
  };
}

/** expectedClose → expected_close: how the documented signatures spell it. */
function excelName(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function firstParagraph(text) {
  return text
    .split(/\n\s*\n/)[0]
    .replace(/\s+/g, " ")
    .trim();
}

/** The texts of `@zh` and `@zhParam` of each custom function of a file, by id. */
async function chineseTexts(path) {
  const source = ts.createSourceFile(
    path,
    await readFile(path, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts = [];
  for (const statement of source.statements) {
    const tags = ts.isFunctionDeclaration(statement) ? ts.getJSDocTags(statement) : [];
    const comments = (name) =>
      tags
        .filter((tag) => tag.tagName.text === name)
        .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/\s+/g, " ").trim());
    const [id] = comments("customfunction");
    if (id === undefined) continue;
    const parameters = new Map(
      comments("zhParam").map((comment) => {
        const end = comment.indexOf(" ");
        return [comment.slice(0, end), comment.slice(end + 1)];
      }),
    );
    texts.push([id, { description: comments("zh")[0], parameters }]);
  }
  return texts;
}
