import { err, type Result } from "../domain/result";
import { checkChoices, type ChoicesProblem } from "./fields";
import { withoutUnseen, withPlainSpaces } from "./plain-text";

/**
 * The words of a choice as a person typed them: one in each line, or with commas, semicolons or 、 between them.
 *
 * @example
 * readChoices("直销、代理, 加盟") //=> ok(["直销", "代理", "加盟"])
 */
export function readChoices(text: string): Result<readonly string[], ChoicesProblem> {
  const words = text
    .split(/[\n,，、;；]/u)
    .map((word) => withPlainSpaces(withoutUnseen(word)))
    .filter((word) => word !== "");
  return checkNewChoices(words);
}

/** What Excel reads as the beginning of a formula. A number below zero is none. */
const formulaStart = /^(?:[=+@]|-(?!\d+(?:\.\d+)?$))/u;

/** Whether a person can have these words as choices. */
export function checkNewChoices(
  words: readonly string[],
): Result<readonly string[], ChoicesProblem> {
  const formula = words.find((word) => formulaStart.test(word));
  if (formula !== undefined) return err({ code: "choice-as-formula", word: formula });
  return checkChoices(words);
}
