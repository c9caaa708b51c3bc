import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import type { TodayState, View } from "../state/pane-state";
import { usePane, useWords } from "../state/use-pane";
import { ReadOnly } from "./read-only";
import { isUnready, Unready } from "./unready";

const viewsOfTables = [
  "tools",
  "import",
  "duplicates",
  "health",
  "history",
  "fields",
  "new-customer",
  "share",
  "repair",
  "set-up",
] as const;

type ViewOfTables = Extract<View, { readonly name: (typeof viewsOfTables)[number] }>;

/** The view as one that is about the tables; null for the others. The ribbon leads to it even before there are any. */
function viewOfTables(view: View): ViewOfTables | null {
  const names: readonly string[] = viewsOfTables;
  return names.includes(view.name) ? (view as ViewOfTables) : null;
}

const writing: ReadonlySet<string> = new Set([
  "import",
  "fields",
  "new-customer",
  "share",
  "repair",
] satisfies (typeof viewsOfTables)[number][]);

/**
 * The view, where what it is for cannot be done now: the workbook is not known yet, has no tables this version can work
 * with, or must not be written, where the view does nothing but write. Otherwise null.
 */
export function waitingView(view: View, today: TodayState): ViewOfTables | null {
  // Set-up waits for nothing but another version's workbook: what is of an older one is upgraded, not set up anew.
  if (view.name === "set-up" && !isOfOtherVersion(today)) return null;
  const mustWait =
    today.status === "ready"
      ? today.today.facts.readOnly && writing.has(view.name)
      : today.status === "loading" || isUnready(today);
  return mustWait ? viewOfTables(view) : null;
}

function isOfOtherVersion(today: TodayState): boolean {
  return isUnready(today) && today.failure.code !== "not-set-up";
}

/** Stands in place of a view that must wait: what comes first, or why it cannot be. */
export function NotYet({
  view,
  today,
}: {
  readonly view: ViewOfTables;
  readonly today: TodayState;
}) {
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  const title = view.name === "tools" ? words.tools : words.views[view.name].title;
  return (
    <main className={frame.view}>
      <ViewHeader title={title} onBack={() => pane.back()} takesFocus />
      {today.status === "failed" && <Unready today={today} wanted={title} />}
      {today.status === "loading" && (
        <p className={frame.body} role="status">
          {words.loading}
        </p>
      )}
      {today.status === "ready" && (
        <div className={frame.body}>
          <ReadOnly facts={today.today.facts} />
        </div>
      )}
    </main>
  );
}
