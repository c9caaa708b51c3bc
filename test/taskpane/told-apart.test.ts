import fc from "fast-check";
import { toldApart } from "../../src/taskpane/words/told-apart";

const note = (middle: string): string => `${"开头".repeat(200)}${middle}${"结尾".repeat(200)}`;

describe("texts of one cell side by side", () => {
  it("are left alone where they are short", () => {
    expect(toldApart(["目标", "潜在"], 100)).toEqual(["目标", "潜在"]);
    expect(toldApart([], 100)).toEqual([]);
  });

  it("show what differs in the middle of a long text", () => {
    const [before, after] = toldApart([note("三月"), note("四月")], 100);
    expect(before).toContain("三月");
    expect(after).toContain("四月");
    expect(before).toMatch(/^开头.*…/u);
    expect(before).toMatch(/….*结尾$/u);
  });

  it("show what was added behind a long text, and what was removed", () => {
    const long = "w".repeat(500);
    const [before, after] = toldApart([long, `${long} 报价已发`], 100);
    expect(before).not.toContain("报价已发");
    expect(after).toContain("报价已发");
  });

  it("show where each of three differs from the one most like it", () => {
    const three = toldApart([note("一"), note("二"), `${note("一")}三`], 100);
    expect(new Set(three).size).toBe(3);
    const [read, theirs, mine] = toldApart([note("一"), note("二"), "短"], 100);
    expect([read?.includes("一"), theirs?.includes("二"), mine]).toEqual([true, true, "短"]);
  });

  it("cut a text that is all there is, and do not turn the words behind it", () => {
    const [blank, long] = toldApart(["（空）", `\u{202e}${"长".repeat(400)}`], 100);
    expect(blank).toBe("（空）");
    expect(long).not.toContain("\u{202e}");
    expect(Array.from(long ?? "").length).toBeLessThanOrEqual(100);
  });

  it("are never longer than wanted, and differ where their seen contents do", () => {
    const part = fc.string({ unit: fc.constantFrom("a", "长", "😀"), maxLength: 300 });
    fc.assert(
      fc.property(part, part, part, part, (head, one, two, tail) => {
        const texts = [`${head}${one}${tail}`, `${head}${two}${tail}`];
        const told = toldApart(texts, 60);
        for (const text of told) expect(Array.from(text).length).toBeLessThanOrEqual(60);
        // What is cut out of the differing parts themselves may be all that tells them apart.
        if (texts[0] !== texts[1] && [one, two].every((each) => Array.from(each).length < 10))
          expect(told[0]).not.toBe(told[1]);
      }),
    );
  });
});
