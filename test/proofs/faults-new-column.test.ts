import { note } from "../../src/app/deeds/perform";
import { applyImport, dryRun } from "../../src/app/import/import";
import { addNewColumn, newColumnFor } from "../../src/app/import/new-column";
import { unwatched } from "../../src/app/slices";
import {
  mappingStep,
  withNewColumn,
  type MappingStep,
} from "../../src/taskpane/import/import-flow";
import { sourceOf } from "../app/import/importing";
import { asOf, customer, must, newId, openWith, trace, type Book } from "../excel/book";
import { casesIn, proveUnderFaults } from "./fault-cases";
import type { FaultCase, Run } from "./faults";

/** Two customers; the audit table is there already. */
const inOffice = casesIn(async () => {
  const book = await openWith([customer(9001), customer(9002)]);
  must(await note(book.port, must(await book.port.describe()), { kind: "trim", about: "" }, trace));
  return book;
});

/** A list with a column of ours that the table lacks, and one that is nobody's yet. */
const list = [
  "客户编号\t客户名称\t责任部门\t门店数",
  `${customer(9001).id}\t客户9001\t商务服务部\t12`,
  `${customer(9002).id}\t新名\t运维部\t`,
  "\t新来的\t\t7",
].join("\n");

/**
 * An import from its matching on, as the pane does it: a column is added for an incoming one, then all is compared and
 * written. After a failure the pane is where it was, and what failed is pressed again.
 */
async function importing(book: Book, index: number): Promise<Run> {
  const source = await sourceOf(book, list);
  const begun = mappingStep(source, must(await book.port.describe()), null);
  const column = newColumnFor(source, begun.facts, index);
  if (column === null) throw new Error("nothing is offered");
  const matched = new WeakMap<Book["model"], MappingStep>();
  return async ({ port, model }) => {
    let step = matched.get(model);
    if (step === undefined) {
      const { ready } = await addNewColumn(port, column, trace);
      if (!ready.ok) return ready;
      step = withNewColumn(begun, ready.value, index);
      matched.set(model, step);
    }
    const plan = await dryRun(port, source, step.choices, { asOf, newId }, unwatched);
    if (!plan.ok) return plan;
    const facts = await port.describe();
    if (!facts.ok) return facts;
    const about = { about: "名单.csv", trace };
    return applyImport(port, facts.value, plan.value, about, unwatched);
  };
}

const cases: readonly FaultCase[] = [
  inOffice("an import that adds a column of ours", (book) => importing(book, 2)),
  inOffice("an import that adds a field of one's own", (book) => importing(book, 3)),
].map((each) => ({ ...each, inSteps: true }));

describe("[P4] a fault at any request of an import that adds a column", () => {
  proveUnderFaults(cases);
});
