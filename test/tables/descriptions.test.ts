import { readFileSync } from "node:fs";
import path from "node:path";
import { columnDescription, tableDescriptions } from "../../src/tables/descriptions";
import { tableSpecs } from "../../src/tables/tables";

const specs = Object.values(tableSpecs);

const described = specs.flatMap(({ id, columns }) => [
  { of: id, ...tableDescriptions[id].table },
  ...columns.map((column) => ({ of: `${id}.${column.id}`, ...columnDescription(id, column.id) })),
]);

describe("descriptions", () => {
  it("are there for every table and column of the schema, and for nothing else", () => {
    for (const { id, columns } of specs)
      expect(Object.keys(tableDescriptions[id].columns).sort()).toEqual(
        columns.map((column) => column.id).sort(),
      );
    for (const { of, zh, en } of described) {
      expect([of, zh]).toEqual([of, expect.stringMatching(/\p{Script=Han}.*。$/u)]);
      expect([of, en]).toEqual([of, expect.stringMatching(/^[A-Z\d].*\.$/u)]);
    }
  });

  it("name rules beside their words and never in them, and only rules there are", () => {
    const rules = readFileSync(path.resolve("docs/rules.md"), "utf8");
    for (const { of, zh, en, rules: cited = [] } of described) {
      for (const words of [zh, en]) expect([of, words]).toEqual([of, withoutRules(words)]);
      for (const rule of cited)
        expect([of, rules]).toEqual([of, expect.stringContaining(`| ${rule} `)]);
    }
  });

  it("do not come with the schema, which the pane's first paint reads", () => {
    for (const { columns } of specs)
      for (const column of columns) expect(column).not.toHaveProperty("description");
  });
});

/** Words without marks like T3. */
function withoutRules(words: string): string {
  return words.replaceAll(/[DFGHIKLNPRT]\d+/gu, "");
}
