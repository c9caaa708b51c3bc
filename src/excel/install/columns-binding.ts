import type { ColumnsChange } from "../../app/workbook/columns";
import type { OwnField } from "../../tables/fields";
import {
  bindColumns,
  knownTable,
  readStoredBinding,
  storedTable,
  type BoundTable,
  type StoredBinding,
} from "../binding";
import type { Sight } from "../describe";

/** What a loaded setting of the workbook remembers; null for nothing of ours. */
export function storedIn(setting: Excel.Setting): StoredBinding | null {
  return setting.isNullObject ? null : readStoredBinding(setting.value);
}

/** The table once its columns have come and been renamed. */
export function boundAfter(
  { table, renamed, added: coming }: ColumnsChange,
  bound: BoundTable,
  live: BoundTable["live"],
): BoundTable {
  const known = knownTable(bound);
  // By their new headers: where most have changed, the numbers of columns are not trusted alone.
  const named = renamed.flatMap(({ column, to }) => {
    const found = known.columns[column];
    return found === undefined ? [] : [[column, { id: found.id, header: to }] as const];
  });
  const added = coming.flatMap(({ column, header }) => {
    const found = live.columns.find(({ name }) => name === header);
    return found === undefined ? [] : [[column, { id: found.id, header: found.name }] as const];
  });
  // Of the last column, which somebody has just deleted, a new one gets the number.
  const numbers = new Set(added.map(([, { id }]) => id));
  const others = Object.entries(known.columns).filter(([, { id }]) => !numbers.has(id));
  // Whoever comes first has the number; of one column the last that is told counts.
  const columns = Object.fromEntries([...added, ...others, ...named, ...added]);
  return bindColumns(table, { ...known, columns }, live);
}

/** What is to be remembered: the latest that anybody noted, with what this change does to it. */
export function bindingAfter(
  { table, removed, fields, language }: ColumnsChange,
  { stored, bound }: Sight,
  now: BoundTable,
  latest: StoredBinding | null,
): StoredBinding {
  if (stored === null) throw new Error("a bound table without a binding");
  const base = latest ?? stored;
  const kept = fieldsAfter(base.fields ?? [], fields?.from ?? [], fields?.to);
  const columns = Object.entries(now.columns).filter(([column]) => !removed.includes(column));
  const after: BoundTable = { ...now, columns: Object.fromEntries(columns) };
  const { fields: _, ...others } = base;
  const seen = Object.values(bound).map((each) => [each.table, storedTable(each, kept)] as const);
  return {
    ...others,
    language: language ?? base.language,
    tables: {
      ...Object.fromEntries(seen),
      ...latest?.tables,
      [table]: storedTable(after, kept),
    },
    ...(kept.length > 0 ? { fields: kept } : {}),
  };
}

/** The fields as they stand by now, with those that this change adds, alters and takes away. */
export function fieldsAfter(
  now: readonly OwnField[],
  before: readonly OwnField[],
  after: readonly OwnField[] | undefined,
): readonly OwnField[] {
  if (after === undefined) return now;
  const textOf = (fields: readonly OwnField[], column: string) =>
    JSON.stringify(fields.find((field) => field.column === column));
  const known = new Set([...before, ...after].map(({ column }) => column));
  const moved = new Set(
    [...known].filter((column) => textOf(before, column) !== textOf(after, column)),
  );
  return [
    ...now.filter(({ column }) => !moved.has(column)),
    ...after.filter(({ column }) => moved.has(column)),
  ];
}

/** The latest that anybody noted, without what this change did to it. */
export function bindingBack(
  { table, fields, language }: ColumnsChange,
  stored: StoredBinding,
  latest: StoredBinding | null,
): StoredBinding {
  if (latest === null) return stored;
  const kept =
    fields === undefined
      ? (latest.fields ?? [])
      : fieldsAfter(latest.fields ?? [], fields.to, fields.from);
  const { fields: _, ...others } = latest;
  const known = stored.tables[table];
  return {
    ...others,
    ...(language === undefined ? {} : { language: stored.language }),
    tables: { ...latest.tables, ...(known === undefined ? {} : { [table]: known }) },
    ...(kept.length > 0 ? { fields: kept } : {}),
  };
}
