import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { repeatedWords } from "../../app/health/words";
import { useViewFrame } from "../parts/view-frame";
import { useWordsOf } from "../state/use-pane";
import { chosenIn } from "./fix-choice";
import type { Health } from "./use-health";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What can be done next: look at the fixes, carry them out, check again. */
export function HealthFoot({
  health,
  isPreview,
  isHidden,
  onPreview,
  onFixed,
}: {
  readonly health: Health;
  readonly isPreview: boolean;
  readonly isHidden: boolean;
  readonly onPreview: () => void;
  readonly onFixed: () => void;
}) {
  const styles = useStyles();
  const frame = useViewFrame();
  const say = useWordsOf(healthWords);
  const { findings, work } = health;
  if (findings === null || work.name !== "idle" || isHidden) return null;
  const { report, groups, choice } = findings;
  const fixable = groups.reduce((sum, { issues }) => sum + issues.length, 0);
  const chosen = groups.reduce((sum, group) => sum + chosenIn(choice, group), 0);
  const canFix = (fixable > 0 || repeatedWords(report, 1).length > 0) && !report.facts.readOnly;
  return (
    <div className={frame.foot}>
      {canFix &&
        (isPreview ? (
          <Button
            appearance="primary"
            disabledFocusable={chosen === 0}
            onClick={() => void health.fix().then((done) => (done ? onFixed() : undefined))}
          >
            {say.fix(chosen)}
          </Button>
        ) : (
          <Button appearance="primary" onClick={onPreview}>
            {fixable > 0 ? say.toFix(fixable) : say.fixTitle}
          </Button>
        ))}
      {!isPreview && <Button onClick={() => void health.check()}>{say.again}</Button>}
      {isPreview && chosen === 0 && <span className={styles.hint}>{say.nothingChosen}</span>}
    </div>
  );
}
