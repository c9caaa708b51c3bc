import { FluentProvider } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import { planTakeBack } from "../../src/app/deeds/take-back";
import type { AuditEntry } from "../../src/tables/audit/entries";
import { Refusals } from "../../src/taskpane/history/refusals";
import { PaneContext } from "../../src/taskpane/state/use-pane";
import { lightTheme } from "../../src/taskpane/theme";
import { must } from "../excel/book";
import { asOf, bench } from "./samples";

const id = "C0000000001";

/** A grade's own formula, which a repair has replaced. */
const entry: AuditEntry = {
  id: "A1-1",
  deed: { id: "A1", kind: "repair", about: "", who: "", at: null },
  number: 1,
  what: {
    kind: "cell",
    table: "customers",
    rowId: id,
    column: "grade",
    from: "=[@[我的 评级]]",
    to: "=CRM.GRADE({demand},{expectedClose},crm_as_of,crm_horizons)",
  },
  rowName: "江南纺织",
  header: "等级",
  customerId: id,
  refersTo: null,
};

describe("a repair that is not taken back, since a column its own formula reads is gone", () => {
  it.each([
    ["zh-CN", "公式要读取的列“我的 评级”已不在表中；加回同名的列后就能撤销。"],
    ["en-US", "The formula reads the column “我的 评级”, which is gone"],
  ] as const)("[P4] names the column that was read: %s", async (shown, said) => {
    const { pane } = bench(undefined, shown);
    await pane.refresh();
    const { workbook } = pane.services;
    const nothing = must(await planTakeBack(workbook, []));
    const obstacle = {
      code: "column-gone",
      table: "customers",
      id,
      column: "own:我的 评级",
    } as const;
    const language = shown === "zh-CN" ? "zh" : "en";
    const html = renderToStaticMarkup(
      <PaneContext.Provider value={pane}>
        <FluentProvider theme={lightTheme}>
          <Refusals
            plan={{ ...nothing, refused: [{ entry, obstacles: [obstacle] }] }}
            newer={[]}
            style={{ facts: nothing.facts, asOf, language }}
            chosen={() => "theirs"}
            onTake={() => undefined}
            onLeave={() => undefined}
          />
        </FluentProvider>
      </PaneContext.Provider>,
    );
    const text = html.replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");
    expect(text).toContain(said);
    expect(text).toContain("江南纺织");
  });
});
