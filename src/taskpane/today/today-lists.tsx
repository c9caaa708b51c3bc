import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Today } from "../../app/today/today";
import { OwnFilter } from "../later-views";
import { WindowedSections, type ListRequest, type RowPart } from "../parts/windowed-sections";
import { useAsOf, usePane, usePaneState, useWords } from "../state/use-pane";
import { cellText } from "../words/cell-text";
import { headerIn, specIn } from "../words/column-in";
import { CustomerRow } from "./customer-row";
import { EmptyToday } from "./empty-today";
import { IssueRow } from "./issue-row";
import { Summary } from "./summary";
import { ownChoices } from "./own-choices";
import { laterOf, ownersOf, sectionsOf, type FoundIn, type Line, type Section } from "./today-list";
import { TodaySearch } from "./today-search";

const useStyles = makeStyles({
  later: {
    margin: 0,
    padding: "12px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  told: { margin: "0 0 8px" },
  // Its room is there before it is, so that the list stands still.
  filter: { flexShrink: 0, minHeight: "32px" },
});

const keyOf = (line: Line): string => line.key;

/** Whom to follow up, by what is due, searched and of one owner. */
export function TodayLists({
  today,
  returnTo,
}: {
  readonly today: Today;
  readonly returnTo: string | null;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const asOf = useAsOf();
  const { query, owner, chosen } = usePaneState();
  // Typing stays immediate while a hundred thousand names are searched.
  const wanted = useDeferredValue(query);
  const sections = useMemo(
    () => sectionsOf(today, { query: wanted, owner, chosen }),
    [today, wanted, owner, chosen],
  );
  const later = useMemo(() => laterOf(today, { owner, chosen }), [today, owner, chosen]);
  const owners = useMemo(() => ownersOf(today, language), [today, language]);
  const [request, setRequest] = useState<ListRequest | null>(
    returnTo === null ? null : { kind: "focus-item", key: returnTo },
  );
  const canLog = !today.facts.readOnly;

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
  function foundText({ column, cell }: FoundIn): string {
    const { facts } = today;
    const { dateSystem } = facts;
    const text = cellText(specIn(facts, "customers", column), cell, { dateSystem, asOf }, language);
    return `${headerIn(facts, "customers", column, language)}${words.colon}${text}`;
  }
  const isChosen = Object.keys(chosen).length > 0;
  const isFiltered = owner !== null || isChosen;
  const quiet =
    wanted.trim() === "" &&
    !sections.some(({ id }) => id === "overdue" || id === "dueToday" || id === "soon");
  return (
    <>
      <TodaySearch owners={owners} onFirst={() => setRequest(firstOf(sections))} />
      {(isChosen || ownChoices(today.facts).length > 0) && (
        <div className={styles.filter}>
          <OwnFilter facts={today.facts} />
        </div>
      )}
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
              found={line.found === null ? "" : foundText(line.found)}
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
            {isFiltered && (
              <Button
                size="small"
                onClick={() => {
                  pane.chooseOwner(null);
                  pane.choose({});
                }}
              >
                {words.today.findAmongAll}
              </Button>
            )}
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
            title={isFiltered ? words.today.noneOfThese : words.today.allDone}
            hint={words.today.allDoneHint}
          />
        )}
        {wanted.trim() === "" && later > 0 && (
          <p className={styles.later}>{words.today.later(later)}</p>
        )}
      </WindowedSections>
    </>
  );
}

/** Asks for the first line there is; null where there is none. */
function firstOf([first]: readonly Section[]): ListRequest | null {
  const line = first?.lines.at(0);
  return line === undefined ? null : { kind: "focus-item", key: line.key };
}

function headingOf({ id, count }: Section, { today: say }: ReturnType<typeof useWords>["words"]) {
  if (id === "results") return { title: say.results(count), count: "", hint: null };
  return {
    title: say.section[id],
    count: id === "issues" ? say.cells(count) : say.customers(count),
    hint: say.sectionHint[id],
  };
}
