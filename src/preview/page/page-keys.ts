import { chordOf } from "../ribbon/shortcuts";

/** Keys that mean the same wherever the focus is; the answer is true for one of them. */
export function pageKeys(on: {
  readonly find: (replacing: boolean) => void;
  readonly save: () => void;
  readonly open: () => void;
  /** Chord → name of the add-in's function command. */
  readonly shortcuts: ReadonlyMap<string, string>;
  readonly invoke: (functionName: string) => void;
}): (event: KeyboardEvent) => boolean {
  return (event) => {
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    // Keys pressed in the pane's page are the add-in's own, but for its shortcuts.
    const letter = ctrl && event.view === window ? event.key.toLowerCase() : "";
    // The browser's own search knows only the cells in view, and its own saving only the page.
    if (letter === "f" || letter === "h") on.find(letter === "h");
    else if (letter === "s") on.save();
    else if (letter === "o") on.open();
    else {
      const name = on.shortcuts.get(chordOf(event));
      if (name === undefined) return false;
      on.invoke(name);
    }
    return true;
  };
}
