import { readFile } from "node:fs/promises";
import { saveXlsx } from "../../src/host/file/save";
import { Workbook } from "../../src/host/model/workbook";
import { eventually, openStage, Preview, type Stage } from "./browser";

/** "客户,电话\n张三,13812345678\n" in GB18030. */
const gb18030 = Buffer.from("bfcdbba72cb5e7bbb00ad5c5c8fd2c31333831323334353637380a", "hex");
const csvOf = (first: string): string =>
  `客户,电话,编号\n${first},+86 13812345678,007\n李四,=1+1,12345678901234567890\n`;
const csv = csvOf("张三");

describe("opening and saving files in the preview", () => {
  let stage: Stage;
  let preview: Preview;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const open = (name: string, buffer: Buffer): Promise<void> =>
    preview.page
      .locator("[data-file]")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

  const shows = (address: string, text: string): Promise<void> =>
    eventually(
      () => preview.text(address),
      (found) => expect(found).toBe(text),
    );

  /** A dialog names the encoding that was guessed; it is closed. */
  async function isTold(encoding: string): Promise<void> {
    const dialog = preview.page.getByRole("alertdialog");
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain(encoding);
    await preview.page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
  }

  async function refuses(name: string, bytes: Buffer, words: string): Promise<void> {
    const before = await preview.text("A1");
    await open(name, bytes);
    const dialog = preview.page.getByRole("alertdialog");
    await dialog.waitFor();
    const said = (await dialog.locator("p").textContent()) ?? "";
    expect(said).toContain(words);
    expect(said.length).toBeGreaterThan(10);
    await preview.page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await preview.text("A1")).toBe(before);
  }

  // One page for a language: what is opened next takes the place of what was opened before.
  describe("on a page where nothing was changed", () => {
    beforeAll(async () => {
      preview = await Preview.open(stage);
    });
    afterAll(() => preview.close());

    it.each([
      ["空.xlsx", Buffer.alloc(0), "文件是空的"],
      ["坏.xlsx", Buffer.from("PK\u0003\u0004 broken"), "损坏"],
      ["加密.xlsx", Buffer.from("d0cf11e0a1b11ae1", "hex"), ""],
    ])("says in zh why %s is not opened, and keeps what is open", refuses);

    it.each([
      ["UTF-8", "张三", Buffer.from(csvOf("张三")), null],
      ["UTF-8 with a byte order mark", "王五", Buffer.from(`\ufeff${csvOf("王五")}`), null],
      ["UTF-16", "赵六", Buffer.from(`\ufeff${csvOf("赵六")}`, "utf16le"), "UTF-16LE"],
    ])(
      "[P7] opens a CSV in %s: text stays text, digits and formulas stay as they were written",
      async (encoding, first, bytes, told) => {
        await open(`${encoding}.csv`, bytes);
        await shows("A2", first);
        expect(await preview.text("C2")).toBe("007");
        expect(await preview.text("B3")).toBe("=1+1");
        expect(await preview.text("C3")).toBe("12345678901234567890");
        expect(await preview.page.locator(".file-name").textContent()).toBe(`${encoding}.csv`);
        if (told !== null) await isTold(told);
      },
    );

    it("opens a CSV in GB18030 and says that it did", async () => {
      await open("旧.csv", gb18030);
      await isTold("GB18030");
      await shows("A2", "张三");
    });

    it("opens a dropped file", async () => {
      const transfer = await preview.page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "拖入.csv"));
        return data;
      }, csvOf("拖来的"));
      await preview.page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
      expect(await preview.page.locator(".drop-veil").isVisible()).toBe(true);
      await preview.page.dispatchEvent("body", "drop", { dataTransfer: transfer });
      await shows("A2", "拖来的");
    });

    it("holds typed entries against a list: Stop refuses, Warning lets the person insist", async () => {
      const workbook = new Workbook();
      const sheet = workbook.addSheet("Lists");
      const list = { list: { inCellDropDown: true, source: "目标,潜在" } };
      const prompt = { showPrompt: true, title: "需求", message: "从清单中选" };
      for (const [column, style] of [
        [0, "Stop"],
        [1, "Warning"],
      ] as const) {
        sheet.validations.push({
          areas: [{ top: 0, bottom: 9, left: column, right: column }],
          rule: list,
          ignoreBlanks: true,
          prompt,
          errorAlert: { showAlert: true, style, title: "不在清单中", message: "请从清单中选择。" },
        });
      }
      await open("清单.xlsx", Buffer.from(await saveXlsx(workbook)));
      await eventually(
        () => preview.tab("Lists").count(),
        (found) => expect(found).toBe(1),
      );
      const dialog = preview.page.getByRole("alertdialog");
      await preview.type("A1", "别的");
      await dialog.waitFor();
      expect(await dialog.textContent()).toContain("请从清单中选择。");
      await preview.screenshot("validation-zh");
      await dialog.getByRole("button", { name: "重试" }).click();
      await preview.page.keyboard.press("Escape");
      expect(await preview.text("A1")).toBe("");
      expect(await preview.page.locator(".cell-card.prompt").textContent()).toContain("从清单中选");
      await preview.type("B1", "别的");
      await dialog.getByRole("button", { name: "是" }).click();
      await shows("B1", "别的");
      await preview.goTo("A2");
      await preview.page.keyboard.press("Alt+ArrowDown");
      await preview.page.getByRole("menuitemradio", { name: "潜在" }).click();
      await shows("A2", "潜在");
    });
  });

  describe("on an English page", () => {
    beforeAll(async () => {
      preview = await Preview.open(stage, { language: "en" });
    });
    afterAll(() => preview.close());

    it.each([
      ["empty.xlsx", Buffer.alloc(0), "The file is empty"],
      ["report.xlsx", Buffer.from("%PDF-1.7\n"), "looks like a PDF"],
    ])("says in en why %s is not opened, and keeps what is open", refuses);
  });

  describe("with work that was not saved, each on a page of its own", () => {
    beforeEach(async () => {
      preview = await Preview.open(stage);
    });
    afterEach(() => preview.close());

    it("saves as .xlsx under the file's name, and opens what it saved", async () => {
      await preview.type("K2", "我的备注");
      const [download] = await Promise.all([
        preview.page.waitForEvent("download"),
        preview.page.locator("[data-save]").click(),
      ]);
      expect(download.suggestedFilename()).toBe("客户名单.xlsx");
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(0, 2).toString()).toBe("PK");
      await open("再打开.xlsx", bytes);
      await eventually(
        () => preview.page.locator(".file-name").textContent(),
        (found) => expect(found).toBe("再打开.xlsx"),
      );
      await shows("K2", "我的备注");
      expect(await preview.text("E2")).toBe("2026-03-28");
    });

    it("opens and saves a large sheet in workers, while the page goes on drawing and its bar moves", async () => {
      const workbook = new Workbook();
      const { cells } = workbook.addSheet("Large");
      for (let row = 0; row < 30_000; row++)
        for (let column = 0; column < 10; column++) cells.setValue(row, column, row * 100 + column);
      const workers: string[] = [];
      preview.page.on("worker", (worker) => workers.push(worker.url()));
      await preview.page.evaluate(() => {
        const seen = new Set<string>();
        const look = (): void => {
          const bar = document.querySelector("dialog progress");
          if (bar !== null) seen.add(bar.getAttribute("value") ?? "");
          document.documentElement.dataset["shares"] = String(seen.size);
          requestAnimationFrame(look);
        };
        look();
      });
      await open("大表.xlsx", Buffer.from(await saveXlsx(workbook)));
      await shows("C11", "1002");
      // Frames that were drawn while it opened, each with the bar further on.
      const shares = await preview.page.evaluate(() => document.documentElement.dataset["shares"]);
      expect(Number(shares)).toBeGreaterThan(3);
      await preview.type("A2", "改过");
      const [download] = await Promise.all([
        preview.page.waitForEvent("download"),
        preview.page.locator("[data-save]").click(),
      ]);
      expect((await readFile(await download.path())).length).toBeGreaterThan(500_000);
      expect(workers).toEqual([
        expect.stringContaining("file-worker"),
        expect.stringContaining("file-worker"),
      ]);
    });

    it("asks before changes that were not saved are given up", async () => {
      // What the add-in writes counts as well as what a person types.
      await preview.pane.getByRole("button", { name: "建立客户表" }).click();
      await preview.pane.getByRole("button", { name: "开始建立" }).click();
      await preview.pane.getByRole("button", { name: "查看今日跟进" }).waitFor();
      await open("客户.csv", Buffer.from(csv));
      const dialog = preview.page.getByRole("alertdialog");
      await dialog.waitFor();
      await preview.page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      expect(await preview.text("A2")).toBe("江南纺织有限公司");
      await preview.tab("跟进记录").waitFor();
      await open("客户.csv", Buffer.from(csv));
      await dialog.getByRole("button", { name: "放弃" }).click();
      await shows("A2", "张三");
    });
  });
});
