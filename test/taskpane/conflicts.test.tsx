import { FluentProvider } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import { chosenAmong, type SideOf } from "../../src/app/conflicts/resolve";
import type { Conflict } from "../../src/app/workbook/rows";
import { Conflicts } from "../../src/taskpane/parts/conflicts";
import { PaneContext } from "../../src/taskpane/state/use-pane";
import { lightTheme } from "../../src/taskpane/theme";
import { factsOf } from "../app/sheets";
import { bench, everyKind, style } from "./samples";

function conflict(number: number, more: Partial<Conflict> = {}): Conflict {
  const id = `C${String(number).padStart(10, "0")}`;
  return { table: "customers", id, column: "phone", expected: "1", found: "2", ...more };
}

async function markup(
  conflicts: readonly Conflict[],
  language = "zh-CN",
  gone = 0,
  labels?: { readonly read: string; readonly theirs: string; readonly mine: string },
  chosen?: SideOf,
) {
  const { pane } = bench(everyKind, language);
  await pane.refresh();
  const html = renderToStaticMarkup(
    <PaneContext.Provider value={pane}>
      <FluentProvider theme={lightTheme}>
        <Conflicts
          conflicts={conflicts}
          facts={factsOf(style)}
          gone={gone}
          {...(labels === undefined ? {} : { labels })}
          {...(chosen === undefined ? {} : { chosen })}
          mineOf={() => "3"}
          onResolve={() => undefined}
        />
      </FluentProvider>
    </PaneContext.Provider>,
  );
  const text = html
    .replaceAll(/<style.*?<\/style>/gu, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ");
  return { html, text };
}

describe("choosing among cells that somebody changed meanwhile", () => {
  it("shows customer, column, what was read, what stands there and mine, in both languages", async () => {
    const zh = await markup([conflict(1)]);
    expect(zh.text).toContain("逾期三级 · 电话");
    expect(zh.text).toContain("当时看到：1 2 表中现值 3 您的");
    const en = await markup([conflict(1)], "en-US");
    expect(en.text).toContain("When you looked: 1 2 In the sheet now 3 Yours");
  });

  it("what stands in the sheet is chosen at first, in a named group of two", async () => {
    const { html, text } = await markup([conflict(1)]);
    const radios = html.match(/<input[^>]*type="radio"[^>]*>/gu) ?? [];
    expect(radios.map((radio) => radio.includes("checked"))).toEqual([true, false]);
    expect(html.match(/<fieldset/gu)).toHaveLength(1);
    expect(html).toContain('role="alert"');
    expect(text).toContain("继续，1 处保留现值");
    expect(text).not.toContain("全部用您的");
  });

  it("of long texts shows where they differ", async () => {
    const note = (said: string) => `${"报".repeat(300)}${said}${"价".repeat(300)}`;
    const { text } = await markup([
      conflict(1, { column: "notes", expected: note("一"), found: note("二") }),
    ]);
    expect(text).toMatch(/…报+一价+….*…报+二价+…/u);
  });

  it("offers nothing to choose where a formula stands", async () => {
    const { html, text } = await markup([conflict(1, { found: "=B1", formula: true })]);
    expect(html).not.toContain('type="radio"');
    expect(text).toContain("这里现在是公式，保留不动。");
    expect(text).not.toContain("=B1（文本）");
  });

  it("keeps what was chosen when it asks again, but not of a cell that was changed once more", async () => {
    const asked = [1, 2, 3].map((number) => conflict(number));
    const chosen = chosenAmong(asked, () => "mine");
    const again = [
      conflict(1),
      conflict(2, { found: "=B1", formula: true }),
      conflict(3, { found: "4" }),
      conflict(4),
    ];
    const { html, text } = await markup(again, "zh-CN", 0, undefined, chosen);
    const radios = html.match(/<input[^>]*type="radio"[^>]*>/gu) ?? [];
    const [yes, no] = [true, false];
    expect(radios.map((radio) => radio.includes("checked"))).toEqual([no, yes, yes, no, yes, no]);
    expect(text).toContain("继续，用您的 1 处，保留 3 处");
  });

  it("calls a text that begins like a formula a text, and lets it be chosen", async () => {
    const { html, text } = await markup([conflict(1, { found: "=B1" })]);
    expect(html).toContain('type="radio"');
    expect(text).not.toContain("这里现在是公式");
    expect(text).toContain("=B1（文本）");
  });

  it("of many shows some, and decides all by one click", async () => {
    const many = Array.from({ length: 500 }, (_, number) => conflict(number));
    const { html, text } = await markup(many);
    expect(html.match(/<fieldset/gu)).toHaveLength(30);
    expect(text).toContain("再显示一些（还有 470 处）");
    expect(text).toContain("全部保留现值 全部用您的");
    expect(text).toContain("继续，500 处保留现值");
  });

  it("calls the choice for all by the same name as the choice for one", async () => {
    const labels = { read: "合并时写入", theirs: "表中现值", mine: "合并前" };
    const { text } = await markup([conflict(1), conflict(2)], "zh-CN", 0, labels);
    expect(text).toContain("全部保留现值 全部选“合并前”");
    expect(text).not.toContain("您的 ");
  });

  it("tells of rows that are gone, also where nothing else is in dispute", async () => {
    expect((await markup([conflict(1)], "zh-CN", 2)).text).toContain(
      "另有 2 行已从表中删除，不再写入。",
    );
    const { text } = await markup([], "en-US", 1);
    expect(text).toContain("1 row was deleted from the table while you were at work");
    expect(text).toContain("Go on");
  });

  it("[P7] shows text from cells as text", async () => {
    const { html } = await markup([
      conflict(1, { found: "<b>x</b>", expected: "</p><img src=x>" }),
    ]);
    expect(html).not.toContain("<b>");
    expect(html).not.toContain("<img");
  });
});
