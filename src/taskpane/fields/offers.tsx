import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "../../tables/schema";
import { lineTitle, underTitle } from "../parts/titled-line";
import { useWords } from "../state/use-pane";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  offer: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    gap: "2px 8px",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: lineTitle,
  about: underTitle,
});

export interface Offer {
  readonly id: string;
  readonly title: Words;
  readonly about: Words;
}

/** Things that can be had by a click: columns of ours, further tables. */
export function Offers({
  offers,
  action,
  label,
  busy,
  onTake,
}: {
  readonly offers: readonly Offer[];
  readonly action: string;
  readonly label: (title: string) => string;
  readonly busy: boolean;
  readonly onTake: (id: string) => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  return (
    <ul className={styles.list}>
      {offers.map(({ id, title, about }) => (
        <li key={id} className={styles.offer}>
          <span>
            <span className={styles.title}>{title[language]}</span>
            <span className={styles.about}>{about[language]}</span>
          </span>
          <Button
            size="small"
            aria-label={label(title[language])}
            disabledFocusable={busy}
            onClick={() => onTake(id)}
          >
            {action}
          </Button>
        </li>
      ))}
    </ul>
  );
}
