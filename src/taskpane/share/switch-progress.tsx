import { Button, makeStyles } from "@fluentui/react-components";
import { WorkBar } from "../parts/work-bar";
import { useWords, useWordsOf } from "../state/use-pane";
import { shareWords } from "../words/share";
import type { ShareWords } from "../words/share-words";
import type { Switch, SwitchState } from "./use-switch";

const useStyles = makeStyles({ cancel: { alignSelf: "flex-start", flexShrink: 0 } });

/** Of a switch, what the columns take; the rest is reading Today afresh. */
const columnsShare = 0.9;

/** How far looking at the columns, or switching them, has come: native formulas are long, and there may be many. */
export function SwitchProgress({ work }: { readonly work: Switch }) {
  const { state } = work;
  const styles = useStyles();
  const { words } = useWords();
  const say = useWordsOf(shareWords);
  if (state.status === "reading") return <WorkBar label={say.reading} share={state.share} />;
  if (state.status !== "switching" && state.status !== "following") return null;
  const cancelling = state.status === "switching" && state.cancelling;
  const text = cancelling ? say.cancelling : stepOf(state, say);
  return (
    <>
      <WorkBar label={text} share={shareOf(state)} />
      {canCancel(state) && (
        <Button
          className={styles.cancel}
          disabledFocusable={cancelling}
          onClick={() => work.cancel()}
        >
          {words.cancel}
        </Button>
      )}
      {cancelling && <p role="status">{text}</p>}
    </>
  );
}

type Working = Extract<SwitchState, { readonly status: "switching" | "following" }>;

/** What is being done, for a button and for whoever hears it. */
export function stepOf(state: Working, say: ShareWords): string {
  if (state.status === "following") return say.following;
  return state.step === undefined ? say.switching : say.copyStep[state.step];
}

/** One bar for the columns and for Today, which follows them. */
function shareOf(state: Working): number | undefined {
  if (state.status === "following") return columnsShare + (1 - columnsShare) * state.share;
  if (state.share === null) return undefined;
  return state.step === undefined ? state.share * columnsShare : state.share;
}

function canCancel(state: Working): boolean {
  return state.status === "switching" && (state.step === undefined || state.step === "switching");
}
