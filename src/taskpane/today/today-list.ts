import type { Place } from "../../app/today/known-columns";
import type { Entry } from "../../app/today/customer-view";
import type { Today } from "../../app/today/today";
import type { WorkbookFacts } from "../../app/workbook/facts";
import { isoDay } from "../../domain/day";
import { dayFromSerial, type DateSystem } from "../../domain/serial";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Cell, Row } from "../../tables/change";
import type { DataIssue } from "../../tables/issues";
import { groupIssues, type IssueGroup } from "../words/issue-text";
import type { SectionId } from "../words/pane-words";
import { isChosen, type Chosen } from "./own-choices";

/** One line of the list: a customer, or something in the sheet to mend. */
export type Line =
  | {
      readonly kind: "customer";
      readonly key: string;
      readonly entry: Entry;
      /** In which of the person's own fields it was found; null where its name says it, or nothing is looked for. */
      readonly found: FoundIn | null;
    }
  | ({ readonly kind: "issue"; readonly key: string } & IssueGroup);

export interface FoundIn {
  readonly column: string;
  readonly cell: Cell;
}

export interface Section {
  readonly id: SectionId | "results";
  readonly lines: Lines;
  /** How many customers or cells the lines stand for. */
  readonly count: number;
}

/** Lines made when they come into sight: a hundred thousand of them are not kept. */
export interface Lines {
  readonly length: number;
  at(row: number): Line | undefined;
  /** Where the line with this key is; -1 for nowhere. */
  rowOf(key: string): number;
}

/** `owner` null: everybody's; "": those without one. `chosen`: by fields of a person's own. */
export interface Filter {
  readonly query: string;
  readonly owner: string | null;
  readonly chosen?: Chosen;
}

/** Which customers a filter lets through; null for all of them. */
function passing(
  { customers, facts }: Today,
  { owner, chosen = {} }: Pick<Filter, "owner" | "chosen">,
): ((place: Place) => boolean) | null {
  const isFiltered = Object.keys(chosen).length > 0;
  if (owner === null && !isFiltered) return null;
  const isWanted = isChosen(chosen, facts);
  return (place) =>
    (owner === null || customers.known(place, "owner") === owner) &&
    (!isFiltered || isWanted(customers.cells(place)));
}

/** @param found - where what is looked for stands in a field of the person's own */
function customerLines(
  { customers }: Today,
  places: readonly Place[],
  found: ReadonlyMap<Place, FoundIn> = new Map(),
): Lines {
  return {
    length: places.length,
    at: (row) => {
      const place = places[row];
      const entry = place === undefined ? undefined : customers.at(place);
      if (place === undefined || entry === undefined) return undefined;
      return { kind: "customer", key: entry.id, entry, found: found.get(place) ?? null };
    },
    rowOf: (key) => {
      const place = customers.placeOf(key);
      return place === undefined ? -1 : places.indexOf(place);
    },
  };
}

function issueLines(groups: readonly IssueGroup[]): Lines {
  const lines = groups.map(issueLine);
  return {
    length: lines.length,
    at: (row) => lines[row],
    rowOf: (wanted) => lines.findIndex(({ key }) => key === wanted),
  };
}

function issueLine(group: IssueGroup, index: number): Line {
  return { kind: "issue", key: `issue ${index}`, ...group };
}

/** Full-width letters and digits are found by their half-width ones, whatever the case. */
function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Said under "ungraded" already, where the customer's line names what is missing. */
const saidElsewhere: ReadonlySet<DataIssue["code"]> = new Set([
  "close-day-missing",
  "demand-missing",
]);

const weight = { stops: 0, weakens: 1, notes: 2 } as const;

/**
 * The sections of the Today view, in order, empty ones left out (F5): overdue, due today, soon, ungraded, data issues.
 * With a query the only section is "results": every customer whose name or own field contains it, whenever due, in
 * the sheet's order.
 */
export function sectionsOf(today: Today, { query, ...filter }: Filter): readonly Section[] {
  const passes = passing(today, filter);

  const { customers } = today;

  const wanted = searchable(query.trim());
  if (wanted !== "") {
    const places: Place[] = [];
    const foundIns = new Map<Place, FoundIn>();
    for (let place = 0; place < customers.size; place += 1) {
      if (passes?.(place) === false) continue;
      if (!searchable(customers.known(place, "name")).includes(wanted)) {
        const found = foundIn(customers.cells(place), today.facts, wanted);
        if (found === undefined) continue;
        foundIns.set(place, found);
      }
      places.push(place);
    }
    const lines = customerLines(today, places, foundIns);
    return places.length === 0 ? [] : [{ id: "results", lines, count: lines.length }];
  }

  const section = (id: Section["id"], { places }: Today["overdue"]): Section => {
    const lines = customerLines(today, passes === null ? places : places.filter(passes));
    return { id, lines, count: lines.length };
  };
  const issues = today.issues.filter(({ code, id }) => {
    if (saidElsewhere.has(code)) return false;
    const place = passes === null || id === null ? undefined : customers.placeOf(id);
    return passes === null || (place !== undefined && passes(place));
  });
  issues.sort((a, b) => weight[a.severity] - weight[b.severity]);

  const sections: readonly Section[] = [
    section("overdue", today.overdue),
    section("dueToday", today.dueToday),
    section("soon", today.soon),
    section("ungraded", today.ungraded),
    { id: "issues", lines: issueLines(groupIssues(issues)), count: issues.length },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** How many of the customers a filter lets through are due later than soon. */
export function laterOf(today: Today, filter: Pick<Filter, "owner" | "chosen">): number {
  const passes = passing(today, filter);
  const { places } = today.later;
  return passes === null ? places.length : places.filter(passes).length;
}

/** The first of the person's own fields that contains what is looked for; undefined where none does. */
function foundIn(
  cells: Row,
  { fields, dateSystem }: WorkbookFacts,
  wanted: string,
): FoundIn | undefined {
  for (const { column, kind } of fields) {
    const cell = cells[column] ?? null;
    if (isBlankCell(cell)) continue;
    // 1,200 is looked for as it is shown, and stands there as 1200.
    const isAmount = typeof cell === "number" && kind !== "day";
    const sought = isAmount ? wanted.replaceAll(",", "") : wanted;
    const text = kind === "day" ? writtenDays(cell, dateSystem) : searchable(textOf(cell));
    if (text.includes(sought)) return { column, cell };
  }
  return undefined;
}

/** A day as people write it, in all the ways they look for it. */
function writtenDays(cell: Cell, dateSystem: DateSystem): string {
  const day = typeof cell === "number" ? dayFromSerial(cell, dateSystem) : null;
  if (day?.ok !== true) return searchable(textOf(cell));
  const iso = isoDay(day.value);
  const [year = "", month = "", dayOfMonth = ""] = iso.split("-").map((part) => `${Number(part)}`);
  return `${iso} ${year}/${month}/${dayOfMonth} ${year}年${month}月${dayOfMonth}日`;
}

/** Every owner that occurs, sorted; "" last, where customers without one exist. */
export function ownersOf(today: Today, locale: string): readonly string[] {
  const owners = today.customers.owners();
  const collator = new Intl.Collator(locale);
  const named = [...owners].filter((owner) => owner !== "").sort(collator.compare);
  return owners.has("") && named.length > 0 ? [...named, ""] : named;
}
