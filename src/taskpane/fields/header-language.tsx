import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { planTranslation, translate, type TranslationFailure } from "../../app/fields/translate";
import { unwatched } from "../../app/slices";
import type { WorkbookFacts } from "../../app/workbook";
import { browserPace } from "../import/browser-pace";
import { usePane, useWordsOf } from "../state/use-pane";
import { fieldsWords } from "../words/fields";

/** Switches our headers and words to the other language, and back again. */
export function HeaderLanguage({
  facts,
  onAnswer,
}: {
  readonly facts: WorkbookFacts;
  readonly onAnswer: (
    answer:
      | { readonly ok: true; readonly text: string }
      | { readonly ok: false; readonly failure: TranslationFailure; readonly about: string },
  ) => void;
}) {
  const pane = usePane();
  const say = useWordsOf(fieldsWords);
  const [busy, setBusy] = useState(false);
  const { workbook } = pane.services;

  async function carryOut(): Promise<void> {
    setBusy(true);
    const planned = await planTranslation(workbook);
    const watcher = { ...unwatched, pace: browserPace };
    const done = planned.ok
      ? await translate(workbook, planned.value, pane.trace(), watcher)
      : planned;
    setBusy(false);
    if (!done.ok) onAnswer({ ok: false, failure: done.error, about: "headers" });
    else if (planned.ok) {
      const { headers, cells } = planned.value;
      pane.did(done.value);
      onAnswer({ ok: true, text: say.translated(headers, cells) });
    }
  }

  return (
    <Button disabledFocusable={busy} onClick={() => void carryOut()}>
      {busy ? say.translating : say.translate[facts.language === "zh" ? "en" : "zh"]}
    </Button>
  );
}
