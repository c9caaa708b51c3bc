import { followUpColumns } from "./customer-follow-up-columns";
import { furtherColumns } from "./customer-further-columns";
import { identityColumns } from "./customer-identity-columns";
import { profileColumns } from "./customer-profile-columns";
import type { RecordOf } from "../records";
import type { ColumnSpec, TableSpec } from "../schema";

const columns = [
  ...identityColumns,
  ...followUpColumns,
  ...profileColumns,
  ...furtherColumns,
] as const satisfies readonly ColumnSpec[];

export type CustomerColumn = (typeof columns)[number]["id"];

/** A customer as the rules see it; computed columns are not part of it. */
export type CustomerRecord = RecordOf<typeof columns>;

/** 客户: one row per customer. */
export const customersTable = {
  id: "customers",
  title: { zh: "客户", en: "Customers" },
  excelName: "CrmCustomers",
  idPrefix: "C",
  columns,
} as const satisfies TableSpec;

/** The columns a person's own column can be used as; computed ones are always added, sensitive ones asked for (R3). */
export const adoptableColumns: readonly ColumnSpec[] = (columns as readonly ColumnSpec[]).filter(
  ({ kind, sensitive }) => kind !== "computed" && sensitive !== true,
);

/** The columns that decide when to follow up, and the only ones Today reads. */
export const todayColumns = [
  "id",
  "name",
  "owner",
  "dealStatus",
  "demand",
  "expectedClose",
  "lastFollowUp",
  "agreedDay",
  "createdDay",
] as const satisfies readonly CustomerColumn[];

type TodayColumn = Extract<
  (typeof columns)[number],
  { readonly id: (typeof todayColumns)[number] }
>;

const isTodayColumn = (column: (typeof columns)[number]): column is TodayColumn =>
  (todayColumns as readonly string[]).includes(column.id);

/** The customers table as Today reads it: a hundred thousand rows are not asked for columns that were not read. */
export const todayTable: TableSpec & { readonly columns: readonly TodayColumn[] } = {
  ...customersTable,
  columns: columns.filter(isTodayColumn),
};

/** The columns a logged follow-up writes: a formula there would be overwritten. */
export const writtenColumns = [
  "id",
  "demand",
  "expectedClose",
  "lastFollowUp",
  "agreedDay",
] as const satisfies readonly CustomerColumn[];
