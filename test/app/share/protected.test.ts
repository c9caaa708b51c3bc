import { planShare, type SharePlan } from "../../../src/app/share/share";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  contentsBesideAudit,
  imageOf,
  must,
  openImage,
  tableOf,
  type Book,
} from "../../excel/book";
import { ownBook, shortened } from "../../proofs/own-book";

const planned = async (book: Book, to: ShareMode): Promise<SharePlan> =>
  shortened(must(await planShare(book.port, must(await book.port.describe()), to)));

const switched = (book: Book, { work }: SharePlan) => book.port.switchFormulas(work);

/** As a person does it on the ribbon. */
function protect(book: Book, isProtected: boolean): void {
  tableOf(book, "customers").sheet.protection = isProtected
    ? { options: {}, password: null }
    : null;
}

describe("a switch whose sheet becomes protected between two of its requests", () => {
  it.each(["native", "values"] as const)(
    "[P2] to %s leaves everything as it was, and a rerun completes it; or it is said to be half done, and goes back",
    async (to) => {
      const clean = await ownBook();
      const image = imageOf(clean.model);
      const before = contentsBesideAudit(clean.model);
      const plan = await planned(clean, to);
      clean.wire.reset();
      must(await switched(clean, plan));
      const after = contentsBesideAudit(clean.model);
      const { length } = clean.wire.trips;
      const seen: string[] = [];
      for (let trip = 0; trip < length; trip += 1) {
        const book = await openImage(image);
        book.wire.beforeTrip = (at) => {
          if (at === trip) protect(book, true);
        };
        const done = await switched(book, plan);
        book.wire.reset();
        protect(book, false);
        const code = done.ok ? "done" : done.error.code;
        seen.push(code);
        // By then the formulas of a person's own are values, and nobody can write there any more.
        if (code === "half-written") must(await switched(book, await planned(book, "functions")));
        const now = contentsBesideAudit(book.model);
        expect({ trip, code, now }).toEqual({ trip, code, now: done.ok ? after : before });
        if (code !== "protected") continue;
        must(await switched(book, plan));
        expect({ trip, then: contentsBesideAudit(book.model) }).toEqual({ trip, then: after });
      }
      expect(seen).toEqual(expect.arrayContaining(["protected", "half-written"]));
    },
    60_000,
  );
});
