import fc from "fast-check";
import { groupsOf, likelyPairs, type Pair } from "../../../src/domain/matching/candidates";
import { likeness, sureScore } from "../../../src/domain/matching/likeness";
import { defaultLikenessLimits, lowestLimit } from "../../../src/domain/matching/limits";
import { subjectOf, type Subject } from "../../../src/domain/matching/subject";
import { pinyin } from "pinyin-pro";
import { identities, identity } from "./subjects";

const seed = { seed: 20260101 };
const soundOf = (character: string) => pinyin(character, { toneType: "none" });

/** Runs work that offers places to pause to its end. */
function finished<T>(work: Generator<number, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const pairsOf = (
  subjects: readonly Subject[],
  likely = defaultLikenessLimits.likely,
): readonly Pair[] => finished(likelyPairs(subjects, likely));

function compare(
  a: Parameters<typeof identity>[1],
  b: Parameters<typeof identity>[1],
): ReturnType<typeof likeness> {
  return likeness(subjectOf(identity("1", a), soundOf), subjectOf(identity("2", b), soundOf));
}

/** Companies that have nothing to do with each other, however alike they look. */
const different = [
  "北京华瑞电子有限公司",
  "上海华瑞电子有限公司",
  "华瑞电气有限公司",
  "华盛电子有限公司",
  "华瑞电子商务有限公司",
  "中国银行",
  "中国农业银行",
  "中国农业发展银行",
  "北京银行",
  "上海银行",
  "天和酒店（东店）",
  "天和酒店（西店）",
  "启明精密制造有限公司",
  "启明精密机械制造有限公司",
  "第一建筑工程公司",
  "第二建筑工程公司",
  "江南纺织有限公司",
  "江南织造有限公司",
  "百度（中国）有限公司",
  "百度（上海）有限公司",
  "Acme Corporation",
  "Acme Trading Ltd",
  "Plant 1 Manufacturing",
  "Plant 2 Manufacturing",
  "Cancity",
  "Zencity",
  "Sunnamplex",
  "Hottechi",
  "Konex",
  "Kinnamplus",
];

describe("likeness of two customers", () => {
  it.each([
    [{ name: "华瑞电子有限公司" }, { name: "華瑞電子" }, ["same-name"], 75],
    [{ name: "华瑞电子科技" }, { name: "华锐电子科技有限公司" }, ["same-sound"], 55],
    [{ name: "Betasoloin" }, { name: "Betasolin Ltd" }, ["one-letter-off"], 55],
    [
      { name: "甲", phone: "13912345678" },
      { name: "乙", phone: "+86 139 1234 5678" },
      ["same-mobile"],
      60,
    ],
    [
      { name: "华瑞电子", creditCode: "91350100M000100Y43" },
      { name: "华瑞集团", creditCode: "91350100m000100y43" },
      ["same-credit-code"],
      95,
    ],
    [
      { name: "华瑞电子有限公司", creditCode: "91350100M000100Y43" },
      { name: "华瑞电子有限公司", creditCode: "11320000MB151840XJ" },
      ["same-name", "different-credit-code"],
      5,
    ],
    [{ name: "王芳" }, { name: "王芳" }, ["same-short-name"], 40],
    [
      { name: "王芳", phone: "13912345678" },
      { name: "王芳", phone: "13912345678" },
      ["same-mobile", "same-short-name"],
      100,
    ],
  ] as const)("[T3] is a score with its reasons: %j, %j", (a, b, facts, score) => {
    const found = compare(a, b);
    expect(found.facts.map(({ fact }) => fact)).toEqual(facts);
    expect(found.score).toBe(score);
  });

  it("[T3] does not depend on the order of the two", () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        const [one, other] = [subjectOf(a, soundOf), subjectOf(b, soundOf)];
        expect(likeness(one, other)).toEqual(likeness(other, one));
      }),
      seed,
    );
  });

  it("[T3] a customer is as like itself as anything can be, save an unnamed one without a number", () => {
    const full = subjectOf(
      identity("1", {
        name: "华瑞电子有限公司",
        phone: "13912345678",
        creditCode: "91350100M000100Y43",
      }),
    );
    expect(likeness(full, full).score).toBeGreaterThanOrEqual(sureScore);
    const blank = subjectOf(identity("1", {}));
    expect(likeness(blank, blank)).toEqual({ score: 0, facts: [] });
  });

  it("[T3] finds no pair in a list of companies that are all different", () => {
    const subjects = different.map((name, index) =>
      subjectOf(identity(`${index}`, { name }), soundOf),
    );
    const found = pairsOf(subjects).map(({ a, b }) => [different[Number(a)], different[Number(b)]]);
    expect(found).toEqual([]);
  });
});

describe("finding duplicates", () => {
  it("[T3] finds by keys what comparing all with all finds, from whatever score on", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(identities, { selector: ({ id }) => id, maxLength: 16 }),
        fc.constantFrom(lowestLimit, 30, defaultLikenessLimits.likely, 75, 95, 100),
        (list, likely) => {
          const subjects = list.map((each) => subjectOf(each, soundOf));
          const all: string[] = [];
          subjects.forEach((a, index) =>
            subjects.slice(index + 1).forEach((b) => {
              if (likeness(a, b).score >= likely) all.push([a.id, b.id].sort().join("\n"));
            }),
          );
          const found = pairsOf(subjects, likely).map(({ a, b }) => [a, b].sort().join("\n"));
          expect([...found].sort()).toEqual(all.sort());
        },
      ),
      seed,
    );
  });

  it("[T3] groups each customer once, whatever the order they come in", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(identities, { selector: ({ id }) => id, maxLength: 16 }),
        (list) => {
          const groups = (of: typeof list) =>
            finished(
              groupsOf(
                pairsOf(of.map((each) => subjectOf(each))),
                list.map(({ id }) => id),
              ),
            );
          const found = groups(list);
          const members = found.flatMap((group) => group.members);
          expect(new Set(members).size).toBe(members.length);
          expect(groups([...list].reverse())).toEqual(found);
        },
      ),
      seed,
    );
  });

  it("[T3] takes a number that a crowd has for a switchboard, and compares a crowd of one name with neighbours only", () => {
    const switchboard = Array.from({ length: 2000 }, (_, index) =>
      subjectOf(identity(`${index}`, { name: `客户${index}厂`, phone: "13800000000" })),
    );
    expect(pairsOf(switchboard)).toEqual([]);
    const name = "华瑞电子有限公司";
    const crowd = switchboard.map(({ id }) => subjectOf(identity(id, { name })));
    expect(pairsOf(crowd).length).toBeLessThan(2000 * 13);
  });

  it("[T3] pauses within a crowd of one name, and while its pairs are put in order", () => {
    const name = "华瑞电子有限公司";
    const crowd = Array.from({ length: 2000 }, (_, index) =>
      subjectOf(identity(`${index}`, { name })),
    );
    // By the subjects, by their neighbours, by pairs that are sorted: no part of it at one go.
    const search = likelyPairs(crowd, defaultLikenessLimits.likely);
    const shares: number[] = [];
    for (let step = search.next(); step.done !== true; step = search.next())
      shares.push(step.value);
    expect(shares.filter((share) => share < 0.5).length).toBeGreaterThanOrEqual(9);
    expect(shares.filter((share) => share > 0.5).length).toBeGreaterThanOrEqual(50);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
  });
});
