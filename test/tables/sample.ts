import { addDays, civil, isoDay, type Day } from "../../src/domain/day";
import type { DealStatus } from "../../src/domain/deal-status";
import type { Demand } from "../../src/domain/demand";
import type { Channel } from "../../src/domain/channel";
import type { CellStyle } from "../../src/tables/cells";
import type { Row } from "../../src/tables/change";
import { customersTable, type CustomerRecord } from "../../src/tables/specs/customers";
import { followUpsTable, type FollowUpRecord } from "../../src/tables/specs/follow-ups";
import { blankRecord, writeRecord } from "../../src/tables/records";
import type { Language, Words } from "../../src/tables/schema";

/**
 * Invented customers for trying things out. All days are relative to an as-of day, so that the sample is as overdue
 * tomorrow as it is today. Phone numbers use a block that no operator gives out.
 */

type Sample = readonly [
  company: string,
  englishCompany: string,
  contact: string,
  englishContact: string,
  owner: 0 | 1 | 2 | 3,
  dealStatus: DealStatus | null,
  demand: Demand | null,
  /** Days from now; null when not known. */
  close: number | null,
  amountYuan: number | null,
  /** Days ago. */
  lastFollowUp: number | null,
  /** Days from now. */
  agreed: number | null,
  /** Days ago. */
  created: number,
  region: keyof typeof regions,
  source: keyof typeof sources,
];

const owners: readonly Words[] = [
  { zh: "陈晓雯", en: "Chen Xiaowen" },
  { zh: "李国强", en: "Li Guoqiang" },
  { zh: "王思远", en: "Wang Siyuan" },
  { zh: "周敏", en: "Zhou Min" },
];

const regions = {
  east: { zh: "上海", en: "Shanghai" },
  south: { zh: "深圳", en: "Shenzhen" },
  north: { zh: "北京", en: "Beijing" },
  west: { zh: "成都", en: "Chengdu" },
  delta: { zh: "杭州", en: "Hangzhou" },
} as const satisfies Record<string, Words>;

const sources = {
  fair: { zh: "展会", en: "Trade fair" },
  web: { zh: "网站", en: "Website" },
  friend: { zh: "客户介绍", en: "Referral" },
  call: { zh: "电话开发", en: "Cold call" },
} as const satisfies Record<string, Words>;

// prettier-ignore
const samples: readonly Sample[] = [
  // A, overdue by all three steps
  ["启明精密制造有限公司", "Qiming Precision Ltd.", "赵立", "Zhao Li", 0, "negotiating", "clear", 12, 480_000, 18, null, 120, "east", "fair"],
  ["海川物流集团", "Haichuan Logistics Group", "孙佳", "Sun Jia", 1, "negotiating", "clear", 20, 260_000, 9, null, 95, "south", "friend"],
  ["北辰医疗器械有限公司", "Beichen Medical Ltd.", "吴桐", "Wu Tong", 2, "negotiating", "clear", 25, 720_000, 5, null, 80, "north", "fair"],
  ["云杉软件有限公司", "Spruce Software Ltd.", "郑好", "Zheng Hao", 3, "prospect", "clear", 28, 150_000, 3, null, 60, "delta", "web"],
  ["锦城餐饮管理公司", "Jincheng Catering Co.", "何苗", "He Miao", 0, "negotiating", "clear", 7, 90_000, 2, null, 45, "west", "call"],
  // A, due today or tomorrow
  ["东岳钢构有限公司", "Dongyue Steel Ltd.", "冯刚", "Feng Gang", 1, "negotiating", "clear", 15, 650_000, 1, null, 70, "north", "friend"],
  ["鹏程电子厂", "Pengcheng Electronics", "曹颖", "Cao Ying", 2, "negotiating", "clear", 3, 310_000, 1, null, 33, "south", "fair"],
  ["新禾农业科技有限公司", "Xinhe Agritech Ltd.", "严冬", "Yan Dong", 3, "prospect", "clear", 22, 130_000, 0, null, 21, "west", "web"],
  ["拓海咨询有限公司", "Tuohai Consulting Ltd.", "钱进", "Qian Jin", 0, "negotiating", "clear", 30, 88_000, 1, null, 18, "east", "call"],
  // B
  ["华翎服饰有限公司", "Hualing Apparel Ltd.", "许诺", "Xu Nuo", 1, "prospect", "clear", 45, 210_000, 16, null, 150, "delta", "fair"],
  ["瑞丰建材有限公司", "Ruifeng Building Materials Ltd.", "沈越", "Shen Yue", 2, "negotiating", "clear", 60, 370_000, 11, null, 90, "east", "friend"],
  ["明德教育集团", "Mingde Education Group", "韩雪", "Han Xue", 3, "prospect", "clear", 75, 180_000, 8, null, 110, "north", "web"],
  ["星桥通信有限公司", "Starbridge Telecom Ltd.", "杨帆", "Yang Fan", 0, "negotiating", "clear", 80, 540_000, 7, null, 66, "south", "fair"],
  ["绿洲酒店管理公司", "Oasis Hotels Co.", "朱砂", "Zhu Sha", 1, "prospect", "clear", 50, 120_000, 5, null, 40, "west", "call"],
  ["博远检测中心", "Boyuan Testing Centre", "秦朗", "Qin Lang", 2, "prospect", "clear", 85, 95_000, 4, null, 52, "delta", "friend"],
  ["同泽化工有限公司", "Tongze Chemicals Ltd.", "尤佳", "You Jia", 3, "negotiating", "clear", 66, 460_000, 2, null, 77, "east", "fair"],
  // C
  ["长风汽车零部件有限公司", "Changfeng Auto Parts Ltd.", "施然", "Shi Ran", 0, "prospect", "clear", 110, 330_000, 33, null, 200, "north", "fair"],
  ["安和物业服务公司", "Anhe Property Services Co.", "张弛", "Zhang Chi", 1, "prospect", "clear", 130, 70_000, 19, null, 140, "south", "web"],
  ["丰源包装有限公司", "Fengyuan Packaging Ltd.", "孔令", "Kong Ling", 2, "prospect", "clear", 150, 110_000, 15, null, 99, "west", "call"],
  ["卓立仪器有限公司", "Zhuoli Instruments Ltd.", "曾好", "Zeng Hao", 3, "prospect", "clear", 170, 250_000, 13, null, 85, "delta", "friend"],
  ["青石文化传媒公司", "Bluestone Media Co.", "吕晨", "Lü Chen", 0, "prospect", "clear", 100, 60_000, 6, null, 61, "east", "web"],
  // D: latent demand, or a close day beyond six months
  ["金桥外贸有限公司", "Golden Bridge Trading Ltd.", "苏眉", "Su Mei", 1, "prospect", "latent", null, 140_000, 47, null, 260, "south", "fair"],
  ["百川水务公司", "Baichuan Water Co.", "卢平", "Lu Ping", 2, "prospect", "latent", null, null, 33, null, 300, "north", "call"],
  ["南山置业有限公司", "Nanshan Estates Ltd.", "蒋欣", "Jiang Xin", 3, "prospect", "clear", 280, 980_000, 30, null, 180, "south", "friend"],
  ["优品超市连锁", "Youpin Supermarkets", "蔡明", "Cai Ming", 0, "won", "latent", null, 220_000, 28, null, 400, "delta", "friend"],
  ["科创孵化中心", "Innovation Incubator Centre", "丁一", "Ding Yi", 1, "prospect", "latent", null, 40_000, 12, null, 88, "west", "web"],
  ["海逸船务公司", "Haiyi Shipping Co.", "任重", "Ren Zhong", 2, "won", "latent", null, 350_000, 5, null, 500, "east", "fair"],
  // E: no demand
  ["旧城印刷厂", "Old Town Printing", "姚远", "Yao Yuan", 3, "prospect", "none", null, null, 380, null, 700, "west", "call"],
  ["立新家具厂", "Lixin Furniture", "傅强", "Fu Qiang", 0, "won", "none", null, 50_000, 120, null, 800, "south", "friend"],
  ["四方贸易公司", "Sifang Trading Co.", "庞博", "Pang Bo", 1, "prospect", "none", null, null, 40, null, 365, "north", "web"],
  // never followed up: due from the day they were entered
  ["智联机器人有限公司", "Zhilian Robotics Ltd.", "白露", "Bai Lu", 2, "prospect", "clear", 40, 420_000, null, null, 4, "delta", "fair"],
  ["晨光幼儿园", "Morning Light Kindergarten", "田甜", "Tian Tian", 3, "prospect", "latent", null, 30_000, null, null, 0, "east", "web"],
  // agreed days: past, today, soon, later
  ["天河航空服务公司", "Tianhe Aviation Services Co.", "高翔", "Gao Xiang", 0, "negotiating", "clear", 18, 580_000, 10, -2, 130, "south", "friend"],
  ["嘉禾影院", "Jiahe Cinemas", "罗曼", "Luo Man", 1, "negotiating", "clear", 55, 160_000, 6, 0, 72, "north", "call"],
  ["合众律师事务所", "Hezhong Law Firm", "方正", "Fang Zheng", 2, "prospect", "clear", 26, 75_000, 4, 3, 58, "east", "friend"],
  ["沃田食品有限公司", "Wotian Foods Ltd.", "江河", "Jiang He", 3, "negotiating", "clear", 14, 290_000, 2, 10, 49, "west", "fair"],
  // the expected close day has passed: to be estimated again
  ["宏图广告公司", "Hongtu Advertising Co.", "史册", "Shi Ce", 0, "negotiating", "clear", -6, 105_000, 8, null, 125, "delta", "web"],
  ["中原阀门有限公司", "Zhongyuan Valves Ltd.", "崔健", "Cui Jian", 1, "negotiating", "clear", -20, 410_000, 1, null, 160, "north", "fair"],
  // ungraded: a close day or the demand is missing
  ["雅集家居有限公司", "Yaji Home Ltd.", "龙飞", "Long Fei", 2, "prospect", "clear", null, 85_000, 9, null, 64, "east", "web"],
  ["万象体育公司", "Wanxiang Sports Co.", "毛宁", "Mao Ning", 3, "prospect", null, null, null, 14, null, 35, "south", "call"],
];

/** Rows whose days are written as text, as sheets kept by hand have them. */
const handwritten: ReadonlyMap<number, (d: Day) => string> = new Map([
  [2, (d) => chineseDay(d)],
  [10, (d) => isoDay(d).replaceAll("-", "/")],
  [22, (d) => isoDay(d)],
]);

/** About forty customers as cells by column id. */
export function sampleCustomers(asOf: Day, style: CellStyle): readonly Row[] {
  return samples.map((sample, index) => {
    const row = writeRecord(customersTable, customerOf(sample, index, asOf, style.language), style);
    const asText = handwritten.get(index);
    const last = sample[9];
    if (asText === undefined || last === null) return row;
    return { ...row, lastFollowUp: asText(addDays(asOf, -last)) };
  });
}

/** A few follow-ups of those customers, as cells by column id, oldest first. */
export function sampleFollowUps(asOf: Day, style: CellStyle): readonly Row[] {
  return followUps
    .flatMap(([customer, ago, channel, said], index): FollowUpRecord[] => {
      const sample = samples[customer];
      if (sample === undefined) return [];
      const { id, name, owner, demand } = customerOf(sample, customer, asOf, style.language);
      return [
        {
          id: `F${String(index + 1).padStart(10, "0")}`,
          customerId: id,
          customerName: name,
          day: addDays(asOf, -ago),
          time: 9 * 60 + 30 + index * 25,
          channel,
          who: owner,
          said: said[style.language],
          result: "",
          nextStep: "",
          demandBefore: demand,
          demandAfter: demand,
          // All of them are close to a deal.
          gradeBefore: "A",
          gradeAfter: "A",
          agreedDay: null,
        },
      ];
    })
    .sort((a, b) => (a.day ?? 0) - (b.day ?? 0))
    .map((record) => writeRecord(followUpsTable, record, style));
}

const followUps: readonly (readonly [number, number, Channel, Words])[] = [
  [5, 1, "phone", { zh: "确认了图纸，等报价。", en: "Drawings confirmed; waiting for our quote." }],
  [6, 1, "wechat", { zh: "发了样品照片，反馈不错。", en: "Sent sample photos; good feedback." }],
  [
    0,
    18,
    "visit",
    { zh: "现场看了产线，需要三台。", en: "Saw the line; they need three machines." },
  ],
  [
    1,
    9,
    "phone",
    { zh: "合同在法务，下周有消息。", en: "Contract is with legal; news next week." },
  ],
  [4, 2, "email", { zh: "已发修改后的方案。", en: "Revised proposal sent." }],
  [32, 10, "phone", { zh: "约好再谈付款方式。", en: "Agreed to talk again about payment." }],
];

function customerOf(sample: Sample, index: number, asOf: Day, language: Language): CustomerRecord {
  const [company, englishCompany, contact, englishContact, owner, dealStatus, demand] = sample;
  const [, , , , , , , close, amount, last, agreed, created, region, source] = sample;
  const ahead = (days: number | null) => (days === null ? null : addDays(asOf, days));
  return {
    ...blankRecord(customersTable),
    id: `C${String(index + 1).padStart(10, "0")}`,
    name: language === "zh" ? company : englishCompany,
    contact: language === "zh" ? contact : englishContact,
    phone: `1000000${String(1000 + index * 37).padStart(4, "0")}`,
    owner: owners[owner]?.[language] ?? "",
    dealStatus,
    demand,
    expectedClose: ahead(close),
    potentialAmount: amount,
    lastFollowUp: last === null ? null : addDays(asOf, -last),
    agreedDay: ahead(agreed),
    region: regions[region][language],
    source: sources[source][language],
    createdDay: addDays(asOf, -created),
  };
}

function chineseDay(d: Day): string {
  const { year, month, day } = civil(d);
  return `${year}年${month}月${day}日`;
}
