import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { useState } from "react";
import { confirmCustomer } from "../../app/health/fix";
import type { HealthReport, Unconfirmed } from "../../app/health/report";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { WindowedSections, type RowPart } from "../parts/windowed-sections";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { useRowStyles } from "../today/row-styles";
import { shortDay } from "../words/day-text";
import type { PaneFailure } from "../words/failure-words";
import { useGoToCell } from "./use-go-to-cell";
import { nameText } from "../words/name-text";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  padded: { padding: "8px 12px" },
  none: { margin: 0, padding: "12px", color: tokens.colorNeutralForeground2 },
});

const keyOf = ({ id, row }: Unconfirmed): string => `${row} ${id}`;

/** I3: customers whose data is to be confirmed again, the longest unconfirmed first, each with a button that does. */
export function UnconfirmedList({
  report,
  onConfirmed,
  onFailed,
}: {
  readonly report: HealthReport;
  readonly onConfirmed: (id: string) => void;
  readonly onFailed: (failure: PaneFailure) => void;
}) {
  const styles = useStyles();
  const row = useRowStyles();
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(healthWords);
  const { today } = words;
  const { goTo, failure } = useGoToCell();
  const [busy, setBusy] = useState<string | null>(null);
  const { unconfirmed, verificationDays, facts, asOf } = report;
  const [isAdded, setAdded] = useState(false);
  const hasColumn = isAdded || facts.tables.customers?.columns["confirmedDay"] !== undefined;
  const canConfirm = !facts.readOnly;

  const partsOf = ({ identified }: Unconfirmed): readonly RowPart[] =>
    canConfirm && identified ? ["open", "act"] : ["open"];

  async function confirm(customer: Unconfirmed): Promise<void> {
    setBusy(keyOf(customer));
    const { workbook } = pane.services;
    const done = await confirmCustomer(workbook, customer, asOf, pane.trace());
    setBusy(null);
    if (!done.ok) {
      onFailed(done.error);
      return;
    }
    setAdded(true);
    pane.did(done.value);
    onConfirmed(customer.id);
  }

  if (report.customers === 0) return <p className={styles.none}>{today.noCustomers}</p>;
  if (unconfirmed.length === 0)
    return <p className={styles.none}>{say.noneUnconfirmed(verificationDays)}</p>;
  return (
    <>
      {!hasColumn && canConfirm && (
        <div className={styles.padded}>
          <Message tone="info" what={say.columnToCome} />
        </div>
      )}
      {failure !== null && <FailureMessage failure={failure} />}
      <WindowedSections
        sections={[
          {
            id: "unconfirmed",
            title: say.unconfirmedTitle,
            count: today.customers(unconfirmed.length),
            hint: say.unconfirmedHint(verificationDays),
            items: unconfirmed,
          },
        ]}
        keyOf={keyOf}
        partsOf={partsOf}
        request={null}
        render={(customer, focus) => {
          const { id, name, identified, verification } = customer;
          const title = name === "" ? today.unnamed(id) : nameText(name);
          const why =
            verification.kind === "never"
              ? say.never
              : say.since(shortDay(verification.since, asOf, language), verification.overdue);
          return (
            <div className={row.row}>
              <button
                type="button"
                className={row.open}
                onClick={() =>
                  void goTo({
                    table: "customers",
                    id: identified ? id : null,
                    row: customer.row,
                    column: null,
                  })
                }
                {...focus("open")}
              >
                <span className={row.text}>
                  <span className={row.name}>{title}</span>
                  <span className={row.why}>{identified ? why : say.unidentified}</span>
                </span>
              </button>
              {canConfirm && identified && (
                <Button
                  className={row.log}
                  size="small"
                  icon={<Checkmark16Regular />}
                  aria-label={say.confirmOf(title)}
                  disabledFocusable={busy !== null}
                  onClick={() => void confirm(customer)}
                  {...focus("act")}
                >
                  {say.confirm}
                </Button>
              )}
            </div>
          );
        }}
      />
    </>
  );
}
