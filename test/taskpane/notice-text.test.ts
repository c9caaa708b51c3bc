import { lastDeed } from "../../src/app/deeds/history";
import { day } from "../../src/domain/day";
import { noChange } from "../../src/tables/change";
import { initialState, nextState, type Notice } from "../../src/taskpane/state/pane-state";
import { deedTitle } from "../../src/taskpane/words/deed-text";
import { noticeText } from "../../src/taskpane/words/notice-text";
import type { DeedKind } from "../../src/tables/specs/audit";

const asOf = day("2026-03-16");

/** What is said in each language after taking a deed back, or so many of its entries. */
function said(kind: DeedKind, part: number | null): readonly string[] {
  const notice: Notice = {
    kind: "taken-back",
    deed: { id: "A1", kind, about: "江南纺织", who: "", at: null },
    part,
    added: 1,
    updated: 0,
    emptied: [],
    undressed: false,
  };
  return (["zh", "en"] as const).map((language) => noticeText(notice, asOf, language).what);
}

describe("what the pane says after taking back", () => {
  it("[P4] says that the sheet is as it was only where the whole deed is taken back", () => {
    expect(said("follow-up", null)).toEqual([
      "已撤销对 江南纺织 的记录，表格恢复原样。",
      "Taken back: the log for 江南纺织 is gone and the sheet is as it was.",
    ]);
    expect(said("follow-up", 1)).toEqual([
      "已撤销：跟进：江南纺织（其中 1 处）。",
      "Taken back: Follow-up: 江南纺织 (1 of its entries).",
    ]);
  });

  it("[P4] tells a part of a deed from the whole, also where it is brought back", () => {
    expect(said("take-back", 2)).toEqual([
      "已恢复：江南纺织（其中 2 处）。",
      "Brought back: 江南纺织 (2 of its entries).",
    ]);
    expect(said("customer-added", null)).not.toEqual(said("customer-added", 1));
  });

  it("[P4] says what was taken back in the person's language, whatever the workbook's was", () => {
    const titles = (about: string) =>
      (["zh", "en"] as const).map((language) => deedTitle({ kind: "take-back", about }, language));
    expect(titles("Follow-up · Jiangnan · East")).toEqual([
      "撤销：跟进 · Jiangnan · East",
      "Take back: Follow-up · Jiangnan · East",
    ]);
    expect(titles("撤销 · 合并 · 甲 → 乙")).toEqual([
      "撤销：撤销 · 合并 · 甲 → 乙",
      "Take back: Take back · Merge · 甲 → 乙",
    ]);
    expect(titles("字段 · zh → en")).toEqual([
      "撤销：字段 · 列名由中文换成英文",
      "Take back: Field · headers from Chinese to English",
    ]);
    expect(titles("更新基准日")).toEqual(["撤销：更新基准日", "Take back: New as-of day"]);
    // Somebody wrote something else there, or a customer is called like a deed.
    expect(titles("不要动")).toEqual(["撤销：不要动", "Take back: 不要动"]);
    expect(titles("跟进 · 合并")).toEqual(["撤销：跟进 · 合并", "Take back: Follow-up · 合并"]);
    expect(deedTitle({ kind: "field", about: "en → zh" }, "zh")).toBe("字段：列名由英文换成中文");
    const back: Notice = {
      kind: "taken-back",
      deed: { id: "A1", kind: "take-back", about: "跟进 · 江南纺织", who: "", at: null },
      part: null,
      added: 0,
      updated: 1,
      emptied: [],
      undressed: false,
    };
    expect(noticeText(back, asOf, "en").what).toBe("Brought back: Follow-up · 江南纺织.");
  });

  it("[P4] says of a table that was made how it goes, since it is not taken back", () => {
    const deed = { id: "A1", kind: "field", about: "联系人", who: "", at: null } as const;
    const stays = { zh: "不撤销", en: "not taken back" };
    const notice: Notice = { kind: "did", deed, stays };
    expect(noticeText(notice, asOf, "zh").remedy).toBe("不撤销");
    expect(noticeText(notice, asOf, "en").remedy).toBe("not taken back");
    const before = initialState("auto", "zh", "");
    const performed = { deed, count: 1, entries: [], change: noChange, roundTrips: 1 };
    const after = (made: Notice) =>
      lastDeed(nextState(before, { type: "did", performed, notice: made }).history);
    expect(after(notice)).toBeNull();
    expect(after({ kind: "did", deed })?.deed).toBe(deed);
  });

  it("[T3] tells where a customer is back without its colours and comments", () => {
    const notice: Notice = {
      kind: "taken-back",
      deed: { id: "A1", kind: "merge", about: "甲 → 乙", who: "", at: null },
      part: null,
      added: 1,
      updated: 1,
      emptied: [],
      undressed: true,
    };
    expect(noticeText(notice, asOf, "zh").remedy).toContain("颜色和批注没能带回");
    expect(noticeText(notice, asOf, "en").remedy).toContain("could not be brought back");
  });
});
