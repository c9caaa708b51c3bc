import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { planFollowUp } from "../../app/log-follow-up";
import type { CustomerView } from "../../app/today/customer-view";
import type { Today } from "../../app/today/today";
import type { PerformFailure } from "../../app/deeds/perform";
import type { WorkbookFailure } from "../../app/workbook/failures";
import type { Conflict } from "../../app/workbook/rows";
import { isoDay } from "../../domain/day";
import { demands } from "../../domain/demand";
import type { IdPrefix } from "../../tables/ids";
import { isMineToWrite, type SideOf } from "../../app/conflicts/resolve";
import { Conflicts } from "../parts/conflicts";
import { FailureMessage } from "../parts/failure-message";
import { NoticeBar } from "../parts/notice-bar";
import { takeFocus } from "../parts/take-focus";
import { ViewHeader } from "../parts/view-header";
import { usePane, usePaneState, useWords } from "../state/use-pane";
import { whyText } from "../words/why-text";
import { AgreedDay } from "./agreed-day";
import { ChannelChoice, channelOfKey } from "./channel-choice";
import {
  blankDraft,
  inputOf,
  isTouched,
  shownClose,
  shownDemand,
  type FollowUpDraft,
} from "./draft";
import { besides, cellsSeen, decided, disputesOf, isRuled } from "./disputes";
import { Preview } from "./preview";
import { useLogStyles } from "./use-log-styles";

/** For looking ahead only; a real id is made when saving. */
const previewId = (prefix: IdPrefix) => `${prefix}0000000000`;

/** 记录跟进: what was said, in under ten seconds, with what it will do to grade and next day shown beforehand. */
export function LogView({
  today,
  customer,
}: {
  readonly today: Today;
  readonly customer: CustomerView;
}) {
  const styles = useLogStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const { work } = usePaneState();
  const { asOf } = today;
  const { log } = words;
  const { memory } = pane;

  const [before] = useState(() => memory.drafts.get(customer.id));
  const [draft, setDraft] = useState(() => before ?? blankDraft(asOf, memory.usualChannel));
  const [failure, setFailure] = useState<PerformFailure | WorkbookFailure | null>(null);
  /** Formulas of the person's own in cells that a follow-up moves: they stay. */
  const [formulas, setFormulas] = useState<readonly Conflict[]>([]);
  const [kept, setKept] = useState<readonly Conflict[]>([]);
  const [attempts, setAttempts] = useState(0);
  const channel = useRef<HTMLInputElement>(null);
  const said = useRef<HTMLTextAreaElement>(null);

  useEffect(() => takeFocus(channel.current), []);

  function change(part: Partial<FollowUpDraft>): void {
    keep({ ...draft, ...part, seen: draft.seen ?? cellsSeen(customer) });
    setFailure(null);
  }

  /** Kept outside the form, so that leaving it for a moment loses nothing. */
  function keep(next: FollowUpDraft): void {
    setDraft(next);
    if (isTouched(next, asOf)) memory.drafts.set(customer.id, next);
    else memory.drafts.delete(customer.id);
  }

  const input = inputOf(draft, customer, asOf);
  const planned = planFollowUp(today, customer.id, input, previewId);
  const saving = work === "saving";
  const wanted = planned.ok ? besides(planned.value, kept) : null;
  const disputes = [
    ...disputesOf(wanted, draft.seen).filter(
      ({ column }) => !formulas.some((each) => each.column === column),
    ),
    ...formulas,
  ];
  const undecided = disputes.some((dispute) => !isRuled(dispute));

  async function save(): Promise<void> {
    if (saving || !planned.ok || undecided) return;
    const final = planFollowUp(today, customer.id, input, pane.services.newId);
    if (!final.ok) return;
    const seen = draft.seen ?? cellsSeen(customer);
    const saved = await pane.save(besides(final.value, kept));
    if (!saved.ok) {
      if (saved.error.code === "conflict") {
        // What stands there now is read first: the choice is between that and what was written here.
        await pane.refresh();
        setFormulas(saved.error.conflicts.filter((conflict) => !isMineToWrite(conflict)));
        keep({ ...draft, seen });
        setAttempts(attempts + 1);
      }
      setFailure(saved.error);
      return;
    }
    memory.usualChannel = draft.channel;
    memory.drafts.delete(customer.id);
    pane.back();
  }

  function decide(sideOf: SideOf): void {
    keep(
      decided(
        draft,
        customer,
        disputes.map((dispute) => ({ column: dispute.column, side: sideOf(dispute) })),
      ),
    );
    setKept([...kept, ...formulas]);
    setFormulas([]);
    setFailure(null);
    takeFocus(said.current);
  }

  const mineOf = ({ table, id, column }: Conflict) =>
    wanted?.change.updated.find((row) => row.table === table && row.id === id)?.cells[column]?.to;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
      return;
    }
    const byKey = event.altKey ? channelOfKey(event.code) : null;
    if (byKey === null) return;
    event.preventDefault();
    change({ channel: byKey });
  }

  const name = customer.name === "" ? words.today.unnamed(customer.id) : customer.name;
  return (
    <main className={styles.view}>
      <ViewHeader
        title={name}
        subtitle={`${log.title} · ${whyText(customer, asOf, language)}`}
        onBack={() => pane.back()}
      />
      <NoticeBar />
      <form
        className={styles.form}
        aria-label={log.title}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles.fields}>
          {before !== undefined && <p className={styles.kept}>{log.draftKept}</p>}
          {disputes.length > 0 && (
            <Conflicts
              key={attempts}
              conflicts={disputes}
              facts={today.facts}
              mineOf={mineOf}
              settled={(dispute) => (isRuled(dispute) ? words.conflicts.laterCounts : null)}
              lead={log.conflictLead}
              action={() => log.goOn}
              takesFocus={attempts > 0}
              onResolve={decide}
            />
          )}
          <ChannelChoice
            ref={channel}
            value={draft.channel}
            onChange={(chosen) => change({ channel: chosen })}
            onChosen={() => takeFocus(said.current)}
          />
          <Field label={log.said}>
            <Textarea
              className={styles.said}
              textarea={{ ref: said }}
              rows={3}
              resize="vertical"
              placeholder={log.saidHint}
              value={draft.said}
              onChange={(_, { value }) => change({ said: value })}
            />
          </Field>
          <AgreedDay
            value={draft.agreedDay}
            asOf={asOf}
            onChange={(agreedDay) => change({ agreedDay })}
          />
          <div className={styles.pair}>
            <Field label={log.demand}>
              <Select
                className={styles.narrow}
                value={shownDemand(draft, customer)}
                onChange={(_, { value }) =>
                  change({ demand: demands.find(({ code }) => code === value)?.code ?? "" })
                }
              >
                <option value="">{log.demandUnknown}</option>
                {demands.map(({ code }) => (
                  <option key={code} value={code}>
                    {log.demandTitle[code]}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={log.expectedClose}>
              <Input
                className={styles.narrow}
                type="date"
                value={shownClose(draft, customer)}
                onChange={(_, { value }) => change({ expectedClose: value })}
              />
            </Field>
          </div>
          <details className={styles.more}>
            <summary>{log.more}</summary>
            <div className={styles.moreFields}>
              <Field label={log.result}>
                <Input
                  value={draft.result}
                  onChange={(_, { value }) => change({ result: value })}
                />
              </Field>
              <Field label={log.nextStep}>
                <Input
                  value={draft.nextStep}
                  onChange={(_, { value }) => change({ nextStep: value })}
                />
              </Field>
              <Field label={log.day}>
                <Input
                  type="date"
                  max={isoDay(asOf)}
                  value={draft.day}
                  onChange={(_, { value }) => change({ day: value })}
                />
              </Field>
            </div>
          </details>
        </div>
        <div className={styles.foot}>
          <div className={styles.outcome}>
            {disputes.length > 0 ? (
              undecided && <p className={styles.first}>{log.decideFirst}</p>
            ) : failure !== null ? (
              <FailureMessage failure={failure} />
            ) : planned.ok ? (
              <Preview planned={planned.value} asOf={asOf} agreed={draft.agreedDay !== ""} />
            ) : (
              <FailureMessage failure={planned.error} />
            )}
          </div>
          <div className={styles.buttons}>
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={saving || !planned.ok || undecided}
              aria-keyshortcuts="Control+Enter"
            >
              {saving ? log.saving : log.save}
            </Button>
            <Button onClick={() => pane.back()}>{words.cancel}</Button>
            <span className={styles.keys} aria-hidden="true">
              {log.saveKeys}
            </span>
          </div>
        </div>
      </form>
    </main>
  );
}
