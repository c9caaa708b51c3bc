import type { Mention, Said } from "../model/sheet";
import { invalidArgument } from "../protocol/host-error";
import { integer, optionalWord, record, text } from "./arguments";

export type NewWords = Pick<Said, "content" | "mentions">;

/**
 * What is said: a text, or with mentions a rich text such as `<at id="0">Ann</at>, please look`.
 * https://learn.microsoft.com/javascript/api/excel/excel.commentrichcontent
 */
export function words(content: unknown, contentType: unknown): NewWords {
  const type = optionalWord(contentType, "contentType", ["Plain", "Mention"]) ?? "Plain";
  if (typeof content === "string") return { content, mentions: [] };
  if (type === "Plain") throw invalidArgument("content", "a text is needed");
  const given = record(content, "content");
  const richContent = text(given["richContent"], "richContent");
  const mentions = Array.isArray(given["mentions"]) ? given["mentions"].map(mentionOf) : [];
  const said = { content: richContent.replace(/<at id="\d+">(.*?)<\/at>/gs, "$1"), mentions };
  return Object.assign(said, { richContent });
}

function mentionOf(value: unknown): Mention {
  const given = record(value, "mentions");
  return {
    email: text(given["email"], "email"),
    id: integer(given["id"], "id"),
    name: text(given["name"], "name"),
  };
}
