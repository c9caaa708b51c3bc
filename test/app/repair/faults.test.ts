import { examine, repair } from "../../../src/app/repair/repair";
import { planShare } from "../../../src/app/share/share";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  asOf,
  contents,
  customer,
  imageOf,
  must,
  openImage,
  openWith,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

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

describe("a repair while somebody works in the sheet", () => {
  it("[P4] leaves what they typed, and what it had to put back, whenever they type", async () => {
    const whole = await brokenBook();
    const { sheet, table } = tableOf(whole, "customers");
    const at = table.area.left + table.columns.findIndex(({ name }) => name === "重要性");
    whole.host.editor.type(sheet.id, 1, at, "很重要");
    const image = imageOf(whole.model);
    whole.wire.reset();
    await repaired(whole, () => whole.wire.reset());
    const trips = whole.wire.trips.length;
    const outcomes = new Set<string>();
    for (let trip = 0; trip < trips; trip += 1) {
      const book = await openImage(image);
      await repaired(book, () => {
        book.wire.reset();
        book.wire.beforeTrip = (now) => {
          const customers = tableOf(book, "customers").sheet;
          if (now === trip) book.host.editor.type(customers.id, 3, at, "刚写的");
        };
      });
      book.wire.reset();
      const audit = contents(book.model)
        .split("\n# ")
        .filter((text) => text.startsWith("变更记录"));
      const cells = tableOf(book, "customers").sheet.cells;
      const [first, last] = [cells.value(1, at), cells.value(3, at)];
      const isTold = audit.join().includes('"很重要"');
      const isBack = first === "很重要";
      outcomes.add(isBack ? "put back" : "mended");
      expect({ trip, last, kept: isBack !== isTold }).toEqual({ trip, last: "刚写的", kept: true });
    }
    expect([...outcomes].sort()).toEqual(["mended", "put back"]);
  });

  it("[P2] leaves what a copy of values remembers: the functions come back afterwards", async () => {
    const book = await openWith([customer(1), customer(2)]);
    const before = contents(book.model);
    const switchTo = async (to: ShareMode) =>
      must(
        await book.port.switchFormulas(
          must(await planShare(book.port, must(await book.port.describe()), to)).work,
        ),
      );
    await switchTo("values");
    const { sheet, table } = tableOf(book, "customers");
    for (const column of [0, 1])
      sheet.cells.setValue(table.area.bottom + 1, table.area.left + column, `贴上的${column}`);
    const examined = must(await examine(book.port));
    const done = await repair(book.port, examined, examined.findings, { about: "", trace, asOf });
    expect(done.failed).toEqual([]);
    expect(done.done).toContain("below:customers");
    await switchTo("functions");
    const formulas = (text: string) => text.split("\n").filter((line) => /^[12]:\d+ =/u.test(line));
    expect(formulas(contents(book.model))).toEqual(formulas(before));
  });
});
