/** The add-in's keyboard shortcuts, as its extended overrides state them. */

interface ShortcutFile {
  readonly shortcuts?: readonly {
    readonly action: string;
    readonly key: { readonly default: string };
  }[];
}

type Keys = Pick<KeyboardEvent, "ctrlKey" | "shiftKey" | "altKey" | "code">;

/** Loads the shortcuts of the build; none when it has no such file. */
export async function loadShortcuts(): Promise<ReadonlyMap<string, string>> {
  const answer = await fetch("/shortcuts.json");
  if (!answer.ok) return new Map();
  const file = (await answer.json()) as ShortcutFile;
  return new Map((file.shortcuts ?? []).map(({ action, key }) => [chord(key.default), action]));
}

/** "Ctrl+Shift+Alt+L" with its parts in a fixed order. */
function chord(text: string): string {
  const parts = text.split("+");
  const letter = parts.at(-1)?.toUpperCase() ?? "";
  const held = ["Ctrl", "Shift", "Alt"].filter((name) => parts.includes(name));
  return [...held, letter].join("+");
}

/** The chord a key event makes; by the key's place, because Alt changes the letter on some keyboards. */
export function chordOf(event: Keys): string {
  const held = [
    event.ctrlKey ? "Ctrl" : "",
    event.shiftKey ? "Shift" : "",
    event.altKey ? "Alt" : "",
  ].filter(Boolean);
  return [...held, event.code.replace(/^(Key|Digit)/, "")].join("+");
}
