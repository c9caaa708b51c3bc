import { nextFollowUp } from "../../src/domain/cadence";
import { channels } from "../../src/domain/channel";
import { wordReader, type CodeList } from "../../src/domain/code-list";
import { contractTiers } from "../../src/domain/contract-tier";
import { addDays, addMonths, day, type Day } from "../../src/domain/day";
import { dealStatuses } from "../../src/domain/deal-status";
import { demands } from "../../src/domain/demand";
import { grades, gradeOf, readGrade, type Grade } from "../../src/domain/grade";
import { importances } from "../../src/domain/importance";
import { defaultCadences, defaultHorizons, defaultUrgencyBounds } from "../../src/domain/limits";
import { needKinds } from "../../src/domain/need-kind";
import { partnerKinds } from "../../src/domain/partner-kind";
import { urgencies, urgencyOf } from "../../src/domain/urgency";

/**
 * What the articles S0–S4 say themselves, told anew: their words are understood, and their examples have the answers
 * they give. Where they contradict themselves docs/rules.md chooses a reading, and the tests of that rule hold it.
 */

const asOf = day("2026-03-01");

/** The words as the articles write them, and what each means. */
const words: readonly (readonly [
  rule: string,
  list: CodeList<string>,
  said: readonly (readonly [string, string])[],
])[] = [
  [
    "[D1] S0 deal status",
    dealStatuses,
    [
      ["已成交客户", "won"],
      ["正在谈判客户", "negotiating"],
      ["潜在客户", "prospect"],
    ],
  ],
  [
    "[D2] S0 importance",
    importances,
    [
      ["重要客户", "important"],
      ["非重要客户", "ordinary"],
    ],
  ],
  [
    "[D3] S0 urgency",
    urgencies,
    [
      ["紧急客户", "urgent"],
      ["缓急客户", "soon"],
      ["不紧急客户", "unhurried"],
      ["可慢反应客户", "slow"],
    ],
  ],
  [
    "[D4] S0 demand",
    demands,
    [
      ["目标客户", "clear"],
      ["潜在客户", "latent"],
      ["死亡客户", "none"],
      ["明显需求", "clear"],
    ],
  ],
  [
    "[G8] S0 grade",
    grades,
    [
      ["A级客户", "A"],
      ["B级客户", "B"],
      ["C级客户", "C"],
      ["D级客户", "D"],
      ["E级客户", "E"],
    ],
  ],
  [
    "[R2] S3 needs, wants and motives",
    needKinds,
    [
      ["needs", "need"],
      ["wants", "want"],
      ["motives", "motive"],
    ],
  ],
  [
    "[I1] S2 channels",
    channels,
    [
      ["电话", "phone"],
      ["邮件", "email"],
      ["短信", "sms"],
    ],
  ],
  [
    "[T1] S1 tiers by contract amount",
    contractTiers,
    [
      ["公司级客户", "corporate"],
      ["重点客户", "key"],
      ["大客户", "major"],
      ["一般客户", "regular"],
    ],
  ],
  [
    "[L4] S4 kinds of partner",
    partnerKinds,
    [
      ["代理", "agent"],
      ["特许经营", "franchisee"],
    ],
  ],
];

describe("the words of the articles", () => {
  it.each(words)("%s are understood as they are written there", (_, list, said) => {
    const read = wordReader(list);
    for (const [word, code] of said) expect(read(word)).toEqual({ ok: true, value: code });
  });

  it("[G8] S0 prints a star where A must stand: a star is no grade", () => {
    expect(readGrade("*").ok).toBe(false);
  });
});

const gradeOn = (demand: "clear" | "latent" | "none", expectedClose: Day | null) =>
  gradeOf({ demand, expectedClose, asOf, horizons: defaultHorizons }).grade;

/** Until when a customer of a grade is to be followed up at the latest, if it was today. */
const dueAfter = (grade: Grade) => {
  const next = nextFollowUp({
    grade,
    lastFollowUp: asOf,
    createdDay: null,
    agreedDay: null,
    cadences: defaultCadences,
    calendar: null,
  });
  return next.ok ? next.value : next.error;
};

describe("the examples of the articles", () => {
  it.each([
    ["[G4] clear demand, a deal expected within a month", gradeOn("clear", addDays(asOf, 20)), "A"],
    ["[G4] clear demand, within three months", gradeOn("clear", addMonths(asOf, 2)), "B"],
    ["[G4] clear demand, within half a year", gradeOn("clear", addMonths(asOf, 5)), "C"],
    ["[G4] clear demand, half a year away at least", gradeOn("clear", addMonths(asOf, 7)), "D"],
    ["[G3] latent demand", gradeOn("latent", null), "D"],
    ["[G2] no demand", gradeOn("none", null), "E"],
  ])("%s", (_, grade, expected) => {
    expect(grade).toBe(expected);
  });

  it.each([
    ["[F1] A: every day", "A", addDays(asOf, 1)],
    ["[F1] B: at least once within a week", "B", addDays(asOf, 7)],
    ["[F1] C: every 15 days", "C", addDays(asOf, 15)],
    ["[F1] D: at least once in 30 days", "D", addDays(asOf, 30)],
    ["[F1] E: at least once a year", "E", addMonths(asOf, 12)],
  ] as const)("%s", (_, grade, due) => {
    expect(dueAfter(grade)).toBe(due);
  });

  it.each([
    ["[D3] to be handled within a week", addDays(asOf, 7), "urgent"],
    ["[D3] within a week to a month", addDays(asOf, 20), "soon"],
    ["[D3] beyond a month and within three", addMonths(asOf, 2), "unhurried"],
    ["[D3] after three months", addMonths(asOf, 4), "slow"],
  ] as const)("%s", (_, handleBy, urgency) => {
    expect(urgencyOf(handleBy, asOf, defaultUrgencyBounds)).toBe(urgency);
  });

  it("[G7] graded anew after each follow-up: what moves nearer gets the grade and the rhythm of its new class", () => {
    const before = gradeOn("clear", addMonths(asOf, 5));
    const after = gradeOn("clear", addDays(asOf, 10));
    expect([before, after]).toEqual(["C", "A"]);
    expect(after === null ? null : dueAfter(after)).toBe(addDays(asOf, 1));
  });
});
