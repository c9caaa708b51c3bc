import { Button, Checkbox, Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { importableColumns, keysFor, type ImportChoices } from "../../app/import";
import { withSourceHeader, type ImportSource } from "../../app/import-source";
import type { ImportKey } from "../../tables/import-key";
import { useAsOf, useWords } from "../state/use-pane";
import { ColumnMeaning } from "../set-up/column-meaning";
import { HeaderRowChoice } from "../set-up/header-row-choice";
import { meaningOf, withMeaning } from "../set-up/set-up-flow";
import { withMapping, type MappingStep } from "./import-flow";

const useStyles = makeStyles({
  found: { margin: 0, display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  columns: { margin: "6px 0 0", padding: 0, listStyleType: "none" },
});

/** What each incoming column is, by what customers are recognised, and what to do with cells that cannot be read. */
export function MappingChoice({
  step,
  onSource,
  onChoices,
  onOther,
}: {
  readonly step: MappingStep;
  readonly onSource: (source: ImportSource) => void;
  readonly onChoices: (choices: ImportChoices) => void;
  readonly onOther: () => void;
}) {
  const styles = useStyles();
  const { words } = useWords();
  const asOf = useAsOf();
  const { imports: say, setUp } = words;
  const { source, facts, choices } = step;
  const { proposal } = source;
  const { inspected } = proposal;
  const keys = keysFor(choices.mapping, facts);
  const offered = importableColumns(facts);
  return (
    <>
      <p className={styles.found}>
        {say.found(source.rows.length, proposal.columns.length, source.name)}
        <Button size="small" onClick={onOther}>
          {say.otherSource}
        </Button>
      </p>
      <HeaderRowChoice
        inspected={inspected}
        headerRow={proposal.headerRow}
        onHeaderRow={(row) => onSource(withSourceHeader(source, row))}
      />
      <section aria-labelledby="import-mapping">
        <h2 className={styles.title} id="import-mapping">
          {setUp.mapping}
        </h2>
        <p className={styles.hint}>{say.mappingHint}</p>
        <ul className={styles.columns}>
          {proposal.columns.map((column) => (
            <ColumnMeaning
              key={column.index}
              // The source keeps its headers: nothing of it is written.
              column={{ ...column, newHeader: null }}
              meaning={meaningOf(choices.mapping, column.index)}
              style={{ dateSystem: facts.dateSystem, asOf }}
              unmapped={say.leaveOut}
              offered={offered}
              onMeaning={(meaning) =>
                onChoices(
                  withMapping(choices, withMeaning(choices.mapping, column.index, meaning), facts),
                )
              }
            />
          ))}
        </ul>
      </section>
      {keys.length > 0 && (
        <Field label={say.key} hint={say.keyHint}>
          <Select
            value={choices.key}
            onChange={(_, { value }) => onChoices({ ...choices, key: value as ImportKey })}
          >
            {keys.map((key) => (
              <option key={key} value={key}>
                {say.keyName[key]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field hint={say.withoutUnreadableHint}>
        <Checkbox
          label={say.withoutUnreadable}
          checked={choices.unreadable === "leave-out"}
          onChange={(_, { checked }) =>
            onChoices({ ...choices, unreadable: checked === true ? "leave-out" : "reject" })
          }
        />
      </Field>
    </>
  );
}
