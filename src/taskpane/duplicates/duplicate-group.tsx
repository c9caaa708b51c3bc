import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Duplicates } from "../../app/duplicates/find-duplicates";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { nameText } from "../words/name-text";
import { Reasons } from "./reasons";
import { duplicatesWords } from "../words/duplicates";

const useStyles = makeStyles({
  group: {
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  members: { margin: 0, padding: 0, listStyleType: "none" },
  member: { padding: "2px 0", overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  pair: { display: "flex", flexDirection: "column", gap: "4px", alignItems: "flex-start" },
  names: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** As many pairs as can be taken in; the rest follow once these are merged. */
const shownPairs = 6;
const shownMembers = 12;

/** Customers that may be one: who they are, why, and the way to merge them. */
export function DuplicateGroup({
  group: { members, pairs },
  readOnly,
  onMerge,
}: {
  readonly group: Duplicates;
  readonly readOnly: boolean;
  readonly onMerge: (survivorId: string, otherId: string) => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words } = useWords();
  const say = useWordsOf(duplicatesWords);
  const nameOf = new Map(members.map(({ id, name }) => [id, name === "" ? id : nameText(name)]));
  const placeOf = new Map(members.map(({ id }, place) => [id, place]));
  return (
    <li className={styles.group}>
      <ul className={styles.members}>
        {members.slice(0, shownMembers).map(({ id, name, owner, phone }) => (
          <li key={id} className={styles.member}>
            <Link
              as="button"
              title={name}
              aria-label={`${words.customer.showInSheet}${words.colon}${nameText(name)}`}
              onClick={() => void pane.selectInSheet(id)}
            >
              {nameOf.get(id) ?? id}
            </Link>
            <div className={styles.detail}>
              {[owner === "" ? say.heldByNobody : say.heldBy(owner), phone, id]
                .filter((part) => part !== "")
                .join(" · ")}
            </div>
          </li>
        ))}
      </ul>
      {pairs.slice(0, shownPairs).map(({ a, b, score, facts }) => {
        // The one that has been there longer is proposed to stay.
        const first = (placeOf.get(a) ?? 0) < (placeOf.get(b) ?? 0);
        const [survivor, goes] = first ? [a, b] : [b, a];
        const [one, other] = [nameOf.get(survivor) ?? survivor, nameOf.get(goes) ?? goes];
        return (
          <div key={`${a} ${b}`} className={styles.pair}>
            {members.length > 2 && (
              <p className={styles.names}>
                {one} – {other}
              </p>
            )}
            <Reasons score={score} facts={facts} />
            {!readOnly && (
              <Button
                size="small"
                aria-label={say.mergeOf(one, other)}
                onClick={() => onMerge(survivor, goes)}
              >
                {say.merge}
              </Button>
            )}
          </div>
        );
      })}
    </li>
  );
}
