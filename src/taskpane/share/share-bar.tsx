import { Button } from "@fluentui/react-components";
import type { ShareMode } from "../../tables/specs/shared-columns";
import { FailureMessage } from "../parts/failure-message";
import { Message } from "../parts/message";
import { usePane, useWordsOf } from "../state/use-pane";
import { SwitchProgress } from "./switch-progress";
import { isBusy, useSwitch } from "./use-switch";
import { shareWords } from "../words/share";

/** Stands over Today as long as the workbook is a share copy, with the way back. */
export function ShareBar({ mode }: { readonly mode: Exclude<ShareMode, "functions"> }) {
  const pane = usePane();
  const say = useWordsOf(shareWords);
  const work = useSwitch();
  const { state } = work;
  const busy = isBusy(state);
  return (
    <>
      {state.status === "failed" && <FailureMessage failure={state.failure} />}
      <Message
        tone="warning"
        {...say.bar[mode]}
        actions={
          <>
            <Button size="small" disabledFocusable={busy} onClick={() => void work.goBack()}>
              {busy ? say.switching : say.switchTo.functions}
            </Button>
            <Button size="small" onClick={() => pane.show({ name: "share" })}>
              {say.howToSave}
            </Button>
          </>
        }
      />
      <SwitchProgress work={work} />
    </>
  );
}
