import type { CustomerColumn } from "../specs/customers";
import {
  countOfNumber,
  countOfText,
  daysLater,
  daysLaterEarly,
  isBlankCell,
  isEarly,
  plainWord,
  readDayCell,
  sameError,
  textDay,
  type Native,
} from "./text";

/**
 * 原生分身: every custom function as a native formula of Excel 2010 or later, WPS and LibreOffice, for colleagues without
 * the add-in. The twins read the cells of `readingsSheet()` by name, which must stand in the same workbook.
 *
 * They answer what the functions answer, errors included, with these exceptions, all of them a visible #VALUE! in place
 * of an answer and never another answer: text days with a weekday and a time, 上午/下午, AM/PM, 时分秒, fractions of a second,
 * full-width digits or spaces between the parts, text days before 1901 (1904 in the 1904 date
 * system), a last follow-up written as text after 9898; a base in
 * Settings that is not this workbook's own; more holidays or years than the readings sheet has room for. Words in mixed
 * width are not known either.
 */

/** CRM.GRADE({demand}, {expectedClose}, crm_as_of, crm_horizons); rules G1–G6. */
export function gradeTwin(demand: Native, expectedClose: Native): Native {
  const known = `SUMPRODUCT(MAX((crm_twin_demand_words=${plainWord(demand)})*crm_twin_demand_places))`;
  const need = `IF(${isBlankCell(demand)},1,CHOOSE(1+${known},#VALUE!,2,3,4))`;
  const close = readDayCell(expectedClose, { blank: "0", day: (serial) => `${serial}+1` });
  // One row of five letters for each demand: no close day, past or within A, B, C, later.
  const letters = '"      ABCDDDDDDEEEEE"';
  return (
    `=IF(ISERROR(crm_twin_horizons),crm_twin_horizons,IF(ISERROR(crm_twin_as_of),crm_twin_as_of,` +
    `IF(ISERROR(${demand}),${sameError(demand)},` +
    `TRIM(MID(${letters},${need}*5-5+${bandOf(close, "crm_twin_grade_bands")},1)))))`
  );
}

/** CRM.URGENCY({handleBy}, crm_as_of, crm_urgency); rule D3. */
export function urgencyTwin(handleBy: Native): Native {
  const day = readDayCell(handleBy, { blank: "0", day: (serial) => `${serial}+1` });
  return (
    `=IF(ISERROR(crm_twin_urgency),crm_twin_urgency,IF(ISERROR(crm_twin_as_of),crm_twin_as_of,` +
    `INDEX(crm_twin_urgency_words,${bandOf(day, "crm_twin_urgency_bands")})))`
  );
}

/** CRM.OVERDUEDAYS({nextFollowUp}, crm_as_of); rule F5. */
export function overdueDaysTwin(nextFollowUp: Native): Native {
  const overdue = (count: Native) => `MAX(0,crm_twin_as_of_count-(${count}))`;
  const days = readDayCell(nextFollowUp, {
    blank: '""',
    day: (serial) => overdue(countOfText(serial)),
    number: (serial) => overdue(countOfNumber(serial)),
    numbersAs1900: true,
  });
  return `=IF(ISERROR(crm_twin_as_of_count),crm_twin_as_of_count,${days})`;
}

/** CRM.CADENCE({grade}, crm_cadences); rule F1. */
export function cadenceTwin(grade: Native): Native {
  return `=${withGrade(grade, `IF(${isBlankCell(grade)},"",${ofGrade(grade, 4)})`)}`;
}

/**
 * The computed column of customers.ts: CRM.NEXTFOLLOWUP with the day the customer was created in place of an agreed one
 * where there has been no follow-up; rules F1–F4.
 */
export function nextFollowUpTwin(cells: {
  readonly grade: Native;
  readonly lastFollowUp: Native;
  readonly agreedDay: Native;
  readonly createdDay: Native;
}): Native {
  const { grade, lastFollowUp: last, agreedDay: agreed, createdDay: created } = cells;
  const blank = 'IF(crm_twin_roll>=0,"")';
  const lastIsRead = `${readDayCell(last, { blank: "0", day: () => "0" })}=0`;
  const noAgreedDay = `IF(ISERROR(${agreed}),FALSE,${isBlankCell(agreed)})`;
  const everFollowedUp = `NOT(AND(${agreed}="",${last}="",${grade}<>""))`;
  const asItStands = readDayCell(`IF(${agreed}="",${created},${agreed})`, {
    blank,
    day: (serial) => `IF(crm_twin_roll>=0,${serial})`,
  });
  return `=${withGrade(
    grade,
    `IF(${lastIsRead},IF(IF(${noAgreedDay},${everFollowedUp}),${byCadence(last, grade, blank)},${asItStands}))`,
  )}`;
}

/** The cadence counted from a last follow-up already known to be readable. */
function byCadence(last: Native, grade: Native, blank: Native): Native {
  const span = { days: ofGrade(grade, 3), months: ofGrade(grade, 2) };
  const number = `INT(${last})`;
  const fromText = daysLater(textDay(last).day, span);
  const fromNumber = daysLater(number, span);
  return (
    `IF(OR(${isBlankCell(grade)},${isBlankCell(last)}),${blank},IF(ISTEXT(${last}),` +
    `IF(LEFT(TRIM(${last}),4)>"9898",#VALUE!,${rolled(fromText)}),` +
    // No calendar of working days reaches back before March 1900.
    `IF(${isEarly(number)},IF(crm_twin_roll=0,${daysLaterEarly(number, span)},NA()),` +
    `IF(IFERROR(${fromNumber},1E7)>crm_twin_last,IF(crm_twin_roll=0,#VALUE!,NA()),${rolled(fromNumber)}))))`
  );
}

/**
 * The place of a number among the beginnings of bands. Not MATCH: LibreOffice answers an error of its own where the
 * number is an error.
 */
function bandOf(number: Native, bands: string): Native {
  return `SUMPRODUCT(--(${bands}<=${number}))`;
}

/** Asks for a column of the grades' readings: 2 months, 3 days, 4 days for showing. */
function ofGrade(grade: Native, column: 2 | 3 | 4): Native {
  return `VLOOKUP(${plainWord(grade)},crm_twin_grades,${column},FALSE)`;
}

/** The cadences can be used and the grade is a grade or blank; otherwise the function's error. */
function withGrade(grade: Native, answer: Native): Native {
  const known = `SUMPRODUCT(--(crm_twin_grade_words=${plainWord(grade)}))>0`;
  return (
    `IF(ISERROR(crm_twin_cadences),crm_twin_cadences,IF(ISERROR(${grade}),${sameError(grade)},` +
    `IF(OR(${isBlankCell(grade)},${known}),${answer},#VALUE!)))`
  );
}

/** Moved to a working day where that is switched on; #N/A in a year without published holidays. */
function rolled(serial: Native): Native {
  return `IF(crm_twin_roll=0,${serial},LOOKUP(${serial},crm_twin_calendar,crm_twin_calendar_next))`;
}

/** The computed columns of the customers table that call custom functions, and their twins, with `{columnId}`. */
export const customerTwins = {
  grade: gradeTwin("{demand}", "{expectedClose}"),
  nextFollowUp: nextFollowUpTwin({
    grade: "{grade}",
    lastFollowUp: "{lastFollowUp}",
    agreedDay: "{agreedDay}",
    createdDay: "{createdDay}",
  }),
  urgency: urgencyTwin("{nextFollowUp}"),
} as const satisfies Partial<Record<CustomerColumn, Native>>;
