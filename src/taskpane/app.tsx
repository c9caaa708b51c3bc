import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { CustomerView } from "./customer/customer-view";
import {
  DuplicatesView,
  FieldsView,
  HealthView,
  HistoryView,
  ImportView,
  LogView,
  NewCustomerView,
  RepairView,
  SettingsView,
  SetUpView,
  ShareView,
  ToolsView,
} from "./later-views";
import { FailureMessage } from "./parts/failure-message";
import { useKeptFocus } from "./parts/use-kept-focus";
import { useReturnFocus } from "./parts/use-return-focus";
import { useWayBack } from "./parts/use-way-back";
import { ViewHeader } from "./parts/view-header";
import type { Pane } from "./state/pane";
import { parentOf, type View } from "./state/pane-state";
import { PaneContext, usePane, usePaneState, useWords } from "./state/use-pane";
import { darkTheme, lightTheme } from "./theme";
import { NotYet, waitingView } from "./today/not-yet";
import { ReadOnly } from "./today/read-only";
import { TodayView } from "./today/today-view";

const useStyles = makeStyles({
  provider: { height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  pane: {
    height: "100%",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase300,
    "@media (prefers-reduced-motion: reduce)": {
      "& *": { transitionDuration: "0.01ms !important", animationDuration: "0.01ms !important" },
    },
    // A list is no wider than its pane, however long its longest choice is.
    "& .fui-Select": { minWidth: 0 },
    // Fluent underlines a link twice instead, which nobody tells from once.
    "& .fui-Link:focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "2px",
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  waiting: { padding: "12px" },
});

const darkQuery = "(prefers-color-scheme: dark)";

/** Excel on the web does not tell its theme; the system's preference is what every host honours. */
function useDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(darkQuery);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(darkQuery).matches,
    () => false,
  );
}

/** The whole pane. */
export function App({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const theme = useDark() ? darkTheme : lightTheme;
  return (
    <PaneContext.Provider value={pane}>
      <FluentProvider theme={theme} className={styles.provider}>
        <Views />
      </FluentProvider>
    </PaneContext.Provider>
  );
}

function Views() {
  const styles = useStyles();
  const { words, language } = useWords();
  const { view } = usePaneState();
  const root = useRef<HTMLDivElement>(null);
  const before = useRef<View>(view);
  const returnTo = view.name === "today" && "id" in before.current ? before.current.id : null;

  useEffect(() => {
    before.current = view;
  }, [view]);

  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = words.product;
  }, [language, words]);

  useWayBack();
  useKeptFocus(root);
  useReturnFocus(root, view.name, parentOf(view).name);

  return (
    <div className={styles.pane} ref={root}>
      <CurrentView view={view} returnTo={returnTo} />
    </div>
  );
}

function CurrentView({
  view,
  returnTo,
}: {
  readonly view: View;
  readonly returnTo: string | null;
}) {
  const pane = usePane();
  const { words } = useWords();
  const styles = useStyles();
  const { today } = usePaneState();
  const waiting = waitingView(view, today);
  if (waiting !== null) return <NotYet view={waiting} today={today} />;
  switch (view.name) {
    case "today":
      return <TodayView returnTo={returnTo} />;
    case "set-up":
      return <SetUpView />;
    case "import":
      return <ImportView />;
    case "duplicates":
      return <DuplicatesView />;
    case "repair":
      return <RepairView />;
    case "share":
      return <ShareView />;
    case "fields":
      return <FieldsView />;
    case "health":
      return <HealthView />;
    case "history":
      return <HistoryView of={view.of} take={view.take ?? null} />;
    case "new-customer":
      return <NewCustomerView called={view.called ?? ""} />;
    case "tools":
      return <ToolsView />;
    case "settings":
      return <SettingsView />;
    case "customer":
    case "log": {
      if (today.status !== "ready") return <TodayView returnTo={null} />;
      const customer = today.today.customers.get(view.id);
      if (customer === undefined)
        return (
          <main>
            <ViewHeader title={words.customer.gone} onBack={() => pane.back()} takesFocus />
            <div className={styles.waiting}>
              <FailureMessage failure={{ code: "customer-missing", id: view.id }} />
            </div>
          </main>
        );
      if (view.name === "customer")
        return <CustomerView key={view.id} today={today.today} customer={customer} />;
      // The ribbon and the keyboard lead here whatever the workbook allows.
      return today.today.facts.readOnly ? (
        <main>
          <ViewHeader title={words.log.title} onBack={() => pane.back()} takesFocus />
          <div className={styles.waiting}>
            <ReadOnly facts={today.today.facts} />
          </div>
        </main>
      ) : (
        <LogView key={view.id} today={today.today} customer={customer} />
      );
    }
  }
}
