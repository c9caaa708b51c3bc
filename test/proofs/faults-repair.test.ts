import { contents, must, tableOf, type Book } from "../excel/book";
import { casesIn, proveUnderFaults, takeKindBack } from "./fault-cases";
import type { FaultCase } from "./faults";
import { lostFrom } from "./lost-for-good";
import { ownBook, switchTo } from "./own-book";
import { breakBook, breakStructure, loseColumn, repairAll } from "./repairing";

const inOwnBook = casesIn(ownBook);

/** A filter kept people's own formulas from coming back with the functions; it is gone by now. */
async function leaveOwnValues(book: Book): Promise<void> {
  must(await switchTo("values")(book));
  const filter = async (set: (table: Excel.Table) => void) =>
    Excel.run(async (context) => {
      set(context.workbook.tables.getItem("我的清单"));
      await context.sync();
    });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("我的 表");
    sheet.getRange("D1:D2").values = [["名单"], ["甲"]];
    sheet.tables.add("D1:D2", true).name = "我的清单";
    await context.sync();
  });
  await filter((table) => table.columns.getItemAt(0).filter.applyValuesFilter(["乙"]));
  must(await switchTo("functions")(book));
  await filter((table) => table.clearFilters());
}

const cases: readonly FaultCase[] = [
  {
    inSteps: true,
    ...inOwnBook("repairing cells, lists and highlight", async () => {
      await breakBook();
      return repairAll;
    }),
  },
  {
    inSteps: true,
    ...inOwnBook("repairing a lost column and the formulas that read it", async () => {
      await loseColumn();
      return repairAll;
    }),
  },
  {
    inSteps: true,
    ...inOwnBook("repairing settings, names and the reach of a table", async (book) => {
      await breakStructure(book);
      return repairAll;
    }),
  },
  {
    inSteps: true,
    ...inOwnBook("making a deleted sheet of ours again", (book) => {
      book.host.editor.deleteSheet(tableOf(book, "holidays").sheet.id);
      return repairAll;
    }),
  },
  {
    inSteps: true,
    ...inOwnBook("bringing back own formulas that had to wait", async (book) => {
      await leaveOwnValues(book);
      return repairAll;
    }),
  },
  {
    inSteps: true,
    ...inOwnBook("taking a repair back from the changes", async (book) => {
      await breakBook();
      must(await repairAll(book));
      return (again) => takeKindBack(again, "repair");
    }),
  },
];

describe("[P4] [P2] a fault at any request of repair, before, in the middle or after its effect", () => {
  proveUnderFaults(cases);
});

/** Whether a text is still somewhere in the workbook: in a cell, under it, or in what the add-in remembers. */
function holds({ model }: Book, text: string): boolean {
  return contents(model).replaceAll('\\"', '"').includes(text);
}

describe("[P4] a connection that is lost for good", () => {
  it("leaves what a repair writes over in its cell or in the audit table", async () => {
    const prepare = async () => {
      const book = await ownBook();
      await breakBook();
      return { book, run: repairAll };
    };
    const kept = ['"甲"', 'IF(1=1,"在谈","")'];
    const look = (book: Book) => kept.filter((text) => !holds(book, text));
    const { requests, broken } = await lostFrom(prepare, look);
    expect(broken).toEqual([]);
    expect(requests).toBeGreaterThan(20);
  });
});
