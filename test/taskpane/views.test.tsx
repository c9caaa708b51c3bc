import { FluentProvider } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { CustomerFacts } from "../../src/taskpane/customer/customer-facts";
import { CustomerView } from "../../src/taskpane/customer/customer-view";
import { LogView } from "../../src/taskpane/log/log-view";
import { ColumnMeaning } from "../../src/taskpane/set-up/column-meaning";
import { SettingsView } from "../../src/taskpane/settings/settings-view";
import { PaneContext } from "../../src/taskpane/state/use-pane";
import { lightTheme } from "../../src/taskpane/theme";
import { TodayView } from "../../src/taskpane/today/today-view";
import { bench, customer, everyKind } from "./samples";

type Bench = ReturnType<typeof bench>;

function markup({ pane }: Bench, view: ReactElement): string {
  return renderToStaticMarkup(
    <PaneContext.Provider value={pane}>
      <FluentProvider theme={lightTheme}>{view}</FluentProvider>
    </PaneContext.Provider>,
  );
}

/** What is read: without tags, in one line. */
function textOf(html: string): string {
  return html
    .replaceAll(/<style.*?<\/style>/gu, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ");
}

async function ready(...args: Parameters<typeof bench>): Promise<Bench> {
  const made = bench(...args);
  await made.pane.refresh();
  return made;
}

function todayIn({ pane }: Bench) {
  const { today } = pane.state();
  if (today.status !== "ready") throw new Error(today.status);
  return today.today;
}

describe("the Today view", () => {
  it("[F7] marks three steps by one, two and three marks, and none before the first", async () => {
    const html = markup(await ready(), <TodayView returnTo={null} />);
    const marks = [...html.matchAll(/>(!+)</gu)].map(([, mark]) => mark);
    expect(marks).toEqual(["!!!", "!!", "!"]);
  });

  it("says why each customer is listed, in the pane's language", async () => {
    const zh = textOf(markup(await ready(), <TodayView returnTo={null} />));
    expect(zh).toContain("A级，每天跟进 ； 逾期 3 天");
    const en = textOf(markup(await ready(everyKind, "en-US"), <TodayView returnTo={null} />));
    expect(en).toContain("Grade A, every day ; 3 days overdue");
  });

  it("has one landmark, one h1, and an h2 per section", async () => {
    const html = markup(await ready(), <TodayView returnTo={null} />);
    expect(html.match(/<main/gu)).toHaveLength(1);
    expect(html.match(/<h1/gu)).toHaveLength(1);
    expect(html.match(/<h2/gu)).toHaveLength(5);
  });

  it("has a single tab stop in the list", async () => {
    const html = markup(await ready(), <TodayView returnTo={null} />);
    const rows = [...html.matchAll(/<button[^>]*data-row-key[^>]*>/gu)].map(([tag]) => tag);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((tag) => tag.includes('tabindex="0"'))).toHaveLength(1);
  });

  it("puts only the rows in sight into the page", async () => {
    const many = Array.from({ length: 5_000 }, (_, number) => customer(number, { last: -9 }));
    const html = markup(await ready(many), <TodayView returnTo={null} />);
    expect(html.match(/<li/gu)?.length).toBeLessThan(30);
    expect(html).toContain('aria-setsize="5000"');
  });

  it("shows text from cells as text", async () => {
    const name = '<img src=x onerror="alert(1)">';
    const html = markup(await ready([customer(1, { name })]), <TodayView returnTo={null} />);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img");
  });

  it("says what to do when the table is empty, and when nobody is due", async () => {
    expect(textOf(markup(await ready([]), <TodayView returnTo={null} />))).toContain(
      "客户表还是空的",
    );
    const later = [customer(1, { demand: "潜在", close: null, last: 0 })];
    const quiet = textOf(markup(await ready(later), <TodayView returnTo={null} />));
    expect(quiet).toContain("今天没有要跟进的客户");
    expect(quiet).toContain("另有 1 位客户以后再跟进");
  });

  it("says what failed and what to do, with a way to try again", async () => {
    const made = bench();
    made.workbook.failure = { code: "protected", sheet: "客户" };
    await made.pane.refresh();
    const text = textOf(markup(made, <TodayView returnTo={null} />));
    expect(text).toContain("工作表“客户”受保护");
    expect(text).toContain("撤消保护");
    expect(text).toContain("再试一次");
  });
});

describe("the follow-up form", () => {
  it("[G7, F1] shows the new grade and next day before saving", async () => {
    const made = await ready();
    const today = todayIn(made);
    const entry = today.customers.get("C0000000001");
    if (entry === undefined) throw new Error("no customer");
    const text = textOf(markup(made, <LogView today={today} customer={entry} />));
    expect(text).toContain("等级 A（不变）");
    expect(text).toContain("下次跟进 11月23日 周一，明天");
  });

  it("brings back what was written before", async () => {
    const made = await ready();
    const today = todayIn(made);
    const entry = today.customers.get("C0000000001");
    if (entry === undefined) throw new Error("no customer");
    made.pane.memory.drafts.set(entry.id, {
      channel: "visit",
      said: "写了一半",
      day: "2026-11-22",
      demand: "clear",
      expectedClose: "2026-12-02",
      agreedDay: "",
      result: "",
      nextStep: "",
    });
    const html = markup(made, <LogView today={today} customer={entry} />);
    expect(html).toContain("写了一半");
    expect(textOf(html)).toContain("已恢复上次未保存的内容");
  });
});

describe("other views", () => {
  it("show a customer's standing at once, before its card is read", async () => {
    const made = await ready();
    const today = todayIn(made);
    const entry = today.customers.get("C0000000003");
    if (entry === undefined) throw new Error("no customer");
    const text = textOf(markup(made, <CustomerView today={today} customer={entry} />));
    expect(text).toContain("逾期一级");
    expect(text).toContain("A级，每天跟进；逾期 3 天");
    expect(text).toContain("正在读取");
  });

  it("a customer's long note is scrolled, by keyboard too, so that what stands below it is reached", async () => {
    const made = await ready();
    const today = todayIn(made);
    const cells = ["w".repeat(30_000), "short"].map((found, index) => ({
      column: `own:${index}`,
      header: `h${index}`,
      kind: "text" as const,
      value: found,
      found,
    }));
    const html = markup(made, <CustomerFacts cells={cells} profile={null} today={today} />);
    const values = [...html.matchAll(/<dd[^>]*>/gu)].map(([tag]) => tag.includes('tabindex="0"'));
    expect(values).toEqual([true, false]);
  });

  it("a column's letter stands behind its header, whatever direction that turns to", async () => {
    const column = {
      index: 0,
      letter: "D",
      header: "我的\u{202e}标题",
      newHeader: null,
      guess: null,
      confidence: 0,
      because: null,
      sample: [],
      showsDays: false,
    };
    const view = (
      <ColumnMeaning
        column={column}
        meaning={null}
        style={{ dateSystem: 1900, asOf: todayIn(await ready()).asOf }}
        onMeaning={() => {}}
      />
    );
    expect(textOf(markup(await ready(), view))).toContain(" 我的标题 D ");
  });

  it("[P6] say that nothing leaves the workbook", async () => {
    const zh = textOf(markup(await ready(), <SettingsView />));
    expect(zh).toContain("客户簿不联网、不上传");
    const en = textOf(markup(await ready(everyKind, "en-US"), <SettingsView />));
    expect(en).toContain("Nothing leaves the workbook");
  });
});
