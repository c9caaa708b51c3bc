import { FluentProvider } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import type { ImportChoices, ImportPlan, RejectedRow } from "../../src/tables/import/plan";
import type { CheckedStep } from "../../src/taskpane/import/import-flow";
import { RejectedRows } from "../../src/taskpane/import/rejected-rows";
import { PaneContext } from "../../src/taskpane/state/use-pane";
import { lightTheme } from "../../src/taskpane/theme";
import { factsOf } from "../app/sheets";
import { bench, everyKind, style } from "./samples";

const choices: ImportChoices = {
  mapping: { name: 0, demand: 1, expectedClose: 2 },
  key: "nameRegion",
  unreadable: "reject",
  dayOrder: null,
  days: {},
  unknownCustomers: "reject",
  corrections: new Map(),
};

const rows = [
  ["甲公司", "很想要", "12/05/26"],
  ["乙公司", "目标", "12/05/26"],
];

/** The rejected rows as the pane shows them, and the titles that stand beside cells to be mended. */
async function shown(rejected: readonly RejectedRow[], language: string) {
  const { pane } = bench(everyKind, language);
  await pane.refresh();
  const plan: Pick<ImportPlan, "rejected" | "target"> = {
    rejected,
    target: { table: { id: "customers" }, nameColumn: "name" } as ImportPlan["target"],
  };
  const step = {
    facts: factsOf(style),
    source: { rows, firstRow: 2, target: "customers" },
    choices,
    plan,
    savedAs: null,
  } as unknown as CheckedStep;
  const html = renderToStaticMarkup(
    <PaneContext.Provider value={pane}>
      <FluentProvider theme={lightTheme}>
        <RejectedRows
          step={step}
          reasonText={({ code }) => code}
          onChoices={() => undefined}
          onSave={() => Promise.resolve()}
        />
      </FluentProvider>
    </PaneContext.Provider>,
  );
  const titles = [...html.matchAll(/aria-hidden="true"[^>]*>([^<]+)</gu)].map(([, text]) => text);
  const named = [...html.matchAll(/aria-label="([^"]+)"/gu)].map(([, text]) => text);
  return { titles, named };
}

const word = { code: "unknown-word", column: "demand", found: "很想要", otherRow: null } as const;
const badDay = {
  code: "not-a-day",
  column: "expectedClose",
  found: "12/05/26",
  otherRow: null,
} as const;

describe("rows that an import rejects", () => {
  it.each([
    ["zh-CN", ["需求状况", "预计成交日"], "改正第 2 行的需求状况"],
    ["en-US", ["Demand", "Expected close"], "Correct Demand in row 2"],
  ] as const)(
    "[P7] (%s) of several cells to mend in one row each says which it is",
    async (language, titles, name) => {
      const several = await shown([{ row: 0, reasons: [word, badDay] }], language);
      expect(several.titles).toEqual(titles);
      expect(several.named).toContain(name);
      // Of one cell the reason above it says which.
      expect((await shown([{ row: 1, reasons: [badDay] }], language)).titles).toEqual([]);
    },
  );
});
