import { Button, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { WorkbookFacts } from "../../app/workbook/facts";
import { usePane, usePaneState, useWordsOf } from "../state/use-pane";
import { filterWords } from "../words/filter";
import { ownChoices } from "./own-choices";
import { stillChosen } from "./still-chosen";

const useStyles = makeStyles({
  // Two side by side in the narrowest pane, however long their words are.
  bar: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(136px, 1fr))",
    gap: "6px",
    padding: "0 12px 8px",
  },
  choice: { minWidth: 0, "& select": { textOverflow: "ellipsis" } },
  chosen: {
    "& select": {
      color: tokens.colorBrandForeground1,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  button: { justifySelf: "start", minWidth: "auto", whiteSpace: "nowrap" },
});

/** More than these fields would push the list away; the others are a click further. */
const mostAtOnce = 3;

/** Which customers are shown, by the choice fields of a person's own. 按自有字段筛选 */
export function OwnFilter({ facts }: { readonly facts: WorkbookFacts }) {
  const styles = useStyles();
  const pane = usePane();
  const say = useWordsOf(filterWords);
  const { chosen } = usePaneState();
  const [opened, setOpened] = useState(false);
  const fields = ownChoices(facts);
  useEffect(() => {
    const left = stillChosen(chosen, facts);
    if (left !== chosen) pane.choose(left);
  }, [chosen, facts, pane]);
  const isWanted = ({ id }: { readonly id: string }): boolean => chosen[id] !== undefined;
  // What is chosen stays in sight, or the list would lack customers for no visible reason.
  const shown = opened
    ? fields
    : fields.filter((field, index) => index < mostAtOnce || isWanted(field));
  const hidden = fields.length - shown.length;

  function choose(column: string, word: string | null): void {
    const { [column]: _, ...others } = chosen;
    pane.choose(word === null ? others : { ...others, [column]: word });
  }

  return (
    <div className={styles.bar} role="group" aria-label={say.filter}>
      {shown.map(({ id, title: { zh: header }, choices = [] }) => (
        <Select
          key={id}
          size="small"
          className={mergeClasses(styles.choice, chosen[id] !== undefined && styles.chosen)}
          aria-label={say.by(header)}
          value={chosen[id] === undefined ? "all" : `=${chosen[id]}`}
          onChange={(_, { value }) => choose(id, value === "all" ? null : value.slice(1))}
        >
          <option value="all">{say.all(header)}</option>
          {choices.map(({ code }) => (
            <option key={code} value={`=${code}`}>
              {say.one(header, code)}
            </option>
          ))}
          <option value="=">{say.one(header, say.none)}</option>
        </Select>
      ))}
      {hidden > 0 && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          onClick={() => setOpened(true)}
        >
          {say.more(hidden)}
        </Button>
      )}
      {Object.keys(chosen).length > 1 && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          onClick={() => pane.choose({})}
        >
          {say.clear}
        </Button>
      )}
    </div>
  );
}
