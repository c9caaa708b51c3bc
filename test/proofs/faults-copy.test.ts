import { planShare } from "../../src/app/share/share";
import { shareCopy } from "../../src/app/share/share-copy";
import { unwatched } from "../../src/app/slices";
import { err } from "../../src/domain/result";
import type { ShareMode } from "../../src/tables/specs/shared-columns";
import { trace } from "../excel/book";
import { casesIn, proveUnderFaults } from "./fault-cases";
import type { FaultCase, Run } from "./faults";
import { ownBook, shortened } from "./own-book";

const inOwnBook = casesIn(ownBook);

/** What the button for a copy does. No second copy may open, and none where the workbook is said to have stayed. */
const copyOf =
  (to: ShareMode): Run =>
  async (book) => {
    const facts = await book.port.describe();
    if (!facts.ok) return facts;
    const plan = await planShare(book.port, facts.value, to);
    if (!plan.ok) return plan;
    let opened = 0;
    const stop = book.host.onOpenFile(() => (opened += 1));
    const work = shortened(plan.value);
    const done = await shareCopy(book.port, facts.value, work, "副本", trace, () => unwatched);
    stop();
    if (!done.ok) return done;
    const { kind } = done.value;
    if (opened !== (kind === "opened" ? 1 : 0)) return err({ code: `${kind}, ${opened} opened` });
    if (kind !== "opened") return err({ code: kind });
    return done.value.unrecorded === null ? done : err(done.value.unrecorded);
  };

const cases: readonly FaultCase[] = [
  inOwnBook("making a share copy of values", () => copyOf("values")),
  { every: 3, ...inOwnBook("making a share copy of native formulas", () => copyOf("native")) },
];

describe("[P4] [P2] a fault at any request of a share copy, before, in the middle or after its effect", () => {
  proveUnderFaults(cases);
});
