import { internStyle, type CellStyle } from "../host/model/style";
import { Workbook } from "../host/model/workbook";
import type { Language } from "./words";

/**
 * The workbook the preview opens with: a customer list as people keep one, before the add-in has touched it.
 * Days are counted from today so that some customers are overdue and some are due whenever it is opened.
 */

type Pair = readonly [zh: string, en: string];

/** Customer, contact, phone, demand, expected close (days from today), last follow-up (days ago), amount, city, note. */
type Row = readonly [
  Pair,
  Pair,
  string,
  Pair | null,
  number | null,
  number | null,
  number,
  Pair,
  Pair,
];

const clear: Pair = ["目标", "Clear"];
const latent: Pair = ["潜在", "Latent"];
const none: Pair = ["死亡", "None"];
const nothing: Pair = ["", ""];

const headers: readonly Pair[] = [
  ["客户名称", "Customer"],
  ["联系人", "Contact"],
  ["电话", "Phone"],
  ["需求状况", "Demand"],
  ["预计成交日", "Expected close"],
  ["上次跟进", "Last follow-up"],
  ["潜在金额", "Potential amount"],
  ["城市", "City"],
  ["备注", "Notes"],
];

const rows: readonly Row[] = [
  [
    ["江南纺织有限公司", "Jiangnan Textiles"],
    ["王敏", "Min Wang"],
    "13812345678",
    clear,
    12,
    4,
    180000,
    ["苏州", "Suzhou"],
    ["要求含安装报价", "Wants a quote with installation"],
  ],
  [
    ["北辰医疗器械", "Beichen Medical"],
    ["赵磊", "Lei Zhao"],
    "13900112233",
    clear,
    25,
    1,
    320000,
    ["北京", "Beijing"],
    ["下周来厂参观", "Visiting the plant next week"],
  ],
  [
    ["华瑞电子", "Huarui Electronics"],
    ["陈静", "Jing Chen"],
    "18611223344",
    clear,
    48,
    22,
    95000,
    ["深圳", "Shenzhen"],
    nothing,
  ],
  [
    ["安泰建材", "Antai Materials"],
    ["刘洋", "Yang Liu"],
    "13755667788",
    clear,
    80,
    7,
    260000,
    ["武汉", "Wuhan"],
    ["比价中，竞争对手两家", "Comparing offers, two competitors"],
  ],
  [
    ["绿源食品", "Lvyuan Foods"],
    ["孙丽", "Li Sun"],
    "15098761234",
    clear,
    66,
    5,
    74000,
    ["青岛", "Qingdao"],
    nothing,
  ],
  [
    ["恒通物流", "Hengtong Logistics"],
    ["周杰", "Jie Zhou"],
    "13322114455",
    clear,
    140,
    6,
    410000,
    ["郑州", "Zhengzhou"],
    ["年底统一招标", "Tender at year end"],
  ],
  [
    ["明德教育", "Mingde Education"],
    ["吴倩", "Qian Wu"],
    "18899887766",
    clear,
    155,
    12,
    58000,
    ["成都", "Chengdu"],
    nothing,
  ],
  [
    ["远景新能源", "Yuanjing Energy"],
    ["郑凯", "Kai Zheng"],
    "13677889900",
    clear,
    170,
    8,
    890000,
    ["杭州", "Hangzhou"],
    ["重点客户，副总跟进", "Key account, with the VP"],
  ],
  [
    ["东方印务", "Dongfang Printing"],
    ["黄莉", "Li Huang"],
    "13544332211",
    clear,
    230,
    20,
    36000,
    ["上海", "Shanghai"],
    nothing,
  ],
  [
    ["天和酒店集团", "Tianhe Hotels"],
    ["林涛", "Tao Lin"],
    "13411223355",
    latent,
    null,
    12,
    150000,
    ["三亚", "Sanya"],
    ["旺季过后再谈", "After the season"],
  ],
  [
    ["金石矿业", "Jinshi Mining"],
    ["徐强", "Qiang Xu"],
    "13988776655",
    latent,
    null,
    30,
    520000,
    ["太原", "Taiyuan"],
    nothing,
  ],
  [
    ["云帆软件", "Yunfan Software"],
    ["马超", "Chao Ma"],
    "18677665544",
    latent,
    null,
    17,
    68000,
    ["西安", "Xi'an"],
    nothing,
  ],
  [
    ["海川水产", "Haichuan Seafood"],
    ["胡蓉", "Rong Hu"],
    "13066554433",
    latent,
    null,
    9,
    42000,
    ["大连", "Dalian"],
    nothing,
  ],
  [
    ["宏图装饰", "Hongtu Interiors"],
    ["高翔", "Xiang Gao"],
    "15855443322",
    none,
    null,
    200,
    0,
    ["合肥", "Hefei"],
    ["公司已转行", "Left the business"],
  ],
  [
    ["百联商贸", "Bailian Trading"],
    ["罗佳", "Jia Luo"],
    "13744332288",
    none,
    null,
    120,
    0,
    ["南京", "Nanjing"],
    nothing,
  ],
  [
    ["兴业机械", "Xingye Machinery"],
    ["梁波", "Bo Liang"],
    "18933221177",
    clear,
    -6,
    3,
    230000,
    ["沈阳", "Shenyang"],
    ["原定上周签约", "Was to sign last week"],
  ],
  [
    ["瑞丰农业", "Ruifeng Agriculture"],
    ["宋雨", "Yu Song"],
    "13522110099",
    clear,
    null,
    2,
    88000,
    ["长春", "Changchun"],
    ["时间未定", "No date yet"],
  ],
  [
    ["星河传媒", "Xinghe Media"],
    ["唐悦", "Yue Tang"],
    "18511009988",
    null,
    null,
    null,
    30000,
    ["广州", "Guangzhou"],
    ["展会名片", "Card from the fair"],
  ],
  [
    ["长城汽配", "Changcheng Auto Parts"],
    ["韩冰", "Bing Han"],
    "13400998877",
    clear,
    9,
    0,
    145000,
    ["长沙", "Changsha"],
    nothing,
  ],
  [
    ["春晖药业", "Chunhui Pharma"],
    ["冯雪", "Xue Feng"],
    "13799887755",
    clear,
    55,
    8,
    275000,
    ["石家庄", "Shijiazhuang"],
    ["等资质复审", "Waiting for their audit"],
  ],
  [
    ["锦绣家纺", "Jinxiu Home"],
    ["董鹏", "Peng Dong"],
    "15988776644",
    clear,
    88,
    18,
    51000,
    ["南通", "Nantong"],
    nothing,
  ],
  [
    ["蓝海环保", "Lanhai Environment"],
    ["程刚", "Gang Cheng"],
    "13877665533",
    clear,
    120,
    3,
    640000,
    ["厦门", "Xiamen"],
    nothing,
  ],
  [
    ["光华照明", "Guanghua Lighting"],
    ["曹敏", "Min Cao"],
    "18766554422",
    latent,
    null,
    6,
    23000,
    ["中山", "Zhongshan"],
    nothing,
  ],
  [
    ["四海旅行社", "Sihai Travel"],
    ["袁洁", "Jie Yuan"],
    "13655443311",
    clear,
    75,
    2,
    47000,
    ["昆明", "Kunming"],
    nothing,
  ],
];

const widths: Readonly<Record<Language, readonly number[]>> = {
  zh: [17, 9, 14, 12, 14, 12, 13, 9, 20],
  en: [22, 12, 15, 12, 18, 17, 20, 13, 22],
};

/** Days from 1899-12-30 to 1970-01-01: what lies between a serial number and a day of the Unix calendar. */
const serialOfUnixDay = 25_569;

/** The serial number of that clock's calendar day. */
function todaySerial(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + serialOfUnixDay;
}

/** The sample in one language, as of the day the clock shows. */
export function sampleWorkbook(language: Language, now: Date): Workbook {
  const workbook = new Workbook();
  const said = (pair: Pair): string => pair[language === "zh" ? 0 : 1];
  workbook.fileName = said(["客户名单.xlsx", "Customers.xlsx"]);
  const sheet = workbook.addSheet(said(["客户名单", "Customer list"]));
  const day = language === "zh" ? "yyyy-mm-dd" : "d mmm yyyy";
  const header = internStyle({
    bold: true,
    fill: "#e7e6e6",
    vertical: "Center",
    borders: { EdgeBottom: { style: "Continuous", weight: "Thin", color: "#7f7f7f" } },
  });
  const formats: readonly CellStyle[] = [
    {},
    {},
    { numberFormat: "@" },
    {},
    { numberFormat: day },
    { numberFormat: day },
    { numberFormat: "#,##0" },
    {},
    {},
  ].map((style) => internStyle(style));
  const today = todaySerial(now);
  headers.forEach((title, column) => {
    sheet.cells.setValue(0, column, said(title));
    sheet.cells.setStyle(0, column, header);
    sheet.columnWidths.set(column, widths[language][column] ?? 12);
  });
  rows.forEach(([name, contact, phone, demand, close, last, amount, city, note], index) => {
    const values = [
      said(name),
      said(contact),
      phone,
      demand === null ? null : said(demand),
      close === null ? null : today + close,
      last === null ? null : today - last,
      amount === 0 ? null : amount,
      said(city),
      said(note) === "" ? null : said(note),
    ];
    values.forEach((value, column) => {
      sheet.cells.setValue(index + 1, column, value);
      sheet.cells.setStyle(index + 1, column, formats[column] ?? internStyle({}));
    });
  });
  sheet.rowHeights.set(0, 21);
  sheet.freeze = { rows: 1, columns: 0 };
  workbook.selection = {
    sheetId: sheet.id,
    areas: [{ top: 1, left: 0, bottom: 1, right: 0 }],
    active: { row: 1, column: 0 },
  };
  return workbook;
}
