import fc from "fast-check";
import { day } from "../../../src/domain/day";
import { deedKinds } from "../../../src/tables/specs/audit";
import {
  entryId,
  netChange,
  recordedOf,
  type AuditEntry,
  type DeedFacts,
} from "../../../src/tables/audit/entries";
import { atOnce } from "../../../src/app/slices";
import { auditRow, readAuditRow } from "../../../src/tables/audit/rows";
import { longestCell } from "../../../src/app/log-follow-up";
import { reverse, type Cell, type Change, type Row } from "../../../src/tables/change";
import { anyCell } from "../arbitraries";

const deed: DeedFacts = {
  id: "A0000000001",
  kind: "import",
  about: "名单.csv",
  who: "王芳",
  at: { day: day("2026-03-02"), minute: 570 },
};

/** Cells as people enter them, and what looks like something else. */
const filled: fc.Arbitrary<Cell> = fc.oneof(
  anyCell.filter((cell) => cell !== null && cell !== "" && isStorable(cell)),
  fc.constantFrom<Cell>("=1+1", "+86", "-1", "@x", "\tx", "'a", "00123", "TRUE", "#N/A", true, 0),
);
/** Excel knows neither infinity nor a negative zero. */
function isStorable(cell: Cell): boolean {
  return typeof cell !== "number" || (Number.isFinite(cell) && !Object.is(cell, -0));
}

const columns = ["name", "phone", "notes", "expectedClose", "own:我的 列"];
const cells: fc.Arbitrary<Row> = fc
  .dictionary(fc.constantFrom(...columns), filled, { minKeys: 1 })
  .map((row) => ({ ...row }));

/** Changes that name each row once, as a commit takes them. */
const anyChange: fc.Arbitrary<Change> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("added", "updated", "removed"),
      before: cells,
      after: cells,
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    const place = (index: number) => ({ table: "customers" as const, id: `C${index}` });
    const change: Change = { added: [], updated: [], removed: [] };
    return rows.reduce<Change>((made, { kind, before, after }, index) => {
      if (kind === "added")
        return { ...made, added: [...made.added, { ...place(index), cells: after }] };
      if (kind === "removed")
        return { ...made, removed: [...made.removed, { ...place(index), cells: before }] };
      const moved = [...new Set([...Object.keys(before), ...Object.keys(after)])]
        .map(
          (column) =>
            [column, { from: before[column] ?? null, to: after[column] ?? null }] as const,
        )
        .filter(([, { from, to }]) => from !== to);
      if (moved.length === 0) return made;
      const row = { ...place(index), cells: Object.fromEntries(moved) };
      return { ...made, updated: [...made.updated, row] };
    }, change);
  });

function entriesOf(change: Change): readonly AuditEntry[] {
  return recordedOf(change).map((what, index) => ({
    id: entryId(deed.id, index + 1),
    deed,
    number: index + 1,
    what,
    rowName: "名称",
    header: what.kind === "cell" ? "表头" : "",
    customerId: "C1",
    refersTo: null,
  }));
}

/** Rows in an order that does not matter. */
function sorted({ added, updated, removed }: Change): Change {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  return {
    added: [...added].sort(byId),
    updated: [...updated].sort(byId),
    removed: [...removed].sort(byId),
  };
}

describe("audit entries", () => {
  it("[P4] give the change back from which they were made, and its reverse takes it back", () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        const recorded = recordedOf(change);
        expect(sorted(atOnce(netChange(recorded)))).toEqual(sorted(change));
        const back = recordedOf(reverse(change));
        expect(atOnce(netChange([...recorded, ...back]))).toEqual({
          added: [],
          updated: [],
          removed: [],
        });
      }),
      { seed: 405, numRuns: 120 },
    );
  });

  it.each([1900, 1904] as const)(
    "[P4, P7] read back from their rows as they were written, every cell in its own type (%i)",
    (dateSystem) => {
      fc.assert(
        fc.property(anyChange, fc.constantFrom("zh", "en"), (change, language) => {
          for (const entry of entriesOf(change)) {
            const row = auditRow(entry, { dateSystem, language });
            expect(row.id).toBe(entry.id);
            expect(readAuditRow(row.cells, dateSystem)).toEqual(entry);
          }
        }),
        { seed: 406, numRuns: 60 },
      );
    },
  );

  it("[P4] never need more than a cell holds, however long a row is", () => {
    const long = "长".repeat(longestCell);
    const cells = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `own:${index}`,
        index % 4 === 0 ? long : '"\n'.repeat(2_000),
      ]),
    );
    const change: Change = {
      added: [{ table: "customers", id: "C1", cells }],
      updated: [],
      removed: [{ table: "customers", id: "C2", cells }],
    };
    const entries = entriesOf(change);
    for (const entry of entries)
      for (const cell of Object.values(auditRow(entry, { dateSystem: 1900, language: "zh" }).cells))
        expect(String(cell).length).toBeLessThanOrEqual(longestCell);
    expect(atOnce(netChange(entries.map(({ what }) => what)))).toEqual(change);
  });

  it.each(deedKinds.map(({ code }) => code))(
    "[P4] know a deed of kind %s in both languages",
    (kind) => {
      const entry: AuditEntry = {
        ...entriesOf({
          added: [{ table: "customers", id: "C1", cells: { name: "甲" } }],
          updated: [],
          removed: [],
        })[0]!,
        deed: { ...deed, kind },
      };
      for (const language of ["zh", "en"] as const)
        expect(readAuditRow(auditRow(entry, { dateSystem: 1900, language }).cells, 1900)).toEqual(
          entry,
        );
    },
  );

  it.each<readonly [string, Row]>([
    ["the number was retyped", { id: "A0000000001-x" }],
    ["the deed is another one", { deed: "A0000000002" }],
    ["the whole row is no longer readable", { after: "{" }],
    ["the whole row holds what no cell can", { after: '{"name":{}}' }],
    ["the table is unknown", { table: "别的表" }],
    ["the kind is unknown", { kind: "别的" }],
  ])("[P4] are not trusted when %s", (_, overwritten) => {
    const [entry] = entriesOf({
      added: [{ table: "customers", id: "C1", cells: { name: "甲" } }],
      updated: [],
      removed: [],
    });
    const { cells } = auditRow(entry!, { dateSystem: 1900, language: "zh" });
    expect(readAuditRow({ ...cells, ...overwritten }, 1900)).toBeNull();
  });

  it("cut a name that is too long between characters", () => {
    const [entry] = entriesOf({
      added: [{ table: "customers", id: "C1", cells: { name: "甲" } }],
      updated: [],
      removed: [],
    });
    const { cells } = auditRow(
      { ...entry!, rowName: "𠮷".repeat(300) },
      { dateSystem: 1900, language: "zh" },
    );
    expect(cells["rowName"]).toBe("𠮷".repeat(99) + "…");
  });
});
