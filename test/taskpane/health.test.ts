import fc from "fast-check";
import type { HealthIssue, HealthKind } from "../../src/app/health/report";
import { day } from "../../src/domain/day";
import { dataIssue, type DataIssueCode } from "../../src/tables/issues";
import type { Proposal } from "../../src/tables/remedies";
import {
  chosenIn,
  chosenIssues,
  defaultChoice,
  fixGroups,
  isChosen,
  toggled,
  withGroup,
} from "../../src/taskpane/health/fix-choice";
import { fixingOn, stopped } from "../../src/taskpane/health/health-work";
import { becomesLine, issueLine, placeLine } from "../../src/taskpane/health/issue-lines";

const style = { dateSystem: 1900, asOf: day("2026-03-02") } as const;

function issue(
  code: DataIssueCode,
  row: number,
  proposal: Proposal | null,
  more: Partial<HealthIssue> = {},
): HealthIssue {
  const place = {
    table: "customers",
    sheet: "客户",
    id: `C${row}`,
    row,
    column: "phone",
    header: "电话",
    found: "x",
  } as const;
  return {
    ...dataIssue(code, place),
    address: `D${row + 2}`,
    customer: "华瑞电子",
    because: null,
    identified: true,
    proposal,
    ...more,
  };
}

const sure: Proposal = { to: "13812345678", kind: "width", sure: true };
const guess: Proposal = { to: "目标", kind: "word", sure: false };

function kind(code: DataIssueCode, proposals: readonly (Proposal | null)[]): HealthKind {
  const issues = proposals.map((proposal, row) => issue(code, row, proposal));
  const count = (isSure: boolean) => issues.filter((each) => each.proposal?.sure === isSure).length;
  return { code, severity: "notes", issues, groups: [], sure: count(true), guessed: count(false) };
}

const kinds = [
  kind("unknown-word", [guess, null, guess]),
  kind("reference-missing", [sure, guess]),
  kind("wide-characters", [sure, sure, sure]),
];
const groups = fixGroups({ kinds, dayColumns: [] });

describe("what is to be fixed", () => {
  it("[P4] what is certain is chosen at first, a guess never", () => {
    expect(groups.map(({ key, issues }) => [key, issues.length])).toEqual([
      ["reference-missing sure", 1],
      ["wide-characters sure", 3],
      ["unknown-word guess", 2],
      ["reference-missing guess", 1],
    ]);
    const chosen = chosenIssues(defaultChoice(groups), groups);
    expect(chosen).toHaveLength(4);
    expect(chosen.every(({ proposal }) => proposal?.sure)).toBe(true);
  });

  it("[P4] whole kinds and single cells can be chosen in any order, and the counts are right", () => {
    const anyStep = fc.oneof(
      fc.record({ group: fc.constantFrom(...groups), isIn: fc.boolean() }),
      fc.record({ issue: fc.constantFrom(...kinds.flatMap(({ issues }) => issues)) }),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        let choice = defaultChoice(groups);
        for (const step of steps) {
          if ("group" in step) {
            choice = withGroup(choice, step.group, step.isIn);
            expect(chosenIn(choice, step.group)).toBe(step.isIn ? step.group.issues.length : 0);
          } else {
            const before = isChosen(choice, step.issue);
            choice = toggled(choice, step.issue);
            expect(isChosen(choice, step.issue)).toBe(step.issue.proposal !== null && !before);
          }
        }
        const chosen = chosenIssues(choice, groups);
        const counted = groups.reduce((sum, group) => sum + chosenIn(choice, group), 0);
        expect(counted).toBe(chosen.length);
        expect(chosen.every((each) => isChosen(choice, each))).toBe(true);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});

describe("how an issue reads", () => {
  it("[R1] says what, why and where in both languages", () => {
    const wrong = issue("not-a-phone", 3, null, {
      found: "12812345678",
      because: "phone:not-a-mobile",
    });
    expect(issueLine(wrong, style, "zh")).toBe("“12812345678”不是电话号码；没有这样的手机号段");
    expect(issueLine(wrong, style, "en")).toMatch(
      /is not a phone number.*no mobile number starts/u,
    );
    expect(placeLine(wrong, "zh")).toBe("客户!D5、华瑞电子、电话");
    expect(becomesLine(wrong, 1900, "zh")).toBe(null);
  });

  it("[R1] shows what nobody sees, and days as days", () => {
    const untidy = issue(
      "invisible-characters",
      0,
      { to: "华瑞 电子", kind: "invisible", sure: true },
      { column: "name", found: "　华瑞\u200b 电子\u00a0\n" },
    );
    expect(becomesLine(untidy, 1900, "zh")).toBe("␣华瑞[U+200B] 电子␣↵ → 华瑞 电子");
    const dated = issue(
      "text-day",
      0,
      { to: 45_389, kind: "day", sure: true },
      { column: "expectedClose", found: "2024年4月7日" },
    );
    expect(becomesLine(dated, 1900, "zh")).toBe("2024年4月7日 → 2024-04-07");
    const emptied = issue(
      "stray-spaces",
      0,
      { to: null, kind: "spaces", sure: true },
      { found: " " },
    );
    expect(becomesLine(emptied, 1900, "en")).toBe("␣ → (emptied)");
  });

  it("[R1] says what changes where a number and its text look the same", () => {
    const asText = issue(
      "kept-as-number",
      3,
      { to: "13812345678", kind: "as-text", sure: true },
      { found: 13_812_345_678 },
    );
    expect(becomesLine(asText, 1900, "zh")).toBe("13812345678：数字 → 文本");
    expect(becomesLine(asText, 1900, "en")).toBe("13812345678: number → text");
  });
});

describe("mending that is cancelled", () => {
  it("[R1] stays cancelling while progress is told; the next one begins anew", () => {
    const cancelling = stopped({ name: "fixing", share: 0.4, cancelling: false });
    expect(fixingOn(cancelling, 0.6)).toEqual({ name: "fixing", share: 0.6, cancelling: true });
    expect(fixingOn({ name: "idle" }, 0)).toMatchObject({ cancelling: false });
    expect(stopped({ name: "checking", share: 0.2 })).toEqual({ name: "idle" });
  });
});
