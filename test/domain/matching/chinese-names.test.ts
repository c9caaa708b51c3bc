import { pinyin } from "pinyin-pro";
import { likeness, type Likeness } from "../../../src/domain/matching/likeness";
import { defaultLikenessLimits } from "../../../src/domain/matching/limits";
import { subjectOf } from "../../../src/domain/matching/subject";
import { companies, relatives, soundAlikes, strangers } from "./chinese-names";
import { identity } from "./subjects";

const { likely, notable } = defaultLikenessLimits;
const soundOf = (character: string) => pinyin(character, { toneType: "none" });
const subject = (name: string) => subjectOf(identity(name, { name }), soundOf);
const compared = (one: string, other: string): Likeness => likeness(subject(one), subject(other));
const isLikely = (one: string, other: string) => compared(one, other).score >= likely;

describe("names of Chinese companies", () => {
  it("[T3] are some two hundred", () => {
    const all = [companies, relatives, soundAlikes, strangers].flat(2);
    expect(new Set(all).size).toBeGreaterThan(200);
  });

  it.each(companies.map((names) => [names] as const))("[T3] all of these are one: %j", (names) => {
    const missed = names.flatMap((one) =>
      names.filter((other) => other !== one && !isLikely(one, other)).map((other) => [one, other]),
    );
    expect(missed).toEqual([]);
  });

  it("[T3] no two of the others are one", () => {
    const subjects = companies.map((names) => names.map(subject));
    const mixedUp = subjects.flatMap((some, at) =>
      subjects
        .slice(at + 1)
        .flatMap((rest) =>
          some.flatMap((one) =>
            rest
              .filter((other) => likeness(one, other).score >= likely)
              .map((other) => [one.id, other.id]),
          ),
        ),
    );
    expect(mixedUp).toEqual([]);
  });

  it.each(relatives)("[T3] %s and %s bear one name, which is told but not held for one", (a, b) => {
    const { score, facts } = compared(a, b);
    expect(facts.map(({ fact }) => fact)).toEqual(["same-name-elsewhere"]);
    expect(score).toBeGreaterThanOrEqual(notable);
    expect(score).toBeLessThan(likely);
  });

  it.each(soundAlikes)("[T3] %s and %s sound alike", (a, b) => {
    expect(compared(a, b).facts.map(({ fact }) => fact)).toEqual(["same-sound"]);
  });

  it.each(strangers)("[T3] %s and %s have nothing in common", (a, b) => {
    expect(compared(a, b)).toEqual({ score: 0, facts: [] });
  });
});
