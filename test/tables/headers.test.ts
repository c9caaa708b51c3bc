import { findHeaderRow } from "../../src/tables/header-row";
import { normaliseHeader, uniqueHeaders } from "../../src/tables/headers";

describe("headers", () => {
  it.each([
    ["＊客户 名称（必填）", "客户名称"],
    ["Last_Follow-up  Date", "last follow up date"],
    ["expectedClose", "expected close"],
    ["【电话】", "电话"],
    ["Phone #", "phone"],
    ["预计成交日期：", "预计成交日期"],
    ["", ""],
    ["***", ""],
  ])("reduces %j to %j", (header, words) => {
    expect(normaliseHeader(header)).toBe(words);
  });

  it("gives blank and doubled headers a name of their own and leaves the others as they are", () => {
    const headers = uniqueHeaders(
      ["电话", "", "电话", " 电话 ", "电话2", "Name", "name"],
      (n) => `列${n}`,
    );
    expect(headers).toEqual(["电话", "列2", "电话3", "电话4", "电话2", "Name", "name2"]);
  });

  it("finds headers below a title and a blank row", () => {
    const rows = [
      ["2026年客户一览表", null, null],
      [null, null, null],
      ["客户名称", "电话", "负责人"],
      ["启明精密", "13800000000", "陈晓雯"],
    ];
    expect(findHeaderRow(rows)).toBe(2);
  });

  it("finds headers of unknown names above numbers", () => {
    const rows = [
      ["x", "y", "z"],
      ["a", 1, 2],
      ["b", 3, 4],
    ];
    expect(findHeaderRow(rows)).toBe(0);
  });

  it("finds no headers in rows of data", () => {
    const rows = [
      ["启明精密", 13800000000, 45000],
      ["海川物流", 13800000001, 45001],
    ];
    expect(findHeaderRow(rows)).toBeNull();
  });
});
