import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ExcelHost } from "../../src/host/excel-host";
import { isCellError } from "../../src/host/model/cell";
import { Workbook } from "../../src/host/model/workbook";
import { commonFunctions } from "../../src/preview/grid/common-functions";
import { fillIn, sayIn, stepName } from "../../src/preview/words";

const edits = path.resolve(__dirname, "../../src/host/edit");

/** The labels under which the host remembers what a person did, as they stand in its source. */
function labels(): string[] {
  const source = readdirSync(edits)
    .map((file) => readFileSync(path.join(edits, file), "utf8"))
    .join("\n");
  const acts = source.matchAll(/(?:\bact|\.step|#on\w+)\(\s*"([a-z ]+)"/g);
  return [...new Set([...acts].map((match) => match[1] ?? ""))];
}

describe("the preview's words", () => {
  it("name every act of a person that can be undone, in both languages", () => {
    expect(labels().length).toBeGreaterThan(15);
    for (const say of [sayIn("zh"), sayIn("en")]) {
      const unnamed = labels().filter((label) => stepName(say, label) === stepName(say, "?"));
      expect(unnamed).toEqual([]);
    }
  });

  it("keep a name that runs from right to left apart from the words around it", () => {
    expect(fillIn("Opened {name}.", { name: "a.xlsx" })).toBe("Opened a.xlsx.");
    expect(fillIn("Opened {name}.", { name: "\u202Ea.xlsx" })).toBe(
      "Opened \u2068\u202Ea.xlsx\u2069.",
    );
  });

  it("offer only functions that the host knows", () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet("Sheet1");
    const { editor } = new ExcelHost(workbook);
    const call = (name: string): string => (name === "LET" ? "=LET(x,1,x)" : `=${name}(1,1,1)`);
    commonFunctions.forEach(({ name }, row) => editor.type(sheet.id, row, 0, call(name)));
    const unknown = commonFunctions.filter((_, row) => {
      const value = sheet.cells.value(row, 0);
      return isCellError(value) && value.error === "#NAME?";
    });
    expect(unknown).toEqual([]);
  });
});
