import { finding } from "../src/app/duplicates/find-duplicates";
import type { KnownCustomer } from "../src/app/duplicates/customer-identities";
import { defaultLikenessLimits } from "../src/domain/matching/limits";
import { Register } from "../src/domain/matching/register";
import { subjectOf } from "../src/domain/matching/subject";
import { pinyin } from "pinyin-pro";
import { medianMs, type BenchRow } from "./bench";

const first = Array.from("华启明江南海东金鼎瑞丰盛泰恒宏远博科创智联云天星辰晨光");
const second = Array.from("瑞明达通兴隆源盛康利安和顺昌荣德信诚美嘉宇航锐新");
const trades = [
  "电子",
  "精密制造",
  "纺织",
  "物流",
  "医疗器械",
  "软件",
  "餐饮管理",
  "钢构",
  "农业科技",
  "建材",
];
const places = ["上海", "北京", "深圳", "杭州", "成都", "武汉", "西安", "苏州", "青岛", "长沙"];
const forms = ["有限公司", "股份有限公司", "集团", "有限责任公司"];

/** Customers as they come: different names by the thousand, and one in fifty there twice in another spelling. */
function customers(count: number): readonly KnownCustomer[] {
  const at = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;
  const list: KnownCustomer[] = [];
  for (let number = 0; list.length < count; number += 1) {
    const core =
      at(first, number) +
      at(second, (number / 26) | 0) +
      at(first, (number / 650) | 0) +
      at(trades, (number / 17) | 0);
    const phone = `139${String((number * 7919) % 100_000_000).padStart(8, "0")}`;
    const known = { creditCode: "", contact: "", owner: `销售${number % 20}` };
    list.push({
      id: `C${number}`,
      name: at(places, number) + core + at(forms, (number / 3) | 0),
      phone,
      ...known,
    });
    if (number % 50 === 0)
      list.push({
        id: `D${number}`,
        name: `${core}（${at(places, number)}）`,
        phone: `+86 ${phone}`,
        ...known,
      });
  }
  return list.slice(0, count);
}

const readings = new Map<string, string>();
function soundOf(character: string): string {
  let reading = readings.get(character);
  if (reading === undefined) {
    reading = pinyin(character, { toneType: "none" });
    readings.set(character, reading);
  }
  return reading;
}

/** Runs the search to its end; also tells the longest stretch between two places to pause. */
function search(list: readonly KnownCustomer[]): {
  readonly groups: number;
  readonly longest: number;
} {
  const work = finding({ customers: list, limits: defaultLikenessLimits }, soundOf);
  let longest = 0;
  let before = performance.now();
  for (;;) {
    const step = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (step.done === true) return { groups: step.value.groups.length, longest };
  }
}

export function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  const times: number[] = [];
  for (const count of [10_000, 30_000, 100_000]) {
    const list = customers(count);
    let groups = 0;
    let longest = Infinity;
    const ms = medianMs(
      () => {
        const found = search(list);
        groups = found.groups;
        // The least of several runs: in each, other programs of the machine may have taken their turn.
        longest = Math.min(longest, found.longest);
      },
      { runs: 5, warmUps: 1 },
    );
    times.push(ms);
    rows.push({
      name: `duplicates among ${count.toLocaleString("en")} customers`,
      value: Math.round(ms),
      unit: "ms",
      note: `${groups} groups; longest stretch without a pause ${longest.toFixed(1)} ms`,
    });
  }
  const [small = 1, , large = 1] = times;
  rows.push({
    name: "growth from 10,000 to 100,000",
    value: Math.round((large / small) * 10) / 10,
    unit: "×",
    note: "10 is linear, 100 all with all",
  });

  const register = new Register(defaultLikenessLimits.notable);
  const entering = register.entering(customers(100_000).map((each) => subjectOf(each, soundOf)));
  while (entering.next().done !== true);
  const draft = subjectOf(
    { id: "", name: "華启瑞華電子", phone: "13900007919", creditCode: "", contact: "" },
    soundOf,
  );
  rows.push({
    name: "who holds it, of 100,000 customers",
    value: Math.round(medianMs(() => register.like(draft)) * 1000) / 1000,
    unit: "ms",
  });
  return Promise.resolve(rows);
}
