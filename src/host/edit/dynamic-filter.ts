import { dateFromSerial } from "numfmt";
import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import type { Workspace } from "./workspace";

/** Filters that depend on today or on the column's mean; https://learn.microsoft.com/javascript/api/excel/excel.dynamicfiltercriteria */
export function dynamicTest(
  workspace: Workspace,
  sheet: Sheet,
  body: Area,
  column: number,
  criteria: string,
): (row: number) => boolean {
  const numberAt = (row: number): number | null => {
    const value = sheet.cells.value(row, column);
    return typeof value === "number" ? value : null;
  };
  if (criteria === "AboveAverage" || criteria === "BelowAverage") {
    const numbers: number[] = [];
    for (let row = body.top; row <= body.bottom; row++) {
      const value = numberAt(row);
      if (value !== null) numbers.push(value);
    }
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return (row) => {
      const value = numberAt(row);
      if (value === null) return false;
      return criteria === "AboveAverage" ? value > mean : value < mean;
    };
  }
  const fits = dayTest(criteria, workspace.calculation.today() + gap(workspace));
  if (fits === null) {
    throw new HostError("ApiNotFound", `The host does not serve the dynamic filter ${criteria}.`);
  }
  return (row) => {
    const value = numberAt(row);
    return value !== null && fits(Math.floor(value) + gap(workspace));
  };
}

/** Days between the date system of the workbook and that of 1900. */
function gap(workspace: Workspace): number {
  return workspace.workbook.date1904 ? 1462 : 0;
}

interface Civil {
  readonly year: number;
  readonly month: number;
}

function civil(serial: number): Civil {
  const [year = 0, month = 0] = dateFromSerial(serial);
  return { year, month };
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const steps: Readonly<Record<string, number>> = { Last: -1, This: 0, Next: 1 };

/** A test for days by their serial number in the 1900 system; null for criteria that name no period. */
function dayTest(criteria: string, today: number): ((day: number) => boolean) | null {
  const period = /^AllDatesInPeriod(.+)$/.exec(criteria)?.[1];
  if (period !== undefined) {
    const quarter = /^Quarter([1-4])$/.exec(period)?.[1];
    if (quarter !== undefined) return (day) => quarterOf(civil(day)) === Number(quarter) - 1;
    // The reference itself spells February so.
    const month = months.indexOf(period === "Februray" ? "February" : period) + 1;
    return month === 0 ? null : (day) => civil(day).month === month;
  }
  if (criteria === "Today") return (day) => day === today;
  if (criteria === "Tomorrow") return (day) => day === today + 1;
  if (criteria === "Yesterday") return (day) => day === today - 1;
  const now = civil(today);
  if (criteria === "YearToDate") return (day) => civil(day).year === now.year && day <= today;
  const [, word = "", unit = ""] =
    /^(Last|This|Next)(Week|Month|Quarter|Year)$/.exec(criteria) ?? [];
  const step = steps[word];
  if (step === undefined) return null;
  const index: Readonly<Record<string, (day: number) => number>> = {
    // Weeks begin on Sunday: serial 1 counts as one.
    Week: (day) => Math.floor((day - 1) / 7),
    Month: (day) => civil(day).year * 12 + civil(day).month,
    Quarter: (day) => civil(day).year * 4 + quarterOf(civil(day)),
    Year: (day) => civil(day).year,
  };
  const of = index[unit];
  return of === undefined ? null : (day) => of(day) === of(today) + step;
}

function quarterOf({ month }: Civil): number {
  return Math.floor((month - 1) / 3);
}
