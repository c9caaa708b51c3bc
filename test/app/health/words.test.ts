import { repeatedWords, withWord } from "../../../src/app/health/words";
import { planFixes } from "../../../src/app/health/fix";
import type { Row } from "../../../src/tables/change";
import {
  carriedOver,
  chosenIssues,
  defaultChoice,
  fixGroups,
} from "../../../src/taskpane/health/fix-choice";
import { customer, examined, issuesOf, ran } from "./examined";

const many = (count: number, demand: (at: number) => Row["demand"]) =>
  Array.from({ length: count }, (_, at) => customer(`C${at}`, { demand: demand(at) ?? null }));

const sheet = () =>
  examined({
    customers: many(400, (at) =>
      at < 312
        ? at % 2 === 0
          ? "意向一般"
          : " 意向一般"
        : at < 350
          ? "VIP"
          : at === 350
            ? "稀有"
            : "目标",
    ),
  });

describe("an unknown word that repeats", () => {
  it("[R1] is told with how many rows have it and the words it can become; one that stands alone is not", () => {
    const words = repeatedWords(sheet(), 20);
    expect(words.map(({ word, count, said }) => [word, count, said])).toEqual([
      ["意向一般", 312, null],
      ["VIP", 38, null],
    ]);
    expect(words[0]?.choices).toContain("目标");
    expect(repeatedWords(sheet(), 1)).toHaveLength(1);
  });

  it("[R1] [P4] becomes, in all its rows and nowhere else, what a person says once: chosen, previewed, one plan", () => {
    const report = sheet();
    const [word] = repeatedWords(report, 20);
    const said = ran(withWord(report, word!, "目标"));
    expect(repeatedWords(said, 20)[0]).toMatchObject({ word: "意向一般", said: "目标" });
    const before = fixGroups(report);
    const groups = fixGroups(said);
    const choice = carriedOver(defaultChoice(before), before, groups);
    const chosen = chosenIssues(choice, groups).filter(({ code }) => code === "unknown-word");
    expect(chosen).toHaveLength(312);
    const changes = planFixes(chosen).flatMap(({ updated }) => updated);
    expect(new Set(changes.map(({ cells }) => cells["demand"]?.to))).toEqual(new Set(["目标"]));
    expect(new Set(changes.map(({ cells }) => cells["demand"]?.from))).toEqual(
      new Set(["意向一般", " 意向一般"]),
    );
  });

  it("[R1] is as it was when a person takes back what was said, and another word can be said instead", () => {
    const report = sheet();
    const [word] = repeatedWords(report, 20);
    const said = ran(withWord(report, word!, "目标"));
    expect(issuesOf(ran(withWord(said, word!, null)))).toEqual(issuesOf(report));
    const other = word!.choices.find((choice) => choice !== "目标") ?? "";
    const again = ran(withWord(said, word!, other));
    expect(repeatedWords(again, 20)[0]?.said).toBe(other);
  });

  it("[R1] leaves rows alone that no id tells apart", () => {
    const twins = [customer("C1", { demand: "VIP" }), customer("C1", { demand: "VIP" })];
    expect(repeatedWords(examined({ customers: twins }), 20)).toEqual([]);
  });
});
