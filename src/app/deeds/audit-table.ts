import { ok, type Result } from "../../domain/result";
import { optionalAuditColumns } from "../../tables/specs/audit";
import { schemaVersion } from "../../tables/schema";
import type { CommitAllFailure } from "./commit-all";
import { planEmptyTable } from "../set-up/empty-table";
import type { Workbook } from "../workbook";
import type { ColumnsFailure } from "../workbook/columns";
import type { WorkbookFailure } from "../workbook/failures";
import type { InstallFailure } from "../workbook/install";

/** Whether the audit table, or one of its columns that can be done without, is not there. */
export function lacksAudit(failure: CommitAllFailure | ColumnsFailure | InstallFailure): boolean {
  if (failure.code === "table-missing") return failure.table === "audit";
  return (
    failure.code === "column-missing" &&
    failure.table === "audit" &&
    optionalAuditColumns.has(failure.column)
  );
}

/** Makes the audit table where it is missing; where it is there, tells which columns a person deleted. */
export async function readyAudit(
  workbook: Workbook,
): Promise<Result<{ readonly lacking: ReadonlySet<string> }, WorkbookFailure | InstallFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  const { audit } = facts.tables;
  if (audit !== undefined) {
    const lacking = [...optionalAuditColumns].filter((id) => audit.columns[id] === undefined);
    return ok({ lacking: new Set(lacking) });
  }
  const language = facts.language ?? "en";
  const installed = await workbook.install({
    language,
    schemaVersion: facts.schemaVersion ?? schemaVersion,
    create: [planEmptyTable("audit", facts, language)],
    adopt: null,
    names: [],
    highlight: [],
  });
  return installed.ok ? ok({ lacking: new Set() }) : installed;
}
