import { Button } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType, type ReactElement } from "react";
import { fetched, type NotFetched } from "../../app/later";
import { usePane, useWords } from "../state/use-pane";
import { addFailureWords } from "../words/failure-text";
import { FailureMessage } from "./failure-message";
import { useViewFrame } from "./view-frame";
import { ViewHeader } from "./view-header";

/** A part of the pane whose code is fetched when it is first shown, or ahead of that by `load`. */
export interface Later<Props> {
  (props: Props): ReactElement;
  readonly load: () => Promise<unknown>;
}

type Frame = ComponentType<{ readonly failure: NotFetched; readonly onRetry: () => void }>;

/** A whole view that comes later. Where it cannot be fetched it says so and can be tried again. */
export function laterView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Later<Props> {
  return later(load, ViewNotFetched, Waiting);
}

/** The same for a part of a view; `Meanwhile` stands in its place until it is here. */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Waiting,
): Later<Props> {
  return later(load, PartNotFetched, Meanwhile);
}

/** What stands in a part's place where waiting for it is not worth a word. */
export const Nothing = (): null => null;

function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  NotHere: Frame,
  Meanwhile: ComponentType,
): Later<Props> {
  let here: ComponentType<Props> | null = null;
  const loadOnce = async (): Promise<void> => {
    // What a view can fail with has its words by the time the view is here.
    const [words, part] = await Promise.all([
      import(/* webpackChunkName: "pane-failures" */ "../words/later-failures"),
      here ?? load(),
    ]);
    addFailureWords(words.laterFailures);
    here = part;
  };

  function Part(props: Props): ReactElement {
    const [failure, setFailure] = useState<NotFetched | null>(null);
    const [arrived, setArrived] = useState(here !== null);
    useEffect(() => {
      if (arrived || failure !== null) return;
      let current = true;
      void fetched(loadOnce).then((part) => {
        if (!current) return;
        if (part.ok) setArrived(true);
        else setFailure(part.error);
      });
      return () => {
        current = false;
      };
    }, [arrived, failure]);
    if (failure !== null) return <NotHere failure={failure} onRetry={() => setFailure(null)} />;
    if (here === null) return <Meanwhile />;
    const Here = here;
    return <Here {...props} />;
  }
  return Object.assign(Part, { load: loadOnce });
}

function Waiting(): ReactElement {
  const frame = useViewFrame();
  const { words } = useWords();
  return (
    <p className={frame.waiting} role="status">
      {words.loading}
    </p>
  );
}

function PartNotFetched({
  failure,
  onRetry,
}: {
  readonly failure: NotFetched;
  readonly onRetry: () => void;
}): ReactElement {
  const { words } = useWords();
  const again = (
    <Button size="small" onClick={onRetry}>
      {words.retry}
    </Button>
  );
  return <FailureMessage failure={failure} actions={again} />;
}

function ViewNotFetched(props: {
  readonly failure: NotFetched;
  readonly onRetry: () => void;
}): ReactElement {
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  return (
    <main className={frame.view}>
      <ViewHeader title={words.product} onBack={() => pane.back()} takesFocus />
      <div className={frame.body}>
        <PartNotFetched {...props} />
      </div>
    </main>
  );
}
