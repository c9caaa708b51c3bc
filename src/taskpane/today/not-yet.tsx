import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import type { TodayState, View } from "../state/pane-state";
import { usePane, useWords } from "../state/use-pane";
import type { PaneWords } from "../words/pane-words";
import { Unready } from "./unready";

const titleOf = {
  tools: ({ tools }: PaneWords) => tools,
  import: ({ imports }: PaneWords) => imports.title,
  duplicates: ({ duplicates }: PaneWords) => duplicates.title,
  health: ({ health }: PaneWords) => health.title,
  history: ({ history }: PaneWords) => history.title,
  fields: ({ fields }: PaneWords) => fields.title,
  "new-customer": ({ newCustomer }: PaneWords) => newCustomer.title,
  share: ({ share }: PaneWords) => share.title,
  repair: ({ repair }: PaneWords) => repair.title,
} as const;

type ViewOfTables = Extract<View, { readonly name: keyof typeof titleOf }>;

/** Whether a view is about the tables: the ribbon leads to it even before there are any. */
export function worksOnTables(view: View): view is ViewOfTables {
  return view.name in titleOf;
}

/** A view that was asked for before the workbook has tables for it: what comes first. */
export function NotYet({
  view,
  today,
}: {
  readonly view: ViewOfTables;
  readonly today: Exclude<TodayState, { readonly status: "ready" }>;
}) {
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  const title = titleOf[view.name](words);
  return (
    <main className={frame.view}>
      <ViewHeader title={title} onBack={() => pane.show({ name: "today" })} takesFocus />
      {today.status === "failed" ? (
        <Unready today={today} wanted={title} />
      ) : (
        <p className={frame.body} role="status">
          {words.loading}
        </p>
      )}
    </main>
  );
}
