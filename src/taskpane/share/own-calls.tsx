import { Checkbox, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { isWaiting, type OwnLeft } from "../../app/share/formulas";
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
  choice: { marginInlineStart: "-8px" },
  hint: {
    margin: "0 0 0 28px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  place: { textAlign: "start", color: tokens.colorNeutralForeground1 },
});

const placesShown = 12;

/** The person's own formulas that colleagues without the add-in cannot calculate, each with the way to it. */
export function OwnCalls({
  calls,
  asValues,
  onAsValues,
}: {
  readonly calls: readonly OwnCall[];
  /** Whether values take the place of those that can be switched. */
  readonly asValues: boolean;
  readonly onAsValues: (asValues: boolean) => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const say = useWordsOf(shareWords);
  const hintId = useId();
  const [failure, setFailure] = useState<PaneFailure | null>(null);
  if (calls.length === 0) return null;
  const canSwitch = calls.some((call) => call.kind === "cells" && call.stays === null);
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
                    {call.stays !== null && ` ${say.ownStays[call.stays]}`}
                  </li>
                ),
              )}
              {calls.length > placesShown && <li>{say.ownMore(calls.length - placesShown)}</li>}
            </ul>
            {(!canSwitch || !asValues) && say.ownHint}
          </>
        }
      />
      {canSwitch && (
        <div>
          <Checkbox
            className={styles.choice}
            label={say.ownAsValues}
            checked={asValues}
            aria-describedby={hintId}
            onChange={(_, { checked }) => onAsValues(checked === true)}
          />
          <p id={hintId} className={styles.hint}>
            {say.ownAsValuesHint}
          </p>
        </div>
      )}
    </>
  );
}

/** Own formulas that stay values though the functions are back, with the formula that was remembered. */
export function OwnLeftList({ left }: { readonly left: readonly OwnLeft[] }) {
  const styles = useStyles();
  const say = useWordsOf(shareWords);
  if (left.length === 0) return null;
  return (
    <div>
      {say.ownLeft(left.length)}
      <ul className={styles.list}>
        {left.slice(0, placesShown).map(({ sheet, address, formula, why }) => (
          <li key={`${sheet} ${address}`}>
            {placeOf({ sheet, address })} · {say.ownLeftWhy[why]}
            {!isWaiting({ why }) && (
              <>
                {" · "}
                <code>{formula}</code>
              </>
            )}
          </li>
        ))}
        {left.length > placesShown && <li>{say.ownMore(left.length - placesShown)}</li>}
      </ul>
    </div>
  );
}

/** "客户!K2:K9"; a single cell by itself. */
function placeOf({ sheet, address }: RangeRef): string {
  const [first = address, last = first] = address.split(":");
  return `${sheet}!${first === last ? first : address}`;
}
