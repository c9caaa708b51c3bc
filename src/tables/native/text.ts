import { plainer } from "../../domain/day-text";

/**
 * Pieces of native formulas: how a cell is read as a word or as a day with nothing newer than Excel 2007. Without LET a
 * value that is needed twice is written twice, so pieces are kept short.
 */

/** A native expression without "=", in English names and commas, as files hold it. */
export type Native = string;

/** Any error but #N/A, which stays what it is, as in the cell functions. */
export function sameError(cell: Native): Native {
  return `IF(ISNA(${cell}),NA(),#VALUE!)`;
}

/** A text within a formula. */
export function literal(text: string): Native {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A word without case and spaces; both widths of the space. */
export function plainWord(cell: Native): Native {
  return `LOWER(${withoutBlanks(cell)})`;
}

/** A word without spaces, where case is not looked at. */
export function withoutBlanks(word: Native): Native {
  return `SUBSTITUTE(SUBSTITUTE(${word}," ",""),"　","")`;
}

/** Whether a cell that is no error holds nothing: blank, spaces or 0. */
export function isBlankCell(cell: Native): Native {
  return `IF(ISTEXT(${cell}),${isBlankText(cell)},IF(ISLOGICAL(${cell}),FALSE,${cell}=0))`;
}

function isBlankText(cell: Native): Native {
  return `TRIM(${inPlainer(cell, plainer.blanks)})=""`;
}

/** What becomes of a day that was read, and of a blank. */
export interface DayUse {
  readonly blank: Native;
  /** Of a serial number; the text may repeat it, but it is very long where the cell holds text. */
  readonly day: (serial: Native) => Native;
  /** Of a serial number written as a number; left out, as `day`. */
  readonly number?: (serial: Native) => Native;
  /** Whether the function can tell the date system; where it cannot, numbers are of the 1900 system. */
  readonly system?: "known" | "unknown";
}

/** A cell read as a day: blanks, serial numbers with or without a time, and text. Everything else is #VALUE!. */
export function readDayCell(cell: Native, use: DayUse): Native {
  const { system = "known" } = use;
  const whole = `INT(${cell})`;
  const isDay =
    system === "unknown"
      ? `IF(OR(${whole}<1,${whole}>2958465,${whole}=60),#VALUE!,TRUE)`
      : `LOOKUP(${whole},crm_twin_from,crm_twin_ok)`;
  const number = `IF(${isDay},${(use.number ?? use.day)(whole)})`;
  const text = `IF(${isBlankText(cell)},${use.blank},${use.day(textDay(cell, system))})`;
  return (
    `IF(ISERROR(${cell}),${sameError(cell)},IF(ISTEXT(${cell}),${text},` +
    `IF(ISLOGICAL(${cell}),#VALUE!,IF(${cell}=0,${use.blank},${number}))))`
  );
}

/** The serial number of the day in a cell that is neither blank nor an error; #VALUE! for what is no day. */
export function dayThatIs(cell: Native): Native {
  return `IF(ISTEXT(${cell}),${textDay(cell)},IF(ISLOGICAL(${cell}),#VALUE!,${dayNumber(cell)}))`;
}

function dayNumber(cell: Native): Native {
  return `IF(LOOKUP(INT(${cell}),crm_twin_from,crm_twin_ok),INT(${cell}))`;
}

/**
 * The serial number of a day written as text; #VALUE! for what is none. The text is put into plainer words as the cell
 * functions do it (`plainer`), then looked up twice: with every digit a 0 it must be one of the accepted shapes, and each
 * of its numbers must be found in the row of those that can stand in its place. What the calendar lacks, as the 30
 * February, DATEVALUE refuses; it reads year-month-day in every language.
 */
export function textDay(cell: Native, system: "known" | "unknown" = "known"): Native {
  const words = `TRIM(${inPlainer(`LOWER(${cell})`, [...plainer.blanks, ...plainer.words])})`;
  const shape = inPlainer(`TRIM(${inPlainer(words, plainer.gaps)})`, [
    ...Array.from("123456789", (digit) => [digit, "0"] as const),
  ]);
  const beforeDay = plainer.gaps.filter(([from]) => !from.includes("日"));
  const parted = inPlainer(
    `TRIM(${inPlainer(words, [...beforeDay, ["日", " "]])})`,
    Array.from("/年月 t:.时分秒", (sign) => [sign, "-"] as const),
  );
  // The year is parted, too: each number has two digits at most then, and 0 in front of one that is not there.
  const parts =
    `0&TRIM(MID(SUBSTITUTE(REPLACE(${parted},3,0,"-"),"-",REPT(" ",${partWidth})),` +
    `crm_twin_starts,${partWidth}))`;
  const count = `SUMPRODUCT(MID(crm_twin_numbers,2*(${parts})+1,2)*crm_twin_weights)`;
  const format = system === "known" ? "crm_twin_format" : literal(dayFormat(19_040_101));
  return (
    `IFERROR(DATEVALUE(TEXT(IF(SUMPRODUCT(--EXACT(crm_twin_shapes,${shape})),${count}),` +
    `${format})),#VALUE!)`
  );
}

function inPlainer(text: Native, steps: readonly (readonly [string, string])[]): Native {
  return steps.reduce((each, [from, to]) => `SUBSTITUTE(${each},"${from}","${to}")`, text);
}

/** Writes 20240407 as DATEVALUE reads it; a day before the first as what it does not read. */
export function dayFormat(first: number): string {
  return `[<${first}]\\x;0000\\-00\\-00`;
}

/** A day of the calendar as CRM.OVERDUEDAYS numbers it: it has no settings to tell it the date system. */
export function countOfText(serial: Native): Native {
  return `${serial}+36526-crm_twin_base`;
}

/** A serial number as CRM.OVERDUEDAYS counts it: those before the 29 February 1900 that never was are one off. */
export function countOfNumber(serial: Native): Native {
  return `${serial}+(${serial}<60)`;
}

/** A span in days or in months, one of them 0. */
export interface NativeSpan {
  readonly days: Native;
  readonly months: Native;
}

/** The day a span after a serial number; an error, or in LibreOffice a year 10,000, where Excel has no such day. */
export function daysLater(serial: Native, { days, months }: NativeSpan): Native {
  return `EDATE(${serial}+${days},${months})`;
}

/** Whether a serial number stands before 1 March 1900, where Excel's calendar is not the real one. */
export function isEarly(serial: Native): Native {
  return `AND(crm_twin_first=1,${serial}<61)`;
}

/** `daysLater` for such a number: counted 400 years later, where the calendar is the same and real. */
export function daysLaterEarly(serial: Native, { days, months }: NativeSpan): Native {
  const later = `EDATE(${serial}+146098+${days},${months})-146097`;
  return `${later}-(${later}<61)`;
}

/** What may stand behind a day and a sign in between, with every digit a 0. */
const timeShapes: readonly string[] = ["0", "00"].flatMap((hour) => [
  ...["", ":00"].map((second) => `${hour}:00${second}`),
  ...Array.from("123456789", (digits) => `${hour}:00:00.${"0".repeat(Number(digits))}`),
  ...["", "0分", "00分", "0分0秒", "0分00秒", "00分0秒", "00分00秒"].map(
    (rest) => `${hour}时${rest}`,
  ),
]);

/** Every accepted spelling of a day in plainer words, with every digit a 0. */
export const dayShapes: readonly string[] = [
  ["-", "-", "", " t"],
  ["/", "/", "", " t"],
  ["年", "月", "日", " "],
].flatMap(([afterYear = "", afterMonth = "", end = "", between = ""]) =>
  ["0", "00"].flatMap((month) =>
    ["0", "00"].flatMap((day) => {
      const shape = `0000${afterYear}${month}${afterMonth}${day}${end}`;
      return [
        shape,
        ...Array.from(between, (sign) => timeShapes.map((time) => shape + sign + time)).flat(),
      ];
    }),
  ),
);

/** Blanks between the parts of a day while they are taken apart: more than all parts together are long. */
const partWidth = 50;

/** A part of a day's text that is a number of two digits at most. */
interface DayPart {
  /** Two characters for each number that may stand there, from 0 on: what it counts for, or what is no number. */
  readonly numbers: string;
  /** Where it is looked for once the parts stand apart. */
  readonly start: number;
  /** What it is worth in a number such as 20240407. */
  readonly weight: number;
}

/** The first and the last two digits of the year, month, day, hour, minute, second. */
export const dayParts: readonly DayPart[] = (
  [
    [twoDigits(0, 99), 1_000_000],
    [twoDigits(0, 99), 10_000],
    [`xx${twoDigits(1, 12)}`, 100],
    [`xx${twoDigits(1, 31)}`, 1],
    ["00".repeat(25), 0],
    ["00".repeat(60), 0],
    ["00".repeat(60), 0],
  ] as const
).map(([numbers, weight], index) => ({ numbers, start: 1 + index * partWidth, weight }));

function twoDigits(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) =>
    String(from + index).padStart(2, "0"),
  ).join("");
}
