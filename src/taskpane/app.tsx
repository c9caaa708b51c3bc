import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, lazy, useEffect, useRef, useSyncExternalStore } from "react";
import { CustomerView } from "./customer/customer-view";
import { FailureMessage } from "./parts/failure-message";
import { useKeptFocus } from "./parts/use-kept-focus";
import { useWayBack } from "./parts/use-way-back";
import { ViewHeader } from "./parts/view-header";
import type { Pane } from "./state/pane";
import type { View } from "./state/pane-state";
import { PaneContext, usePane, usePaneState, useWords } from "./state/use-pane";
import { darkTheme, lightTheme } from "./theme";
import { NotYet, waitingView } from "./today/not-yet";
import { TodayView } from "./today/today-view";

// Today is what the pane opens on; the rest is fetched when first wanted.
const LogView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-log" */ "./log/log-view")).LogView,
}));
const SetUpView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-set-up" */ "./set-up/set-up-view")).SetUpView,
}));
const ImportView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-import" */ "./import/import-view")).ImportView,
}));
const DuplicatesView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-duplicates" */ "./duplicates/duplicates-view"))
    .DuplicatesView,
}));
const ShareView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-share" */ "./share/share-view")).ShareView,
}));
const RepairView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-share" */ "./repair/repair-view")).RepairView,
}));
const FieldsView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-fields" */ "./fields/fields-view")).FieldsView,
}));
const NewCustomerView = lazy(async () => ({
  default: (
    await import(/* webpackChunkName: "pane-duplicates" */ "./new-customer/new-customer-view")
  ).NewCustomerView,
}));
const ToolsView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-settings" */ "./tools/tools-view")).ToolsView,
}));
const HealthView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-health" */ "./health/health-view")).HealthView,
}));
const HistoryView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-history" */ "./history/history-view"))
    .HistoryView,
}));
const SettingsView = lazy(async () => ({
  default: (await import(/* webpackChunkName: "pane-settings" */ "./settings/settings-view"))
    .SettingsView,
}));

const useStyles = makeStyles({
  provider: { height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  pane: {
    height: "100%",
    overflow: "hidden",
    fontSize: tokens.fontSizeBase300,
    "@media (prefers-reduced-motion: reduce)": {
      "& *": { transitionDuration: "0.01ms !important", animationDuration: "0.01ms !important" },
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

  return (
    <div className={styles.pane} ref={root}>
      <Suspense
        fallback={
          <p className={styles.waiting} role="status">
            {words.loading}
          </p>
        }
      >
        <CurrentView view={view} returnTo={returnTo} />
      </Suspense>
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
      return <HistoryView of={view.of} />;
    case "new-customer":
      return <NewCustomerView />;
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
      return view.name === "customer" ? (
        <CustomerView key={view.id} today={today.today} customer={customer} />
      ) : (
        <LogView key={view.id} today={today.today} customer={customer} />
      );
    }
  }
}
