import { withSourceHeader, withTarget } from "../../../src/app/import/source";
import { rowsOf, tableOf } from "../../excel/book";
import { emptyBook, imported, planned, sourceOf } from "./importing";

/** What lists that people keep really look like. */

describe("lists as people keep them", () => {
  it("reads days that put their year first however they are parted, and refuses the others", async () => {
    const book = await emptyBook();
    const text = [
      "客户名称,预计成交日",
      "启明,20260401",
      "海川,2026.4.2",
      "北辰,2026年4月3号",
      "东方,26/4/4",
      "西部,4月5日",
    ].join("\n");
    const plan = await planned(book, text);
    expect(plan.added.map(({ cells }) => cells["expectedClose"])).toEqual([46_113, 46_114, 46_115]);
    expect(plan.rejected.map(({ reasons }) => reasons[0]?.code)).toEqual([
      "not-a-day",
      "not-a-day",
    ]);
  });

  it("[D2] turns amounts under a header that says 万元 into yuan, once: the second import changes nothing", async () => {
    const book = await emptyBook();
    const text = "客户名称,潜在金额（万元）\n启明,12\n海川,1.15\n北辰,3万元";
    const { plan } = await imported(book, text);
    expect(plan.added.map(({ cells }) => cells["potentialAmount"])).toEqual([
      120_000, 11_500, 30_000,
    ]);
    expect((await planned(book, text)).unchanged).toHaveLength(3);
  });

  it("says where no row looks like headers, until a person names the row", async () => {
    const book = await emptyBook();
    const rows =
      "启明电子有限公司,13912345678\n海川物流有限公司,13912345679\n北辰科技公司,13912345670";
    const source = await sourceOf(book, rows);
    expect(source.headerFound).toBe(false);
    expect(withTarget(source, "owners").headerFound).toBe(false);
    expect(withSourceHeader(source, 1).headerFound).toBe(true);
    expect((await sourceOf(book, `客户名称,电话\n${rows}`)).headerFound).toBe(true);
  });

  it("a list without regions comes in once, also after a person has filled the regions in", async () => {
    const book = await emptyBook();
    const text = "客户名称,地区,备注\n启明,,甲\n海川,华南,乙\n北辰,,丙";
    await imported(book, text);
    const { sheet, table } = tableOf(book, "customers");
    const region = table.columns.findIndex(({ name }) => name === "地区");
    for (const [row, word] of [
      [1, "华东"],
      [3, "华北"],
    ] as const)
      sheet.cells.setValue(table.area.top + row, table.area.left + region, word);
    const again = await planned(book, text);
    expect(again).toMatchObject({ added: [], updated: [], rejected: [], unchanged: [0, 1, 2] });
    expect(again.knownInPart.map(({ row }) => row)).toEqual([0, 2]);
    await imported(book, text.replace("甲", "新备注"));
    expect(rowsOf(book, "customers").map(({ 地区, 备注 }) => [地区, 备注])).toEqual([
      ["华东", "新备注"],
      ["华南", "乙"],
      ["华北", "丙"],
    ]);
  });
});
