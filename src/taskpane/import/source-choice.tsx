import { Button, Select, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import { importPlaces } from "../../app/import/source";
import type { DataPlace } from "../../app/workbook/places";
import { Option } from "../parts/option";
import { usePane, useWordsOf } from "../state/use-pane";
import { importWords } from "../words/import";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  target: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: "-4px" },
  box: { display: "flex", marginBottom: "8px" },
  file: { display: "none" },
  places: { display: "flex", flexWrap: "wrap", gap: "8px" },
  place: { flexGrow: 1, flexBasis: "180px", minWidth: 0 },
});

/** Where the data comes from: a file, another sheet, or pasted cells. */
export function SourceChoice({
  onFile,
  onPlace,
  onSelection,
  onText,
}: {
  readonly onFile: (file: File) => void;
  readonly onPlace: (place: DataPlace) => void;
  readonly onSelection: () => void;
  readonly onText: (text: string) => void;
}) {
  const styles = useStyles();
  const say = useWordsOf(importWords);
  return (
    <>
      <p className={styles.lead}>{say.lead}</p>
      <FromFile onFile={onFile} />
      <Option title={say.selection} hint={say.selectionHint}>
        <Places onPlace={onPlace} onSelection={onSelection} />
      </Option>
      <FromClipboard onText={onText} />
    </>
  );
}

function FromFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const styles = useStyles();
  const say = useWordsOf(importWords);
  const file = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined) onFile(dropped);
  }

  return (
    <Option
      title={say.file}
      hint={say.fileHint}
      className={isOver ? styles.target : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <input
        ref={file}
        className={styles.file}
        type="file"
        aria-label={say.file}
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,.xls,text/csv,text/plain"
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          // The same file may be chosen again once it was mended.
          target.value = "";
          if (chosen !== undefined) onFile(chosen);
        }}
      />
      <Button appearance="primary" onClick={() => file.current?.click()}>
        {say.chooseFile}
      </Button>
    </Option>
  );
}

function Places({
  onPlace,
  onSelection,
}: {
  readonly onPlace: (place: DataPlace) => void;
  readonly onSelection: () => void;
}) {
  const styles = useStyles();
  const { workbook } = usePane().services;
  const say = useWordsOf(importWords);
  const [places, setPlaces] = useState<readonly DataPlace[]>([]);
  const [chosen, setChosen] = useState(0);

  useEffect(() => {
    const leaving = new AbortController();
    void (async () => {
      const facts = await workbook.describe();
      const listed = facts.ok ? await importPlaces(workbook, facts.value) : facts;
      // Without the list the selection still serves; what is wrong with the workbook is told when it is read.
      if (!leaving.signal.aborted && listed.ok) setPlaces(listed.value);
    })();
    return () => leaving.abort();
  }, [workbook]);

  const place = places[chosen];
  return (
    <div className={styles.places}>
      {place !== undefined && (
        <>
          <Select
            className={styles.place}
            aria-label={say.place}
            value={chosen}
            onChange={(_, { value }) => setChosen(Number(value))}
          >
            {places.map(({ sheet, table, rowCount }, index) => (
              <option key={`${sheet}!${table ?? ""}`} value={index}>
                {say.placeName(sheet, table, rowCount)}
              </option>
            ))}
          </Select>
          <Button onClick={() => onPlace(place)}>{say.usePlace}</Button>
        </>
      )}
      <Button onClick={onSelection}>{say.useSelection}</Button>
    </div>
  );
}

function FromClipboard({ onText }: { readonly onText: (text: string) => void }) {
  const styles = useStyles();
  const say = useWordsOf(importWords);
  const [typed, setTyped] = useState("");

  /** A paste into the empty box starts at once: a hundred thousand rows would only make the box slow. */
  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData("text/plain");
    if (typed !== "" || !/[\t\n]/u.test(text)) return;
    event.preventDefault();
    onText(text);
  }

  return (
    <Option title={say.paste} hint={say.pasteHint}>
      <Textarea
        className={styles.box}
        aria-label={say.pasted}
        rows={3}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
        onPaste={onPaste}
      />
      <Button disabled={typed.trim() === ""} onClick={() => onText(typed)}>
        {say.usePasted}
      </Button>
    </Option>
  );
}
