import { Button, Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import type { OpenedFile } from "../../app/import/file";
import { encodings, type Encoding } from "../../tables/import/text";
import { importTargetIds, importTargets, type ImportTargetId } from "../../tables/import/target";
import { useWords, useWordsOf } from "../state/use-pane";
import type { MappingStep } from "./import-flow";
import { importWords } from "../words/import";

const useStyles = makeStyles({
  found: { margin: 0, display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  name: { flexGrow: 1, flexBasis: "160px", overflowWrap: "anywhere" },
  remark: { margin: 0, color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** What was found, which part of the file it is, and what it is brought in as. */
export function SourceDetails({
  step,
  onFile,
  onTarget,
  onOther,
}: {
  readonly step: MappingStep;
  readonly onFile: (file: OpenedFile) => void;
  readonly onTarget: (target: ImportTargetId) => void;
  readonly onOther: () => void;
}) {
  const styles = useStyles();
  const { language } = useWords();
  const say = useWordsOf(importWords);
  const { file, source } = step;
  const { hiddenRows, uncalculated } = source.remarks;
  return (
    <>
      <div className={styles.found}>
        <span className={styles.name}>
          {say.found(source.rows.length, source.proposal.columns.length, source.name)}
        </span>
        <Button size="small" onClick={onOther}>
          {say.otherSource}
        </Button>
      </div>
      {hiddenRows > 0 && <p className={styles.remark}>{say.hiddenRows(hiddenRows)}</p>}
      {uncalculated > 0 && <p className={styles.remark}>{say.uncalculated(uncalculated)}</p>}
      {file?.kind === "workbook" && file.book.sheets.length > 1 && (
        <Field label={say.fileSheet}>
          <Select
            value={file.sheet}
            onChange={(_, { value }) => onFile({ ...file, sheet: Number(value) })}
          >
            {file.book.sheets.map(({ name, hidden }, index) => (
              <option key={name} value={index}>
                {hidden ? say.hiddenSheet(name) : name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {file?.kind === "text" && (
        <Field label={say.encoding} hint={say.encodingHint}>
          <Select
            value={file.encoding}
            onChange={(_, { value }) => onFile({ ...file, encoding: value as Encoding })}
          >
            {encodings.map((encoding) => (
              <option key={encoding} value={encoding}>
                {say.encodingName[encoding]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={say.target}>
        <Select
          value={source.target}
          onChange={(_, { value }) => onTarget(value as ImportTargetId)}
        >
          {importTargetIds.map((id) => (
            <option key={id} value={id}>
              {importTargets[id].table.title[language]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
