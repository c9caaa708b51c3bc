import fc from "fast-check";
import { companyName } from "../../../src/domain/matching/company-name";

const seed = { seed: 20260101 };

describe("a company's name", () => {
  it.each([
    "上海华瑞电子有限公司",
    "上海市华瑞电子股份有限公司",
    "華瑞電子（上海）有限公司",
    "华瑞电子(上海)集团",
    "　上海 华瑞 电子　有限责任公司 ",
    "上海華瑞電子（集團）股份有限公司",
  ])("[T3] is the same however it is spelled: %s", (name) => {
    expect(companyName(name)).toEqual({ core: "华瑞电子", regions: ["上海"], hasForm: true });
  });

  it.each([
    ["Acme Trading Co., Ltd.", "acme trading"],
    ["ＡＣＭＥ  Trading Inc", "acme trading"],
    ["acme trading limited", "acme trading"],
    ["AT&T Corp.", "att"],
    ["上海ABC 科技有限公司", "abc科技"],
    ["Cisco", "cisco"],
    ["公司", "公司"],
    ["北京有限公司", "北京"],
    ["天和酒店（东店）", "天和酒店东店"],
    ["", ""],
  ])("[T3] %s is told by “%s”", (name, core) => {
    expect(companyName(name).core).toBe(core);
  });

  it("[T3] is a normal form: taken apart again it stays as it is", () => {
    const parts = fc.constantFrom(
      ...Array.from("上海市北京广东省深圳华瑞電子有限公司集团股份总()（）·, .&'Ａco ltd inc12"),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: parts, maxLength: 16 }),
          fc.string({ unit: "grapheme", maxLength: 16 }),
        ),
        (name) => {
          const { core } = companyName(name);
          expect(companyName(core).core).toBe(core);
        },
      ),
      { ...seed, numRuns: 3000 },
    );
  });
});
