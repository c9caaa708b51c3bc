/** Number formats that a file names only by number (ECMA-376 part 1, 18.8.30), as en-US Excel spells them. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, "$#,##0_);($#,##0)"],
  [6, "$#,##0_);[Red]($#,##0)"],
  [7, "$#,##0.00_);($#,##0.00)"],
  [8, "$#,##0.00_);[Red]($#,##0.00)"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [41, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'],
  [42, '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  [44, '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)'],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  ...chineseFormats(),
]);

/** Numbers 27–36 and 50–58 mean these only in Chinese Excel, which writes them without a format code. */
function chineseFormats(): [number, string][] {
  const yearMonth = 'yyyy"年"m"月"';
  const monthDay = 'm"月"d"日"';
  const halfDay = 'AM/PMh"时"mm"分"';
  return [
    ...[27, 36, 50, 52, 57].map((id): [number, string] => [id, yearMonth]),
    ...[28, 29, 51, 53, 54, 58].map((id): [number, string] => [id, monthDay]),
    [30, "m-d-yy"],
    [31, 'yyyy"年"m"月"d"日"'],
    [32, 'h"时"mm"分"'],
    [33, 'h"时"mm"分"ss"秒"'],
    ...[34, 55].map((id): [number, string] => [id, halfDay]),
    ...[35, 56].map((id): [number, string] => [id, `${halfDay}ss"秒"`]),
  ];
}

/** Spelled the same in every locale, so that they can be written by number; dates follow the reader's locale by number 14. */
const stableIds: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, 48, 49].map(
    (id) => [builtInFormats.get(id) ?? "", id],
  ),
);

/** The built-in number of a format code; undefined where it must be written out. */
export function builtInId(format: string): number | undefined {
  return format === "General" ? 0 : stableIds.get(format);
}
