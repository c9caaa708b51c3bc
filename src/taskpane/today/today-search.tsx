import { Input, Select, makeStyles } from "@fluentui/react-components";
import { Search20Regular } from "@fluentui/react-icons/svg/search";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { usePane, usePaneState, useWords } from "../state/use-pane";

const useStyles = makeStyles({
  tools: { display: "flex", gap: "8px", padding: "0 12px 8px" },
  search: { flexGrow: 1, minWidth: 0, maxWidth: "none" },
  owner: { flexShrink: 0, width: "38%", minWidth: "120px" },
});

/** Finding customers, and choosing whose to see where there are several owners. */
export function TodaySearch({
  owners,
  onFirst,
}: {
  readonly owners: readonly string[];
  /** Goes to the first line of the list. */
  readonly onFirst: () => void;
}) {
  const styles = useStyles();
  const pane = usePane();
  const { words } = useWords();
  const { query, owner } = usePaneState();
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || typing) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  function onSearchKey(event: KeyboardEvent): void {
    // These keys choose among characters while Chinese is being composed.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      pane.find("");
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      onFirst();
    }
  }

  return (
    <div className={styles.tools} role="search">
      <Input
        input={{ ref: search }}
        type="search"
        contentBefore={<Search20Regular />}
        className={styles.search}
        value={query}
        placeholder={words.today.search}
        aria-label={words.today.search}
        onChange={(_, { value }) => pane.find(value)}
        onKeyDown={onSearchKey}
      />
      {owners.length > 1 && (
        <Select
          className={styles.owner}
          aria-label={words.today.owner}
          value={owner === null ? "all" : `=${owner}`}
          onChange={(_, { value }) => pane.chooseOwner(value === "all" ? null : value.slice(1))}
        >
          <option value="all">{words.today.everyOwner}</option>
          {owners.map((name) => (
            <option key={name} value={`=${name}`}>
              {name === "" ? words.today.withoutOwner : name}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
