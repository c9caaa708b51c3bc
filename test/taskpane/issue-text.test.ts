import { day } from "../../src/domain/day";
import { dataIssue } from "../../src/tables/issues";
import { issueText } from "../../src/taskpane/words/issue-text";

const style = { dateSystem: 1900 as const, asOf: day("2026-03-02") };

function text(found: string, language: "zh" | "en"): string {
  const place = {
    table: "customers",
    sheet: "客户",
    id: "C1",
    row: 0,
    header: "预计成交日",
  } as const;
  const issue = dataIssue("not-a-day", { ...place, column: "expectedClose", found });
  return issueText(issue, style, language);
}

describe("the words for a cell that is no day", () => {
  it("say of a day in front of Excel's first that it is too early, and where it can stand", () => {
    expect(text("1886-05-01", "zh")).toBe(
      "“1886-05-01”太早，Excel 不能当日期计算；可以写在文字列里",
    );
    expect(text("1886-05-01", "en")).toContain("is too early for Excel to count with");
    expect(text("1886-02-30", "zh")).toBe("“1886-02-30”不是日期");
    expect(text("someday", "en")).toBe("“someday” is not a date");
  });
});
