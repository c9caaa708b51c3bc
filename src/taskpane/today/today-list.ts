import type { CustomerView, Entry, Today } from "../../app/today/today";
import type { WorkbookFacts } from "../../app/workbook/facts";
import { isoDay } from "../../domain/day";
import { dayFromSerial, type DateSystem } from "../../domain/serial";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
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
  readonly lines: readonly Line[];
  /** How many customers or cells the lines stand for. */
  readonly count: number;
}

/** `owner` null: everybody's; "": those without one. `chosen`: by fields of a person's own. */
export interface Filter {
  readonly query: string;
  readonly owner: string | null;
  readonly chosen?: Chosen;
}

/** Which customers a filter lets through; null for all of them. */
function passing(
  today: Today,
  { owner, chosen = {} }: Pick<Filter, "owner" | "chosen">,
): ((customer: CustomerView | undefined) => boolean) | null {
  const isFiltered = Object.keys(chosen).length > 0;
  if (owner === null && !isFiltered) return null;
  const isWanted = isChosen(chosen, today.facts);
  return (customer) =>
    customer !== undefined && (owner === null || customer.owner === owner) && isWanted(customer);
}

function customerLine(entry: Entry, found: FoundIn | null = null): Line {
  return { kind: "customer", key: entry.id, entry, found };
}

function issueLine(group: IssueGroup, index: number): Line {
  return { kind: "issue", key: `issue ${index}`, ...group };
}

function customerSection(id: Section["id"], entries: readonly Entry[]): Section {
  return { id, lines: entries.map((entry) => customerLine(entry)), count: entries.length };
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

  const wanted = searchable(query.trim());
  if (wanted !== "") {
    const lines: Line[] = [];
    for (const customer of today.customers.values()) {
      if (passes?.(customer) === false) continue;
      const found = searchable(customer.name).includes(wanted)
        ? null
        : foundIn(customer, today.facts, wanted);
      if (found !== undefined) lines.push(customerLine(customer, found));
    }
    return lines.length === 0 ? [] : [{ id: "results", lines, count: lines.length }];
  }

  const entries = (list: readonly Entry[]) =>
    passes === null ? list : list.filter(({ id }) => passes(today.customers.get(id)));
  const issues = today.issues.filter(
    ({ code, id }) => !saidElsewhere.has(code) && passes?.(today.customers.get(id ?? "")) !== false,
  );
  issues.sort((a, b) => weight[a.severity] - weight[b.severity]);

  const sections: readonly Section[] = [
    customerSection("overdue", entries(today.overdue)),
    customerSection("dueToday", entries(today.dueToday)),
    customerSection("soon", entries(today.soon)),
    customerSection("ungraded", entries(today.ungraded)),
    { id: "issues", lines: groupIssues(issues).map(issueLine), count: issues.length },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** How many of the customers a filter lets through are due later than soon. */
export function laterOf(today: Today, filter: Pick<Filter, "owner" | "chosen">): number {
  const passes = passing(today, filter);
  if (passes === null) return today.later;
  let count = 0;
  for (const customer of today.customers.values())
    if (customer.state.kind === "later" && passes(customer)) count += 1;
  return count;
}

/** The first of the person's own fields that contains what is looked for; undefined where none does. */
function foundIn(
  { cells }: CustomerView,
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
  const owners = new Set<string>();
  for (const { owner } of today.customers.values()) owners.add(owner);
  const collator = new Intl.Collator(locale);
  const named = [...owners].filter((owner) => owner !== "").sort(collator.compare);
  return owners.has("") && named.length > 0 ? [...named, ""] : named;
}
