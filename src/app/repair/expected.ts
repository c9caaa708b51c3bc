import type { Row } from "../../tables/change";
import { highlightRules } from "../../tables/highlight";
import {
  dayFormat,
  numberFormat,
  type ColumnSpec,
  type Language,
  type TableId,
  type TableSpec,
} from "../../tables/schema";
import { holidaysName, settingNames } from "../../tables/specs/setting-names";
import { settingCells, settingRows } from "../../tables/specs/setting-rows";
import { settingsTable } from "../../tables/specs/settings";
import { tableSpecs } from "../../tables/tables";
import { customerColumns } from "../fields/customer-columns";
import type { ExpectedName, ExpectedStructure, StructureMending } from "./structure";
import type { WorkbookFacts } from "../workbook/facts";

/** How names, lists and highlight of this workbook should be, as set-up lays them out. */
export function expectedStructure(facts: WorkbookFacts): ExpectedStructure {
  const language = facts.language ?? "en";
  const lists = boundSpecs(facts).flatMap((spec) => {
    const { columns = {}, adopted = [] } = facts.tables[spec.id] ?? {};
    // Set-up gave no list to columns that were there before: that they have none is nothing lost.
    return spec.columns.flatMap(({ id, choices }: ColumnSpec) =>
      choices === undefined || columns[id] === undefined || adopted.includes(id)
        ? []
        : [{ table: spec.id, column: id, words: choices.map(({ title }) => title[language]) }],
    );
  });
  return { names: expectedNames, lists, highlight: highlightRules, days: dayColumns(facts) };
}

/** The columns that hold days, typed or calculated, also those of a person's own fields. */
export function dayColumns(facts: WorkbookFacts): ExpectedStructure["days"] {
  return boundSpecs(facts).flatMap((spec) => {
    const columns = spec.id === "customers" ? customerColumns(facts) : spec.columns;
    const bound = facts.tables[spec.id]?.columns ?? {};
    return columns.flatMap((column) =>
      numberFormat(column) === dayFormat && bound[column.id] !== undefined
        ? [{ table: spec.id, column: column.id }]
        : [],
    );
  });
}

const expectedNames: readonly ExpectedName[] = [
  ...settingNames.map(({ name, firstRow, lastRow, covers }): ExpectedName => ({
    name,
    table: "settings",
    from: covers === "area" ? "item" : "amount",
    to: covers === "area" ? "base" : "amount",
    rows: { first: firstRow, last: lastRow },
  })),
  { name: holidaysName, table: "holidays", from: "day", to: "kind", rows: null },
];

/** Columns a table of ours cannot do without, and this workbook's lacks. */
export function missingColumns(
  facts: WorkbookFacts,
): readonly { readonly table: TableId; readonly column: ColumnSpec }[] {
  return boundSpecs(facts).flatMap((spec) =>
    spec.columns
      .filter(({ id, essential }) => essential && facts.tables[spec.id]?.columns[id] === undefined)
      .map((column) => ({ table: spec.id, column })),
  );
}

/** Rows of Settings that are gone, each with the row it stood below. The as-of day comes back blank: it means today. */
export function missingSettings(
  present: readonly string[],
  language: Language,
): StructureMending["rows"] {
  const cells = settingCells(language, null);
  const order = settingRows.map(({ id }) => id);
  return order.flatMap((id, at) => {
    if (present.includes(id)) return [];
    const row: Row = Object.fromEntries(
      settingsTable.columns.map((column, index) => [
        column.id,
        "formula" in column ? column.formula[language] : (cells[at]?.[index] ?? null),
      ]),
    );
    // Those before it that are missing come back first.
    return [{ table: "settings" as const, after: order[at - 1] ?? null, cells: row }];
  });
}

function boundSpecs({ tables }: WorkbookFacts): readonly TableSpec[] {
  return Object.values(tableSpecs).filter(({ id }) => tables[id] !== undefined);
}
