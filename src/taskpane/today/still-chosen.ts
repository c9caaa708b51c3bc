import type { WorkbookFacts } from "../../app/workbook/facts";
import { ownChoices, type Chosen } from "./own-choices";

/** What is still there to choose after the workbook changed: a field may be gone, or a word of it. */
export function stillChosen(chosen: Chosen, facts: WorkbookFacts): Chosen {
  const fields = ownChoices(facts);
  const left = Object.entries(chosen).filter(([column, word]) => {
    const choices = fields.find(({ id }) => id === column)?.choices;
    return choices !== undefined && (word === "" || choices.some(({ code }) => code === word));
  });
  return left.length === Object.keys(chosen).length ? chosen : Object.fromEntries(left);
}
