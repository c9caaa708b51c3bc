import { eventually, openStage, Preview, type Stage } from "./browser";

const said = {
  zh: {
    tools: "数据工具",
    repair: "修复",
    headers: { grade: "等级", next: "下次跟进", state: "状态", agreed: "约定日期" },
    found: [
      /缺少列：约定日期/,
      /“等级”列 24 个公式没有计算（#NAME\?）/,
      /“下次跟进”列 22 个公式读的列不见了（#REF!）/,
      /“下次跟进”列 2 格没有公式/,
      /“状态”列 3 格被手工填写盖住了公式/,
      /逾期高亮的规则碎了或没有盖住整张表/,
    ],
    typed: /手工填写/,
    doRepair: "修复所选的 6 处",
    mended: /已修复 6 处/,
    nothing: "没有发现要修复的地方。",
  },
  en: {
    tools: "Data tools",
    repair: "Repair",
    headers: { grade: "Grade", next: "Next follow-up", state: "State", agreed: "Agreed day" },
    found: [
      /lacks: Agreed day/,
      /24 cells of “Grade” not calculated \(#NAME\?\)/,
      /22 cells of “Next follow-up” reading a column that is gone \(#REF!\)/,
      /2 cells of “Next follow-up” without a formula/,
      /3 cells of “State” typed over the formula/,
      /overdue highlight are in pieces or do not cover the table/,
    ],
    typed: /typed over/,
    doRepair: "Repair 6 things",
    mended: /6 things were fixed/,
    nothing: "There is nothing to repair.",
  },
} as const;

type Headers = Readonly<Record<keyof (typeof said)["zh"]["headers"], string>>;

/** What people and a program without the add-in do to a workbook; runs in the pane's page. */
async function breakWorkbook(_: Element, headers: Headers): Promise<void> {
  await Excel.run(async (context) => {
    const customers = context.workbook.tables.getItem("CrmCustomers");
    const body = (header: string) => customers.columns.getItem(header).getDataBodyRange();
    const grades = body(headers.grade).load("formulas");
    // Pasting leaves a rule in pieces.
    customers.getDataBodyRange().getRow(2).conditionalFormats.clearAll();
    const formats = customers.worksheet.getRange().conditionalFormats.load("items/id");
    await context.sync();
    grades.formulas = grades.formulas.map(([formula]) => [
      String(formula).replace("CRM.GRADE(", "_xldudf_CRM_GRADE("),
    ]);
    const some = (header: string, row: number, count: number) =>
      body(header)
        .getCell(row, 0)
        .getResizedRange(count - 1, 0);
    some(headers.state, 4, 3).values = [["?"], ["?"], ["?"]];
    some(headers.next, 1, 2).clear(Excel.ClearApplyTo.contents);
    customers.columns.getItem(headers.agreed).delete();
    formats.items[0]?.delete();
    await context.sync();
  });
}

/** What the calculated columns show; runs in the pane's page. */
async function shownIn(_: Element, { grade, next, state }: Headers): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    const bodies = [grade, next, state].map((header) =>
      columns.getItem(header).getDataBodyRange().load("text"),
    );
    await context.sync();
    return bodies.map(({ text }) => text.flat());
  });
}

/** Moves the pane's edge. */
async function widen(preview: Preview, width: number): Promise<void> {
  const handle = preview.page.locator(".pane-handle");
  await handle.focus();
  const now = Number(await handle.getAttribute("aria-valuenow"));
  for (let step = 0; step < Math.abs(width - now) / 10; step += 1)
    await preview.page.keyboard.press(width > now ? "ArrowLeft" : "ArrowRight");
  expect(
    await preview.pane.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth),
  ).toBe(0);
}

describe("repair in a real browser", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it.each([
    ["zh", "light", "dark"],
    ["en", "dark", "light"],
  ] as const)(
    "[G4] [F1] (%s) finds #NAME?, a lost column with the formulas that read it, lost formulas and a broken highlight, and puts all right at once",
    async (language, scheme, other) => {
      const preview = await Preview.open(stage, { language, scheme, width: 1600, height: 1000 });
      const words = said[language];
      const { pane } = preview;
      await preview.setUp();
      const page = pane.locator("html");
      const shown = () => page.evaluate(shownIn, words.headers);
      await eventually(shown, (cells) => expect(cells.flat()).not.toContain("#BUSY!"));
      const before = await shown();
      await page.evaluate(breakWorkbook, words.headers);

      await preview.button(words.tools).click();
      await preview.button(words.repair).click();
      for (const found of words.found) await pane.getByRole("checkbox", { name: found }).waitFor();
      for (const [width, look] of [
        [320, scheme],
        [450, other],
      ] as const) {
        await preview.page.emulateMedia({ colorScheme: look });
        await widen(preview, width);
        await preview.screenshot(`repair-found-${language}-${width}-${look}`);
      }
      const typed = pane.getByRole("checkbox", { name: words.typed });
      expect(await typed.isChecked()).toBe(false);
      await typed.check();
      await preview.button(words.doRepair).click();
      await pane.getByText(words.mended).waitFor();
      await pane.getByText(words.nothing).waitFor();
      await preview.screenshot(`repair-done-${language}`);
      await eventually(shown, (cells) => expect(cells).toEqual(before));
      expect(preview.complaints).toEqual([]);
      await preview.close();
    },
  );
});
