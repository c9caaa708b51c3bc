import { readFileSync } from "node:fs";
import { openWorkbook } from "../../src/host/file/open";
import { eventually, openStage, Preview, type Stage } from "./browser";

const wide = { width: 2000, height: 1000, now: "2026-03-16T09:00:00" };

const said = {
  zh: {
    setUp: "建立客户表",
    start: "开始建立",
    toToday: "查看今日跟进",
    today: "今日跟进",
    tools: "数据工具",
    share: "共享副本",
    truth: "隐藏不是安全。",
    look: "先看会改动什么",
    will: /会换 48 个单元格：等级、下次跟进/,
    ownAsValues: "我自己的公式也换成结果",
    openCopy: "做好副本并打开",
    opened: "副本已经打开。",
    toNative: "只换公式，自己另存",
    native: /已换成原生公式/,
    back: "返回",
    bar: /现在是共享副本/,
    changes: "变更记录",
    switchBack: /^换回：分享副本/,
    takeBack: /^撤销：修复/,
    isBack: "已撤销",
    dead: "死亡",
    repair: "修复",
    typed: /“等级”列 1 格被手工填写盖住了公式/,
    lost: /“下次跟进”列 1 格没有公式/,
    doRepair: "修复所选的 2 处",
    mended: /已修复 2 处/,
  },
  en: {
    setUp: "Set up",
    start: "Set up now",
    toToday: "Go to Today",
    today: "Today",
    tools: "Data tools",
    share: "Share a copy",
    truth: "Hiding is not security.",
    look: "See what would change",
    will: /48 cells would change: Grade, Next follow-up/,
    ownAsValues: "Turn my own formulas into their results as well",
    openCopy: "Make the copy and open it",
    opened: "The copy is open.",
    toNative: "Only switch, I save it myself",
    native: /The columns are native formulas now/,
    back: "Back",
    bar: /This is a share copy/,
    changes: "Changes",
    switchBack: /^Switch back: Share copy/,
    takeBack: /^Take back: Repair/,
    isBack: "taken back",
    dead: "None",
    repair: "Repair",
    typed: /1 cell of “Grade” typed over the formula/,
    lost: /1 cell of “Next follow-up” without a formula/,
    doRepair: "Repair 2 things",
    mended: /2 things were fixed/,
  },
} as const;

/** Where grade, demand and next follow-up stand after set-up of the sample. */
const [grades, demands, nexts] = ["K", "D", "M"];

/** Sets the open sheet up from the pane and goes to Today. */
async function setUp(preview: Preview, language: "zh" | "en"): Promise<void> {
  const words = said[language];
  const button = (name: string) => preview.pane.getByRole("button", { name, exact: true });
  await button(words.setUp).click();
  await button(words.start).click();
  await button(words.toToday).click();
  await preview.pane.getByRole("heading", { level: 1, name: words.today }).waitFor();
  await preview.pane.locator("[data-row-part=open]").first().waitFor();
  // Excel calculates the last rows while the pane is open already.
  const last = ["K25", "M25"];
  await eventually(
    () => Promise.all(last.map((address) => preview.text(address))),
    (shown) => expect(shown.filter((text) => text === "" || text.startsWith("#"))).toEqual([]),
  );
}

describe("a share copy and repair in a real browser", () => {
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
    "[P2] [P5] (%s, %s) says what it is not, becomes native formulas that show the same and follow a new demand, and goes back",
    async (language, scheme) => {
      preview = await Preview.open(stage, { language, scheme, ...wide });
      const words = said[language];
      const { pane } = preview;
      const button = (name: string, exact = true) => pane.getByRole("button", { name, exact });
      await setUp(preview, language);
      const column = () =>
        Promise.all(Array.from({ length: 24 }, (_, row) => preview.text(`${grades}${row + 2}`)));
      const before = await column();

      await button(words.tools).click();
      await preview.type("AH40", '=CRM.CADENCE("A",crm_cadences)');
      await preview.screenshot(`tools-${language}`);
      await button(words.share).click();
      await pane.getByText(words.truth).waitFor();
      await preview.screenshot(`share-${language}`);
      await button(words.look).click();
      await pane.getByText(words.will).waitFor();
      const own = pane.getByRole("button", { name: /!AH40$/ });
      await own.click();
      await preview.screenshot(`share-planned-${language}`);
      const choice = pane.getByRole("checkbox", { name: words.ownAsValues });
      expect(await choice.isChecked()).toBe(true);
      const downloaded = preview.page.waitForEvent("download", { timeout: 60_000 });
      await button(words.openCopy).click();
      const file = await (await downloaded).path();
      await pane.getByText(words.opened).waitFor();
      await preview.goTo("A2");
      await preview.screenshot(`share-opened-${language}`);
      expect(await column()).toEqual(before);
      const copy = await openWorkbook(new Uint8Array(readFileSync(file)), "copy.xlsx");
      if (!copy.ok) throw new Error(copy.failure.code);
      const formulas = copy.workbook.sheets.flatMap(({ cells }) =>
        [...cells.formulas()].map(({ formula }) => formula.text),
      );
      expect(formulas.filter((text) => text.includes("crm_twin_grade_bands"))).toHaveLength(24);
      expect(formulas.filter((text) => text.includes("CRM."))).toEqual([]);
      const [own40] = copy.workbook.sheets.map(({ cells }) => cells.value(39, 33));
      expect(own40).toBe(1);

      await button(words.look).click();
      await button(words.toNative).click();
      await pane.getByText(words.native).waitFor();
      await preview.screenshot(`share-native-${language}`);
      expect(await column()).toEqual(before);
      // What a colleague without the add-in does in the copy.
      const clear = await preview.text(`${demands}2`);
      await preview.type(`${demands}2`, words.dead);
      await eventually(
        () => preview.text(`${grades}2`),
        (found) => expect(found).toBe("E"),
      );
      await preview.type(`${demands}2`, clear);
      // In Today the pane follows the selection: away from the customers.
      await preview.goTo("Q2");

      await button(words.back).click();
      await button(words.back).click();
      await pane.getByText(words.bar).waitFor();
      await preview.screenshot(`share-bar-${language}`);
      await button(words.tools).click();
      await button(words.changes).click();
      const switchBack = pane.getByRole("button", { name: words.switchBack });
      await switchBack.waitFor();
      await preview.screenshot(`share-changes-${language}`);
      await switchBack.click();
      await pane.getByText(words.isBack, { exact: true }).first().waitFor();
      await preview.screenshot(`share-back-${language}`);
      await eventually(column, (found) => expect(found).toEqual(before));
      await button(words.back).click();
      await button(words.back).click();
      expect(await pane.getByText(words.bar).count()).toBe(0);
      expect(preview.complaints).toEqual([]);
    },
  );

  it.each([
    ["zh", "dark"],
    ["en", "light"],
  ] as const)(
    "[G4] (%s, %s) what was broken by hand is found, chosen and put right",
    async (language, scheme) => {
      preview = await Preview.open(stage, { language, scheme, ...wide });
      const words = said[language];
      const { pane } = preview;
      const button = (name: string) => pane.getByRole("button", { name, exact: true });
      await setUp(preview, language);
      // In Today the pane would follow the selection.
      await button(words.tools).click();
      const [grade, next] = [await preview.text(`${grades}3`), await preview.text(`${nexts}4`)];
      await preview.type(`${grades}3`, "?");
      await preview.goTo(`${nexts}4`);
      await preview.page.keyboard.press("Delete");

      await button(words.repair).click();
      const typed = pane.getByRole("checkbox", { name: words.typed });
      await typed.waitFor();
      expect(await typed.isChecked()).toBe(false);
      expect(await pane.getByRole("checkbox", { name: words.lost }).isChecked()).toBe(true);
      await typed.focus();
      await typed.press(" ");
      await preview.screenshot(`repair-${language}`);
      await button(words.doRepair).click();
      await pane.getByText(words.mended).waitFor();
      await preview.screenshot(`repaired-${language}`);
      await eventually(
        async () => [await preview.text(`${grades}3`), await preview.text(`${nexts}4`)],
        (found) => expect(found).toEqual([grade, next]),
      );
      // What was typed over the formula is not lost: the changes know it.
      await button(words.back).click();
      await button(words.changes).click();
      await pane.getByRole("button", { name: words.takeBack }).click();
      await pane.getByText(words.isBack, { exact: true }).first().waitFor();
      await preview.screenshot(`repair-back-${language}`);
      expect([await preview.text(`${grades}3`), await preview.text(`${nexts}4`)]).toEqual([
        "?",
        "",
      ]);
      expect(preview.complaints).toEqual([]);
    },
  );
});
