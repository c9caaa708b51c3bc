/** What a ribbon or context-menu command asks of the pane. */
export type Intent = Destination | "log-selected" | "show-selected";

/** A page of the pane that a command leads to. */
export type Destination =
  | "today"
  | "set-up"
  | "new-customer"
  | "import"
  | "duplicates"
  | "health"
  | "history"
  | "share"
  | "repair";

/** The channel between commands and the pane, which share one runtime but load in either order. */
export interface Intents {
  /** Asks the pane for something. Without a listener yet, the latest intent waits for the first one. */
  send(intent: Intent): void;
  /** Listens until the returned function is called. */
  listen(listener: (intent: Intent) => void): () => void;
}

/**
 * A fresh channel; the composition root makes one and hands it to both sides.
 *
 * @example
 * const intents = createIntents();
 * intents.send("today");
 * intents.listen((intent) => show(intent)); // shows "today"
 */
export function createIntents(): Intents {
  const listeners = new Set<(intent: Intent) => void>();
  let waiting: Intent | null = null;
  return {
    send(intent) {
      if (listeners.size === 0) waiting = intent;
      for (const listener of listeners) listener(intent);
    },
    listen(listener) {
      listeners.add(listener);
      const intent = waiting;
      waiting = null;
      if (intent !== null) listener(intent);
      return () => void listeners.delete(listener);
    },
  };
}
