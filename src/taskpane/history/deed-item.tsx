import { Button, mergeClasses } from "@fluentui/react-components";
import { ChevronDown20Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight20Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useEffect, useId, useRef, useState } from "react";
import type { SideOf } from "../../app/conflicts/resolve";
import { emptiedBy } from "../../app/deeds/emptied";
import { readEntries, type LoggedDeed } from "../../app/deeds/audit-log";
import { lastingDeed, lastingReason } from "../../app/deeds/lasting";
import { planTakeBack, takeBackPlanned, type TakeBackPlan } from "../../app/deeds/take-back";
import type { TakenBack } from "../../app/deeds/taken-back";
import { forPart, type Onlooker, type Watcher } from "../../app/slices";
import type { Conflict } from "../../app/workbook/rows";
import type { AuditEntry } from "../../tables/audit/entries";
import { browserPace } from "../import/browser-pace";
import type { TableId } from "../../tables/schema";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { deedTitle, subjectText } from "../words/deed-text";
import { clockText, obstacleText, type EntryStyle } from "../words/entry-text";
import type { PaneFailure } from "../words/failure-words";
import { emptiedText } from "../words/notice-text";
import { lastingText } from "../words/structure-text";
import { nowAndThen } from "../state/now-and-then";
import { belongingTo, emptiedIn, standsAlone } from "./deed-parts";
import { EntryLine } from "./entry-line";
import { Refusals } from "./refusals";
import { TakingBackBar } from "./taking-back-bar";
import { useHistoryStyles } from "./use-history-styles";
import { historyWords } from "../words/history";

/** Entries shown at once; the rest on request. */
const entriesAtOnce = 50;

/** Long looking gives way to input and painting. */
const looker: Onlooker = { pace: browserPace, onProgress: () => undefined };
/** How much of the time goes into reading the entries, and until they have been held against the sheet. */
const [readShare, lookShare] = [0.15, 0.3];

/** What is chosen at first of cells that were changed since. */
const leaveAll: SideOf = () => "theirs";

/** What of a deed is taken back; null for all of it. */
type Wanted = readonly AuditEntry[] | null;

type TakingBack =
  | { readonly status: "idle" }
  /** `share`: how much of it is written; 0 while it is looked at. */
  | { readonly status: "busy"; readonly share: number; readonly cancelling: boolean }
  /** It was cancelled, and everything is as before. */
  | { readonly status: "cancelled" }
  | { readonly status: "refused"; readonly plan: TakeBackPlan; readonly wanted: Wanted }
  | { readonly status: "failed"; readonly failure: PaneFailure };

/** One deed: who did what and when; opened, its entries; and the way to take it back, whole or in part. */
export function DeedItem({
  logged,
  newer,
  takenBack,
  empty,
  style,
  readOnly,
  ofCustomer,
  takesAtOnce,
  onTakenBack,
}: {
  readonly logged: LoggedDeed;
  readonly newer: readonly LoggedDeed[];
  readonly takenBack: TakenBack;
  /** Tables that hold nothing now. */
  readonly empty: ReadonlySet<TableId>;
  readonly style: EntryStyle;
  readonly readOnly: boolean;
  /** Only one customer's entries are shown, and only those are taken back. */
  readonly ofCustomer: boolean;
  /** The person came here to take it back. */
  readonly takesAtOnce: boolean;
  readonly onTakenBack: () => void;
}) {
  const styles = useHistoryStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(historyWords);
  const { workbook } = pane.services;
  const [open, setOpen] = useState(false);
  const [entries, setEntries] = useState(logged.entries);
  const [shown, setShown] = useState(entriesAtOnce);
  const [taking, setTaking] = useState<TakingBack>({ status: "idle" });
  // An attempt that ends with nothing done asks again; whoever chose for many cells does not choose twice.
  const [chosen, setChosen] = useState<SideOf>(() => leaveAll);
  const stop = useRef(new AbortController());
  const detailsId = useId();
  const { deed, count } = logged;
  const title = deedTitle(deed, language);
  const state = takenBack.deed(logged);
  const changes = logged.entries.some(({ what }) => what.kind !== "note");
  const lasting = readOnly || state === "all" ? null : lastingDeed(logged, style.facts, takenBack);
  const isBack = deed.kind === "take-back";
  const emptied = isBack && state !== "all" ? emptiedIn(logged, empty) : [];
  const part = ofCustomer && logged.entries.length > 1;
  const [label, spoken] = isBack
    ? [say.bringBack, say.bringBackOf(subjectText(deed.about, language))]
    : deed.kind === "share"
      ? [say.switchBack, say.switchBackOf(title)]
      : [part ? say.takeBackShown : say.takeBack, say.takeBackOf(title)];
  const canTake =
    !readOnly && changes && state !== "all" && lasting === null && taking.status !== "busy";

  async function all(onlooker: Onlooker = looker): Promise<readonly AuditEntry[] | null> {
    if (entries.length >= count) return entries;
    const read = await readEntries(workbook, await factsNow(), logged, onlooker);
    if (read.ok) return read.value;
    setTaking({ status: "failed", failure: read.error });
    return null;
  }

  async function factsNow() {
    const described = await workbook.describe();
    return described.ok ? described.value : style.facts;
  }

  function busy(share: number): void {
    setTaking({ status: "busy", share, cancelling: stop.current.signal.aborted });
  }

  /** Work that shows how far it has come and can be cancelled. */
  function watched(): Watcher {
    stop.current = new AbortController();
    busy(0);
    const { signal } = stop.current;
    return { pace: browserPace, signal, onProgress: nowAndThen(busy, browserPace.now) };
  }

  async function take(wanted: Wanted): Promise<void> {
    const watcher = watched();
    const plan = await planned(wanted, watcher);
    if (plan === null) return;
    if (watcher.signal.aborted) setTaking({ status: "cancelled" });
    else if (plan.refused.length > 0) {
      setTaking({ status: "refused", plan, wanted });
      setOpen(true);
    } else await carryOut(plan, wanted, forPart(watcher, lookShare, 1));
  }

  /** Says itself where there is none. The entries of a long deed live no longer than this takes. */
  async function planned(
    wanted: Wanted,
    onlooker: Onlooker,
    told: readonly Conflict[] = [],
  ): Promise<TakeBackPlan | null> {
    const of = wanted ?? (await all(forPart(onlooker, 0, readShare)));
    if (of === null) return null;
    const left = of.filter((entry) => !takenBack.entry(entry));
    const looking = forPart(onlooker, readShare, lookShare);
    const plan = await planTakeBack(workbook, left, looking, told);
    if (plan.ok) return plan.value;
    setTaking({ status: "failed", failure: plan.error });
    return null;
  }

  async function carryOut(plan: TakeBackPlan, wanted: Wanted, watcher: Watcher): Promise<void> {
    const done = await takeBackPlanned(workbook, plan, pane.trace(), watcher);
    if (!done.ok) {
      if (done.error.code === "conflict") await showMoved(wanted, done.error.conflicts);
      else if (done.error.code === "row-missing") await showMoved(wanted, []);
      else if (done.error.code === "cancelled") setTaking({ status: "cancelled" });
      else setTaking({ status: "failed", failure: done.error });
      return;
    }
    setTaking({ status: "idle" });
    const isWhole = wanted === null && plan.refused.length === 0;
    pane.tookBack(done.value, deed, isWhole ? null : plan.readyCount, emptiedBy(plan));
    onTakenBack();
  }

  /** Somebody was faster than the plan: what stands in the way now is shown, cell by cell. */
  async function showMoved(wanted: Wanted, told: readonly Conflict[]): Promise<void> {
    const again = await planned(wanted, looker, told);
    if (again === null) return;
    if (again.refused.length > 0) setTaking({ status: "refused", plan: again, wanted });
    else setTaking({ status: "failed", failure: { code: "changed-since-shown" } });
  }

  async function toggle(): Promise<void> {
    setOpen(!open);
    const known = open ? null : await all();
    if (known !== null) setEntries(known);
  }

  const begin = useRef(() => void take(null));
  useEffect(() => {
    if (takesAtOnce) begin.current();
  }, [takesAtOnce]);

  const facts = [
    deed.at === null ? null : clockText(deed.at.minute),
    deed.who === "" ? say.noName : deed.who,
    say.entries(count),
  ];
  const Sign = open ? ChevronDown20Regular : ChevronRight20Regular;
  return (
    <li className={styles.deed}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.open}
          aria-expanded={open}
          aria-controls={open ? detailsId : undefined}
          onClick={() => void toggle()}
        >
          <Sign className={styles.sign} aria-hidden="true" />
          <span className={styles.words}>
            <span className={mergeClasses(styles.what, state === "all" && styles.gone)}>
              {title}
            </span>
            <span className={styles.small}>{facts.filter(Boolean).join(" · ")}</span>
            {emptied.length > 0 && (
              <span className={styles.small}>{emptiedText(emptied, language)}</span>
            )}
            {/* Opened, it is said in full. */}
            {!open && lasting !== null && (
              <span className={styles.stays}>
                {lasting.map((reason) => lastingText(reason, language)).join(words.clauses)}
              </span>
            )}
          </span>
        </button>
        {state !== "no" && <span className={styles.state}>{say.state[state]}</span>}
        {canTake && (
          <Button
            className={styles.button}
            size="small"
            aria-label={spoken}
            onClick={() => void take(null)}
          >
            {label}
          </Button>
        )}
      </div>
      {(open || taking.status !== "idle") && (
        <div className={styles.details} id={detailsId}>
          {taking.status === "busy" && (
            <TakingBackBar
              {...taking}
              onCancel={() => {
                stop.current.abort();
                busy(taking.share);
              }}
            />
          )}
          {taking.status === "cancelled" && (
            <div role="status">
              <Message tone="info" what={words.notice.takingBackCancelled} />
            </div>
          )}
          {taking.status === "failed" && <FailureMessage failure={taking.failure} />}
          {taking.status === "refused" && (
            <Refusals
              plan={taking.plan}
              newer={newer}
              style={style}
              chosen={chosen}
              onTake={(plan, sideOf) => {
                setChosen(() => sideOf);
                void carryOut(plan, taking.wanted, watched());
              }}
              onLeave={() => setTaking({ status: "idle" })}
            />
          )}
          {open &&
            lasting?.map((reason, index) => (
              <p key={index} className={styles.said}>
                {obstacleText(reason, style)}
              </p>
            ))}
          {open && (
            <ul className={styles.entries}>
              {entries.slice(0, shown).map((entry) => {
                const gone = takenBack.entry(entry);
                const stays =
                  readOnly || gone || lasting !== null ? null : lastingReason(entry, style.facts);
                const single =
                  !readOnly && !gone && count > 1 && lasting === null && standsAlone(entry);
                return (
                  <EntryLine
                    key={entry.id}
                    entry={entry}
                    style={style}
                    takenBack={gone}
                    stays={stays === null ? null : lastingText(stays, language)}
                    onTakeBack={
                      single && stays === null && taking.status !== "busy"
                        ? () => void take(belongingTo(entry, entries))
                        : null
                    }
                  />
                );
              })}
            </ul>
          )}
          {open && entries.length > shown && (
            <Button
              className={styles.end}
              size="small"
              onClick={() => setShown(shown + 4 * entriesAtOnce)}
            >
              {say.moreEntries(Math.min(4 * entriesAtOnce, entries.length - shown))}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
