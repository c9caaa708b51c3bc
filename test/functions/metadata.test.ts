import { execFileSync } from "node:child_process";
import path from "node:path";
import { cellFunctions } from "../../src/taskpane/settings/cell-functions";

interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: string;
      readonly optional?: boolean;
      readonly dimensionality?: string;
    }[];
  }[];
}

// The script is an ES module of Node; webpack calls it in the same way.
const script = path.resolve(__dirname, "../../scripts/functions-metadata.mjs");
const files = JSON.parse(
  execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { functionsMetadata } from ${JSON.stringify(`file://${script}`)};
       console.log(JSON.stringify(await functionsMetadata()));`,
    ],
    { encoding: "utf8" },
  ),
) as Record<string, Metadata>;
const [english, chinese] = [files["functions.json"], files["functions.zh-CN.json"]];
if (!english || !chinese) throw new Error("a language is missing");

/** "GRADE(demand, [expected_close], …)" */
const signatures = ({ functions }: Metadata) =>
  functions.map(
    ({ name, parameters }) =>
      `${name}(${parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ")})`,
  );

describe("functions.json", () => {
  it("has the documented signatures, the same in both languages", () => {
    expect(signatures(english)).toEqual([
      "GRADE(demand, [expected_close], [as_of], [horizons])",
      "NEXTFOLLOWUP(grade, last_followup, [agreed_day], [cadences], [holidays])",
      "OVERDUEDAYS(next_followup, [as_of])",
      "CADENCE(grade, [cadences])",
      "URGENCY(handle_by, [as_of], [bounds])",
    ]);
    expect(signatures(chinese)).toEqual(signatures(english));
  });

  it("takes settings as ranges and everything else as single cells of any type", () => {
    for (const { parameters } of english.functions)
      for (const { name, type, dimensionality } of parameters) {
        expect(type).toBe("any");
        const isRange = ["horizons", "cadences", "holidays", "bounds"].includes(name);
        expect(dimensionality).toBe(isRange ? "matrix" : undefined);
      }
  });

  it("lets error values reach the functions, so that they can name the argument", () => {
    expect([english, chinese].map((metadata) => metadata.allowErrorForDataTypeAny)).toEqual([
      true,
      true,
    ]);
  });

  it("describes every function and parameter in its language, short enough to be shown", () => {
    for (const [metadata, script] of [
      [english, /[a-z]{3}/],
      [chinese, /\p{Script=Han}/u],
    ] as const)
      for (const { description, parameters } of metadata.functions)
        for (const text of [description, ...parameters.map((p) => p.description)]) {
          expect(text).toMatch(script);
          expect(text.length).toBeLessThanOrEqual(255);
        }
  });

  it("says what the pane's help says", () => {
    expect(cellFunctions.map(({ signature }) => signature)).toEqual(
      signatures(english).map((signature) => `CRM.${signature}`),
    );
    for (const [metadata, language] of [
      [english, "en"],
      [chinese, "zh"],
    ] as const)
      expect(cellFunctions.map(({ about }) => about[language])).toEqual(
        metadata.functions.map(({ description }) => description),
      );
  });

  it("says that a year counts as 365 days where the cadence is one number", () => {
    const texts = [english, chinese].map(
      ({ functions }) => functions.find(({ id }) => id === "CADENCE")?.description,
    );
    for (const text of texts) expect(text).toContain("365");
  });
});
