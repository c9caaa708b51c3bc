import type { CustomerView, Entry, Today } from "../../app/today";
import type { DataIssue } from "../../tables/issues";
import type { SectionId } from "../words/pane-words";

/** One line of the list: a customer, or something in the sheet to mend. */
export type Line =
  | { readonly kind: "customer"; readonly key: string; readonly entry: Entry }
  | { readonly kind: "issue"; readonly key: string; readonly issue: DataIssue };

export interface Section {
  readonly id: SectionId | "results";
  readonly lines: readonly Line[];
}

/** `owner` null: everybody's; "": those without one. */
export interface Filter {
  readonly query: string;
  readonly owner: string | null;
}

function customerLine(entry: Entry): Line {
  return { kind: "customer", key: entry.id, entry };
}

function issueLine(issue: DataIssue, index: number): Line {
  return { kind: "issue", key: `issue ${index}`, issue };
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
 * With a query the only section is "results": every customer whose name contains it, whenever due, in the sheet's
 * order.
 */
export function sectionsOf(today: Today, { query, owner }: Filter): readonly Section[] {
  const ofOwner = (customer: CustomerView | undefined) =>
    owner === null || customer?.owner === owner;

  const wanted = searchable(query.trim());
  if (wanted !== "") {
    const lines: Line[] = [];
    for (const customer of today.customers.values())
      if (ofOwner(customer) && searchable(customer.name).includes(wanted))
        lines.push(customerLine(customer));
    return lines.length === 0 ? [] : [{ id: "results", lines }];
  }

  const entries = (list: readonly Entry[]) =>
    (owner === null ? list : list.filter(({ id }) => ofOwner(today.customers.get(id)))).map(
      customerLine,
    );
  const issues = today.issues.filter(
    ({ code, id }) =>
      !saidElsewhere.has(code) && (owner === null || ofOwner(today.customers.get(id ?? ""))),
  );
  issues.sort((a, b) => weight[a.severity] - weight[b.severity]);

  const sections: readonly Section[] = [
    { id: "overdue", lines: entries(today.overdue) },
    { id: "dueToday", lines: entries(today.dueToday) },
    { id: "soon", lines: entries(today.soon) },
    { id: "ungraded", lines: entries(today.ungraded) },
    { id: "issues", lines: issues.map(issueLine) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** Every owner that occurs, sorted; "" last, where customers without one exist. */
export function ownersOf(today: Today, locale: string): readonly string[] {
  const owners = new Set<string>();
  for (const { owner } of today.customers.values()) owners.add(owner);
  const collator = new Intl.Collator(locale);
  const named = [...owners].filter((owner) => owner !== "").sort(collator.compare);
  return owners.has("") && named.length > 0 ? [...named, ""] : named;
}
