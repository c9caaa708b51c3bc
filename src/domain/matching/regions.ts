/**
 * Places that stand before a company's name: provinces, their capitals and the larger cities, in short form. Not every
 * county: a place that is not listed stays part of the name.
 */
const places =
  "中国 北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 " +
  "石家庄 唐山 秦皇岛 邯郸 保定 廊坊 沧州 太原 大同 呼和浩特 包头 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 昆山 杭州 宁波 温州 嘉兴 湖州 绍兴 " +
  "金华 义乌 台州 合肥 芜湖 马鞍山 福州 厦门 泉州 漳州 南昌 九江 赣州 济南 青岛 淄博 烟台 潍坊 济宁 威海 临沂 郑州 洛阳 开封 新乡 武汉 宜昌 襄阳 长沙 株洲 湘潭 岳阳 广州 深圳 珠海 汕头 佛山 江门 湛江 " +
  "惠州 东莞 中山 南宁 柳州 桂林 海口 三亚 成都 绵阳 德阳 宜宾 贵阳 遵义 昆明 大理 拉萨 西安 咸阳 宝鸡 兰州 西宁 银川 乌鲁木齐";

const known: ReadonlySet<string> = new Set(places.split(" "));
const longest = Math.max(...[...known].map((place) => place.length));
const levels = ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市"];

/**
 * The place a text begins with, with 省, 市 and the like.
 *
 * @returns the short form and how many characters of the text it takes; null when it begins with none
 */
export function regionAtStart(
  text: string,
): { readonly region: string; readonly length: number } | null {
  for (let length = Math.min(longest, text.length); length >= 2; length -= 1) {
    const region = text.slice(0, length);
    if (!known.has(region)) continue;
    const level = levels.find((each) => text.startsWith(each, length)) ?? "";
    return { region, length: length + level.length };
  }
  return null;
}

/** The places a text consists of; null when there is anything else in it, or nothing at all. */
export function regionsIn(text: string): readonly string[] | null {
  const found: string[] = [];
  let rest = text;
  while (rest !== "") {
    const at = regionAtStart(rest);
    if (at === null) return null;
    found.push(at.region);
    rest = rest.slice(at.length).trim();
  }
  return found.length === 0 ? null : found;
}
