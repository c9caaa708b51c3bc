import { ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import type { HealthReport, ProfileOf } from "../../app/health/report";
import { FailureMessage } from "../parts/failure-message";
import { WindowedSections, type RowPart } from "../parts/windowed-sections";
import { useWords, useWordsOf } from "../state/use-pane";
import { useRowStyles } from "../today/row-styles";
import { useGoToCell } from "./use-go-to-cell";
import { nameText } from "../words/name-text";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  lead: {
    margin: 0,
    padding: "8px 12px 4px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  share: {
    flexShrink: 0,
    paddingInlineEnd: "4px",
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
  },
  bar: { marginTop: "4px" },
});

const partsOf = (): readonly RowPart[] => ["open"];
const keyOf = ({ id, row }: ProfileOf): string => `${row} ${id}`;

/** R1: how complete each customer's profile is, the least complete first. */
export function ProfileList({ report: { profile } }: { readonly report: HealthReport }) {
  const styles = useStyles();
  const row = useRowStyles();
  const { words } = useWords();
  const say = useWordsOf(healthWords);
  const { today } = words;
  const { goTo, failure } = useGoToCell();
  const { length: fields } = profile.fields;
  if (profile.customers.length === 0) return <p className={styles.lead}>{today.noCustomers}</p>;
  if (fields === 0) return <p className={styles.lead}>{say.noFields}</p>;
  return (
    <>
      <p className={styles.lead}>{say.profileLead(profile.fields.join(words.list))}</p>
      {failure !== null && <FailureMessage failure={failure} />}
      <WindowedSections
        sections={[
          {
            id: "profiles",
            title:
              profile.average === null ? say.profileTitle : say.average(percent(profile.average)),
            count: "",
            hint: say.profileTitle,
            items: profile.customers,
          },
        ]}
        keyOf={keyOf}
        partsOf={partsOf}
        request={null}
        render={(customer, focus) => (
          <div className={row.row}>
            <button
              type="button"
              className={row.open}
              title={say.profileHint}
              onClick={() =>
                void goTo({
                  table: "customers",
                  id: customer.identified ? customer.id : null,
                  row: customer.row,
                  column: null,
                })
              }
              {...focus("open")}
            >
              <span className={row.text}>
                <span className={row.name}>
                  {customer.name === "" ? today.unnamed(customer.id) : nameText(customer.name)}
                </span>
                <span className={row.why}>{say.profileOf(customer.filled, fields)}</span>
                <ProgressBar
                  className={styles.bar}
                  value={customer.filled / fields}
                  aria-hidden="true"
                />
              </span>
              <span className={styles.share}>{percent(customer.filled / fields)}%</span>
            </button>
          </div>
        )}
      />
    </>
  );
}

function percent(share: number): number {
  return Math.floor(share * 100);
}
