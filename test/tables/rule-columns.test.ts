import { readFileSync } from "node:fs";
import path from "node:path";
import type { TableSpec } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";

const document = readFileSync(path.resolve(__dirname, "../../docs/rules.md"), "utf8");
const specs: Readonly<Record<string, TableSpec>> = tableSpecs;

/** The rows of a chapter's table, cell by cell. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const chapter = document.split(/^## /mu).find((each) => each.startsWith(heading)) ?? "";
  return chapter
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim()));
}

/** "G1–G4, F6" are five rules. */
function rulesIn(text: string): readonly string[] {
  return text.split(", ").flatMap((part) => {
    const [from = "", to = from] = part.split("–");
    const [first, last] = [Number(from.slice(1)), Number(to.slice(1))];
    return Array.from({ length: last - first + 1 }, (_, at) => `${from.slice(0, 1)}${first + at}`);
  });
}

const listed = rowsUnder("Which columns hold").map(([, , rules = "", columns = ""]) => ({
  rules: rulesIn(rules),
  columns:
    columns === "–"
      ? []
      : columns.split("; ").flatMap((part) => {
          const [table = "", ids = ""] = part.split(": ");
          return ids.split(", ").map((id) => `${table.replaceAll("`", "")}.${id}`);
        }),
}));

/** What every table has, whatever its rule. */
const common = new Set(["id", "customerId", "customerName", "notes", "note"]);

describe("docs/rules.md: which columns hold what the rules ask for", () => {
  it("names only columns there are", () => {
    const known = new Set(
      Object.values(specs).flatMap(({ id, columns }) =>
        columns.map((column) => `${id}.${column.id}`),
      ),
    );
    expect(listed.flatMap(({ columns }) => columns).filter((each) => !known.has(each))).toEqual([]);
  });

  it("names every column of every table: none is there for no rule", () => {
    const named = new Set(listed.flatMap(({ columns }) => columns));
    const others = Object.values(specs).flatMap(({ id, columns }) =>
      columns.flatMap((column) => {
        const name = `${id}.${column.id}`;
        return named.has(name) || common.has(column.id) ? [] : [name];
      }),
    );
    expect(others).toEqual(["settings.title"]);
  });

  it("names every rule, and each whose data a person keeps has a column", () => {
    const rules = [...document.matchAll(/^\| ([A-Z]\d)\s+\| (?:built|planned)/gmu)].map(
      ([, rule = ""]) => rule,
    );
    expect(rules.length).toBeGreaterThan(50);
    const named = new Set(listed.flatMap((row) => row.rules));
    expect(rules.filter((rule) => !named.has(rule))).toEqual([]);
    expect([...named].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
