import { Button } from "@fluentui/react-components";
import { useState } from "react";
import {
  headersRenamed,
  planTranslation,
  translate,
  type HeaderPlace,
  type Translation,
  type TranslationFailure,
} from "../../app/fields/translate";
import { unwatched } from "../../app/slices";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Conflict } from "../../app/workbook/rows";
import { browserPace } from "../import/browser-pace";
import { Conflicts } from "../parts/conflicts";
import { usePane, useWords, useWordsOf } from "../state/use-pane";
import { tableTitle } from "../words/failure-text";
import { fieldsWords } from "../words/fields";

/** Somebody renamed headers while they were being translated. */
interface Asked {
  readonly planned: Translation;
  readonly renamed: readonly Conflict[];
}

/** Somebody may be faster now and then, but hardly three times. */
const attempts = 3;

/** Switches our headers and words to the other language, and back again. */
export function HeaderLanguage({
  facts,
  onAnswer,
}: {
  readonly facts: WorkbookFacts;
  readonly onAnswer: (
    answer:
      | { readonly ok: true; readonly text: string; readonly remarks: readonly string[] }
      | { readonly ok: false; readonly failure: TranslationFailure; readonly about: string },
  ) => void;
}) {
  const pane = usePane();
  const { words, language } = useWords();
  const say = useWordsOf(fieldsWords);
  const [busy, setBusy] = useState(false);
  const { workbook } = pane.services;
  const [asked, setAsked] = useState<Asked | null>(null);

  async function carryOut(insisted: readonly HeaderPlace[] = [], attempt = 1): Promise<void> {
    setBusy(true);
    setAsked(null);
    const planned = await planTranslation(workbook, insisted);
    const watcher = { ...unwatched, pace: browserPace };
    const done = planned.ok
      ? await translate(workbook, planned.value, pane.trace(), watcher)
      : planned;
    if (planned.ok && !done.ok && attempt < attempts) {
      // Words are translated whatever somebody has just put there; a new header is a person's to decide about.
      if (done.error.code === "conflict") return carryOut(insisted, attempt + 1);
      if (done.error.code === "header-changed") {
        const renamed = await headersRenamed(workbook, planned.value);
        if (renamed.ok && renamed.value.length > 0) {
          setBusy(false);
          setAsked({ planned: planned.value, renamed: renamed.value });
          return undefined;
        }
        return carryOut(insisted, attempt + 1);
      }
    }
    setBusy(false);
    if (!done.ok) onAnswer({ ok: false, failure: done.error, about: "headers" });
    else if (planned.ok) {
      const { headers, cells, taken } = planned.value;
      const remarks = taken.map(({ header, wanted }) => say.headerTaken(header, wanted));
      pane.did(done.value);
      onAnswer({ ok: true, text: say.translated(headers, cells), remarks });
    }
    return undefined;
  }

  if (asked !== null)
    return (
      <Conflicts
        conflicts={asked.renamed}
        facts={asked.planned.facts}
        mineOf={({ table, column }) =>
          asked.planned.work.columns
            .find((change) => change.table === table)
            ?.renamed.find((each) => each.column === column)?.to
        }
        nameOf={(table) => tableTitle(table, language)}
        what={say.headersRenamed(asked.renamed.length)}
        lead={say.headersRenamedLead}
        labels={say.headerLabels}
        busy={busy}
        takesFocus
        onResolve={(sideOf) =>
          void carryOut(asked.renamed.filter((header) => sideOf(header) === "mine"))
        }
      >
        <Button onClick={() => setAsked(null)}>{words.cancel}</Button>
      </Conflicts>
    );

  return (
    <Button disabledFocusable={busy} onClick={() => void carryOut()}>
      {busy ? say.translating : say.translate[facts.language === "zh" ? "en" : "zh"]}
    </Button>
  );
}
