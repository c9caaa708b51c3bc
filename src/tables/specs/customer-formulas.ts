import { importances } from "../../domain/importance";
import type { Words } from "../schema";

const [important, ordinary] = ["important", "ordinary"].map(
  (code) => importances.find((entry) => entry.code === code)?.title,
) as [Words, Words];

/** G1–G6. */
export const gradeFormula = "=CRM.GRADE({demand},{expectedClose},crm_as_of,crm_horizons)";

// F2: one never followed up is due on the day it was created. That day goes where an agreed one would, because both
// stand as they are, without a roll to a working day; and the function understands a day written as text.
export const nextFollowUpFormula =
  "=CRM.NEXTFOLLOWUP({grade},{lastFollowUp}," +
  'IF({agreedDay}<>"",{agreedDay},IF(AND({grade}<>"",{lastFollowUp}=""),{createdDay},"")),' +
  'crm_cadences,IF(OR(crm_workday_roll="on",crm_workday_roll="开"),crm_holidays,""))';

/** F5, G6. */
export const stateFormulas: Words = {
  zh: stateFormula({
    unreadable: "无法计算",
    ungraded: "未定级",
    unscheduled: "未排期",
    overdue: ["逾期 ", " 天", " 天"],
    today: "今天",
    soon: "即将",
    later: "以后",
    reestimate: " · 需重估",
  }),
  en: stateFormula({
    unreadable: "Cannot be worked out",
    ungraded: "Ungraded",
    unscheduled: "Not scheduled",
    overdue: ["", " day overdue", " days overdue"],
    today: "Today",
    soon: "Soon",
    later: "Later",
    reestimate: " · re-estimate",
  }),
};

export const urgencyFormula = "=CRM.URGENCY({nextFollowUp},crm_as_of,crm_urgency)";

export const importanceFormulas: Words = {
  zh: importanceFormula(important.zh, ordinary.zh),
  en: importanceFormula(important.en, ordinary.en),
};

interface StateWords {
  readonly unreadable: string;
  readonly ungraded: string;
  readonly unscheduled: string;
  /** Before the number of days, after one day, after several. */
  readonly overdue: readonly [before: string, one: string, several: string];
  readonly today: string;
  readonly soon: string;
  readonly later: string;
  readonly reestimate: string;
}

/** F5 and G6 in native functions, by Excel's own clock: right on any morning, with or without the add-in. */
function stateFormula(words: StateWords): string {
  const next = "{nextFollowUp}";
  const [before, one, several] = words.overdue;
  const days = `(TODAY()-${next})`;
  const afterDays = one === several ? `"${one}"` : `IF(${days}=1,"${one}","${several}")`;
  const overdue = `${before === "" ? "" : `"${before}"&`}${days}&${afterDays}`;
  const scheduled =
    `IF(${next}<TODAY(),${overdue},IF(${next}=TODAY(),"${words.today}",` +
    `IF(${next}<=TODAY()+N(crm_due_soon),"${words.soon}","${words.later}")))`;
  // "--" reads a day written as text, as the rules do; what is no day at all asks for no new estimate.
  const closePast = "IFERROR(--{expectedClose}<TODAY(),FALSE)";
  const reestimate = `IF({grade}<>"A","",IF({expectedClose}="","",IF(${closePast},"${words.reestimate}","")))`;
  return (
    `=IF({name}="","",IF(OR(ISERROR({grade}),ISERROR(${next})),"${words.unreadable}",` +
    `IF({grade}="","${words.ungraded}",IF(${next}="","${words.unscheduled}",${scheduled})&${reestimate})))`
  );
}

/** D2; a blank amount or an unconfigured threshold leaves it blank. */
function importanceFormula(importantWord: string, ordinaryWord: string): string {
  return (
    "=IF(AND(ISNUMBER({potentialAmount}),ISNUMBER(crm_importance))," +
    `IF({potentialAmount}>=crm_importance,"${importantWord}","${ordinaryWord}"),"")`
  );
}
