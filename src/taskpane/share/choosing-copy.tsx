import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SharePlan } from "../../app/share/share";
import type { ShareMode } from "../../tables/specs/shared-columns";
import { Message } from "../parts/message";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { shareWords } from "../words/share";
import { KeptCells } from "./kept-cells";
import { OwnCalls } from "./own-calls";
import { stepOf, SwitchProgress } from "./switch-progress";
import { isBusy, type Switch } from "./use-switch";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: {
    margin: 0,
    padding: "0 0 6px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: { border: "none", margin: 0, padding: 0, display: "grid", gap: "6px" },
  choice: {
    display: "grid",
    gridTemplateColumns: "16px 1fr",
    gap: "0 10px",
    padding: "8px 10px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { border: `1px solid ${tokens.colorBrandStroke1}` },
  radio: {
    width: "16px",
    height: "16px",
    margin: "2px 0 0",
    outlineStyle: "none",
    accentColor: tokens.colorBrandBackground,
  },
  hint: {
    gridColumn: "2",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  action: { alignSelf: "flex-start", flexShrink: 0 },
});

export type Copy = Exclude<ShareMode, "functions">;
const copies: readonly Copy[] = ["native", "values"];

/** What colleagues shall get, what that would change, and the ways to do it. */
export function ChoosingCopy({ work }: { readonly work: Switch }) {
  const styles = useStyles();
  const say = useWordsOf(shareWords);
  const [copy, setCopy] = useState<Copy>("native");
  const { state } = work;
  const busy = isBusy(state);
  return (
    <>
      <p className={styles.text}>{say.lead}</p>
      <fieldset className={styles.group} disabled={busy}>
        <legend className={styles.title}>{say.choose}</legend>
        {copies.map((of) => (
          <label key={of} className={`${styles.choice} ${of === copy ? styles.chosen : ""}`}>
            <input
              className={styles.radio}
              type="radio"
              name="copy"
              checked={of === copy}
              onChange={() => {
                setCopy(of);
                work.forget();
              }}
            />
            <span>{say.mode[of]}</span>
            <span className={styles.hint}>{say.modeHint[of]}</span>
          </label>
        ))}
      </fieldset>
      {state.status === "planned" ? (
        <Planned
          plan={state.plan}
          onOpenCopy={(own) => void work.openCopy(own)}
          onSwitch={(own) => void work.carryOut(own)}
        />
      ) : (
        <Button
          className={styles.action}
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => void work.look(copy)}
        >
          {state.status === "switching" || state.status === "following"
            ? stepOf(state, say)
            : say.look}
        </Button>
      )}
      <SwitchProgress work={work} />
    </>
  );
}

function Planned({
  plan,
  onOpenCopy,
  onSwitch,
}: {
  readonly plan: SharePlan;
  /** `own`: whether people's own formulas become values, too. */
  readonly onOpenCopy: (own: boolean) => void;
  readonly onSwitch: (own: boolean) => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const [own, setOwn] = useState(true);
  const opens = pane.services.workbook.opensCopies();
  const { words } = useWords();
  const say = useWordsOf(shareWords);
  const cells = plan.columns.reduce((sum, column) => sum + column.cells, 0);
  const headers = plan.columns.filter((column) => column.cells > 0).map(({ header }) => header);
  return (
    <>
      <p className={styles.text} role="status">
        {cells === 0 ? say.nothingToChange : say.willChange(cells, headers.join(words.list))}
      </p>
      <KeptCells plan={plan} />
      <OwnCalls calls={plan.own} asValues={own} onAsValues={setOwn} />
      {plan.to === "values" && plan.unready > 0 && (
        <Message tone="warning" what={say.unready(plan.unready)} remedy={say.unreadyRemedy} />
      )}
      {cells > 0 && opens && (
        <>
          <p className={styles.text}>{say.openCopyHint}</p>
          <Button className={styles.action} appearance="primary" onClick={() => onOpenCopy(own)}>
            {say.openCopy}
          </Button>
        </>
      )}
      {cells > 0 && (
        <Button
          className={styles.action}
          appearance={opens ? "secondary" : "primary"}
          onClick={() => onSwitch(own)}
        >
          {opens ? say.switchInstead : say.switchTo[plan.to]}
        </Button>
      )}
    </>
  );
}
