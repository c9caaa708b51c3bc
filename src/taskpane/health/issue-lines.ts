import type { DayColumn, HealthIssue, IssueGroup } from "../../app/health/report";
import type { Day } from "../../domain/day";
import { isoDay } from "../../domain/day";
import { dayFromSerial, type DateSystem } from "../../domain/serial";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { RemedyKind } from "../../tables/remedies";
import { ownHeader, type Language } from "../../tables/schema";
import { issueText } from "../words/issue-text";
import { dayOrderText } from "../words/day-order-text";
import { healthWords } from "../words/health";
import { nameText } from "../words/name-text";
import { seenText } from "../words/moved-text";
import { words } from "../words/words";

/** What is wrong with a cell, as one line. */
export function issueLine(
  issue: HealthIssue,
  style: { readonly dateSystem: DateSystem; readonly asOf: Day },
  language: Language,
): string {
  const health = healthWords[language];
  const { clauses } = words[language];
  const isPlain = issue.column === null || ownHeader(issue.column) !== null;
  const what = isPlain
    ? words[language].issue[issue.code](seenText(issue.found, language))
    : issueText(issue, style, language);
  return issue.because === null ? what : [what, health.because[issue.because]].join(clauses);
}

/** What issues of one column have in common, as one line with how many of its rows they are. */
export function groupLine(
  { issues, isSame, rows, isWholeColumn }: IssueGroup,
  style: { readonly dateSystem: DateSystem; readonly asOf: Day },
  language: Language,
): string {
  const health = healthWords[language];
  const { clauses } = words[language];
  const [first] = issues;
  const many = isWholeColumn ? health.inAllRows(issues.length) : health.inRows(issues.length, rows);
  if (isSame && isBlankCell(first.found)) return [health.isEmpty, many].join(clauses);
  if (isSame) return [issueLine(first, style, language), many].join(clauses);
  if (first.because !== null) return [health.because[first.because], many].join(clauses);
  return [many, health.suchAs(seenText(first.found, language))].join(clauses);
}

/** What a group's column is called. */
export function columnName({ issues: [first] }: IssueGroup, language: Language): string {
  return first.header ?? `${first.sheet} · ${healthWords[language].wholeTable}`;
}

/** What is known about the order of a column's days, as one line. */
export function dayOrderLine(
  { sheet, column, header, evidence, order, by, turned }: DayColumn,
  language: Language,
  dateSystem: DateSystem,
): string {
  const shown = turned === null || turned.said === "right" ? null : turned.issues;
  const [first] = shown ?? [];
  const facts = {
    name: header ?? `${sheet} ${column}`,
    evidence,
    order,
    isSaid: by === "person",
    turned:
      shown === null || first === undefined
        ? null
        : {
            count: shown.length,
            before: dayText(first.found, dateSystem) ?? seenText(first.found, language),
            after: dayText(first.proposal?.to ?? null, dateSystem) ?? "",
          },
  };
  return dayOrderText(facts, language);
}

/** Where it is: cell, customer, header. */
export function placeLine(issue: HealthIssue, language: Language): string {
  const { sheet, address, row, customer, header } = issue;
  const health = healthWords[language];
  const { list } = words[language];
  const cell = address === null ? (row === null ? null : health.whichRow(row + 1)) : address;
  const where = [sheet, cell].filter((part) => part !== null).join("!");
  return [where, nameText(customer), header]
    .filter((part) => part !== null && part !== "")
    .join(list);
}

/** The cell before and after its remedy, with characters made visible that otherwise are not. */
export function becomesLine(
  issue: HealthIssue,
  dateSystem: DateSystem,
  language: Language,
): string | null {
  const health = healthWords[language];
  if (issue.proposal === null) return null;
  const { to, kind } = issue.proposal;
  const day = dayKinds.has(kind) ? dayText(to, dateSystem) : null;
  const after = to === null ? health.emptied : (day ?? seenText(to, language));
  const wasDay = kind === "turned-day" ? dayText(issue.found, dateSystem) : null;
  const before = wasDay ?? seenText(issue.found, language);
  if (before === after && typeof to !== typeof issue.found)
    return health.retyped(after, typeof to === "string");
  return health.becomes(before, after);
}

const dayKinds: ReadonlySet<RemedyKind> = new Set(["day", "day-order", "turned-day", "log-day"]);

/** The day a number is, 2026-03-05; null for what is none. */
function dayText(cell: Cell, dateSystem: DateSystem): string | null {
  const day = typeof cell === "number" ? dayFromSerial(cell, dateSystem) : null;
  return day?.ok === true ? isoDay(day.value) : null;
}
