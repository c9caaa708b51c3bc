import { Button, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular } from "@fluentui/react-icons/svg/arrow-sync";
import { PersonAdd20Regular } from "@fluentui/react-icons/svg/person-add";
import { Search20Regular } from "@fluentui/react-icons/svg/search";
import { Settings20Regular } from "@fluentui/react-icons/svg/settings";
import { Toolbox20Regular } from "@fluentui/react-icons/svg/toolbox";
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from "react";
import { lackingTables } from "../../app/set-up/plan-new-tables";
import type { Today } from "../../app/today/today";
import { ShareBar } from "../later-views";
import { FailureMessage } from "../parts/failure-message";
import { NoticeBar } from "../parts/notice-bar";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { WindowedSections, type ListRequest, type RowPart } from "../parts/windowed-sections";
import { WorkBar } from "../parts/work-bar";
import type { TodayState } from "../state/pane-state";
import { useAsOf, usePane, usePaneState, useWords } from "../state/use-pane";
import { shortDay } from "../words/day-text";
import { CustomerRow } from "./customer-row";
import { EmptyToday } from "./empty-today";
import { IssueRow } from "./issue-row";
import { ReadOnly } from "./read-only";
import { Summary } from "./summary";
import { ownersOf, sectionsOf, type Line, type Section } from "./today-list";
import { Unready } from "./unready";

const useStyles = makeStyles({
  tools: { display: "flex", gap: "8px", padding: "0 12px 8px" },
  search: { flexGrow: 1, minWidth: 0, maxWidth: "none" },
  owner: { flexShrink: 0, width: "38%", minWidth: "120px" },
  message: { padding: "0 12px 8px" },
  later: {
    margin: 0,
    padding: "12px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  told: { margin: "0 0 8px" },
});

const keyOf = (line: Line): string => line.key;

/** 今日跟进: who is due, longest overdue first, each with why. What the pane opens on. */
export function TodayView({ returnTo }: { readonly returnTo: string | null }) {
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const asOf = useAsOf();
  const { today, shares } = usePaneState();
  return (
    <main className={frame.view}>
      <ViewHeader
        title={words.today.title}
        subtitle={shortDay(asOf, asOf, language)}
        actions={
          <>
            {today.status === "ready" && !today.today.facts.readOnly && (
              <Button
                appearance="subtle"
                icon={<PersonAdd20Regular />}
                aria-label={words.views["new-customer"].title}
                title={words.views["new-customer"].title}
                onClick={() => pane.show({ name: "new-customer" })}
              />
            )}
            <Button
              appearance="subtle"
              icon={<ArrowSync20Regular />}
              aria-label={words.today.refresh}
              title={words.today.refresh}
              disabled={today.status === "loading" || today.refreshing}
              onClick={() => void pane.refresh()}
            />
            {today.status === "ready" && (
              <Button
                appearance="subtle"
                icon={<Toolbox20Regular />}
                aria-label={words.tools}
                title={words.tools}
                onClick={() => pane.show({ name: "tools" })}
              />
            )}
            <Button
              appearance="subtle"
              icon={<Settings20Regular />}
              aria-label={words.settings.title}
              title={words.settings.title}
              onClick={() => pane.show({ name: "settings" })}
            />
          </>
        }
      />
      <NoticeBar />
      {today.status === "ready" && today.refreshing && (
        <WorkBar label={words.loading} share={shares.today} slim late />
      )}
      <TodayBody today={today} returnTo={returnTo} />
    </main>
  );
}

function TodayBody({
  today,
  returnTo,
}: {
  readonly today: TodayState;
  readonly returnTo: string | null;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const { shares } = usePaneState();
  switch (today.status) {
    case "loading":
      return (
        <div className={styles.later}>
          <p role="status">{words.loading}</p>
          <WorkBar label={words.loading} share={shares.today} />
        </div>
      );
    case "failed":
      return <Unready today={today} wanted={null} />;
    case "ready":
      return (
        <>
          {today.failure !== null && (
            <div className={styles.message}>
              <FailureMessage failure={today.failure} />
            </div>
          )}
          {lackingTables(today.today.facts)
            .slice(0, 1)
            .map((table) => (
              <div key={table} className={styles.message}>
                <FailureMessage failure={{ code: "table-missing", table }} />
              </div>
            ))}
          {today.today.facts.mode !== "functions" && (
            <div className={styles.message}>
              <ShareBar mode={today.today.facts.mode} />
            </div>
          )}
          {today.today.facts.readOnly && (
            <div className={styles.message}>
              <ReadOnly facts={today.today.facts} />
            </div>
          )}
          <TodayLists today={today.today} returnTo={returnTo} />
        </>
      );
  }
}

function TodayLists({
  today,
  returnTo,
}: {
  readonly today: Today;
  readonly returnTo: string | null;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const { query, owner } = usePaneState();
  // Typing stays immediate while a hundred thousand names are searched.
  const wanted = useDeferredValue(query);
  const sections = useMemo(
    () => sectionsOf(today, { query: wanted, owner }),
    [today, wanted, owner],
  );
  const owners = useMemo(() => ownersOf(today, language), [today, language]);
  const [request, setRequest] = useState<ListRequest | null>(
    returnTo === null ? null : { kind: "focus-item", key: returnTo },
  );
  const search = useRef<HTMLInputElement>(null);
  const canLog = !today.facts.readOnly;

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || typing) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const partsOf = useCallback(
    (line: Line): readonly RowPart[] =>
      line.kind === "customer" && canLog ? ["open", "act"] : ["open"],
    [canLog],
  );

  const shown = sections.map((section) => ({
    id: section.id,
    ...headingOf(section, words),
    items: section.lines,
  }));

  function onSearchKey(event: KeyboardEvent): void {
    // These keys choose among characters while Chinese is being composed.
    if (event.nativeEvent.isComposing) return;
    const first = sections[0]?.lines[0];
    if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      pane.find("");
    } else if ((event.key === "ArrowDown" || event.key === "Enter") && first !== undefined) {
      event.preventDefault();
      setRequest({ kind: "focus-item", key: first.key });
    }
  }

  if (today.customers.size === 0)
    return (
      <EmptyToday
        title={words.today.noCustomers}
        hint={words.today.noCustomersHint}
        actions={(["import", "new-customer"] as const).map((name) => ({
          title: words.views[name].title,
          run: () => pane.show({ name }),
        }))}
      />
    );

  // A manager sees at a glance whom to ask (F7).
  const isMixed = owner === null && owners.length > 1;
  const due = today.overdue.length + today.dueToday.length + today.soon.length;
  const quiet = wanted.trim() === "" && due === 0;
  return (
    <>
      <div className={styles.tools} role="search">
        <Input
          input={{ ref: search }}
          type="search"
          contentBefore={<Search20Regular />}
          className={styles.search}
          value={query}
          placeholder={words.today.search}
          aria-label={words.today.search}
          onChange={(_, { value }) => pane.find(value)}
          onKeyDown={onSearchKey}
        />
        {owners.length > 1 && (
          <Select
            className={styles.owner}
            aria-label={words.today.owner}
            value={owner === null ? "all" : `=${owner}`}
            onChange={(_, { value }) => pane.chooseOwner(value === "all" ? null : value.slice(1))}
          >
            <option value="all">{words.today.everyOwner}</option>
            {owners.map((name) => (
              <option key={name} value={`=${name}`}>
                {name === "" ? words.today.withoutOwner : name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {wanted.trim() === "" && (
        <Summary
          sections={sections}
          onChoose={(section) => setRequest({ kind: "focus-section", section })}
        />
      )}
      <WindowedSections
        sections={shown}
        keyOf={keyOf}
        partsOf={partsOf}
        request={request}
        render={(line, focus) =>
          line.kind === "customer" ? (
            <CustomerRow
              entry={line.entry}
              owner={isMixed ? (today.customers.get(line.entry.id)?.owner ?? "") : ""}
              focus={focus}
              canLog={canLog}
            />
          ) : (
            <IssueRow
              issue={line.issue}
              others={line.others}
              dateSystem={today.facts.dateSystem}
              focus={focus}
            />
          )
        }
      >
        {sections.length === 0 && wanted.trim() !== "" && (
          <div className={styles.later}>
            <p className={styles.told} role="status">
              {words.today.nothingFound(wanted.trim())}
            </p>
            {canLog && (
              <Button
                size="small"
                onClick={() => pane.show({ name: "new-customer", called: wanted.trim() })}
              >
                {words.views["new-customer"].title}
              </Button>
            )}
          </div>
        )}
        {quiet && (
          <EmptyToday
            title={owner === null ? words.today.allDone : words.today.noneOfOwner}
            hint={words.today.allDoneHint}
          />
        )}
        {wanted.trim() === "" && owner === null && today.later > 0 && (
          <p className={styles.later}>{words.today.later(today.later)}</p>
        )}
      </WindowedSections>
    </>
  );
}

function headingOf({ id, count }: Section, { today: say }: ReturnType<typeof useWords>["words"]) {
  if (id === "results") return { title: say.results(count), count: "", hint: null };
  return {
    title: say.section[id],
    count: id === "issues" ? say.cells(count) : say.customers(count),
    hint: say.sectionHint[id],
  };
}
