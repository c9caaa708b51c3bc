import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Day } from "../../domain/day";
import type { Language } from "../../tables/schema";
import type { PaneWords } from "../words/pane-words";
import { words } from "../words/words";
import type { Pane } from "./pane";
import type { PaneState } from "./pane-state";

export const PaneContext = createContext<Pane | null>(null);

/** The pane around this component. Throws outside of one, which is a mistake in our own tree. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error("PaneContext is missing above this component");
  return pane;
}

/** The pane's state, rendered anew on each change. */
export function usePaneState(): PaneState {
  const pane = usePane();
  return useSyncExternalStore(pane.subscribe, pane.state, pane.state);
}

/** The words of the language spoken now. */
export function useWords(): { readonly words: PaneWords; readonly language: Language } {
  const { language } = usePaneState();
  return { words: words[language], language };
}

/** The words of a view, which come with its code, in the language spoken now. */
export function useWordsOf<Words>(words: Readonly<Record<Language, Words>>): Words {
  return words[usePaneState().language];
}

/** The day the lists are judged by; the computer's own until they are known. */
export function useAsOf(): Day {
  const pane = usePane();
  const { today } = usePaneState();
  return today.status === "ready" ? today.today.asOf : pane.services.today();
}

export type Answer<T> =
  | { readonly status: "waiting"; readonly value: T | null }
  | { readonly status: "here"; readonly value: T };

/**
 * Asks for something and keeps its answer; an answer to an older question is dropped. While a newer one is on its way
 * the older value stays.
 *
 * @param ask - memoised by the caller: a new function is a new question
 */
export function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ status: "waiting", value: null });
  useEffect(() => {
    let current = true;
    setAnswer((before) => ({ status: "waiting", value: before.value }));
    void ask().then((value) => {
      if (current) setAnswer({ status: "here", value });
    });
    return () => {
      current = false;
    };
  }, [ask]);
  return answer;
}
