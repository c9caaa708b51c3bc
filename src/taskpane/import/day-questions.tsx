import { makeStyles, tokens } from "@fluentui/react-components";
import type { ImportChoices } from "../../app/import/import";
import { isoDay } from "../../domain/day";
import { provenOrder } from "../../domain/day-order";
import { isOrderOpen } from "../../tables/import/days";
import type { DaysSaid, IncomingDays } from "../../tables/import/days-found";
import { DayAnswers } from "../parts/day-answers";
import { useWords, useWordsOf } from "../state/use-pane";
import { healthWords } from "../words/health";
import { importWords } from "../words/import";
import { titleIn, type CheckedStep } from "./import-flow";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  note: {
    marginTop: "6px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  line: { margin: 0, overflowWrap: "anywhere", lineHeight: tokens.lineHeightBase300 },
});

/** What the days of a column leave open is asked once for the column; the answer is checked at once, so its effect is seen. */
export function DayQuestions({
  step,
  onCheck,
}: {
  readonly step: CheckedStep;
  readonly onCheck: (choices: ImportChoices) => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const say = useWordsOf(importWords);
  const { dayOrder } = useWordsOf(healthWords);
  const { plan, choices } = step;
  const title = titleIn(step, language);
  const asked = plan.days.filter((days) => days.turned !== null || isOrderOpen(days));
  if (asked.length === 0) return null;

  function answer(column: string, said: Partial<DaysSaid>): void {
    const before = choices.days[column] ?? { order: null, turned: null };
    onCheck({ ...choices, days: { ...choices.days, [column]: { ...before, ...said } } });
  }

  function line({ column, evidence, order, turned }: IncomingDays): string {
    const name = title(column);
    const { monthFirst, dayFirst, either, examples } = evidence;
    const { "month-first": month = "", "day-first": day = "", either: open = "" } = examples;
    if (turned !== null && order !== null) {
      const { from, to } = turned.example;
      const text = examples[order] ?? "";
      return dayOrder.turned(name, turned.count, order, text, isoDay(from), isoDay(to));
    }
    if (monthFirst > 0 && dayFirst > 0) return dayOrder.torn(name, month, day, either, open);
    const proven = provenOrder(evidence);
    return proven === null
      ? dayOrder.open(name, either, open)
      : dayOrder.known(name, proven, monthFirst + dayFirst, month || day, either);
  }

  return (
    <section aria-labelledby="import-days">
      <h3 className={styles.title} id="import-days">
        {say.dayQuestions}
      </h3>
      {asked.map((days) => (
        <div key={days.column} className={styles.note}>
          <p className={styles.line}>{line(days)}</p>
          <DayAnswers
            name={title(days.column)}
            turned={days.turned}
            order={choices.days[days.column]?.order ?? null}
            none={{ turned: say.unanswered, order: say.daysOut }}
            onTurned={(turned) => answer(days.column, { turned })}
            onOrder={(order) => answer(days.column, { order })}
          />
        </div>
      ))}
    </section>
  );
}

/** Whether days look turned around and nobody has said yet whether they were: until then they are not brought in. */
export function isUnanswered({ plan }: CheckedStep): boolean {
  return plan.days.some(({ turned }) => turned?.said === null);
}
