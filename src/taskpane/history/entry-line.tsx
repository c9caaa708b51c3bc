import { Button, mergeClasses } from "@fluentui/react-components";
import type { AuditEntry } from "../../tables/audit/entries";
import { WholeDays } from "../parts/whole-days";
import { useWords, useWordsOf } from "../state/use-pane";
import {
  changedText,
  entryTitle,
  rowCells,
  steppedText,
  type EntryStyle,
} from "../words/entry-text";
import { longestValue, nameText } from "../words/name-text";
import { toldApart } from "../words/told-apart";
import { useHistoryStyles } from "./use-history-styles";
import { historyWords } from "../words/history";

/** One entry of a deed: where, and what it was before and after. */
export function EntryLine({
  entry,
  style,
  takenBack,
  stays,
  onTakeBack,
}: {
  readonly entry: AuditEntry;
  readonly style: EntryStyle;
  readonly takenBack: boolean;
  /** Why it is never taken back; null where it may be, or where that is said of the whole deed. */
  readonly stays: string | null;
  /** null where it cannot be asked for: it is taken back already, it stays, or the workbook is read-only. */
  readonly onTakeBack: (() => void) | null;
}) {
  const styles = useHistoryStyles();
  const { language } = useWords();
  const say = useWordsOf(historyWords);
  const title = entryTitle(entry, language);
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <p className={styles.small}>
          {title}
          {takenBack && ` · ${say.state.all}`}
        </p>
        <EntryValues entry={entry} style={style} gone={takenBack} />
        {stays !== null && <p className={styles.small}>{stays}</p>}
      </div>
      {onTakeBack !== null && (
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-label={say.takeBackOf(title)}
          onClick={onTakeBack}
        >
          {say.takeBack}
        </Button>
      )}
    </li>
  );
}

function EntryValues({
  entry: { what },
  style,
  gone,
}: {
  readonly entry: AuditEntry;
  readonly style: EntryStyle;
  readonly gone: boolean;
}) {
  const styles = useHistoryStyles();
  const say = useWordsOf(historyWords);
  if (what.kind === "note") return null;
  if ("cells" in what)
    return (
      <p className={mergeClasses(styles.values, (gone || what.kind === "removed") && styles.old)}>
        {rowCells(what, style).map(({ column, header, value }) => (
          <span key={column} className={styles.pair}>
            <span className={styles.label}>{header}</span>{" "}
            <WholeDays text={nameText(value, longestValue)} />
          </span>
        ))}
      </p>
    );
  const moved = what.kind === "cell" ? changedText(what, style) : steppedText(what, style);
  const [before = "", after = ""] = toldApart([moved.before, moved.after], longestValue);
  return (
    <p className={styles.values}>
      <del className={styles.old} aria-label={`${say.before} ${before}`}>
        <WholeDays text={before} />
      </del>
      {" → "}
      <ins
        className={mergeClasses(styles.new, gone && styles.gone)}
        aria-label={`${say.after} ${after}`}
      >
        <WholeDays text={after} />
      </ins>
    </p>
  );
}
