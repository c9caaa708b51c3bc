import { examine, repair } from "../../../src/app/repair/repair";
import { asOf, contents, customer, must, openWith, trace, type Book } from "../../excel/book";

/** A workbook with a lost formula, a lost name, a lost row of Settings and scattered highlight. */
async function brokenBook(): Promise<Book> {
  const book = await openWith([customer(1), customer(2), customer(3)]);
  await Excel.run(async (context) => {
    const { names, tables } = context.workbook;
    const customers = tables.getItem("CrmCustomers");
    customers.columns.getItem("重要性").getDataBodyRange().getCell(1, 0).values = [[""]];
    tables.getItem("CrmSettings").rows.getItemAt(2).delete();
    names.getItem("crm_urgency").delete();
    customers.getDataBodyRange().getRow(0).conditionalFormats.clearAll();
    await context.sync();
  });
  return book;
}

async function repaired(book: Book, cut: () => void = () => undefined) {
  const examined = must(await examine(book.port));
  // Without the cell functions every formula of ours shows #NAME?, which is not what is mended here.
  const chosen = examined.findings.filter(
    ({ id }) => !id.endsWith(":stale") && (id !== "lists" || examined.facts.readOnly),
  );
  cut();
  return repair(book.port, examined, chosen, { about: "", trace, asOf });
}

/** Everything but the audit table, which tells of each repair. */
function seen(book: Book): string {
  return contents(book.model)
    .split("\n# ")
    .filter((sheet) => !sheet.startsWith("变更记录"))
    .join("\n# ");
}

describe("a repair whose connection is lost", () => {
  it("[F7] [R1] leaves nothing doubled, and the next one completes it", async () => {
    const whole = await brokenBook();
    whole.wire.reset();
    expect((await repaired(whole, () => whole.wire.reset())).failed).toEqual([]);
    const after = seen(whole);
    const names = whole.model.names.map(({ name, formula }) => `${name} ${formula}`).sort();
    const trips = whole.wire.trips.map(({ actions }) => actions);
    for (const [trip, actions] of trips.entries()) {
      const book = await brokenBook();
      await repaired(book, () => book.wire.fail({ trip, actions: Math.ceil(actions / 2) }));
      book.wire.reset();
      await repaired(book);
      expect({ trip, cells: seen(book) }).toEqual({ trip, cells: after });
      expect(book.model.names.map(({ name, formula }) => `${name} ${formula}`).sort()).toEqual(
        names,
      );
      expect(book.model.sheetByName("客户")!.conditionalFormats).toHaveLength(
        whole.model.sheetByName("客户")!.conditionalFormats.length,
      );
    }
  });
});
