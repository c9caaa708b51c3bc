import { readCell, writeCell } from "../../src/tables/cells";
import { fieldSpec } from "../../src/tables/fields";
import { readChoices } from "../../src/tables/new-choices";

describe("the words of a choice field", () => {
  it.each([
    ["直销、代理, 加盟", ["直销", "代理", "加盟"]],
    ["-1、0、1", ["-1", "0", "1"]],
    ["Go\u200bld\n\n Silver ；Bronze", ["Gold", "Silver", "Bronze"]],
  ])("%j are read from lines, commas and 、", (text, words) => {
    expect(readChoices(text)).toEqual({ ok: true, value: words });
  });

  it.each([
    ["只有一个", { code: "too-few-choices" }],
    ["", { code: "too-few-choices" }],
    // P7: what is picked from a list is entered as if it were typed.
    ["=1+1、普通", { code: "choice-as-formula", word: "=1+1" }],
    ["普通、-高", { code: "choice-as-formula", word: "-高" }],
    ["普通、\u200b@x", { code: "choice-as-formula", word: "@x" }],
    ["VIP、普通、ｖｉｐ", { code: "choice-twice", word: "ｖｉｐ" }],
    [
      Array.from({ length: 60 }, (_, at) => `很长的选项${at}`).join("、"),
      { code: "choices-too-long", limit: 255 },
    ],
  ])("%j are refused with the reason", (text, error) => {
    expect(readChoices(text)).toEqual({ ok: false, error });
  });

  it("are understood in cells as any list of ours, and written as they were defined", () => {
    const field = { column: "own:合作方式", kind: "choice" as const, choices: ["直销", "代理"] };
    const column = fieldSpec(field, "合作方式");
    expect(readCell(column, " 直 销 ", 1900)).toEqual({ value: "直销", issue: null });
    expect(readCell(column, "别的", 1900)).toEqual({ value: null, issue: "unknown-word" });
    expect(writeCell(column, "代理", { dateSystem: 1904, language: "en" })).toBe("代理");
  });
});
