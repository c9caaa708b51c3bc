import { searchedFields } from "../../app/today/open-today";
import type { CustomerView, Entry, Today } from "../../app/today/today";
import { textOf } from "../../tables/cells";
import type { DataIssue } from "../../tables/issues";
import { groupIssues, type IssueGroup } from "../words/issue-text";
import type { SectionId } from "../words/pane-words";

/** One line of the list: a customer, or something in the sheet to mend. */
export type Line =
  | { readonly kind: "customer"; readonly key: string; readonly entry: Entry }
  | ({ readonly kind: "issue"; readonly key: string } & IssueGroup);

export interface Section {
  readonly id: SectionId | "results";
  readonly lines: readonly Line[];
  /** How many customers or cells the lines stand for. */
  readonly count: number;
}

/** `owner` null: everybody's; "": those without one. */
export interface Filter {
  readonly query: string;
  readonly owner: string | null;
}

function customerLine(entry: Entry): Line {
  return { kind: "customer", key: entry.id, entry };
}

function issueLine(group: IssueGroup, index: number): Line {
  return { kind: "issue", key: `issue ${index}`, ...group };
}

function customerSection(id: Section["id"], entries: readonly Entry[]): Section {
  return { id, lines: entries.map(customerLine), count: entries.length };
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
export function sectionsOf(today: Today, { query, owner }: Filter): readonly Section[] {
  const ofOwner = (customer: CustomerView | undefined) =>
    owner === null || customer?.owner === owner;

  const wanted = searchable(query.trim());
  if (wanted !== "") {
    const fields = searchedFields(today.facts);
    const found = [...today.customers.values()].filter(
      (customer) => ofOwner(customer) && isFound(customer, fields, wanted),
    );
    return found.length === 0 ? [] : [customerSection("results", found)];
  }

  const entries = (list: readonly Entry[]) =>
    owner === null ? list : list.filter(({ id }) => ofOwner(today.customers.get(id)));
  const issues = today.issues.filter(
    ({ code, id }) =>
      !saidElsewhere.has(code) && (owner === null || ofOwner(today.customers.get(id ?? ""))),
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

/** Whether a customer's name, or one of the person's own fields, contains what is looked for. */
function isFound({ name, cells }: CustomerView, fields: readonly string[], wanted: string) {
  return (
    searchable(name).includes(wanted) ||
    fields.some((field) => searchable(textOf(cells[field] ?? null)).includes(wanted))
  );
}

/** Every owner that occurs, sorted; "" last, where customers without one exist. */
export function ownersOf(today: Today, locale: string): readonly string[] {
  const owners = new Set<string>();
  for (const { owner } of today.customers.values()) owners.add(owner);
  const collator = new Intl.Collator(locale);
  const named = [...owners].filter((owner) => owner !== "").sort(collator.compare);
  return owners.has("") && named.length > 0 ? [...named, ""] : named;
}
