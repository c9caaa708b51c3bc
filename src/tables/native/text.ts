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
  return `LOWER(SUBSTITUTE(SUBSTITUTE(${cell}," ",""),"　",""))`;
}

/** Whether a cell that is no error holds nothing: blank, spaces or 0. */
export function isBlankCell(cell: Native): Native {
  return `IF(ISTEXT(${cell}),TRIM(SUBSTITUTE(${cell},"　"," "))="",IF(ISLOGICAL(${cell}),FALSE,${cell}=0))`;
}

/** What becomes of a day that was read, and of a blank. */
export interface DayUse {
  readonly blank: Native;
  /** Of a serial number; the text may repeat it, but it is long where the cell holds text. */
  readonly day: (serial: Native) => Native;
  /** Of a serial number written as a number; left out, as `day`. */
  readonly number?: (serial: Native) => Native;
  /** Numbers are of the 1900 system whatever the workbook says. */
  readonly numbersAs1900?: boolean;
}

/**
 * A cell read as a day: blanks, serial numbers with or without a time, and text such as 2024-04-07, 2024/4/7,
 * 2024年4月7日, also with 9:30, 09:30:15 or a weekday after it. Everything else is #VALUE!.
 *
 * Other spellings the cell functions understand (weekdays with a time or right after digits, 上午, AM, full-width digits
 * and spaces, days before 1901) are refused, never read as another day.
 */
export function readDayCell(cell: Native, use: DayUse): Native {
  const whole = `INT(${cell})`;
  // Serial 60 is a 29 February that never was, in the system whose first serial is 1.
  const outside =
    use.numbersAs1900 === true
      ? `OR(${whole}<1,${whole}>2958465,${whole}=60)`
      : `OR(${whole}<crm_twin_first,${whole}>crm_twin_last,AND(crm_twin_first=1,${whole}=60))`;
  const number = `IF(${outside},#VALUE!,${(use.number ?? use.day)(whole)})`;
  const { day, isDay } = textDay(cell);
  const text = `IF(TRIM(SUBSTITUTE(${cell},"　"," "))="",${use.blank},IF(${isDay},${use.day(day)},#VALUE!))`;
  return (
    `IF(ISERROR(${cell}),${sameError(cell)},IF(ISTEXT(${cell}),${text},` +
    `IF(ISLOGICAL(${cell}),#VALUE!,IF(${cell}=0,${use.blank},${number}))))`
  );
}

/**
 * Text as a day, and whether it is one. The day is worked out without minding how it is spelled; then the spelling is compared with every accepted one of
 * that day, which are few. That catches the 30 February, mixed separators and all stray characters at once.
 */
export function textDay(cell: Native): { readonly day: Native; readonly isDay: Native } {
  const text = `TRIM(${cell})`;
  const end = `MIN(FIND({" ","T","日"},${text}&" T日"))`;
  const digits = (part: Native) =>
    `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${part},"-",""),"/",""),"月","")`;
  const day = `DATE(LEFT(${text},4),${digits(`MID(${text},6,2)`)},${digits(`RIGHT(LEFT(${text},${end}-1),2)`)})`;
  const time = `TRIM(MID(${text},${end}+1,LEN(${text})))`;
  const spelled = `SUMPRODUCT(--(TRIM(SUBSTITUTE(LEFT(${text},${end}),"T"," "))=TEXT(${day},crm_twin_day_shapes)))`;
  // The 0 in front keeps a sign from being read as one.
  const timeSpelled = `SUMPRODUCT(--(${time}=TEXT(("0"&SUBSTITUTE(${time},":",""))+0,crm_twin_time_shapes)))`;
  const timeInRange =
    `COUNT(FIND({":6",":7",":8",":9"},${time}))+` +
    `(MID(${time},3,1)=":")*(LEFT(${time},2)>"24")=0`;
  // What is no time leads to an error in what reads one, so that weekdays are looked at first.
  const isWeekday = `SUMPRODUCT(--(MID(${text},${end},9)=crm_twin_weekdays))`;
  const isTime =
    `IF(${time}="",RIGHT(${text},1)<>"T",` +
    `IF(${isWeekday},TRUE,AND(${timeSpelled}>0,${timeInRange})))`;
  return { day, isDay: `IFERROR(AND(LEFT(${text},4)>"1900",${spelled}>0,${isTime}),FALSE)` };
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

const separators = [
  ["-", "-", ""],
  ["\\/", "\\/", ""],
  ['"年"', '"月"', '"日"'],
] as const;

/** The formats that spell a day in the accepted ways. */
export const dayShapes: readonly string[] = separators.flatMap(([afterYear, afterMonth, end]) =>
  ["m", "mm"].flatMap((month) =>
    ["d", "dd"].map((day) => `yyyy${afterYear}${month}${afterMonth}${day}${end}`),
  ),
);

/** The weekdays that may follow a day, with what stands between: a space, or the day's own 日. */
export const weekdayWords: readonly string[] = [" ", "日", "日 "].flatMap((between) =>
  ["星期", "周", "礼拜"].flatMap((week) =>
    Array.from("日天一二三四五六", (day) => between + week + day),
  ),
);

/** The formats that spell the digits of a time in the accepted ways. */
export const timeShapes: readonly string[] = ["0\\:00", "00\\:00", "0\\:00\\:00", "00\\:00\\:00"];
