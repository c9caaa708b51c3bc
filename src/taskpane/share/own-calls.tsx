import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { OwnCall } from "../../app/share/sharing";
import type { RangeRef } from "../../app/workbook/places";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { usePane, useWordsOf } from "../state/use-pane";
import type { PaneFailure } from "../words/failure-words";
import { shareWords } from "../words/share";

const useStyles = makeStyles({
  list: {
    margin: "4px 0",
    paddingInlineStart: "20px",
    display: "grid",
    gap: "2px",
    overflowWrap: "anywhere",
  },
  place: { textAlign: "start", color: tokens.colorNeutralForeground1 },
});

const placesShown = 12;

/** The person's own formulas that colleagues without the add-in cannot calculate, each with the way to it. */
export function OwnCalls({ calls }: { readonly calls: readonly OwnCall[] }) {
  const styles = useStyles();
  const pane = usePane();
  const say = useWordsOf(shareWords);
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  if (calls.length === 0) return null;
  const formulas = calls.reduce((sum, call) => sum + (call.kind === "cells" ? call.cells : 1), 0);
  const show = async (range: RangeRef): Promise<void> => {
    const shown = await pane.services.workbook.showCells(range);
    setFailure(shown.ok ? null : shown.error);
  };
  return (
    <>
      {failure !== null && <FailureMessage failure={failure} />}
      <Message
        tone="warning"
        what={say.own(formulas)}
        remedy={
          <>
            <ul className={styles.list}>
              {calls.slice(0, placesShown).map((call) =>
                call.kind === "name" ? (
                  <li key={`${call.sheet ?? ""} ${call.name}`}>
                    {say.ownName(call.sheet === null ? call.name : `${call.sheet}!${call.name}`)}
                  </li>
                ) : (
                  <li key={`${call.range.sheet} ${call.range.address}`}>
                    <Link
                      as="button"
                      inline
                      className={styles.place}
                      aria-label={say.showCells(placeOf(call.range))}
                      onClick={() => void show(call.range)}
                    >
                      {placeOf(call.range)}
                    </Link>
                  </li>
                ),
              )}
              {calls.length > placesShown && <li>{say.ownMore(calls.length - placesShown)}</li>}
            </ul>
            {say.ownHint}
          </>
        }
      />
    </>
  );
}

/** "客户!K2:K9"; a single cell by itself. */
function placeOf({ sheet, address }: RangeRef): string {
  const [first = address, last = first] = address.split(":");
  return `${sheet}!${first === last ? first : address}`;
}
