import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { incomingOverlaps, type IncomingOverlap } from "../../app/import/incoming-overlaps";
import { FailureMessage } from "../parts/failure-message";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { duplicatesWords, newCustomerWords } from "../words/duplicates";
import type { PaneFailure } from "../words/failure-words";
import { importWords } from "../words/import";
import { nameText } from "../words/name-text";
import { browserPace } from "./browser-pace";
import type { CheckedStep } from "./import-flow";
import { useRowListStyles } from "./row-list-styles";

const useStyles = makeStyles({
  action: { alignSelf: "flex-start" },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** As many as help to judge; the likeliest come first. */
const mostRows = 10;

/** With more rows than these the search takes seconds, which whoever imports may not want to spend. */
const soon = { added: 5_000, customers: 20_000 } as const;

type Search =
  | { readonly of: CheckedStep["plan"]; readonly found: readonly IncomingOverlap[] }
  | { readonly of: CheckedStep["plan"]; readonly failure: PaneFailure };

/**
 * New rows that look like customers who are there, and who holds those (T3). They are sought while the dry run is looked
 * at already, in long lists only when asked; who does not wait for them imports all the same.
 */
export function OverlapRows({ step }: { readonly step: CheckedStep }) {
  const list = useRowListStyles();
  const styles = useStyles();
  const { workbook } = usePane().services;
  const { words } = useWords();
  const say = useWordsOf(importWords);
  const held = useWordsOf(newCustomerWords);
  const { fact: factText } = useWordsOf(duplicatesWords);
  const { plan, facts, source } = step;
  const [search, setSearch] = useState<Search | null>(null);
  const [asked, setAsked] = useState<CheckedStep["plan"] | null>(null);

  const isCustomers = plan.target.table.id === "customers";
  const isSoon =
    plan.added.length <= soon.added && (facts.tables.customers?.rowCount ?? 0) <= soon.customers;
  const isSought = isSoon || asked === plan;

  useEffect(() => {
    if (!isSought) return;
    const stop = new AbortController();
    const watcher = { pace: browserPace, signal: stop.signal, onProgress: () => undefined };
    void incomingOverlaps(workbook, facts, plan, watcher).then((answer) => {
      if (stop.signal.aborted) return;
      setSearch(
        answer.ok ? { of: plan, found: answer.value } : { of: plan, failure: answer.error },
      );
    });
    return () => stop.abort();
  }, [workbook, facts, plan, isSought]);

  if (!isCustomers || plan.added.length === 0) return null;
  if (!isSought)
    return (
      <Button className={styles.action} size="small" onClick={() => setAsked(plan)}>
        {say.seekOverlaps}
      </Button>
    );
  if (search?.of !== plan)
    return (
      <p className={list.hint} role="status">
        {say.overlapsSought}
      </p>
    );
  if ("failure" in search) return <FailureMessage failure={search.failure} />;
  const { found } = search;
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="import-overlaps">
      <h3 className={list.title} id="import-overlaps">
        {say.overlaps(found.length)}
      </h3>
      <p className={list.hint}>{say.overlapsHint}</p>
      <ul className={list.rows}>
        {found.slice(0, mostRows).map(({ row, name, overlap: { customer, facts: why } }) => (
          <li key={row} className={list.row}>
            <span className={list.head}>
              {say.row(source.firstRow + row)} · {nameText(name)}
            </span>
            <div>
              {nameText(customer.name)} ·{" "}
              {customer.owner === "" ? held.heldByNobody : held.held(nameText(customer.owner))}
            </div>
            <div className={styles.why}>
              {why.map(({ fact, common }) => factText[fact](common)).join(words.clauses)}
            </div>
          </li>
        ))}
      </ul>
      {found.length > mostRows && <p className={list.hint}>{say.more(found.length - mostRows)}</p>}
    </section>
  );
}
