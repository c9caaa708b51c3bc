import type { ChartAxis } from "../model/chart-parts";

const units: Readonly<Record<string, number>> = {
  Hundreds: 1e2,
  Thousands: 1e3,
  TenThousands: 1e4,
  HundredThousands: 1e5,
  Millions: 1e6,
  TenMillions: 1e7,
  HundredMillions: 1e8,
  Billions: 1e9,
  Trillions: 1e12,
};

/** What an axis' values are divided by before they are shown. */
export function displayUnitOf({ displayUnit, customDisplayUnit }: ChartAxis): number {
  if (displayUnit === "Custom") return customDisplayUnit ?? 1;
  return units[displayUnit ?? ""] ?? 1;
}

/** The words beside an axis whose values are divided, in the workbook's language; "" where none are shown. */
export function displayUnitWords(axis: ChartAxis, locale: "zh-CN" | "en-US"): string {
  const unit = displayUnitOf(axis);
  if (unit === 1 || axis.showDisplayUnitLabel === false) return "";
  if (axis.displayUnit === "Custom") return `x ${unit}`;
  const words = locale === "zh-CN" ? chineseWords : englishWords;
  return words[axis.displayUnit ?? ""] ?? "";
}

const englishWords: Readonly<Record<string, string>> = {
  Hundreds: "Hundreds",
  Thousands: "Thousands",
  TenThousands: "x 10000",
  HundredThousands: "x 100000",
  Millions: "Millions",
  TenMillions: "x 10000000",
  HundredMillions: "x 100000000",
  Billions: "Billions",
  Trillions: "Trillions",
};

const chineseWords: Readonly<Record<string, string>> = {
  Hundreds: "百",
  Thousands: "千",
  TenThousands: "万",
  HundredThousands: "十万",
  Millions: "百万",
  TenMillions: "千万",
  HundredMillions: "亿",
  Billions: "十亿",
  Trillions: "万亿",
};
