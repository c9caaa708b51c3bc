import type { CustomerColumn } from "../specs/customers";
import { workdayFrom } from "./workdays";
import {
  countOfNumber,
  countOfText,
  daysLater,
  daysLaterEarly,
  dayThatIs,
  isBlankCell,
  isEarly,
  plainWord,
  readDayCell,
  sameError,
  withoutBlanks,
  type Native,
} from "./text";

/**
 * 原生分身: every custom function as a native formula of Excel 2010 or later, WPS and LibreOffice, for colleagues without
 * the add-in. The twins read the cells of `readingsSheet()` by name, which must stand in the same workbook.
 *
 * They answer what the functions answer, errors included, with these exceptions, all of them a visible #VALUE! in place
 * of an answer and never another answer: a base in Settings that is not this workbook's own; more holidays or years than
 * the readings sheet has room for. Words in mixed width are not known either.
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
    system: "unknown",
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
  const noAgreedDay = `IF(ISERROR(${agreed}),FALSE,${isBlankCell(agreed)})`;
  const begun = `NOT(AND(${agreed}="",${last}="",${grade}<>""))`;
  const everFollowedUp = `IF(ISERROR(${last}),IF(${agreed}="",${sameError(last)},TRUE),${begun})`;
  const asItStands = readDayCell(`IF(${agreed}="",${created},${agreed})`, {
    blank,
    day: (serial) => `IF(crm_twin_roll>=0,${serial})`,
  });
  const counted = byCadence(last, grade);
  return `=${withGrade(grade, `IF(IF(${noAgreedDay},${everFollowedUp}),${counted},${asItStands})`)}`;
}

/** The cadence of a grade counted from a last follow-up. */
function byCadence(last: Native, grade: Native): Native {
  const span = { days: ofGrade(grade, 3), months: ofGrade(grade, 2) };
  const latest = ofGrade(grade, 5);
  const from = dayThatIs(last);
  const isEarlyNumber =
    `IF(OR(ISTEXT(${last}),ISLOGICAL(${last})),FALSE,` +
    `AND(INT(${last})>0,INT(${last})<>60,${isEarly(last)}))`;
  const early = `IF(crm_twin_roll=0,${daysLaterEarly(`INT(${last})`, span)},NA())`;
  // The last follow-up is long where it is text, so that what is too late is kept out without naming it again. No
  // calendar of working days reaches back before March 1900 or up to the last year there is.
  const natural = daysLater(`TEXT(${from},"[>"&${latest}&"]\\x;0")`, span);
  const rolled = daysLater(`MIN(${from},${latest})`, span);
  return (
    `IF(ISERROR(crm_twin_roll),crm_twin_roll,IF(${isBlankCell(grade)},"",` +
    `IF(ISERROR(${last}),${sameError(last)},IF(${isBlankCell(last)},"",IF(${isEarlyNumber},${early},` +
    `IF(crm_twin_roll=0,${natural},${workdayFrom(rolled)}))))))`
  );
}

/**
 * The place of a number among the beginnings of bands. Not MATCH: LibreOffice answers an error of its own where the
 * number is an error.
 */
function bandOf(number: Native, bands: string): Native {
  return `SUMPRODUCT(--(${bands}<=${number}))`;
}

/** Asks for a column of the grades' readings: 2 months, 3 days, 4 days for showing, 5 the last day to count from. */
function ofGrade(grade: Native, column: 2 | 3 | 4 | 5): Native {
  return `VLOOKUP(${withoutBlanks(grade)},crm_twin_grades,${column},FALSE)`;
}

/** The cadences can be used and the grade is a grade or blank; otherwise the function's error. */
function withGrade(grade: Native, answer: Native): Native {
  const known = `SUMPRODUCT(--(crm_twin_grade_words=${plainWord(grade)}))>0`;
  return (
    `IF(ISERROR(crm_twin_cadences),crm_twin_cadences,IF(ISERROR(${grade}),${sameError(grade)},` +
    `IF(OR(${isBlankCell(grade)},${known}),${answer},#VALUE!)))`
  );
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
