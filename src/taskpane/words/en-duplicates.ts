import type { DuplicatesWords, NewCustomerWords } from "./duplicates-words";
import { count } from "./plural";
import { en } from "./en";

const shared = (what: string) => (common: string) => (common === "" ? what : `${what}: ${common}`);

export const enDuplicates: DuplicatesWords = {
  ...en.views.duplicates,
  find: "Find duplicates",
  finding: "Comparing…",
  stop: "Stop",
  none: (customers) =>
    customers < 2
      ? "There are no customers to compare yet."
      : `Compared ${count(customers, "customer", "customers")}: no duplicates found.`,
  found: (groups, customers) =>
    `Compared ${count(customers, "customer", "customers")}: ${count(groups, "group", "groups")} may be duplicates.`,
  listedFrom: (score) =>
    `Listed from a similarity of ${score} on; change it on the Settings sheet.`,
  score: (score) => `Similarity ${score}`,
  sure: "Almost certain",
  likely: "Possible",
  fact: {
    "same-credit-code": shared("Same credit code"),
    "different-credit-code": () => "but different credit codes",
    "same-mobile": shared("Same mobile"),
    "same-landline": shared("Same phone"),
    "same-name": shared("Same company name"),
    "same-name-elsewhere": shared("Same name, another region"),
    "same-short-name": shared("Same person or short name"),
    "same-sound": () => "Names sound alike",
    "one-letter-off": () => "Names differ in one letter",
    "same-contact": shared("Same contact"),
  },
  heldBy: (owner) => `Owner: ${owner}`,
  heldByNobody: "No owner",
  merge: "Merge",
  mergeOf: (one, other) => `Merge ${one} and ${other}`,
  more: (left) => `Show more (${count(left, "group", "groups")} left)`,

  mergeTitle: "Merge customers",
  keepWhich: "Which one to keep",
  differences: "Choose field by field",
  oneSided: (fields) => `${count(fields, "field", "fields")} filled in for only one of them: kept`,
  noDifferences: "The two customers are the same in every field.",
  from: { survivor: "the one kept", other: "the one merged in", both: "both" },
  rows: (table, n) => `${table} (${n.toLocaleString("en-US")})`,
  rowsMove: (rows) =>
    rows === ""
      ? "No follow-ups or contracts have to move."
      : `Moved to the customer you keep: ${rows}.`,
  mergeHint:
    "The row merged in leaves the customers table. Everything in it, your own columns included, is kept in the Merges table, so the two can be split again at any time. After a split the row is at the end of the table, with its colours, lettering and comments; notes (the older kind) do not come back, and your own formulas are filled in by the table.",
  doMerge: "Merge these two",
  merging: "Merging…",
  merged: (kept) => `Merged into “${kept}”.`,

  past: "Merged before",
  pastHint:
    "Can be split at any time: both customers are as before the merge, each with its own follow-ups, contracts and the like.",
  pastMerge: (removed, kept) => `${removed} merged into ${kept}`,
  split: "Split",
  splitOf: (removed, kept) => `Split ${removed} from ${kept}`,
  splitting: "Splitting…",
  splitDone: (removed, rows) =>
    rows === "" ? `“${removed}” is back.` : `“${removed}” is back with: ${rows}.`,
  changedSince: (kept) => `“${kept}” was changed after the merge`,
  changedSinceLead:
    "Nothing was split yet. Choose for each: keep what stands in the sheet now, or what it was before the merge.",
  changedLabels: {
    read: "Written by the merge",
    theirs: "In the sheet now",
    mine: "Before the merge",
  },
  movedAway: "This row belongs elsewhere by now; it is not moved.",
  keptAsNow: (columns) => `Changed since the merge, left as they are now: ${columns}`,
  unreadable: (n) =>
    `${count(n, "row", "rows")} of the Merges table were changed and cannot be split any more.`,
};

export const enNewCustomer: NewCustomerWords = {
  ...en.views["new-customer"],
  checking: "Reading the customers…",
  clear: "Nobody has the same company, phone or credit code.",
  overlap: (n) => `May overlap with ${count(n, "customer", "customers")}`,
  held: (owner) => `Held by ${owner}`,
  heldByNobody: "Already there; no owner named",
  hint: {
    phone: "+86, spaces and dashes make no difference",
    creditCode: "18 characters, optional",
  },
  add: "Add",
  addAnyway: "Add anyway",
  adding: "Adding…",
  added: (name) => `“${name}” was added.`,
  open: "Open",
};
