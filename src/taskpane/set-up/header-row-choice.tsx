import { Field, Select } from "@fluentui/react-components";
import type { InspectedRange } from "../../app/workbook/places";
import { corners } from "../../tables/a1";
import { useWordsOf } from "../state/use-pane";
import { setUpWords } from "../words/set-up";

/** A title row is never far down; the choice stays short. */
const mostHeaderRows = 10;

/** Which row holds the headers; a structured table's own header row is not asked for. */
export function HeaderRowChoice({
  inspected,
  headerRow,
  onHeaderRow,
}: {
  readonly inspected: InspectedRange;
  /** Zero-based within the range. */
  readonly headerRow: number;
  readonly onHeaderRow: (row: number) => void;
}) {
  const say = useWordsOf(setUpWords);
  const rows = Math.min(inspected.sample.length, mostHeaderRows);
  if (inspected.table !== null || rows <= 1) return null;
  const { top } = corners(inspected.address);
  return (
    <Field label={say.headerRow} hint={say.headerRowHint}>
      <Select value={String(headerRow)} onChange={(_, { value }) => onHeaderRow(Number(value))}>
        {Array.from({ length: rows }, (_, row) => (
          <option key={row} value={row}>
            {say.rowNumber(top + row + 1)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
