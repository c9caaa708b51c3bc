import { doubtOf } from "../../tables/cell-health";
import { isBlankCell, readCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { todayColumns } from "../../tables/specs/customers";
import { tidyCode } from "../../tables/plain-text";
import { proposalFor, type Proposal } from "../../tables/remedies";
import type { ColumnSpec, TableId } from "../../tables/schema";
import type { ReadTable } from "./read";
import type { HealthIssue } from "./report";
import type { IdCounts, IssueMaker, RowPlace, Surroundings } from "./rows";

/** A column with all that its cells are held against, found out once for all rows. */
interface Look {
  readonly spec: ColumnSpec;
  readonly cells: readonly Cell[];
  /** Read by the rules of Today already, which tell what they cannot read. */
  readonly isRead: boolean;
  /** A day on which something has happened. */
  readonly isPast: boolean;
  /** Ids of the table whose rows the column names. */
  readonly target: IdCounts | null;
}

/** Days on which something has happened cannot lie ahead; the last follow-up is looked at by the rules of Today. */
const pastDays: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  customers: ["createdDay", "confirmedDay"],
  followUps: ["day"],
};

/** Looks at the cells of a table, one row at a time. */
export class CellExaminer {
  readonly #looks: readonly Look[];

  constructor(
    { table, specs, columns }: ReadTable,
    private readonly make: IssueMaker,
    private readonly around: Surroundings,
  ) {
    const read: readonly string[] = table === "customers" ? todayColumns : [];
    this.#looks = specs
      .filter(({ kind }) => kind !== "computed" && kind !== "mixed")
      .map((spec) => ({
        spec,
        cells: columns[spec.id] ?? [],
        isRead: read.includes(spec.id),
        isPast: pastDays[table]?.includes(spec.id) ?? false,
        target: (spec.references && around.ids.get(spec.references)) ?? null,
      }));
  }

  /** Whether a row holds nothing but our own formulas: it is none yet. */
  isBlank(row: number): boolean {
    return this.#looks.every(({ cells }) => isBlankCell(cells[row]));
  }

  /**
   * Adds what is wrong with or doubtful about the cells of a row.
   *
   * @param told - columns of which something is told already
   */
  examine(
    row: number,
    at: () => RowPlace,
    told: ReadonlySet<string> | null,
    issues: HealthIssue[],
  ): void {
    for (const look of this.#looks) {
      const cell = look.cells[row] ?? null;
      const isBlank = cell === null || cell === "";
      if (isBlank && (look.target === null || !look.spec.essential)) continue;
      if (told?.has(look.spec.id) === true) continue;
      const issue = this.#issueOf(look, cell, at);
      if (issue !== null) issues.push(issue);
    }
  }

  #issueOf(
    { spec, isRead, isPast, target }: Look,
    cell: Cell,
    at: () => RowPlace,
  ): HealthIssue | null {
    const { make, around } = this;
    const { style, asOf } = around;
    if (!isRead || isPast) {
      const { value, issue } = readCell(spec, cell, style.dateSystem);
      if (issue !== null && !isRead)
        return make.about(issue, spec.id, at(), { proposal: proposalFor(spec, cell, style) });
      if (isPast && typeof value === "number" && value > asOf)
        return make.about("day-in-the-future", spec.id, at());
    }
    const id = target === null ? null : textOf(cell).trim();
    if (target !== null && id !== null && !target.has(id))
      return make.about("reference-missing", spec.id, at(), {
        proposal: likelyReference(spec, id, target, at(), around),
      });
    const doubt = doubtOf(spec, cell, style);
    if (doubt === null) return null;
    const proposal = proposalFor(spec, cell, style);
    return make.about(doubt.code, spec.id, at(), { because: doubt.because, proposal });
  }
}

/** The row that is meant: the same id typed tidily, else the one customer of that name. */
function likelyReference(
  { references }: ColumnSpec,
  id: string,
  target: IdCounts,
  { cells }: RowPlace,
  { byName }: Surroundings,
): Proposal | null {
  const tidy = tidyCode(id);
  if (target.get(tidy) === 1) return { to: tidy, kind: "reference", sure: true };
  if (references !== "customers") return null;
  const named = byName.get(textOf(cells["customerName"] ?? null).trim()) ?? null;
  return named === null ? null : { to: named, kind: "reference", sure: false };
}
