import { contents, must, tableOf, type Book } from "../excel/book";
import { casesIn, proveUnderFaults, takeKindBack } from "./fault-cases";
import type { FaultCase } from "./faults";
import { lostFrom } from "./lost-for-good";
import { ownBook, switchTo } from "./own-book";

const inOwnBook = casesIn(ownBook);

const cases: readonly FaultCase[] = [
  inOwnBook("switching to values, people's own formulas as well", () => switchTo("values")),
  inOwnBook("switching to native formulas, people's own as values", () => switchTo("native")),
  inOwnBook("switching back, people's own formulas as well", async (book) => {
    must(await switchTo("values")(book));
    return switchTo("functions");
  }),
  inOwnBook("taking a switch to values back from the changes", async (book) => {
    must(await switchTo("values")(book));
    return (again) => takeKindBack(again, "share");
  }),
  inOwnBook("taking a switch to native formulas back from the changes", async (book) => {
    must(await switchTo("native")(book));
    return (again) => takeKindBack(again, "share");
  }),
];

describe("[P4] [P2] a fault at any request of share, before, in the middle or after its effect", () => {
  proveUnderFaults(cases);
});

describe("[P4] a connection that is lost for good", () => {
  it("leaves formulas that cannot go back after a switch in the workbook's memory or in the audit table", async () => {
    const formula = "CRM.CADENCE(客户!$K$3,crm_cadences)";
    const prepare = async () => {
      const book = await ownBook();
      must(await switchTo("values")(book));
      const sheet = book.model.sheetByName("我的 表")!;
      book.host.editor.type(sheet.id, 1, 1, "改过");
      // The audit table tells of it, too: as if somebody had trimmed it.
      const audit = tableOf(book, "audit");
      const column = audit.table.columns.findIndex(({ name }) => name === "改前");
      for (let row = audit.table.area.top + 1; row <= audit.table.area.bottom; row += 1)
        audit.sheet.cells.setValue(row, audit.table.area.left + column, null);
      return { book, run: switchTo("functions") };
    };
    const look = ({ model }: Book) =>
      contents(model).includes(formula) ? [] : ["the formula is gone"];
    const { requests, broken } = await lostFrom(prepare, look);
    expect(broken).toEqual([]);
    expect(requests).toBeGreaterThan(20);
  });
});
