import { incomingOverlaps } from "../../../src/app/import/incoming-overlaps";
import { unwatched } from "../../../src/app/slices";
import { customer, must, mustFail, openWith } from "../../excel/book";
import { planned } from "./importing";

async function bookOf() {
  return openWith([
    customer(1, { name: "华瑞电子有限公司", phone: "18611223344", owner: "张敏", region: "深圳" }),
    customer(2, { name: "江南纺织", phone: "13812345678", owner: null, region: "苏州" }),
  ]);
}

const list = [
  "客户名称\t电话\t地区",
  "華瑞電子股份有限公司\t010-88886666\t北京",
  "别的公司\t+86 138-1234-5678\t上海",
  "江南纺织\t13812345678\t苏州",
  "全新公司\t13500000000\t广州",
].join("\n");

describe("new rows of a dry run", () => {
  it("[T3] are told where they look like customers that are there, with who holds those and why, the likeliest first", async () => {
    const book = await bookOf();
    const plan = await planned(book, list, { key: "nameRegion" });
    expect([plan.added.map(({ row }) => row), plan.unchanged]).toEqual([[0, 1, 3], [2]]);
    const facts = must(await book.port.describe());
    const found = must(await incomingOverlaps(book.port, facts, plan, unwatched));
    expect(
      found.map(({ row, name, overlap: { customer: known, facts: why } }) => [
        row,
        name,
        known.name,
        known.owner,
        why.map(({ fact }) => fact),
      ]),
    ).toEqual([
      [0, "華瑞電子股份有限公司", "华瑞电子有限公司", "张敏", ["same-name"]],
      [1, "别的公司", "江南纺织", "", ["same-mobile"]],
    ]);
  });

  it("[T3] are not looked up where none is new; the search stops when it is told to", async () => {
    const book = await bookOf();
    const nothingNew = await planned(book, "客户名称\t电话\t地区\n江南纺织\t13812345678\t苏州");
    const facts = must(await book.port.describe());
    book.wire.reset();
    expect(must(await incomingOverlaps(book.port, facts, nothingNew, unwatched))).toEqual([]);
    expect(book.wire.trips).toEqual([]);
    const plan = await planned(book, list, { key: "nameRegion" });
    const stop = new AbortController();
    stop.abort();
    const watcher = { ...unwatched, signal: stop.signal };
    expect(mustFail(await incomingOverlaps(book.port, facts, plan, watcher))).toEqual({
      code: "cancelled",
    });
  });
});
