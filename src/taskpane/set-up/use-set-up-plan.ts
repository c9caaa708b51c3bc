import { useEffect, useState } from "react";
import { planningSetUp, type SetUpPlan } from "../../app/set-up/plan-set-up";
import type { Mapping, SetUpProblem } from "../../app/set-up/proposal";
import { inSlices } from "../../app/slices";
import type { Result } from "../../domain/result";
import { browserPace } from "../import/browser-pace";
import { useAsOf, usePane, useWords } from "../state/use-pane";
import type { AdoptingStep } from "./set-up-flow";

type Planned = Result<SetUpPlan, readonly SetUpProblem[]>;

/** What set-up would do, as far as it is known by now. */
export interface Planning {
  /** The last plan that was made of these rows; null before the first. */
  readonly planned: Planned | null;
  /** Whether it is the plan of what the person has chosen by now. */
  readonly isCurrent: boolean;
  /** How far a plan that takes a while has come; null where none is under way. */
  readonly share: number | null;
}

interface Made {
  readonly rows: AdoptingStep["rows"];
  readonly mapping: Mapping;
  readonly planned: Planned;
}

/**
 * Plans the adoption of a sheet in slices, so that choosing a meaning stays immediate while many thousand rows are read
 * again. What was begun for an earlier choice, or for a view that is left, is given up.
 */
export function useSetUpPlan({ proposal, mapping, rows }: AdoptingStep): Planning {
  const pane = usePane();
  const { language } = useWords();
  const asOf = useAsOf();
  const [made, setMade] = useState<Made | null>(null);
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    if (rows === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const { newId } = pane.services;
    const planning = planningSetUp(proposal, mapping, {
      language,
      asOf,
      newId,
      rows,
      trace: pane.trace(),
    });
    void inSlices(planning, { pace: browserPace, signal, onProgress: setShare }).then((planned) => {
      if (planned === null) return;
      setMade({ rows, mapping, planned });
      setShare(null);
    });
    return () => {
      stop.abort();
      setShare(null);
    };
  }, [proposal, mapping, rows, language, asOf, pane]);
  const ofRows = rows !== null && made?.rows === rows ? made : null;
  const isCurrent = ofRows !== null && ofRows.mapping === mapping;
  return { planned: ofRows?.planned ?? null, isCurrent, share: isCurrent ? null : share };
}
