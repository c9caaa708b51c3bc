import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame, FrameLocator, Locator, Page } from "playwright-core";
import { saveXlsx } from "../src/host/file/save";
import { growCustomers, must, openBook, setUpBook } from "../test/excel/book";
import { officeJsFromPackage, openWebStage } from "../test/browser/web-stage";
import { xlsxOf } from "../test/tables/import/xlsx";
import type { BenchRow } from "./bench";
import { fillFormulas } from "./filled-formulas";
import { rowsOf } from "./pane-rows";
import { watched, watchInside } from "./pane-watch";

const customers = 100_000;
const few = 10_000;
const patience = 15 * 60_000;

/**
 * The pane at 100,000 customers in a browser: how long a task of its own keeps it from answering, and how long nothing
 * moves that shows the work goes on. It comes from another port, as in Excel on the web, and has a process to itself.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "keepsheet-pane-"));
  const stage = await openWebStage({ "Origin-Agent-Cluster": "?1" });
  try {
    const workbook = path.join(folder, "customers.xlsx");
    await writeFile(workbook, await workbookOf(customers));
    const incoming = path.join(folder, "incoming.csv");
    await writeFile(incoming, csvOf(customers, customers / 2));
    const over = path.join(folder, "over.csv");
    await writeFile(over, csvOf(customers, 0));
    const sheet = path.join(folder, "incoming.xlsx");
    await writeFile(sheet, xlsxOf(incomingRows(customers, few)));

    const context = await stage.browser.newContext({
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      viewport: { width: 1440, height: 900 },
      ignoreHTTPSErrors: true,
    });
    context.setDefaultTimeout(patience);
    await officeJsFromPackage(context);
    await context.addInitScript(watchInside);
    const calculated = path.join(folder, "calculated.xlsx");
    await writeFile(calculated, await calculatedBook(customers));

    const figures: BenchRow[] = [];
    const visit = async (
      walk: (steps: Steps, measure: Measure) => Promise<void>,
    ): Promise<void> => {
      const page = await context.newPage();
      await page.goto(stage.url);
      const steps = new Steps(page);
      await steps.button("建立客户表").waitFor();
      await walk(steps, async (name, work) => {
        const rows = rowsOf(name, await watched(stage.browser, page, steps.frame, work));
        // While somebody types no bar tells how far it is.
        figures.push(...(name === looking ? rows.slice(0, -1) : rows));
      });
      await page.close();
    };
    await visit((steps, measure) => daily(steps, measure, { workbook, incoming, over, sheet }));
    await visit((steps, measure) => sharing(steps, measure, calculated));
    await visit((steps, measure) => settingUp(steps, measure, sheet));
    return figures;
  } finally {
    await stage.close();
    await rm(folder, { recursive: true });
  }
}

const looking = "look for a customer, letter by letter";

type Measure = (name: string, work: () => Promise<void>) => Promise<void>;

interface Files {
  readonly workbook: string;
  readonly incoming: string;
  readonly over: string;
  readonly sheet: string;
}

/** Today, duplicates, the health check and three imports into one workbook. */
async function daily(
  steps: Steps,
  measure: Measure,
  { workbook, incoming, over, sheet }: Files,
): Promise<void> {
  const { pane } = steps;
  await measure("open the workbook, Today", async () => {
    await steps.page.setInputFiles("[data-file]", workbook);
    await steps.button("数据工具").waitFor();
    await pane.locator("[data-row-part=open]").first().waitFor();
  });
  await measure("Today again", async () => {
    await steps.button("刷新").click();
    await pane.locator("button[aria-label=刷新]:disabled").waitFor();
    await pane.locator("button[aria-label=刷新]:enabled").waitFor();
  });

  await measure(looking, async () => {
    const search = pane.getByPlaceholder("查找客户");
    await search.pressSequentially("机电12", { delay: 120 });
    const found = pane.getByText(/^找到 .* 位/u);
    await found.waitFor();
    await search.fill("");
    await found.waitFor({ state: "detached" });
  });

  await steps.tool("查重与合并");
  await measure("find duplicates", async () => {
    await steps.button("查找重复客户").click();
    await pane.getByText(/比对了 .* 位客户/u).waitFor();
  });

  await steps.tool("数据体检");
  await measure("health check", async () => {
    await steps.button("开始体检").click();
    await pane.getByText(/检查了 .* 个单元格/u).waitFor();
  });

  for (const [name, file, rows] of [
    ["100,000 rows from .csv", incoming, customers],
    ["100,000 rows over as many", over, customers],
    ["10,000 rows from .xlsx", sheet, few],
  ] as const) {
    await steps.tool("导入数据");
    await measure(`${name}: read`, async () => {
      await pane.locator("input[type=file]").setInputFiles(file);
      await steps.button("试运行").waitFor();
    });
    await measure(`${name}: dry run`, async () => {
      await steps.button("试运行").click();
      await pane.locator("[data-fate]").first().waitFor();
    });
    const start = steps.button(`导入 ${rows.toLocaleString("zh-CN")} 行`);
    if (rows === customers) {
      await start.click();
      await pane.getByText(/已完成 [5-9]\d%/u).waitFor();
      await measure(`${name}: cancel half way, until the workbook is as it was`, async () => {
        await steps.button("取消").click();
        await pane.getByText(/已取消，工作簿保持原样/u).waitFor();
      });
    }
    await measure(`${name}: apply`, async () => {
      await start.click();
      await pane.getByText(/已导入：/u).waitFor();
    });
    await measure(`${name}: take back`, async () => {
      await steps.button("撤销").click();
      await pane.getByText(/已撤销导入/u).waitFor();
    });
  }
}

/** The calculated columns become native formulas or values, and functions again. */
async function sharing(steps: Steps, measure: Measure, calculated: string): Promise<void> {
  const { pane } = steps;
  await steps.page.setInputFiles("[data-file]", calculated);
  await pane.locator("[data-row-part=open]").first().waitFor();
  for (const to of ["原生公式", "数值"]) {
    await steps.tool("共享副本");
    await pane.getByRole("radio", { name: to }).click();
    await measure(`functions → ${to}: look`, async () => {
      await steps.button("先看会改动什么").click();
      await pane.getByText(/会换 .* 个单元格/u).waitFor();
    });
    await measure(`functions → ${to}: switch`, async () => {
      await steps.button("只换公式，自己另存").click();
      await pane.getByText(`已换成${to}`).waitFor();
    });
    await measure(`${to} → functions: look and switch`, async () => {
      await steps.button("换回加载项函数").click();
      await pane.getByText("已换回加载项函数").waitFor();
    });
  }
}

/** A sheet of a person's own is adopted. */
async function settingUp(steps: Steps, measure: Measure, sheet: string): Promise<void> {
  await steps.page.setInputFiles("[data-file]", sheet);
  const opening = steps.page.getByRole("dialog");
  await opening.waitFor();
  await opening.waitFor({ state: "hidden" });
  await steps.button("建立客户表").click();
  await measure("set up 10,000 rows of one's own: look", async () => {
    await steps.button("开始建立").waitFor();
  });
  await measure("set up 10,000 rows of one's own: set up", async () => {
    await steps.button("开始建立").click();
    await steps.button("查看今日跟进").waitFor();
  });
}

/** What a person does in the pane. */
class Steps {
  readonly pane: FrameLocator;

  constructor(readonly page: Page) {
    this.pane = page.frameLocator("iframe.pane-frame");
  }

  readonly frame = (): Frame => {
    const found = this.page.frames().find((frame) => frame.url().includes("taskpane.html"));
    if (found === undefined) throw new Error("there is no pane");
    return found;
  };

  button(name: string): Locator {
    return this.pane.getByRole("button", { name });
  }

  /** From any view to one of the data tools. */
  async tool(name: string): Promise<void> {
    const tools = this.button("数据工具");
    while (!(await tools.isVisible())) {
      await this.button("返回").click();
      await this.page.waitForTimeout(100);
    }
    await tools.click();
    await this.button(name).click();
    await this.pane.getByRole("heading", { level: 1, name }).waitFor();
  }
}

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
const trades = ["纺织", "机电", "食品", "建材", "物流", "医疗", "软件", "化工", "电子", "包装"];
const regions = ["华东", "华南", "华北", "西南"];
const headers = [
  "客户编号",
  "客户名称",
  "电话",
  "联系人",
  "需求状况",
  "预计成交日",
  "地区",
  "备注",
];
const columns = ["id", "name", "phone", "contact", "demand", "expectedClose", "region", "note"];

/** A customer's cells, in the order of `headers`; the day as a person writes it. */
function customerOf(number: number): readonly string[] {
  const sign = (at: number): string => surnames.charAt(at % surnames.length);
  const name = `${sign(number)}${sign(number >> 5)}${sign(number >> 10)}${trades[number % 10]}${number}有限公司`;
  const day = new Date(Date.UTC(2026, 9, 1) + (number % 400) * 86_400_000);
  return [
    idOf(number),
    name,
    `138${String(number).padStart(8, "0")}`,
    `${sign(number + 3)}${sign(number + 7)}`,
    ["目标", "潜在", "目标", "死亡"][number % 4] ?? "",
    number % 4 === 0 ? day.toISOString().slice(0, 10) : "",
    regions[number % regions.length] ?? "",
    `来自展会，第 ${number % 97} 号展台`,
  ];
}

function idOf(number: number): string {
  return `C${String(number).padStart(10, "0")}`;
}

/** A workbook set up by the add-in, as its file. */
async function workbookOf(count: number): Promise<Uint8Array> {
  const book = await openBook();
  await setUpBook(book);
  const bound = must(await book.port.describe()).tables.customers;
  const found = [...book.model.tables()].find(({ table }) => table.name === "CrmCustomers");
  if (bound === undefined || found === undefined) throw new Error("no customers");
  const { sheet, table } = found;
  const { top, left } = table.area;
  for (let number = 0; number < count; number += 1) {
    const cells = customerOf(number);
    const put = (column: string, value: string | number): void => {
      const index = bound.columns[column]?.index;
      if (index !== undefined) sheet.cells.setValue(top + 1 + number, left + index, value);
    };
    columns.forEach((column, at) => {
      const text = cells[at] ?? "";
      if (text !== "") put(column, column === "expectedClose" ? serialOf(text) : text);
    });
    put("createdDay", 46_000);
    put("lastFollowUp", 46_200 + (number % 150));
  }
  table.area = { ...table.area, bottom: top + count };
  return saveXlsx(book.model);
}

/** A workbook whose calculated columns hold their formulas in every row, as its file. */
async function calculatedBook(count: number): Promise<Uint8Array> {
  const book = await openBook();
  await setUpBook(book);
  await growCustomers(book, count);
  await fillFormulas(count);
  return saveXlsx(book.model);
}

function serialOf(isoDay: string): number {
  return Date.parse(isoDay) / 86_400_000 + 25_569;
}

/** Customers from the number `first` on, every other one by another name. */
function csvOf(count: number, first: number): string {
  const lines = [headers.join(",")];
  for (let at = 0; at < count; at += 1) {
    const [id = "", name = "", ...others] = customerOf(first + at);
    lines.push([id, at % 2 === 0 ? `${name}（新）` : name, ...others].join(","));
  }
  return lines.join("\n");
}

function incomingRows(first: number, count: number): string[][] {
  return [
    headers,
    ...Array.from({ length: count }, (_, at) => {
      const [, ...others] = customerOf(first + 1_000_000 + at);
      return [idOf(first + 1_000_000 + at), ...others];
    }),
  ];
}
