import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { WhoYouAre } from "../history/who-you-are";
import { NoticeBar } from "../parts/notice-bar";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { usePane, usePaneState, useWords, useWordsOf } from "../state/use-pane";
import { tableTitle } from "../words/failure-text";
import type { LanguageChoice } from "../words/language";
import { settingsWords } from "../words/settings";
import { FunctionList } from "./function-list";

const useStyles = makeStyles({
  title: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: "0 0 6px", color: tokens.colorNeutralForeground2 },
  group: { border: "none", margin: 0, padding: 0 },
  choices: { display: "flex", flexWrap: "wrap", gap: "4px 16px" },
  choice: { display: "inline-flex", alignItems: "center", gap: "6px", minHeight: "32px" },
  radio: { width: "16px", height: "16px", margin: 0, accentColor: tokens.colorBrandBackground },
  keys: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    gap: "2px 12px",
    "& dd": { margin: 0 },
    "& dt": { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  },
});

const choices: readonly LanguageChoice[] = ["auto", "zh", "en"];

/** Language, repair, where the rules are, keys, and what happens to the data. */
export function SettingsView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words, language } = useWords();
  const { choice, today } = usePaneState();
  const say = useWordsOf(settingsWords);
  const facts = today.status === "ready" ? today.today.facts : null;
  return (
    <main className={frame.view}>
      <ViewHeader title={words.settings} onBack={() => pane.back()} takesFocus />
      <NoticeBar />
      <div className={frame.body}>
        <fieldset className={styles.group}>
          <legend className={styles.title}>{say.language}</legend>
          <div className={styles.choices}>
            {choices.map((of) => (
              <label key={of} className={styles.choice}>
                <input
                  className={styles.radio}
                  type="radio"
                  name="language"
                  checked={of === choice}
                  onChange={() => pane.chooseLanguage(of)}
                />
                {say.languageChoice[of]}
              </label>
            ))}
          </div>
        </fieldset>
        {facts !== null && (
          <>
            {!facts.readOnly && <WhoYouAre />}
            <Part title={words.views.repair.title}>
              <p className={styles.text}>{say.highlightHint}</p>
              <Button onClick={() => pane.show({ name: "repair" })}>
                {words.views.repair.title}
              </Button>
            </Part>
            <Part title={say.rules}>
              <p className={styles.text}>
                {say.rulesHint(facts.tables.settings?.sheet ?? tableTitle("settings", language))}
              </p>
            </Part>
          </>
        )}
        {facts === null && (
          <Part title={words.views["set-up"].title}>
            <p className={styles.text}>{say.setUpHint}</p>
            <Button onClick={() => pane.show({ name: "set-up" })}>
              {words.views["set-up"].title}
            </Button>
          </Part>
        )}
        <FunctionList />
        <Part title={say.keys}>
          <dl className={styles.keys}>
            {say.keyList.map(([keys, does]) => (
              <div key={keys} style={{ display: "contents" }}>
                <dt>{keys}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part title={say.privacy}>
          {say.privacyText.map((text) => (
            <p key={text} className={styles.text}>
              {text}
            </p>
          ))}
        </Part>
        <Part title={say.about}>
          <p className={styles.text}>{say.version(pane.services.facts.version)}</p>
        </Part>
      </div>
    </main>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
