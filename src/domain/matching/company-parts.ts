import { regionAtStart } from "./regions";

/** Longest first, so that 股份有限公司 is not left with 股份. */
const hanForms = [
  "股份有限公司",
  "有限责任公司",
  "责任有限公司",
  "集团有限公司",
  "股份合作公司",
  "股份公司",
  "有限公司",
  "集团公司",
  "控股公司",
  "合伙企业",
  "总公司",
  "公司",
  "集团",
  "控股",
  "股份",
];

const latinForms =
  /(?:^|(?<=[^a-z0-9]))(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|bv|pty|pte|group|holding|holdings)$/u;

/** Fewer characters than this are no name: 公司 alone, 北京. */
const leastName = 2;

/** Whether there is enough of a text to be a name. */
export function isName(text: string): boolean {
  return Array.from(text).length >= leastName;
}

/** The name without its legal forms, and whether there were any. */
export function withoutForms(name: string): { readonly rest: string; readonly found: boolean } {
  let rest = name;
  let found = false;
  for (;;) {
    const form = hanForms.find((each) => rest.endsWith(each)) ?? latinForms.exec(rest)?.[0];
    if (form === undefined) return { rest, found };
    const left = rest.slice(0, rest.length - form.length).trim();
    if (!isName(left)) return { rest, found };
    rest = left;
    found = true;
  }
}

/** What is said in brackets about a company and is no part of its name. */
const remark =
  /^(?:(?:特殊)?普通合伙|有限合伙|合伙|个人独资|个体(?:工商户|经营)?|已?注销|已?吊销|已?停用|停业|歇业|作废|勿用|重复|(?:新|老|大|重点|vip)?客户|重点|vip\d?|原.{3,}|(?:曾用名|前身|更名|改名|简称|又名).*)$/u;

/** Whether the words in a pair of brackets are a remark: 普通合伙, 已注销, 原江城货运. */
export function isRemark(inner: string): boolean {
  return remark.test(inner);
}

const branchEnd =
  /(?:分公司|子公司|办事处|代表处|联络处|分厂|分店|分部|分社|分院|分行|支行|分理处|营业部|经营部|门市部|项目部|服务部)$/u;
const companyThenBranch = /^(.+?公司)(.+)$/u;
const bankThenBranch = /^(.+?银行)(.+(?:分行|支行|分理处|营业部))$/u;
const numberedBranch = /^(.{2,}?)(第[一二三四五六七八九十\d]+.{2,3})$/u;
/** Between the place and the word: 深圳 + 南山 + 支行. */
const mostBetween = 8;

/**
 * The company and its branch, office or shop: 华瑞电子有限公司 and 北京分公司. A branch without a place, a number or a company
 * before it stays part of the name.
 */
export function withoutBranch(name: string): { readonly rest: string; readonly branch: string } {
  const whole = { rest: name, branch: "" };
  if (!branchEnd.test(name)) return whole;
  const parted =
    companyThenBranch.exec(name) ?? bankThenBranch.exec(name) ?? numberedBranch.exec(name);
  if (parted !== null) {
    const [, rest = "", branch = ""] = parted;
    return isName(rest) ? { rest, branch } : whole;
  }
  for (let at = leastName; at < name.length; at += 1) {
    const place = regionAtStart(name.slice(at));
    if (place === null) continue;
    const between = name.slice(at + place.length).replace(branchEnd, "");
    if (between.length <= mostBetween) return { rest: name.slice(0, at), branch: name.slice(at) };
  }
  return whole;
}

/** Two or three characters and 区, 县, 镇 …, but not words such as 住宅小区 or 新城镇. */
const district =
  /^(?!.{0,3}(?:小区|社区|特区|校区|景区|片区|城镇|乡镇|古镇|城乡|城市|都市|超市|门市))(?:(?:经济技术|高新技术(?:产业)?|高新|经济)?开发区|(?:工业|科技|产业|软件)园区|自由贸易(?:试验)?区|自贸区|保税区|\p{Script=Han}{2,3}?(?:新区|区|县|市|镇|乡|街道))/u;

/** The part of a city or province a text begins with: 朝阳区, 小榄镇; "" where it begins with none. */
export function districtAtStart(text: string): string {
  return district.exec(text)?.[0] ?? "";
}

/** What so many have in their name that only the place before it tells them apart: 南京 + 银行. */
const common: ReadonlySet<string> = new Set(
  (
    "银行 农商银行 农村商业银行 商业银行 证券 信托 保险 期货 航空 机场 地铁 轨道交通 公交 公共交通 铁路 港务 港口 高速 交通 出租汽车 " +
    "电力 电网 电气 供电 水务 自来水 燃气 热力 煤业 煤炭 钢铁 石油 石化 化工 有色 矿业 能源 烟草 盐业 啤酒 移动 联通 电信 铁塔 广电 " +
    "大学 学院 师范大学 医院 人民医院 中医院 图书馆 博物馆 电视台 日报 晚报 出版社 建工 建设 城建 城投 建筑 路桥 水利 旅游 文旅 " +
    "投资 实业 贸易 商贸 外贸 物流 控股 国资 国投 粮食 供销社 邮政 环卫 园林 绿化 设计院 勘察设计院 规划院 汽车 重工 机械 电子 " +
    "医药 药业 制药 纺织 食品 农业 农垦 渔业 林业 科技 网络 传媒 广告 餐饮 酒店 饭店 宾馆 大厦 商场 百货 超市 房地产 地产 物业"
  ).split(" "),
);

/** Whether a name says nothing without the place before it. */
export function isCommon(name: string): boolean {
  return common.has(name);
}
