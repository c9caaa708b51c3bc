import { importTargets, type ImportTargetId } from "../../tables/import/target";
import { ownHeader, type ColumnSpec } from "../../tables/schema";
import { customerColumns } from "../fields/customer-columns";
import type { WorkbookFacts } from "../workbook/facts";

/**
 * The columns rows can fill: those the table has, or will have when it is made, and no formula answers; then people's
 * fields, then the columns that are nothing but theirs, which take text.
 */
export function importColumns(facts: WorkbookFacts, target: ImportTargetId): readonly ColumnSpec[] {
  const present = facts.tables[target]?.columns;
  const { columns } = importTargets[target].table;
  const known: readonly ColumnSpec[] = target === "customers" ? customerColumns(facts) : columns;
  const fillable = known.filter(
    ({ id, kind, onRequest }) =>
      kind !== "computed" &&
      kind !== "mixed" &&
      (present === undefined ? onRequest !== true : present[id] !== undefined),
  );
  const ids = new Set(fillable.map(({ id }) => id));
  const own = Object.keys(present ?? {}).filter((id) => ownHeader(id) !== null && !ids.has(id));
  return [
    ...fillable.map((spec) => asCalled(spec, present?.[spec.id]?.header)),
    ...own.map((id) => ownText(id, present?.[id]?.header ?? id)),
  ];
}

/** The headers the columns of a table have in their sheet, by id: what a person renamed goes by its new name. */
export function calledInSheet(
  facts: WorkbookFacts,
  target: ImportTargetId,
): ReadonlyMap<string, string> {
  const columns = Object.entries(facts.tables[target]?.columns ?? {});
  return new Map(columns.map(([id, { header }]) => [id, header]));
}

/** A column that a person renamed is called as they call it, and is still known by its other names. */
function asCalled(spec: ColumnSpec, header: string | undefined): ColumnSpec {
  const { title, synonyms } = spec;
  if (header === undefined || header === title.zh || header === title.en) return spec;
  return {
    ...spec,
    title: { zh: header, en: header },
    synonyms: [...synonyms, title.zh, title.en],
  };
}

function ownText(id: string, header: string): ColumnSpec {
  const words = { zh: header, en: header };
  return {
    id,
    title: words,
    kind: "text",
    synonyms: [],
    width: 14,
    essential: false,
  };
}
