import { saveXlsx } from "../../src/host/file/save";
import { Workbook } from "../../src/host/model/workbook";
import { day } from "../../src/domain/day";
import { dayCell } from "../../src/tables/cells";
import type { Cell } from "../../src/tables/change";
import { fillSheet } from "../excel/book";
import { eventually, openStage, Preview, type Stage } from "./browser";

const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    tools: "数据工具",
    title: "数据体检",
    check: "开始体检",
    textDays: "写成文字的日期",
    phones: "不对的电话",
    words: "列表之外的词",
    fixInBulk: /^批量修复（/,
    fixTitle: "批量修复",
    fix: /^修复 \d+ 处$/,
    oneByOne: "逐个查看和选择",
    undo: "撤销",
    back: "返回",
    profile: "完整度",
    unconfirmed: "待核实",
    checkAgain: "重新体检",
    confirm: "确认无误：",
    noneLeft: /都在 180 天之内核实过/,
    wrongWord: "目标客户（重点）",
    rightWord: "目标",
    headers: ["客户名称", "电话", "建档日", "预计成交日", "约定日期"],
    noDemand: "缺少需求状况",
    unreadable: "读不懂的日期",
    allRows: "整列都是，共 300 行",
    goTo: "转到这一列",
    known: "写成月/日/年：150 个只能这样读，例如“10/13/2025”",
    open: "“预计成交日”有 300 个日期两种读法都通，例如“1/2/2027”",
    dayFirst: "日/月/年",
    become: "1/2/2027 → 2027-02-01",
    swapped: "可能月日颠倒的日期",
    wasSwapped: "例如 2026-10-01 本来是 2026-01-10",
    mendAll: "读反了，一起改正",
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    today: "Today",
    tools: "Data tools",
    title: "Health check",
    check: "Check now",
    textDays: "Dates written as text",
    phones: "Wrong phone numbers",
    words: "Words not in the list",
    fixInBulk: /^Fix in bulk \(/,
    fixTitle: "Fix in bulk",
    fix: /^Fix \d+ cells?$/,
    oneByOne: "See and choose one by one",
    undo: "Take back",
    back: "Back",
    profile: "Completeness",
    unconfirmed: "To confirm",
    checkAgain: "Check again",
    confirm: "Confirmed today: ",
    noneLeft: /confirmed within 180 days/,
    wrongWord: "Clear (important)",
    rightWord: "Clear",
    headers: ["Customer", "Phone", "Created", "Expected close", "Agreed day"],
    noDemand: "Demand missing",
    unreadable: "Dates that cannot be read",
    allRows: "in all of the column’s 300 rows",
    goTo: "Go to the column",
    known: "are month/day/year: 150 can only be read so, such as “10/13/2025”",
    open: "300 dates in “Expected close” can be read both ways, such as “1/2/2027”",
    dayFirst: "day/month/year",
    become: "1/2/2027 → 2027-02-01",
    swapped: "Dates with day and month perhaps swapped",
    wasSwapped: "2026-10-01 was meant as 2026-01-10",
    mendAll: "Yes, mend them all",
  },
} as const;

describe("the health check in a real browser", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  afterEach(() => preview.close());

  it.each([
    ["zh", "light"],
    ["en", "dark"],
  ] as const)(
    "[R1] [I3] [P4] (%s, %s) a messy sheet is checked; a click goes to the cell; fixed in bulk after a preview; undone",
    async (language, scheme) => {
      preview = await Preview.open(stage, {
        language,
        scheme,
        width: 2000,
        height: 1000,
        now: "2026-10-16T09:00:00",
      });
      const words = said[language];
      const { pane, page } = preview;
      const button = (name: string | RegExp, exact = true) =>
        pane.getByRole("button", typeof name === "string" ? { name, exact } : { name });
      // A day pasted as text, a phone with digits missing, a word nobody knows, a number with full-width digits.
      await preview.type("E2", "'2026年12月1日");
      await preview.type("C3", "12900112233");
      await preview.type("D4", words.wrongWord);
      await preview.type("C5", "'１３７５５６６７７８８");
      await preview.type("A6", "'　绿源\u200b 食品 ");

      await preview.screenshot(`health-messy-${language}-${scheme}`);
      await button(words.setUp).click();
      await button(words.start).click();
      await button(words.toToday).click();
      await pane.getByRole("heading", { level: 1, name: words.today }).waitFor();

      await button(words.tools).click();
      await button(words.title, false).click();
      await preview.screenshot(`health-start-${language}-${scheme}`);
      await button(words.check).click();
      await button(words.phones, false).waitFor();
      await preview.screenshot(`health-overview-${language}-${scheme}`);

      // The keyboard alone goes to the cell.
      await button(words.phones, false).focus();
      await page.keyboard.press("Enter");
      const cell = pane.locator("[data-row-part=open]", { hasText: "12900112233" });
      await preview.screenshot(`health-cells-${language}-${scheme}`);
      await cell.focus();
      await page.keyboard.press("Enter");
      await eventually(
        () => page.locator(".name-box").inputValue(),
        (found) => expect(found).toBe("C3"),
      );
      await pane.getByRole("heading", { level: 1, name: words.phones }).focus();
      await page.keyboard.press("Escape");

      await button(words.fixInBulk).click();
      await pane.getByRole("heading", { level: 1, name: words.fixTitle }).waitFor();
      await preview.screenshot(`health-preview-${language}-${scheme}`);
      const guess = pane.getByRole("checkbox", { name: words.words });
      expect(await guess.isChecked()).toBe(false);
      await guess.check();
      await button(words.fix).click();
      await button(words.undo).waitFor();
      const texts = () =>
        Promise.all(["A6", "C3", "C5", "D4", "E2"].map((address) => preview.text(address)));
      await eventually(texts, (found) =>
        expect(found).toEqual([
          "绿源 食品",
          "12900112233",
          "13755667788",
          words.rightWord,
          // In the number format the column had.
          expect.stringMatching(/2026/u),
        ]),
      );
      await button(words.phones, false).waitFor();
      expect(await button(words.textDays, false).count()).toBe(0);
      await preview.screenshot(`health-fixed-${language}-${scheme}`);

      await button(words.undo).click();
      await eventually(texts, (found) =>
        expect(found).toEqual([
          "　绿源\u200b 食品 ",
          "12900112233",
          "'１３７５５６６７７８８",
          words.wrongWord,
          "2026年12月1日",
        ]),
      );

      // A customer entered long ago.
      await preview.type("O2", "2025-12-01");
      await button(words.checkAgain).click();
      await button(words.phones, false).waitFor();

      await pane.getByRole("tab", { name: words.profile }).click();
      await preview.screenshot(`health-profile-${language}-${scheme}`);
      await pane.getByRole("tab", { name: words.unconfirmed }).click();
      await preview.screenshot(`health-unconfirmed-${language}-${scheme}`);
      await button(words.confirm, false).click();
      await button(words.undo).waitFor();
      await pane.getByText(words.noneLeft).waitFor();
      await eventually(
        () => preview.text("P2"),
        (found) => expect(found).toBe("2026-10-16"),
      );
      await preview.screenshot(`health-confirmed-${language}-${scheme}`);
      expect(preview.complaints).toEqual([]);
    },
  );

  it.each([
    ["zh", "light", 1920],
    ["en", "dark", 1920],
  ] as const)(
    "[R1] (%s, %s) three hundred rows: an empty column is told once; the order of days is known or asked once",
    async (language, scheme, width) => {
      preview = await Preview.open(stage, {
        language,
        scheme,
        width,
        height: 1000,
        now: "2026-10-16T09:00:00",
      });
      const words = said[language];
      const { pane, page } = preview;
      await page.locator("[data-file]").setInputFiles(await threeHundred(words.headers));
      await preview.setUp();
      await preview.button(words.tools).click();
      await pane.getByRole("button", { name: words.title }).click();
      await preview.button(words.check).click();

      const kind = (name: string) => pane.getByRole("button", { name });
      await kind(words.noDemand).waitFor();
      await preview.screenshot(`health-columns-${language}-${scheme}`);
      await kind(words.noDemand).click();
      await pane.getByText(words.allRows).waitFor();
      await preview.screenshot(`health-column-${language}-${scheme}`);
      await kind(words.goTo).click();
      await eventually(
        () => page.locator(".name-box").inputValue(),
        (found) => expect(found).toBe("G2"),
      );
      await preview.button(words.back).click();

      await kind(words.unreadable).click();
      await pane.getByText(words.known).waitFor();
      await pane.getByText(words.open).waitFor();
      await preview.screenshot(`health-order-${language}-${scheme}`);
      await pane.getByRole("radio", { name: words.dayFirst }).check();
      await preview.button(words.back).click();
      await pane.getByRole("button", { name: words.fixInBulk }).click();
      await pane.getByText(words.become).first().waitFor();
      await preview.screenshot(`health-order-preview-${language}-${scheme}`);
      await pane.getByRole("button", { name: words.fix }).click();
      await preview.button(words.undo).waitFor();
      await preview.goTo("A1");
      await eventually(
        () => Promise.all(["C2", "D2"].map((address) => preview.text(address))),
        (found) => expect(found).toEqual(["2025-10-01", "2027-02-01"]),
      );

      await kind(words.swapped).click();
      await pane.getByText(words.wasSwapped).waitFor();
      await preview.screenshot(`health-swapped-${language}-${scheme}`);
      await pane.getByRole("radio", { name: words.mendAll }).check();
      await preview.button(words.back).click();
      await pane.getByRole("button", { name: words.fixInBulk }).click();
      await pane.getByRole("checkbox", { name: words.swapped, checked: true }).waitFor();
      await preview.screenshot(`health-swapped-preview-${language}-${scheme}`);
      await pane.getByRole("button", { name: words.fix }).click();
      await eventually(
        () => Promise.all(["E11", "E14"].map((address) => preview.text(address))),
        (found) => expect(found).toEqual(["2026-01-10", "2026-04-13"]),
      );
      expect(preview.complaints).toEqual([]);
    },
  );
});

/** dd/mm/2026 as it stands in a sheet once it was opened where the month comes first. */
function turnedAround(dayOfMonth: number, month: number): Cell {
  return dayOfMonth > 12
    ? `${dayOfMonth}/0${month}/2026`
    : dayCell(day(`2026-${String(dayOfMonth).padStart(2, "0")}-0${month}`), 1900);
}

/** A sheet as another program exports it: days with the year last, and nothing about demand. */
async function threeHundred(headers: readonly string[]) {
  const model = new Workbook();
  model.addSheet("Export");
  const rows = Array.from({ length: 300 }, (_, at) => [
    `Keli Trading ${at + 1}`,
    `1381234${String(at).padStart(4, "0")}`,
    `10/${at % 2 === 0 ? 1 + (at % 12) : 12 + (at % 15 === 0 ? 1 : at % 15)}/2025`,
    `1/${2 + (at % 10)}/2027`,
    turnedAround(1 + (at % 28), 1 + (at % 9)),
  ]);
  fillSheet(model, [headers, ...rows]);
  [...headers.keys()].forEach((column) => model.sheets[0]?.columnWidths.set(column, 14));
  const bytes = await saveXlsx(model);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name: "export.xlsx", mimeType, buffer: Buffer.from(bytes) };
}
