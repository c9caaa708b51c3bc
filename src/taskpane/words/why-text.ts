import type { Entry } from "../../app/today/customer-view";
import type { Day } from "../../domain/day";
import type { FollowUpState } from "../../domain/follow-up-state";
import type { Language } from "../../tables/schema";
import { shortDay } from "./day-text";
import type { WhyWords } from "./pane-words";
import { words } from "./words";

function stateText(state: FollowUpState, why: WhyWords): string | null {
  switch (state.kind) {
    case "overdue":
      return why.overdue(state.days);
    case "today":
      return why.dueToday;
    case "soon":
    case "later":
      return why.due(state.days);
    case "ungraded":
      return null;
  }
}

/** Where the next day comes from; null where the grade's cadence says it already. */
function basisText({ why: facts }: Entry, why: WhyWords, dayText: (day: Day) => string) {
  switch (facts.basis) {
    case "agreed":
    case "cadence":
      return null;
    case "created":
      return facts.since === null ? null : why.created(dayText(facts.since));
    case "no-start":
      return why.noStart;
    case "ungraded":
      return facts.ungradedBecause === "demand-missing"
        ? why.demandMissing
        : facts.ungradedBecause === "close-day-missing"
          ? why.closeDayMissing
          : why.ungraded;
  }
}

export interface WhyPart {
  readonly text: string;
  /** state: how the customer stands to today · warning: something to mend · reason: the rest. */
  readonly role: "reason" | "state" | "warning";
}

/** The clauses of `whyText`, so that a view can set the state apart. */
export function whyParts(entry: Entry, asOf: Day, language: Language): readonly WhyPart[] {
  const { why } = words[language];
  const { grade, next } = entry;
  const { basis, cadence, reestimate, calendarMissing } = entry.why;
  const dayText = (day: Day) => shortDay(day, asOf, language);

  const parts: WhyPart[] = [];
  const say = (role: WhyPart["role"], text: string | null) => {
    if (text !== null) parts.push({ role, text });
  };
  if (grade !== null)
    // F4: with an agreed day the cadence does not decide, so it is not named.
    say(
      "reason",
      basis === "agreed" || cadence === null ? why.gradeOnly(grade) : why.graded(grade, cadence),
    );
  if (basis === "agreed" && next !== null) say("reason", why.agreed(dayText(next)));
  const stuck = basis === "ungraded" || basis === "no-start";
  // Short and most wanted, it comes before longer explanations that a narrow row may have to cut.
  say("state", stateText(entry.state, why));
  say(stuck ? "warning" : "reason", basisText(entry, why, dayText));
  if (reestimate) say("warning", why.reestimate);
  if (calendarMissing !== null) say("warning", why.calendarMissing(calendarMissing));
  return parts;
}

/**
 * Why a customer stands where it stands, in one line; rules G5, G6, F1–F5.
 *
 * @example whyText(entry, asOf, "zh") //=> "A级，每天跟进；逾期 3 天"
 * @example whyText(entry, asOf, "en") //=> "Grade A, every day; 3 days overdue"
 */
export function whyText(entry: Entry, asOf: Day, language: Language): string {
  return whyParts(entry, asOf, language)
    .map(({ text }) => text)
    .join(words[language].clauses);
}
