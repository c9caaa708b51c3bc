import { yesNo } from "../../src/domain/yes-no";
import { sexes } from "../../src/domain/sex";
import { contactRoles } from "../../src/domain/contact-role";
import { contractKinds } from "../../src/domain/contract-kind";
import { contractStates } from "../../src/domain/contract-state";
import { feedbackKinds } from "../../src/domain/feedback-kind";
import { feedbackStates } from "../../src/domain/feedback-state";
import { visitStates } from "../../src/domain/visit-state";
import { activityKinds } from "../../src/domain/activity-kind";
import { legalBases } from "../../src/domain/legal-basis";
import { needKinds } from "../../src/domain/need-kind";
import { dealStages } from "../../src/domain/deal-stage";
import { partnerKinds } from "../../src/domain/partner-kind";
import { ratings } from "../../src/domain/rating";
import { standings } from "../../src/domain/standing";
import { readChannel, channels } from "../../src/domain/channel";
import { wordReader, type CodeList } from "../../src/domain/code-list";
import { dayKinds, readDayKind } from "../../src/domain/day-kind";
import { dealStatuses, readDealStatus } from "../../src/domain/deal-status";
import { demands, readDemand } from "../../src/domain/demand";
import { grades, readGrade } from "../../src/domain/grade";
import { importances } from "../../src/domain/importance";
import { readSpanUnit, spanUnits } from "../../src/domain/span";
import { readUrgency, urgencies } from "../../src/domain/urgency";

const lists: readonly [string, CodeList<string>][] = [
  ["demand", demands],
  ["deal status", dealStatuses],
  ["channel", channels],
  ["grade", grades],
  ["urgency", urgencies],
  ["importance", importances],
  ["kind of day", dayKinds],
  ["unit", spanUnits],
  ["yes or no", yesNo],
  ["sex", sexes],
  ["role of a contact", contactRoles],
  ["kind of contract", contractKinds],
  ["state of a contract", contractStates],
  ["kind of feedback", feedbackKinds],
  ["state of a feedback", feedbackStates],
  ["state of a visit", visitStates],
  ["kind of activity", activityKinds],
  ["legal basis", legalBases],
  ["kind of need", needKinds],
  ["deal stage", dealStages],
  ["kind of partner", partnerKinds],
  ["rating", ratings],
  ["standing", standings],
];

describe.each(lists)("the words of %s", (_name, list) => {
  it("are read back from every code, title and synonym", () => {
    const read = wordReader(list);
    for (const { code, title, synonyms } of list)
      for (const word of [code, title.zh, title.en, ...synonyms])
        expect(read(word)).toEqual({ ok: true, value: code });
  });

  it("are written so that they are found: synonyms in lower case for letters, without spaces", () => {
    for (const { synonyms } of list)
      for (const synonym of synonyms) expect(synonym).not.toMatch(/\s/);
  });

  it("are understood in any case, width and spacing", () => {
    const read = wordReader(list);
    for (const { code, title } of list) {
      expect(read(` ${title.en.toUpperCase()} `)).toEqual({ ok: true, value: code });
      expect(read(`\u3000${title.zh}`)).toEqual({ ok: true, value: code });
    }
  });

  it("are blank when nothing stands there, and unknown when something else does", () => {
    const read = wordReader(list);
    for (const blank of [null, undefined, "", "  ", 0])
      expect(read(blank)).toEqual({ ok: true, value: null });
    for (const [cell, found] of [
      ["<b>?</b>", "<b>?</b>"],
      [42, "42"],
      ["#N/A", "#N/A"],
    ] as const)
      expect(read(cell)).toEqual({ ok: false, error: { code: "unknown-word", found } });
  });
});

it("[D4] 潜在 as a demand is a need to come; [D1] as a deal status it is a deal not begun", () => {
  expect(readDemand("潜在")).toEqual({ ok: true, value: "latent" });
  expect(readDealStatus("潜在")).toEqual({ ok: true, value: "prospect" });
});

it("[G1] demand is understood in the words of the seed and in English", () => {
  for (const [word, code] of [
    ["目标", "clear"],
    ["目标客户", "clear"],
    ["clear", "clear"],
    ["潜在客户", "latent"],
    ["Latent", "latent"],
    ["死亡", "none"],
    ["没有需求", "none"],
    ["NONE", "none"],
  ])
    expect(readDemand(word)).toEqual({ ok: true, value: code });
});

it("[D1] deal status is understood in the words of the seed and in English", () => {
  expect(readDealStatus("已成交")).toEqual({ ok: true, value: "won" });
  expect(readDealStatus("正在谈判")).toEqual({ ok: true, value: "negotiating" });
  expect(readDealStatus("prospect")).toEqual({ ok: true, value: "prospect" });
  // As sales pipelines call the stages.
  expect(readDealStatus("Engaging")).toEqual({ ok: true, value: "negotiating" });
  expect(readDealStatus("Prospecting")).toEqual({ ok: true, value: "prospect" });
});

it("[I1] a follow-up's channel is one of six", () => {
  expect(channels.map(({ title }) => title.zh)).toEqual([
    "电话",
    "邮件",
    "短信",
    "微信",
    "拜访",
    "其他",
  ]);
  expect(readChannel("企业微信")).toEqual({ ok: true, value: "wechat" });
});

it("[G8] grades are five letters, written with or without 级; a censored * is none of them", () => {
  expect(grades.map(({ code }) => code)).toEqual(["A", "B", "C", "D", "E"]);
  for (const word of ["a", "Ａ", "A级", "A级客户", "grade a"])
    expect(readGrade(word)).toEqual({ ok: true, value: "A" });
  expect(readGrade("*").ok).toBe(false);
  expect(readGrade("F").ok).toBe(false);
});

it("[F3] 调休 alone is not understood: it may mean the day off or the day worked", () => {
  expect(readDayKind("休")).toEqual({ ok: true, value: "off" });
  expect(readDayKind("班")).toEqual({ ok: true, value: "work" });
  expect(readDayKind("调休").ok).toBe(false);
});

it("[D3] urgency is understood in the words of the seed", () => {
  expect(["紧急", "缓急", "不紧急", "可慢反应"].map((word) => readUrgency(word))).toEqual(
    ["urgent", "soon", "unhurried", "slow"].map((value) => ({ ok: true, value })),
  );
});

it("units are understood in Chinese and English, singular and plural", () => {
  for (const [word, code] of [
    ["天", "day"],
    ["日", "day"],
    ["days", "day"],
    ["月", "month"],
    ["个月", "month"],
    ["Months", "month"],
    ["年", "year"],
    ["years", "year"],
  ])
    expect(readSpanUnit(word)).toEqual({ ok: true, value: code });
});

it("a word that stands for two codes of one list is a bug of the list", () => {
  const title = (word: string) => ({ zh: word, en: word });
  expect(() =>
    wordReader([
      { code: "a", title: title("x"), synonyms: [] },
      { code: "b", title: title("y"), synonyms: ["X"] },
    ]),
  ).toThrow('"X" stands for a and b');
});
