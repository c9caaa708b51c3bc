import { makeStyles, tokens } from "@fluentui/react-components";
import type { ImportChoices } from "../../app/import/import";
import { isoDay } from "../../domain/day";
import { isOrderOpen } from "../../tables/import/days";
import type { DaysSaid, IncomingDays } from "../../tables/import/days-found";
import { DayAnswers } from "../parts/day-answers";
import { takeFocus } from "../parts/take-focus";
import { WholeDays } from "../parts/whole-days";
import { useWords, useWordsOf } from "../state/use-pane";
import { dayOrderText, type DayOrderFacts } from "../words/day-order-text";
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
  answered,
  onAnswer,
}: {
  readonly step: CheckedStep;
  /** The column whose answer was just checked: there the keyboard goes on. */
  readonly answered: string | null;
  readonly onAnswer: (column: string, choices: ImportChoices) => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const say = useWordsOf(importWords);
  const { plan, choices } = step;
  const title = titleIn(step, language);
  const asked = plan.days.filter((days) => days.turned !== null || isOrderOpen(days));
  if (asked.length === 0) return null;

  function answer(column: string, said: Partial<DaysSaid>): void {
    const before = choices.days[column] ?? { order: null, turned: null };
    onAnswer(column, { ...choices, days: { ...choices.days, [column]: { ...before, ...said } } });
  }

  function factsOf({ column, evidence, order, turned }: IncomingDays): DayOrderFacts {
    return {
      name: title(column),
      evidence,
      order,
      isSaid: (choices.days[column]?.order ?? null) !== null,
      turned:
        turned === null
          ? null
          : {
              count: turned.count,
              before: isoDay(turned.example.from),
              after: isoDay(turned.example.to),
            },
    };
  }

  return (
    <section aria-labelledby="import-days">
      <h3 className={styles.title} id="import-days">
        {say.dayQuestions}
      </h3>
      {asked.map((days) => (
        <div
          key={days.column}
          ref={days.column === answered ? focusOnAnswer : undefined}
          className={styles.note}
        >
          <p className={styles.line}>
            <WholeDays text={dayOrderText(factsOf(days), language)} />
          </p>
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

function focusOnAnswer(question: HTMLElement | null): void {
  takeFocus(question?.querySelector<HTMLElement>("input:checked") ?? null);
}

/** Whether days look turned around and nobody has said yet whether they were: until then they are not brought in. */
export function isUnanswered({ plan }: CheckedStep): boolean {
  return plan.days.some(({ turned }) => turned?.said === null);
}
