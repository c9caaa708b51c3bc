import type { Day } from "../../domain/day";
import { err, ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import { folded, freeHeader } from "../../tables/headers";
import { highlightRules } from "../../tables/highlight";
import { lastingReason } from "../deeds/lasting";
import type { PerformFailure, Trace } from "../deeds/perform";
import { ToldDeed, type Noted } from "../deeds/told-deed";
import { twice } from "../deeds/twice";
import { lackingTables, newColumn } from "../set-up/empty-table";
import { planSetUp } from "../set-up/plan-set-up";
import { expectedStructure, missingColumns, missingSettings } from "./expected";
import { findFaultyFormulas, type FaultyCells } from "./formulas";
import { ownFormulasBack, repairFormulas } from "./formulas-back";
import { notedOf } from "./noted";
import type { Finding } from "./finding";
import { setUp } from "../set-up/set-up";
import type { StructureFaults, StructureMending } from "./structure";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { AtWorkElsewhere, SwitchFailure, WorkbookFailure } from "../workbook/failures";
import type { InstallFailure } from "../workbook/install";

export interface Examined {
  readonly facts: WorkbookFacts;
  readonly findings: readonly Finding[];
}

export type RepairFailure =
  WorkbookFailure | InstallFailure | SwitchFailure | PerformFailure | AtWorkElsewhere;

export interface Repaired {
  /** Ids of the findings that were put right. */
  readonly done: readonly string[];
  /** Those that were not, and why. The others were carried out all the same. */
  readonly failed: readonly { readonly ids: readonly string[]; readonly failure: RepairFailure }[];
  /** Whether anything of it can be taken back. */
  readonly goesBack: boolean;
  /** Why the audit table does not tell of all of it; null where it does. */
  readonly unrecorded: PerformFailure | null;
}

/**
 * Looks for everything Repair can put right; nothing is written. What a person may have wanted (typed-over cells, own
 * formulas, cells without a list) is found, but not suggested.
 */
export async function examine(
  workbook: Workbook,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<Examined, WorkbookFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  if (facts.tables.customers === undefined)
    return err({ code: "table-missing", table: "customers" });
  const structure = await workbook.lookAtStructure(expectedStructure(facts));
  if (!structure.ok) return structure;
  const settings = await settingsRows(workbook, facts);
  if (!settings.ok) return settings;
  const formulas = await findFaultyFormulas(workbook, facts, onProgress);
  if (!formulas.ok) return formulas;
  return ok({
    facts,
    findings: findingsOf(facts, structure.value, settings.value, formulas.value),
  });
}

async function settingsRows(
  workbook: Workbook,
  facts: WorkbookFacts,
): Promise<Result<StructureMending["rows"], WorkbookFailure>> {
  if (facts.tables.settings?.columns["id"] === undefined) return ok([]);
  const read = await workbook.readColumns([{ table: "settings", columns: ["id"] }]);
  if (!read.ok) return read;
  const present = (read.value[0]?.columns["id"] ?? []).map((cell) => textOf(cell).trim());
  return ok(missingSettings(present, facts.language ?? "en"));
}

function findingsOf(
  facts: WorkbookFacts,
  { names, lists, highlight, below, narrow, readings, frozen, own }: StructureFaults,
  settings: StructureMending["rows"],
  formulas: readonly FaultyCells[],
): readonly Finding[] {
  const findings: Finding[] = [];
  const tables = lackingTables(facts);
  if (tables.length > 0) findings.push({ id: "tables", suggested: true, kind: "tables", tables });
  if (settings.length > 0)
    findings.push({ id: "settings", suggested: true, kind: "settings", rows: settings });
  for (const each of below)
    findings.push({ id: `below:${each.table}`, suggested: true, kind: "below", ...each });
  const missing = missingColumns(facts);
  for (const table of new Set(missing.map((each) => each.table))) {
    const columns = missing.filter((each) => each.table === table).map(({ column }) => column.id);
    findings.push({ id: `columns:${table}`, suggested: true, kind: "columns", table, columns });
  }
  if (names.length > 0) findings.push({ id: "names", suggested: true, kind: "names", names });
  if (facts.mode === "native" && !readings)
    findings.push({ id: "readings", suggested: true, kind: "readings" });
  if (facts.mode === "functions" && (readings || frozen))
    findings.push({ id: "leftovers", suggested: true, kind: "leftovers" });
  if (facts.mode === "functions" && own)
    findings.push({ id: "own-values", suggested: true, kind: "own-values" });
  for (const cells of formulas) {
    const suggested = cells.fault !== "own" && cells.fault !== "typed";
    const id = `formulas:${cells.column}:${cells.fault}`;
    findings.push({ id, suggested, kind: "formulas", cells });
  }
  const { length: rules } = highlightRules;
  if (highlight.found !== rules || highlight.whole !== rules)
    findings.push({ id: "highlight", suggested: true, kind: "highlight", ...highlight });
  if (narrow.length > 0) findings.push({ id: "widths", suggested: true, kind: "widths", narrow });
  // Set-up offers no words in columns that were there before: that they lack is no fault by itself.
  if (lists.length > 0) findings.push({ id: "lists", suggested: false, kind: "lists", lists });
  return findings;
}

/**
 * Puts the chosen findings right, one kind after the other, each all or nothing: what fails does not keep the rest.
 * What is put right can be looked for again, and is then no longer found.
 *
 * Each is told in the audit table before it is done (P4). Where that cannot be, formulas are not touched, since something
 * of a person's may stand under them; names, lists and tables are mended all the same, because that may be what keeps the
 * audit table from being written, and are told of afterwards.
 */
export async function repair(
  workbook: Workbook,
  examined: Examined,
  chosen: readonly Finding[],
  told: Telling,
): Promise<Repaired> {
  // Two who put the same right at once would make it twice.
  const done = await workbook.inTurn<Repaired, RepairFailure>(async () =>
    ok(await mendAll(workbook, examined, chosen, told)),
  );
  if (done.ok) return done.value;
  const failed = [{ ids: chosen.map(({ id }) => id), failure: done.error }];
  return { done: [], failed, goesBack: false, unrecorded: null };
}

/** How a repair is told. */
interface Telling {
  /** For the audit table. */
  readonly about: string;
  readonly trace: Trace;
  readonly asOf: Day;
}

async function mendAll(
  workbook: Workbook,
  { facts, findings }: Examined,
  chosen: readonly Finding[],
  { about, trace, asOf }: Telling,
): Promise<Repaired> {
  const done: string[] = [];
  const failed: { readonly ids: readonly string[]; readonly failure: RepairFailure }[] = [];
  const deed = new ToldDeed(workbook, facts, { kind: "repair", about }, trace);
  const untold: Noted[] = [];
  let unrecorded: PerformFailure | null = null;
  const tellRest = async (): Promise<Result<void, PerformFailure>> => {
    const told = untold.length === 0 ? ok(undefined) : await deed.tell(untold);
    if (told.ok) untold.length = 0;
    unrecorded = told.ok ? null : told.error;
    return told;
  };
  const step = async (
    findings: readonly Finding[],
    work: () => Promise<Result<unknown, RepairFailure>>,
  ): Promise<void> => {
    if (findings.length === 0) return;
    const outcome = await work();
    const ids = findings.map(({ id }) => id);
    if (outcome.ok) done.push(...ids.filter((id) => !done.includes(id)));
    else failed.push({ ids, failure: outcome.error });
  };
  /** A step under which nothing of a person's stands. */
  const mend = (
    findings: readonly Finding[],
    work: () => Promise<Result<unknown, RepairFailure>>,
  ): Promise<void> =>
    step(findings, async () => {
      const noted = findings.flatMap((finding) => notedOf(finding, facts));
      if ((await tellRest()).ok) {
        const taken: Result<unknown, RepairFailure>[] = [];
        await deed.step(noted, async () => {
          const outcome = await work();
          taken.push(outcome);
          return outcome;
        });
        const [outcome] = taken;
        if (outcome !== undefined) return outcome;
      }
      const outcome = await work();
      if (outcome.ok) untold.push(...noted);
      return outcome;
    });
  const of = <Kind extends Finding["kind"]>(kind: Kind) =>
    chosen.filter((each): each is Extract<Finding, { readonly kind: Kind }> => each.kind === kind);
  const language = facts.language ?? "en";

  await mend(of("tables"), () => makeAgain(workbook, facts, asOf));
  // Names, lists and formulas may need them.
  const isHighlighted = !findings.some(({ kind }) => kind === "highlight");
  for (const finding of of("columns"))
    await mend([finding], async () => {
      const added = await addColumns(workbook, facts, finding);
      // What covered the whole table shall go on covering it.
      if (!added.ok || finding.table !== "customers" || !isHighlighted) return added;
      return twice(() => workbook.repairHighlight(highlightRules));
    });
  const structure = [
    ...of("settings"),
    ...of("below"),
    ...of("names"),
    ...of("lists"),
    ...of("widths"),
  ];
  const structureMending: StructureMending = {
    rows: of("settings").flatMap(({ rows }) => rows),
    below: of("below"),
    names: of("names").flatMap(({ names }) => names),
    lists: of("lists").flatMap(({ lists }) => lists),
    narrow: of("widths").flatMap(({ narrow }) => narrow),
  };
  await mend(structure, () => twice(() => workbook.mendStructure(structureMending)));
  const cells = [...of("formulas"), ...of("readings"), ...of("leftovers")];
  // Rows that a table has just been stretched over have no formulas yet.
  const grown = of("below").filter(({ table, id }) => table === "customers" && done.includes(id));
  await step([...cells, ...grown], async () => {
    const told = await tellRest();
    if (!told.ok) return told;
    const mending = {
      chosen: of("formulas").map((finding) => finding.cells),
      grown: grown.length > 0,
      copy: of("readings").length + of("leftovers").length > 0,
    };
    return repairFormulas(workbook, mending, deed);
  });
  await step(of("own-values"), async () => {
    const told = await tellRest();
    return told.ok ? ownFormulasBack(workbook, deed) : told;
  });
  await mend(of("highlight"), () => twice(() => workbook.repairHighlight(highlightRules)));
  await tellRest();
  const { entries } = deed.performed();
  const goesBack = entries?.some((entry) => lastingReason(entry, facts) === null) !== false;
  return { done, failed, unrecorded, goesBack };

  async function addColumns(
    book: Workbook,
    { tables }: WorkbookFacts,
    { table, columns }: Extract<Finding, { readonly kind: "columns" }>,
  ): Promise<Result<unknown, RepairFailure>> {
    const headers = Object.values(tables[table]?.columns ?? {}).map(({ header }) => header);
    const taken = new Set(headers.map(folded));
    const added = missingColumns(facts)
      .filter((each) => each.table === table && columns.includes(each.column.id))
      .map(({ column }) => newColumn(column, freeHeader(column.title[language], taken), language));
    const changed = await book.changeColumns({
      table,
      added,
      removed: [],
      renamed: [],
      lists: {},
      formulas: {},
    });
    if (changed.ok) return changed;
    switch (changed.error.code) {
      case "header-changed":
      case "header-taken":
      case "column-filled":
        return err({ code: "changed-meanwhile", table });
      default:
        return err(changed.error);
    }
  }
}

/** Tables that were deleted come back empty, as set-up makes them. */
async function makeAgain(
  workbook: Workbook,
  facts: WorkbookFacts,
  asOf: Day,
): Promise<Result<unknown, RepairFailure>> {
  const lacking = lackingTables(facts);
  const plan = planSetUp(
    { kind: "restore", facts, lacking },
    {},
    { language: facts.language ?? "en", asOf, newId: (prefix) => prefix, rows: [] },
  );
  if (!plan.ok) return err({ code: "read-only" });
  return setUp(workbook, plan.value);
}
