import fc from "fast-check";
import { channels } from "../../src/domain/channel";
import { dealStatuses } from "../../src/domain/deal-status";
import { demands } from "../../src/domain/demand";
import { nearestWord } from "../../src/domain/nearest-word";

describe("the nearest known word", () => {
  it.each([
    [demands, "目标客户（重点）", "clear"],
    [demands, "有明显需求！", "clear"],
    [demands, "没有明显需求", null],
    [demands, "也许", null],
    [demands, "目标/潜在", null],
    [demands, "laetnt", "latent"],
    [demands, "clera", "clear"],
    [demands, "not clear", null],
    [channels, "打电话", "phone"],
    [channels, "Emial", "email"],
    [dealStatuses, "negotating", "negotiating"],
    [demands, "目標客戶（重點）", "clear"],
    [demands, "沒有明顯需求", null],
    [demands, "", null],
    [demands, "目标客户，上次说今年一定会买，预算也已经批下来了，等合同", null],
  ] as const)("[D4] case %#", (list, text, code) => {
    expect(nearestWord<string>(list, text)).toBe(code);
  });

  it("[D4] a word of the list is nearest to itself", () => {
    for (const list of [demands, channels, dealStatuses])
      fc.assert(
        fc.property(fc.constantFrom(...list), ({ code, title }) => {
          expect(nearestWord<string>(list, title.en)).toBe(code);
        }),
        { seed: 20261122, numRuns: 20 },
      );
  });
});
