import fc from "fast-check";
import { civil, day, isoDay } from "../../src/domain/day";
import { parseDay } from "../../src/domain/day-text";
import { anyDay, seeded } from "./arbitraries";

describe("a day written as text", () => {
  it.each([
    ["2024-04-07"],
    ["2024-4-7"],
    ["2024/4/7"],
    ["2024/04/07"],
    ["2024年4月7日"],
    ["2024年04月07日"],
    ["2024 年 4 月 7 日"],
    ["  2024-04-07  "],
    ["\u30002024/4/7"],
    ["\u00a02024-04-07\u00a009:30"],
    ["2024年 4月 7日"],
    ["2024年4月7日 星期日"],
    ["2024年4月7日星期日"],
    ["2024年4月7日 周日 10:30"],
    ["2024-04-07 03:27"],
    ["2024-04-07T03:27:59"],
    ["2024-04-07T03:27:59.123"],
    ["2024/4/7 23:59:59"],
    ["2024/4/7 3:27 PM"],
    ["2024/4/7 下午3:27"],
    ["2024年4月7日 10时30分"],
    ["2024年4月7日10:30"],
    ["2024-04-07 24:00"],
    ["2024-04-07星期日"],
    ["2024-04-07 星期日 9:30"],
    ["2024年4月7日上午"],
    ["周日 2024-04-07"],
  ])("is understood: %j", (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: day("2024-04-07") });
  });

  it.each([
    ["2024-02-30"],
    ["2023-02-29"],
    ["2024-13-01"],
    ["2024/0/1"],
    ["4/7/2024"],
    ["24/4/7"],
    ["24-04-07"],
    ["20240407"],
    ["45389"],
    ["2024.4.7"],
    ["2024-4/7"],
    ["2024年4月"],
    ["4月7日"],
    ["2024年4月7"],
    ["2024-04-07x"],
    ["2024-04-070"],
    ["2024-04-07 25:00"],
    ["2024-04-07 10:61"],
    ["2024-04-07 10:30:75"],
    ["2024-04-0710:30"],
    ["2024-04-07T10:30Z"],
    ["２０２４－０４－０７"],
    ["2024-04-07 ９:30"],
    ["2024-04-07 10:30:15.1234567890"],
    ["2024-04-07 星期"],
    ["202周日4-04-07"],
    ["tomorrow"],
    ["明天"],
    ["#N/A"],
    ["=TODAY()"],
    [""],
  ])("is refused, and the text is kept for the message: %j", (text) => {
    expect(parseDay(text)).toEqual({ ok: false, error: { code: "not-a-day", found: text } });
  });

  it("is the same day in each of the three spellings", () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const { year, month, day: dayOfMonth } = civil(d);
        for (const text of [
          isoDay(d),
          `${year}/${month}/${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
        ])
          expect(parseDay(text)).toEqual({ ok: true, value: d });
      }),
      seeded,
    );
  });
});
