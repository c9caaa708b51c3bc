import {
  Button,
  Field,
  Input,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { planFollowUp, type PlannedFollowUp } from "../../app/log-follow-up";
import type { CustomerView, Today } from "../../app/today/today";
import type { PerformFailure } from "../../app/deeds/perform";
import type { WorkbookFailure } from "../../app/workbook";
import { isoDay } from "../../domain/day";
import { demands } from "../../domain/demand";
import type { IdPrefix } from "../../tables/ids";
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
  yielding,
  type FollowUpDraft,
} from "./draft";
import { Preview } from "./preview";

/** Excel gives as little as 378 pixels on small screens. */
const lowPane = "@media (max-height: 520px)";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  // In a low pane the form scrolls as one and only the buttons stay in sight.
  form: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    [lowPane]: { display: "block", overflowY: "auto" },
  },
  fields: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    padding: "4px 12px 12px",
    [lowPane]: { overflowY: "visible" },
  },
  pair: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "8px" },
  narrow: { minWidth: 0, width: "100%" },
  more: { "& summary": { cursor: "pointer", lineHeight: tokens.lineHeightBase300 } },
  moreFields: { display: "flex", flexDirection: "column", gap: "10px", marginTop: "8px" },
  foot: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 12px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [lowPane]: { display: "contents" },
  },
  outcome: { [lowPane]: { padding: "0 12px 8px" } },
  buttons: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    paddingBottom: "12px",
    [lowPane]: {
      position: "sticky",
      bottom: 0,
      padding: "6px 12px",
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  keys: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  kept: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

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
  const styles = useStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const { work } = usePaneState();
  const { asOf } = today;
  const { log } = words;
  const { memory } = pane;

  const [kept] = useState(() => memory.drafts.get(customer.id));
  const [draft, setDraft] = useState(() => kept ?? blankDraft(asOf, memory.usualChannel));
  const [failure, setFailure] = useState<{
    readonly failure: PerformFailure | WorkbookFailure;
    readonly planned: PlannedFollowUp;
  } | null>(null);
  const channel = useRef<HTMLInputElement>(null);
  const said = useRef<HTMLTextAreaElement>(null);

  useEffect(() => takeFocus(channel.current), []);

  function change(part: Partial<FollowUpDraft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    setFailure(null);
    // Kept outside the form, so that leaving it for a moment loses nothing.
    if (isTouched(next, asOf)) memory.drafts.set(customer.id, next);
    else memory.drafts.delete(customer.id);
  }

  const input = inputOf(draft, customer, asOf);
  const planned = planFollowUp(today, customer.id, input, previewId);
  const saving = work === "saving";
  const conflicts = failure?.failure.code === "conflict" ? failure.failure.conflicts : null;

  async function save(): Promise<void> {
    if (saving || !planned.ok) return;
    const final = planFollowUp(today, customer.id, input, pane.services.newId);
    if (!final.ok) return;
    const saved = await pane.save(final.value);
    if (!saved.ok) {
      setFailure({ failure: saved.error, planned: final.value });
      return;
    }
    memory.usualChannel = draft.channel;
    memory.drafts.delete(customer.id);
    pane.back();
  }

  async function takeTheirs(columns: readonly string[]): Promise<void> {
    await pane.refresh();
    setDraft((mine) => yielding(mine, columns));
    setFailure(null);
    takeFocus(said.current);
  }

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
          {kept !== undefined && <p className={styles.kept}>{log.draftKept}</p>}
          <ChannelChoice
            ref={channel}
            value={draft.channel}
            onChange={(chosen) => change({ channel: chosen })}
            onChosen={() => takeFocus(said.current)}
          />
          <Field label={log.said}>
            <Textarea
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
            {failure !== null && conflicts !== null ? (
              <Conflicts
                conflicts={conflicts}
                change={failure.planned.change}
                dateSystem={today.facts.dateSystem}
                actions={
                  <Button
                    size="small"
                    appearance="primary"
                    onClick={() => void takeTheirs(conflicts.map(({ column }) => column))}
                  >
                    {log.takeTheirs}
                  </Button>
                }
              />
            ) : failure !== null ? (
              <FailureMessage failure={failure.failure} />
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
              disabledFocusable={saving || !planned.ok}
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
