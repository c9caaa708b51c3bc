import fc from "fast-check";
import { simplify } from "../../../src/domain/matching/han-variants";
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
    expect(companyName(name)).toEqual({
      core: "华瑞电子",
      regions: ["上海"],
      district: "",
      branch: "",
      hasForm: true,
    });
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

  it.each([
    ["华瑞电子有限公司苏州办事处", "华瑞电子", "苏州办事处"],
    ["华瑞电子苏州办事处", "华瑞电子", "苏州办事处"],
    ["招商银行股份有限公司深圳南山支行", "招商银行", "深圳南山支行"],
    ["招商银行福田支行", "招商银行", "福田支行"],
    ["中国银行上海市分行", "中国银行", "上海市分行"],
    ["中建三局集团有限公司第一分公司", "中建三局", "第一分公司"],
    ["北京分公司", "北京分", ""],
    ["恒通公司治理研究院", "恒通公司治理研究院", ""],
  ])("[T3] %s is %s, branch “%s”", (name, core, branch) => {
    expect(companyName(name)).toMatchObject({ core, branch });
  });

  it.each([
    ["北京市朝阳区宏远商贸有限公司", "宏远商贸", "朝阳区"],
    ["上海浦东新区康桥食品", "康桥食品", "浦东新区"],
    ["苏州工业园区恒泰精密机械", "恒泰精密机械", "工业园区"],
    ["江苏省张家港市华达纺机", "华达纺机", "张家港市"],
    ["江苏省苏州市恒瑞医药", "恒瑞医药", ""],
    ["北京城乡商业", "城乡商业", ""],
    ["上海社区服务中心", "社区服务中心", ""],
    ["北京住宅小区物业", "住宅小区物业", ""],
    ["朝阳区宏远商贸", "朝阳区宏远商贸", ""],
  ])("[T3] %s is %s, in the district “%s”", (name, core, district) => {
    expect(companyName(name)).toMatchObject({ core, district });
  });

  it.each([
    ["南京银行", "南京银行"],
    ["南京市银行股份有限公司", "南京银行"],
    ["山西煤业有限公司", "山西煤业"],
    ["西门子中国有限公司", "西门子"],
    ["中国移动", "中国移动"],
    ["中国香港有限公司", "香港"],
  ])("[T3] %s keeps of its place what tells it from others: %s", (name, core) => {
    expect(companyName(name).core).toBe(core);
  });

  it("[T3] is a normal form: taken apart again it stays as it is", () => {
    const parts = fc.constantFrom(
      ...Array.from("上海市北京广东省深圳华瑞電子有限公司集团股份总()（）·, .&'Ａco ltd inc12"),
      ..."中国 银行 分行 支行 分公司 办事处 朝阳区 工业园区 控股 （已注销） （东店） 个体工商户".split(
        " ",
      ),
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

  it("[T3] has its traditional characters simplified once and for all", () => {
    const han = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) =>
      String.fromCodePoint(0x4e00 + at),
    );
    const once = han.map(simplify);
    expect(once.map(simplify)).toEqual(once);
    expect(once.join("")).toHaveLength(han.length);
  });
});
