import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import { isMineToWrite, questionKey, type Side, type SideOf } from "../../app/conflicts/resolve";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Conflict } from "../../app/workbook/rows";
import type { Cell } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import { useAsOf, usePaneState, useWords } from "../state/use-pane";
import { headerIn } from "../words/column-in";
import { conflictTexts } from "../words/conflict-text";
import { tableTitle } from "../words/failure-text";
import { longestCompared, nameText } from "../words/name-text";
import { toldApart } from "../words/told-apart";
import { Message } from "./message";
import { RadioLine } from "./radio-line";
import { takeFocus } from "./take-focus";
import { twoLines } from "./two-lines";
import { WholeDays } from "./whole-days";

/** Shown at once; the rest on request. All of them are decided by the choice for all. */
const atOnce = 30;
const atOnceMore = 200;

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: "8px" },
  heading: { margin: 0, font: "inherit", outlineStyle: "none" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    padding: "6px 0 4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // A long list costs only what is in sight.
    contentVisibility: "auto",
    containIntrinsicSize: "auto 116px",
  },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  choices: { display: "grid", gap: "4px", marginTop: "2px" },
  legend: { padding: 0, overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  small: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  // A cell holds thousands of characters; some lines are enough to tell two values apart.
  value: { ...twoLines, WebkitLineClamp: 6 },
  row: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** What was chosen for most, and the cells that are the exception: one click decides thousands. */
interface Choice {
  readonly most: Side;
  readonly except: ReadonlySet<string>;
}

const other: Readonly<Record<Side, Side>> = { theirs: "mine", mine: "theirs" };

/**
 * Cells that were changed after they were read: for each the row, the column, what was read, what stands there now and
 * what would be written, and the choice which of the two stays. What stands in the sheet is chosen at first. Nothing
 * has been written; `onResolve` goes on with what was chosen. Point 2 of the sheet as a database.
 */
export function Conflicts({
  conflicts,
  facts,
  mineOf,
  nameOf,
  settled,
  noteOf,
  chosen,
  what,
  lead,
  labels,
  action,
  isReady,
  gone = 0,
  busy = false,
  takesFocus = false,
  onResolve,
  children,
}: {
  readonly conflicts: readonly Conflict[];
  readonly facts: WorkbookFacts;
  /** What would be written; undefined where nothing would. */
  readonly mineOf: (conflict: Conflict) => Cell | undefined;
  /** A row as people know it; asked for customers that Today does not know, and for other tables. */
  readonly nameOf?: (table: TableId, id: string) => string | null;
  /** Why there is nothing to choose; null where there is. */
  readonly settled?: (conflict: Conflict) => string | null;
  /** What is known of the change besides, such as who made it. */
  readonly noteOf?: (conflict: Conflict) => string | null;
  /** What was chosen when these were asked about before; what stands in the sheet, where it is absent. */
  readonly chosen?: SideOf;
  readonly what?: string;
  readonly lead?: string;
  /** What the three values are called, where that is not what was read, what stands there and what is written. */
  readonly labels?: { readonly read: string } & Readonly<Record<Side, string>>;
  readonly action?: (mine: number, theirs: number) => string;
  /** Whether there is anything to do with so many of mine; always, where it is absent. */
  readonly isReady?: (mine: number) => boolean;
  /** Rows that were deleted meanwhile. */
  readonly gone?: number;
  readonly busy?: boolean;
  readonly takesFocus?: boolean;
  readonly onResolve: (sideOf: SideOf) => void;
  /** Further buttons, beside the one that goes on. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { words, language } = useWords();
  const { conflicts: say } = words;
  const { today } = usePaneState();
  const asOf = useAsOf();
  const groupId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState(atOnce);
  useEffect(() => {
    if (takesFocus) takeFocus(heading.current);
  }, [takesFocus]);

  const { read: readLabel, ...sides } = labels ?? { read: say.read, ...say.side };
  const fixedBy = (conflict: Conflict): string | null =>
    settled?.(conflict) ?? (isMineToWrite(conflict) ? null : say.keepsFormula);
  const [choice, setChoice] = useState<Choice>(() => ({
    most: "theirs",
    except: new Set(
      conflicts
        .filter((each) => chosen?.(each) === "mine" && fixedBy(each) === null)
        .map(questionKey),
    ),
  }));
  const isOpen = useRef(fixedBy);
  isOpen.current = fixedBy;
  const open = useMemo(
    () => conflicts.filter((conflict) => isOpen.current(conflict) === null).length,
    [conflicts],
  );
  const sideOf: SideOf = (conflict) => {
    if (fixedBy(conflict) !== null) return "theirs";
    return choice.except.has(questionKey(conflict)) ? other[choice.most] : choice.most;
  };
  const except = choice.except.size;
  const mine = choice.most === "mine" ? open - except : except;

  function choose(conflict: Conflict, side: Side): void {
    const next = new Set(choice.except);
    if (side === choice.most) next.delete(questionKey(conflict));
    else next.add(questionKey(conflict));
    setChoice({ ...choice, except: next });
  }

  function rowName({ table, id }: Conflict): string {
    const known = today.status === "ready" ? today.today.customers.get(id) : undefined;
    if (table === "customers" && known !== undefined && known.name !== "")
      return nameText(known.name);
    const named = nameOf?.(table, id) ?? "";
    return named === "" ? `${tableTitle(table, language)} ${id}` : nameText(named);
  }

  return (
    <section className={styles.part} aria-labelledby={`${groupId}-title`}>
      <div role="alert">
        <Message
          tone="warning"
          what={
            <h2 className={styles.heading} id={`${groupId}-title`} ref={heading} tabIndex={-1}>
              {what ?? (conflicts.length === 0 ? say.onlyGone(gone) : say.what(conflicts.length))}
            </h2>
          }
          {...(conflicts.length === 0
            ? {}
            : {
                remedy:
                  gone > 0 ? words.sentences(lead ?? say.lead, say.gone(gone)) : (lead ?? say.lead),
              })}
        />
      </div>
      {open > 1 && (
        <div className={styles.row}>
          {(["theirs", "mine"] as const).map((side) => (
            <Button
              key={side}
              size="small"
              aria-pressed={mine === (side === "mine" ? open : 0)}
              onClick={() => setChoice({ most: side, except: new Set() })}
            >
              {side === "mine" && labels !== undefined ? say.allOf(labels.mine) : say.all[side]}
            </Button>
          ))}
        </div>
      )}
      <ul className={styles.list}>
        {conflicts.slice(0, shown).map((conflict, index) => {
          const { table, column } = conflict;
          const texts = conflictTexts(conflict, mineOf(conflict), facts, asOf, language);
          const values: Readonly<Record<Side, string>> = { ...texts, mine: texts.mine ?? "–" };
          const all = [texts.read, texts.theirs, ...(texts.mine === null ? [] : [texts.mine])];
          const [read = "", theirs = "", mineApart = values.mine] = toldApart(all, longestCompared);
          const apart: Readonly<Record<Side, string>> = { theirs, mine: mineApart };
          const fixed = fixedBy(conflict);
          const note = noteOf?.(conflict) ?? null;
          return (
            <li key={questionKey(conflict)} className={styles.item}>
              <fieldset className={styles.group}>
                <legend className={styles.legend}>
                  {rowName(conflict)} · {headerIn(facts, table, column, language)}
                </legend>
                <p className={mergeClasses(styles.small, styles.value)} title={texts.read}>
                  {readLabel}
                  {words.colon}
                  <WholeDays text={read} />
                </p>
                <div className={styles.choices}>
                  {fixed === null
                    ? (["theirs", "mine"] as const).map((side) => (
                        <RadioLine
                          key={side}
                          name={`${groupId} ${index}`}
                          checked={sideOf(conflict) === side}
                          onChoose={() => choose(conflict, side)}
                        >
                          <Value label={sides[side]} text={apart[side]} whole={values[side]} />
                        </RadioLine>
                      ))
                    : (["theirs", "mine"] as const).map((side) => (
                        <div key={side}>
                          <Value label={sides[side]} text={apart[side]} whole={values[side]} />
                        </div>
                      ))}
                </div>
                {note !== null && <p className={styles.small}>{note}</p>}
                {fixed !== null && <p className={styles.small}>{fixed}</p>}
              </fieldset>
            </li>
          );
        })}
      </ul>
      {conflicts.length > shown && (
        <div className={styles.row}>
          <Button size="small" onClick={() => setShown(shown + atOnceMore)}>
            {say.more(conflicts.length - shown)}
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={busy || isReady?.(mine) === false}
          onClick={() => onResolve(sideOf)}
        >
          {busy ? say.writing : (action ?? say.write)(mine, conflicts.length - mine)}
        </Button>
        {children}
      </div>
    </section>
  );
}

function Value({
  label,
  text,
  whole,
}: {
  readonly label: string;
  readonly text: string;
  /** What is told where a person points at it. */
  readonly whole: string;
}) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.value} title={whole}>
        <WholeDays text={text} />
      </span>
      <span className={styles.small}>{label}</span>
    </>
  );
}
