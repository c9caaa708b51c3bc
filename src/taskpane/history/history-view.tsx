import { Button, Checkbox, Input } from "@fluentui/react-components";
import { Search20Regular } from "@fluentui/react-icons/svg/search";
import { useCallback, useMemo, useState } from "react";
import {
  readDeeds,
  readDeedsOfCustomer,
  type AuditPage,
  type LoggedDeed,
} from "../../app/deeds/audit-log";
import { takenBackIn } from "../../app/deeds/taken-back";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { NoticeBar } from "../parts/notice-bar";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { useAnswer, useAsOf, usePane, useWords, useWordsOf } from "../state/use-pane";
import { shortDay } from "../words/day-text";
import type { PaneFailure } from "../words/failure-words";
import { DeedItem } from "./deed-item";
import { deedsByDay, isRoutine, matchesQuery } from "./history-list";
import { PastNotices } from "./past-notices";
import { TrimOld } from "./trim-old";
import { useEmptyTables } from "./use-empty-tables";
import { useHistoryStyles } from "./use-history-styles";
import { WhoYouAre } from "./who-you-are";
import { ReadOnlyBar } from "../today/read-only";
import { historyWords } from "../words/history";

/** 变更记录: what was changed through the add-in, the newest first, and the way to take it back; rule P4. */
export function HistoryView({
  of,
  take = null,
}: {
  /** A deed that is to be taken back at once. */
  readonly take?: string | null;
  /** One customer's changes only; null for all. */
  readonly of: { readonly id: string; readonly name: string } | null;
}) {
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  const say = useWordsOf(historyWords);
  const { workbook } = pane.services;
  const id = of?.id ?? null;
  const ask = useCallback(
    () => (id === null ? readDeeds(workbook, null) : readDeedsOfCustomer(workbook, id)),
    [workbook, id],
  );
  const { value: page } = useAnswer(ask);
  return (
    <main className={frame.view}>
      <ViewHeader
        title={say.title}
        {...(of === null ? {} : { subtitle: say.onlyOf(of.name) })}
        onBack={() => pane.back()}
        takesFocus
      />
      <NoticeBar />
      <ReadOnlyBar />
      <div className={frame.body}>
        {page === null && <p role="status">{words.loading}</p>}
        {page?.ok === false && <FailureMessage failure={page.error} />}
        {page?.ok === true && (
          <Deeds
            key={id}
            newest={page.value}
            take={take}
            ofCustomer={id !== null}
            readNewest={ask}
          />
        )}
      </div>
    </main>
  );
}

function Deeds({
  newest,
  take,
  ofCustomer,
  readNewest,
}: {
  readonly newest: AuditPage;
  readonly take: string | null;
  readonly ofCustomer: boolean;
  readonly readNewest: () => ReturnType<typeof readDeeds>;
}) {
  const styles = useHistoryStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(historyWords);
  const asOf = useAsOf();
  const { workbook } = pane.services;
  const [query, setQuery] = useState("");
  const [routine, setRoutine] = useState(false);
  /** The newest first; rows above them never move. */
  const [pages, setPages] = useState<readonly AuditPage[]>([newest]);
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  const deeds = useMemo(() => pages.flatMap((page) => page.deeds), [pages]);
  const takenBack = useMemo(() => takenBackIn(deeds), [deeds]);
  const { facts, rowCount, since, ordered } = pages[0] ?? newest;
  const style = { facts, asOf, language };
  const before = pages.at(-1)?.before ?? null;
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  const wanted = query.trim();
  const shown = deeds.filter(
    (logged) => (routine || !isRoutine(logged)) && matchesQuery(logged, wanted),
  );
  const empty = useEmptyTables(facts);
  const positions = new Map<LoggedDeed, number>(deeds.map((logged, index) => [logged, index]));

  async function readOlder(): Promise<void> {
    setReading(true);
    setFailure(null);
    const page = await readDeeds(workbook, before, pages.at(-1)?.ordered ?? true);
    setReading(false);
    if (page.ok) setPages([...pages, page.value]);
    else setFailure(page.error);
  }

  /** What was just done comes on top; what was read before stays where it is, open or not. */
  async function renew(): Promise<void> {
    const page = await readNewest();
    if (!page.ok) {
      setFailure(page.error);
      return;
    }
    const known = new Set(deeds.map(({ deed }) => deed.id));
    const fresh = page.value.deeds.filter(({ deed }) => !known.has(deed.id));
    setPages([{ ...page.value, deeds: fresh, unreadable: 0 }, ...pages]);
  }

  /** Rows moved up: what was read stands elsewhere now. */
  async function startOver(): Promise<void> {
    const page = await readNewest();
    if (page.ok) setPages([page.value]);
    else setFailure(page.error);
  }

  return (
    <>
      {!facts.readOnly && <WhoYouAre />}
      {deeds.length === 0 && before === null ? (
        <Message tone="info" what={say.none} remedy={say.noneHint} />
      ) : (
        <div className={styles.tools} role="search">
          <Input
            type="search"
            contentBefore={<Search20Regular />}
            value={query}
            placeholder={say.search}
            aria-label={say.search}
            onChange={(_, { value }) => setQuery(value)}
          />
          <Checkbox
            label={say.routine}
            checked={routine}
            onChange={(_, { checked }) => setRoutine(checked === true)}
          />
        </div>
      )}
      {unreadable > 0 && <Message tone="warning" what={say.unreadable(unreadable)} />}
      {!ordered && <p className={styles.small}>{say.sortedOtherwise}</p>}
      {wanted !== "" && shown.length === 0 && <p role="status">{say.nothingFound(wanted)}</p>}
      {deedsByDay(shown).map(({ day, deeds: ofDay }) => (
        <section key={day ?? "none"}>
          {day !== null && <h2 className={styles.day}>{shortDay(day, asOf, language)}</h2>}
          <ul className={styles.list}>
            {ofDay.map((logged) => (
              <DeedItem
                key={logged.deed.id}
                logged={logged}
                newer={deeds.slice(0, positions.get(logged) ?? 0)}
                takenBack={takenBack}
                empty={empty}
                style={style}
                readOnly={facts.readOnly}
                takesAtOnce={logged.deed.id === take}
                ofCustomer={ofCustomer}
                onTakenBack={() => void renew()}
              />
            ))}
          </ul>
        </section>
      ))}
      {failure !== null && <FailureMessage failure={failure} />}
      {before !== null && (
        <Button className={styles.end} disabledFocusable={reading} onClick={() => void readOlder()}>
          {reading ? words.loading : say.older}
        </Button>
      )}
      {!ofCustomer && rowCount > 0 && (
        <>
          <p className={styles.small}>
            {say.extent(rowCount, since === null ? null : shortDay(since, asOf, language))}
          </p>
          {!facts.readOnly && <TrimOld onTrimmed={() => void startOver()} />}
        </>
      )}
      {!ofCustomer && <PastNotices />}
    </>
  );
}
