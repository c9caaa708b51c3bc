import { orderEvidence } from "../../src/domain/day-order";
import { dayOrderText, type DayOrderFacts } from "../../src/taskpane/words/day-order-text";

const factsOf = (texts: readonly string[], more: Partial<DayOrderFacts> = {}): DayOrderFacts => ({
  name: "Signed",
  evidence: orderEvidence(texts),
  order: null,
  isSaid: false,
  turned: null,
  ...more,
});
const said = { order: "day-first", isSaid: true } as const;

describe("[R1] what is said of the order of a column's days", () => {
  it("nothing tells it, until a person does", () => {
    const open = factsOf(["03/04/2026"]);
    expect(dayOrderText(open, "en")).toContain("nothing in the column tells");
    const answered = dayOrderText({ ...open, ...said }, "zh");
    expect(answered).toBe(`${dayOrderText(open, "zh")}按您选的日/月/年读。`);
  });

  it("days that can only be read one way prove it, also against what a person said", () => {
    const proven = factsOf(["13/04/2026", "03/04/2026"]);
    const line = dayOrderText({ ...proven, order: "day-first" }, "zh");
    expect(line).toContain("13/04/2026");
    expect(line).toContain("没有相反的");
    const against = dayOrderText({ ...proven, order: "month-first", isSaid: true }, "zh");
    expect(against).toBe(`${line}按您选的月/日/年读。`);
  });

  it("days that contradict each other are both shown", () => {
    const torn = dayOrderText(factsOf(["13/04/2026", "04/14/2026"]), "en");
    expect([torn.includes("13/04/2026"), torn.includes("04/14/2026")]).toEqual([true, true]);
  });

  it("real days that look turned around are told with what one of them was meant to be", () => {
    const turned = { count: 3, before: "2026-03-05", after: "2026-05-03" };
    const line = dayOrderText(factsOf(["13/05/2026"], { order: "day-first", turned }), "en");
    expect(line).toContain("2026-03-05 was meant as 2026-05-03");
  });
});
