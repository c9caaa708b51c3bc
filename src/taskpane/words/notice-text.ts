import type { Day } from "../../domain/day";
import type { Language, TableId } from "../../tables/schema";
import type { Notice } from "../state/pane-state";
import { shortDay } from "./day-text";
import { deedTitle, subjectText } from "./deed-text";
import { failureText, tableTitle } from "./failure-text";
import { nameText } from "./name-text";
import { words } from "./words";

type Tone = "success" | "warning" | "error";

/** What has just happened, and what can be done about it. */
export function noticeText(
  notice: Notice,
  asOf: Day,
  language: Language,
): { readonly tone: Tone; readonly what: string; readonly remedy?: string } {
  const { log, customer, notice: say, sentences } = words[language];
  switch (notice.kind) {
    case "logged": {
      const name = nameText(notice.name);
      if (notice.grade === null) return { tone: "warning", what: log.savedUngraded(name) };
      const next = notice.next === null ? customer.notSet : shortDay(notice.next, asOf, language);
      return { tone: "success", what: log.saved(name, notice.grade, next) };
    }
    case "did":
      return {
        tone: "success",
        what: say.did(deedTitle(notice.deed, language)),
        ...(notice.stays === undefined ? {} : { remedy: notice.stays[language] }),
      };
    case "taken-back": {
      const besides = [
        ...(notice.emptied.length === 0 ? [] : [emptiedText(notice.emptied, language)]),
        ...(notice.undressed ? [say.undressed] : []),
      ];
      return {
        tone: "success",
        what: takenBackText(notice, language),
        ...(besides.length === 0 ? {} : { remedy: besides.reduce(sentences) }),
      };
    }
    case "taking-back-cancelled":
      return { tone: "success", what: say.takingBackCancelled };
    case "imported":
      return { tone: "success", what: say.imported(notice.added, notice.updated) };
    case "failed": {
      const text = failureText(notice.failure, asOf, language);
      return { tone: "error", ...text };
    }
  }
}

/** Tables that stay though they hold nothing any more. */
export function emptiedText(tables: readonly TableId[], language: Language): string {
  const { notice, sentences } = words[language];
  return tables.map((table) => notice.emptied(tableTitle(table, language))).reduce(sentences);
}

function takenBackText(
  { deed, part, added, updated }: Extract<Notice, { readonly kind: "taken-back" }>,
  language: Language,
): string {
  const { log, notice: say } = words[language];
  const taken = (title: string): string => (part === null ? title : say.partOf(title, part));
  if (deed.kind === "take-back") return say.broughtBack(taken(subjectText(deed.about, language)));
  if (deed.kind === "import") return say.importTakenBack(added, updated);
  if (deed.kind === "follow-up" && part === null) return log.takenBack(nameText(deed.about));
  return say.takenBack(taken(deedTitle(deed, language)));
}
