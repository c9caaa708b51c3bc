import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { customerColumns } from "../../app/fields/customer-columns";
import type { CardCell, CustomerCard } from "../../app/open-customer";
import type { Today } from "../../app/today/today";
import { CopyButton } from "../parts/copy-button";
import { useWords } from "../state/use-pane";
import { cellText } from "../words/cell-text";
import { longestValue } from "../words/name-text";
import { contactLink } from "./contact-link";

const useStyles = makeStyles({
  title: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0 },
  fact: {
    display: "grid",
    gridTemplateColumns: "minmax(84px, 34%) 1fr",
    gap: "8px",
    padding: "3px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase300,
  },
  name: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  value: {
    margin: 0,
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minWidth: 0,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  // A cell holds tens of thousands of characters; what stands below it is to be reached all the same.
  long: { display: "block", maxHeight: "240px", overflowY: "auto" },
  profile: {
    margin: "0 0 6px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What the sheet knows of the customer, and how complete that is (R1), blank cells left out; numbers to call and addresses to mail are links. */
export function CustomerFacts({
  cells,
  profile,
  today,
}: {
  readonly cells: readonly CardCell[];
  readonly profile: CustomerCard["profile"];
  readonly today: Today;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const style = { dateSystem: today.facts.dateSystem, asOf: today.asOf };
  const specs = new Map(customerColumns(today.facts).map((spec) => [spec.id, spec]));
  const filled = cells.filter(
    ({ column, found }) => column !== "name" && found !== null && found !== "",
  );
  return (
    <section aria-labelledby="facts-title">
      <h2 className={styles.title} id="facts-title">
        {words.customer.facts}
      </h2>
      {profile !== null && (
        <p className={styles.profile}>
          {words.customer.complete(
            Math.floor((profile.filled / profile.fields) * 100),
            profile.filled,
            profile.fields,
          )}
        </p>
      )}
      <dl className={styles.list}>
        {filled.map(({ column, header, kind, found }) => {
          const text = cellText(specs.get(column) ?? null, found, style, language);
          const link = contactLink(text, kind === "phone");
          const isLong = text.length > longestValue;
          return (
            <div key={column} className={styles.fact}>
              <dt className={styles.name}>{header}</dt>
              <dd
                className={mergeClasses(styles.value, isLong && styles.long)}
                // What is scrolled is scrolled by keyboard, too.
                tabIndex={isLong ? 0 : undefined}
              >
                {link === null ? (
                  text
                ) : (
                  <>
                    <Link
                      href={link.href}
                      aria-label={
                        link.kind === "call" ? words.customer.call(text) : words.customer.mail(text)
                      }
                    >
                      {text}
                    </Link>
                    <CopyButton text={text} title={header} />
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
