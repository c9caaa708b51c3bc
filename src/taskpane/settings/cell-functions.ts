import type { Language } from "../../tables/schema";

/** A function of ours as a person types it into a cell. */
export interface CellFunction {
  /** As Excel names it and its arguments; the same in every language. */
  readonly signature: string;
  readonly about: Readonly<Record<Language, string>>;
  /** With the names of the settings, so that it follows the sheet Settings. */
  readonly example: string;
}

/** What can be typed into cells. A test holds signatures and descriptions to what Excel itself is told. */
export const cellFunctions: readonly CellFunction[] = [
  {
    signature: "CRM.GRADE(demand, [expected_close], [as_of], [horizons])",
    about: {
      zh: "客户的跟进等级 A 至 E，依需求状况和预计成交日而定；尚不能定级时为空白。",
      en: "Follow-up grade A to E of a customer, from demand and expected close day. Blank when it cannot be graded yet.",
    },
    example: "=CRM.GRADE(D2, E2, crm_as_of, crm_horizons)",
  },
  {
    signature: "CRM.NEXTFOLLOWUP(grade, last_followup, [agreed_day], [cadences], [holidays])",
    about: {
      zh: "客户的下次跟进日（日期序列号，请设为日期格式）；无从算起时为空白。",
      en: "Day a customer is to be followed up next, as a date serial number. Blank when there is no day to count from.",
    },
    example: "=CRM.NEXTFOLLOWUP(K2, F2, , crm_cadences)",
  },
  {
    signature: "CRM.OVERDUEDAYS(next_followup, [as_of])",
    about: {
      zh: "跟进逾期的天数；今天或以后到期为 0，没有日期则为空白。",
      en: "Days a follow-up is overdue; 0 when it is due today or later. Blank without a day.",
    },
    example: "=CRM.OVERDUEDAYS(L2, crm_as_of)",
  },
  {
    signature: "CRM.CADENCE(grade, [cadences])",
    about: {
      zh: "某等级的跟进周期天数。一个月按 30 天、一年按 365 天计。",
      en: "Days between follow-ups of a grade. A month counts as 30 days and a year as 365.",
    },
    example: '=CRM.CADENCE("A", crm_cadences)',
  },
  {
    signature: "CRM.URGENCY(handle_by, [as_of], [bounds])",
    about: {
      zh: "按需处理日判断的紧急程度：紧急、缓急、不紧急 或 可慢反应；没有日期则为空白。",
      en: "Urgency of a customer by the day it must be handled: Urgent, Soon, Unhurried or Slow. Blank without a day.",
    },
    example: "=CRM.URGENCY(L2, crm_as_of, crm_urgency)",
  },
];
