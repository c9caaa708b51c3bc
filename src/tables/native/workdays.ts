import { dayKinds } from "../../domain/day-kind";
import { isBlankCell, readDayCell, sameError, type Native } from "./text";
import { placeOf } from "./words";
import type { DraftColumn, SheetDraft } from "./readings-sheet";

/** Rows of Holidays that are read; with more the roll is #VALUE!. */
export const mostHolidays = 600;
/** Years from the first published one that the roll reaches; with entries beyond them it is #VALUE!. */
export const mostCalendarYears = 12;
/** With a day before and one after, of which nothing is known. */
const calendarRows = mostCalendarYears * 366 + 2;

interface HolidayColumns {
  readonly day: DraftColumn;
  readonly kind: DraftColumn;
  readonly conflict: DraftColumn;
}

/**
 * Reads the holidays and lays out, for every day of the published years, the first working day on or after it; rule F3.
 * Days of a year without entries have #N/A, never a guess by weekday.
 */
export function draftWorkdays(draft: SheetDraft): void {
  const holidays = draftHolidays(draft);
  draftRoll(draft, holidays);
  draftCalendar(draft, holidays);
}

function draftHolidays(draft: SheetDraft): HolidayColumns {
  const rows = Array.from({ length: mostHolidays }, (_, row) => row);
  const cellOf = (column: number) =>
    `=IF(ROWS(crm_holidays)<ROW()-1,"",INDEX(crm_holidays,ROW()-1,${column}))`;
  const dayCell = draft.column(
    "holiday cell",
    rows.map(() => cellOf(1)),
  );
  const kindCell = draft.column(
    "kind cell",
    rows.map(() => cellOf(2)),
  );
  const day = draft.column(
    "holiday",
    rows.map((row) => {
      const [cell, kind] = [dayCell.filled(row), kindCell.filled(row)];
      const noKind = `IF(ISERROR(${kind}),FALSE,${isBlankCell(kind)})`;
      const blank = `IF(${noKind},"",#VALUE!)`;
      return `=${readDayCell(cell, { blank, day: (serial) => serial })}`;
    }),
  );
  const kind = draft.column(
    "1 off, 2 work",
    rows.map((row) => {
      const cell = kindCell.filled(row);
      const read = `IF(${isBlankCell(cell)},#VALUE!,CHOOSE(1+${placeOf(cell, dayKinds)},#VALUE!,1,2))`;
      return `=IF(${day.filled(row)}="","",IF(ISERROR(${cell}),${sameError(cell)},${read}))`;
    }),
  );
  const conflict = draft.column(
    "both kinds",
    rows.map((row) => {
      const other = `COUNTIFS(${day.cells()},${day.filled(row)},${kind.cells()},3-${kind.filled(row)})`;
      return `=IF(${kind.filled(row)}="",0,${other})`;
    }),
  );
  return { day, kind, conflict };
}

/** 0: natural days. 1: working days. Otherwise the error the function answers for the holidays. */
function draftRoll(draft: SheetDraft, { day, conflict }: HolidayColumns): void {
  const conflicts = conflict.cells();
  const years = `IF(COUNT(${day.cells()})=0,0,YEAR(MAX(${day.cells()}))-YEAR(MIN(${day.cells()})))`;
  const usable =
    `IF(ROWS(crm_holidays)>${mostHolidays},#VALUE!,IF(SUMPRODUCT(--ISNA(${conflicts}))>0,NA(),` +
    `IF(SUMPRODUCT(--ISERROR(${conflicts}))>0,#VALUE!,` +
    `IF(OR(SUM(${conflicts})>0,${years}>=${mostCalendarYears}),#VALUE!,1))))`;
  const isOn = `OR(crm_workday_roll="on",crm_workday_roll="开")`;
  draft.readings("workdays", [
    [
      "crm_twin_roll",
      `IF(ISERROR(crm_workday_roll),${sameError("crm_workday_roll")},IF(${isOn},${usable},0))`,
    ],
    [
      "crm_twin_first_year",
      `IF(COUNT(${day.cells()})=0,YEAR(crm_twin_base),YEAR(MIN(${day.cells()})))`,
    ],
    ["crm_twin_eve", "DATE(crm_twin_first_year,1,1)-2"],
  ]);
}

function draftCalendar(draft: SheetDraft, { day, kind }: HolidayColumns): void {
  const known = draft.column(
    "year known",
    Array.from({ length: mostCalendarYears + 1 }, (_, index) => {
      const year = `crm_twin_first_year+${index}`;
      const after = `COUNTIF(${day.cells()},">="&DATE(${year},1,1))`;
      return `=${after}>COUNTIF(${day.cells()},">="&DATE(${year}+1,1,1))`;
    }),
  );
  const rows = Array.from({ length: calendarRows }, (_, row) => row);
  const calendar = draft.column("day", (own) =>
    rows.map((row) => (row === 0 ? "=crm_twin_eve+1" : `=${own.filled(row - 1)}+1`)),
  );
  draft.column(
    "working day",
    (own) =>
      rows.map((row) => {
        if (row === 0 || row === calendarRows - 1) return "=NA()";
        const cell = calendar.filled(row);
        const listed = `IFERROR(INDEX(${kind.cells()},MATCH(${cell},${day.cells()},0)),0)`;
        const isWorkday = `CHOOSE(1+${listed},WEEKDAY(${cell},2)<6,FALSE,TRUE)`;
        const isKnown = `INDEX(${known.cells()},YEAR(${cell})-crm_twin_first_year+1)`;
        return `=IF(${isKnown},IF(${isWorkday},${cell},${own.filled(row + 1)}),NA())`;
      }),
    "crm_twin_workdays",
  );
}

/** The first working day on or after a serial number. Not LOOKUP: LibreOffice makes an error of its own of one looked up. */
export function workdayFrom(serial: Native): Native {
  return `INDEX(crm_twin_workdays,MAX(1,MIN(${calendarRows},${serial}-crm_twin_eve)))`;
}
