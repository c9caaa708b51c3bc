import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Compose20Regular } from "@fluentui/react-icons/svg/compose";
import { Cursor20Regular } from "@fluentui/react-icons/svg/cursor";
import { History20Regular } from "@fluentui/react-icons/svg/history";
import { useCallback } from "react";
import { openCustomer } from "../../app/open-customer";
import type { CustomerView as Customer } from "../../app/today/customer-view";
import type { Today } from "../../app/today/today";
import { daysBetween } from "../../domain/day";
import { FailureMessage } from "../parts/failure-message";
import { GradeMark } from "../parts/grade-mark";
import { NoticeBar } from "../parts/notice-bar";
import { StepMark } from "../parts/step-mark";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { useAnswer, usePane, useWords } from "../state/use-pane";
import { shortDay } from "../words/day-text";
import { whyText } from "../words/why-text";
import { CustomerFacts } from "./customer-facts";
import { RecentFollowUps } from "./recent-follow-ups";

const useStyles = makeStyles({
  standing: {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  words: { flexGrow: 1, minWidth: 0 },
  next: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  why: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  waiting: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** One customer: where it stands and why, what is known, what was said lately. */
export function CustomerView({
  today,
  customer,
}: {
  readonly today: Today;
  readonly customer: Customer;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const { asOf } = today;
  const { id } = customer;
  const { workbook } = pane.services;
  const ask = useCallback(() => openCustomer(workbook, today, id), [workbook, today, id]);
  const answer = useAnswer(ask);
  // The card of the customer before must not be shown under this one's name.
  const card =
    answer.value?.ok === true && answer.value.value.id === id ? answer.value.value : null;
  const failure = answer.status === "here" && !answer.value.ok ? answer.value.error : null;

  const name = customer.name === "" ? words.today.unnamed(customer.id) : customer.name;
  const next =
    customer.next === null
      ? words.customer.notSet
      : `${shortDay(customer.next, asOf, language)} · ${words.log.distance(daysBetween(asOf, customer.next))}`;
  return (
    <main className={frame.view}>
      <ViewHeader title={name} onBack={() => pane.back()} takesFocus />
      <NoticeBar />
      <div className={frame.body}>
        <div className={styles.standing}>
          <GradeMark grade={customer.grade} />
          <div className={styles.words}>
            <p className={styles.next}>
              {words.customer.next} {next}
            </p>
            <p className={styles.why}>{whyText(customer, asOf, language)}</p>
          </div>
          <StepMark state={customer.state} />
        </div>
        <div className={styles.actions}>
          {!today.facts.readOnly && (
            <Button
              appearance="primary"
              icon={<Compose20Regular />}
              onClick={() => pane.show({ name: "log", id, from: "customer" })}
            >
              {words.customer.log}
            </Button>
          )}
          <Button icon={<Cursor20Regular />} onClick={() => void pane.selectInSheet(id)}>
            {words.customer.showInSheet}
          </Button>
          <Button
            icon={<History20Regular />}
            onClick={() => pane.show({ name: "history", of: { id, name } })}
          >
            {words.views.history.title}
          </Button>
        </div>
        {!customer.identified && (
          <FailureMessage failure={{ code: "not-identified", row: customer.row }} />
        )}
        {customer.identified && failure !== null && <FailureMessage failure={failure} />}
        {customer.identified && failure === null && card === null && (
          <p className={styles.waiting} role="status">
            {words.loading}
          </p>
        )}
        {card !== null && (
          <>
            <CustomerFacts cells={card.cells} profile={card.profile} today={today} />
            <RecentFollowUps recent={card.recent} asOf={asOf} />
          </>
        )}
      </div>
    </main>
  );
}
