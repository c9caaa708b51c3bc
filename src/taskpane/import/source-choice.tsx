import { Button, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type ChangeEvent, type ClipboardEvent } from "react";
import { decodeText } from "../../tables/import-text";
import { useWords } from "../state/use-pane";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  option: {
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: "4px 0 10px", color: tokens.colorNeutralForeground2 },
  box: { display: "flex", marginBottom: "8px" },
  file: { display: "none" },
});

const workbookFile = /\.(?:xlsx|xlsm|xlsb|xls|ods|et)$/iu;

/** Where the data comes from: the selection, pasted cells, or a text file. */
export function SourceChoice({
  onSelection,
  onText,
  onWorkbookFile,
}: {
  readonly onSelection: () => void;
  readonly onText: (name: string, text: string) => void;
  readonly onWorkbookFile: (name: string) => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const say = words.imports;
  const [typed, setTyped] = useState("");
  const file = useRef<HTMLInputElement>(null);

  /** A paste into the empty box starts at once: a hundred thousand rows would only make the box slow. */
  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData("text/plain");
    if (typed !== "" || !/[\t\n]/u.test(text)) return;
    event.preventDefault();
    onText("", text);
  }

  async function onFile({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = target.files?.[0];
    if (chosen === undefined) return;
    if (workbookFile.test(chosen.name)) onWorkbookFile(chosen.name);
    else onText(chosen.name, decodeText(new Uint8Array(await chosen.arrayBuffer())).text);
    target.value = "";
  }

  return (
    <>
      <p className={styles.lead}>{say.lead}</p>
      <section className={styles.option}>
        <h2 className={styles.title}>{say.selection}</h2>
        <p className={styles.hint}>{say.selectionHint}</p>
        <Button onClick={onSelection}>{say.useSelection}</Button>
      </section>
      <section className={styles.option}>
        <h2 className={styles.title}>{say.paste}</h2>
        <p className={styles.hint}>{say.pasteHint}</p>
        <Textarea
          className={styles.box}
          aria-label={say.pasted}
          rows={3}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onPaste={onPaste}
        />
        <Button disabled={typed.trim() === ""} onClick={() => onText("", typed)}>
          {say.usePasted}
        </Button>
      </section>
      <section className={styles.option}>
        <h2 className={styles.title}>{say.file}</h2>
        <p className={styles.hint}>{say.fileHint}</p>
        <input
          ref={file}
          className={styles.file}
          type="file"
          aria-label={say.file}
          accept=".csv,.tsv,.txt,.xlsx,.xls,text/csv,text/plain"
          onChange={(event) => void onFile(event)}
        />
        <Button onClick={() => file.current?.click()}>{say.chooseFile}</Button>
      </section>
    </>
  );
}
