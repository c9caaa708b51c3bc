import { addField } from "../../../src/app/fields/fields";
import { logFollowUp, planFollowUp } from "../../../src/app/log-follow-up";
import { mergeCustomers, openMerge } from "../../../src/app/duplicates/merge-customers";
import { openCustomer } from "../../../src/app/open-customer";
import { openToday } from "../../../src/app/today/open-today";
import { openMerges, planSplit, splitCustomers } from "../../../src/app/duplicates/split-customers";
import { startDay } from "../../../src/app/today/start-day";
import { planTranslation, translate } from "../../../src/app/fields/translate";
import { addDays } from "../../../src/domain/day";
import type { TableId } from "../../../src/tables/schema";
import { asOf, customer, must, newId, openWith, tableOf, trace, type Book } from "../../excel/book";

const [first, second] = [customer(1).id, customer(2).id];

/** A workbook whose columns people have renamed, moved and hidden, with a field of their own, in the other language. */
async function rearranged(): Promise<Book> {
  const book = await openWith([
    customer(1, { name: "华瑞电子有限公司", phone: "13800138001", contact: "王敏" }),
    customer(2, { name: "华瑞电子", phone: "13800138002", contact: "赵磊" }),
  ]);
  const plate = { header: "车牌", kind: "text" as const, choices: [] };
  must(await addField(book.port, must(await book.port.describe()), plate, trace));
  must(await translate(book.port, must(await planTranslation(book.port)), trace));
  rename(book, "customers", "车牌", "Plate");
  rename(book, "customers", "Expected close", "When it closes");
  rename(book, "followUps", "What was said", "Words");
  swap(book, "customers", "Contact", "Phone");
  swap(book, "followUps", "Result", "Next step");
  write(book, "Plate", 0, "沪A12345");
  write(book, "Plate", 1, "沪B54321");
  const { sheet, table } = tableOf(book, "customers");
  sheet.hiddenColumns.add(table.area.left);
  must(await book.port.describe());
  return book;
}

function indexOf(book: Book, id: TableId, header: string): number {
  return tableOf(book, id).table.columns.findIndex((column) => column.name === header);
}

function rename(book: Book, id: TableId, from: string, to: string): void {
  const { sheet, table } = tableOf(book, id);
  const index = indexOf(book, id, from);
  table.columns[index]!.name = to;
  sheet.cells.setValue(table.area.top, table.area.left + index, to);
}

/** Two neighbouring columns of plain cells change places, as by cutting one and inserting it before the other. */
function swap(book: Book, id: TableId, one: string, other: string): void {
  const { sheet, table } = tableOf(book, id);
  const [a, b] = [indexOf(book, id, one), indexOf(book, id, other)];
  [table.columns[a], table.columns[b]] = [table.columns[b]!, table.columns[a]!];
  for (let row = table.area.top; row <= table.area.bottom; row += 1) {
    const [left, right] = [a, b].map((index) => sheet.cells.value(row, table.area.left + index));
    sheet.cells.setValue(row, table.area.left + a, right ?? null);
    sheet.cells.setValue(row, table.area.left + b, left ?? null);
  }
}

function write(book: Book, header: string, row: number, value: string): void {
  const { sheet, table } = tableOf(book, "customers");
  const column = table.area.left + indexOf(book, "customers", header);
  sheet.cells.setValue(table.area.top + 1 + row, column, value);
}

function cells(book: Book, row: number): Readonly<Record<string, unknown>> {
  const { sheet, table } = tableOf(book, "customers");
  return Object.fromEntries(
    table.columns.map(({ name }, index) => [
      name,
      sheet.cells.value(table.area.top + 1 + row, table.area.left + index),
    ]),
  );
}

describe("columns renamed, moved, hidden and translated", () => {
  it("[F6] a follow-up is logged into the right cells, and the customer's card is whole", async () => {
    const book = await rearranged();
    must(await startDay(book.port, addDays(asOf, 1), trace));
    const today = must(await openToday(book.port, addDays(asOf, 1)));
    const said = {
      channel: "phone",
      said: "谈了价格",
      day: asOf,
      result: "满意",
      nextStep: "寄样",
      expectedClose: addDays(asOf, 40),
    } as const;
    must(
      await logFollowUp(
        book.port,
        today.facts,
        must(planFollowUp(today, first, said, newId)),
        trace,
      ),
    );
    const after = must(await openToday(book.port, addDays(asOf, 1)));
    expect(after.customers.get(first)).toMatchObject({
      lastFollowUp: asOf,
      expectedClose: addDays(asOf, 40),
    });
    const card = must(await openCustomer(book.port, after, first));
    expect(card.recent[0]).toMatchObject({ said: "谈了价格", result: "满意", nextStep: "寄样" });
    const shown = Object.fromEntries(card.cells.map(({ header, found }) => [header, found]));
    expect(shown).toMatchObject({ Contact: "王敏", Phone: "13800138001", Plate: "沪A12345" });
  });

  it("[T3] two customers are merged with their fields, and split again as they were", async () => {
    const book = await rearranged();
    const before = [cells(book, 0), cells(book, 1)];
    const facts = must(await book.port.describe());
    const shown = must(await openMerge(book.port, facts, first, second));
    expect(shown.fields.map(({ header }) => header)).toEqual(
      expect.arrayContaining(["Contact", "Phone", "Plate"]),
    );
    const choices = { "own:车牌": "other", contact: "other" } as const;
    must(await mergeCustomers(book.port, facts, shown, choices, { asOf, trace }));
    expect(cells(book, 0)).toMatchObject({ Plate: "沪B54321", Contact: "赵磊" });
    // Renamed once more in between: the merge remembers columns by their ids.
    rename(book, "customers", "Plate", "Number plate");
    const later = must(await book.port.describe());
    const [merge] = must(await openMerges(book.port, later)).merges;
    const planned = must(await planSplit(book.port, later, merge!));
    must(await splitCustomers(book.port, later, planned, trace));
    const names = (row: Readonly<Record<string, unknown>>) => row["Customer"];
    const now = [cells(book, 0), cells(book, 1)].sort((a, b) =>
      String(a["Customer ID"]).localeCompare(String(b["Customer ID"])),
    );
    expect(now.map(names)).toEqual(before.map(names));
    expect(now.map((row) => [row["Number plate"], row["Contact"], row["Phone"]])).toEqual([
      ["沪A12345", "王敏", "13800138001"],
      ["沪B54321", "赵磊", "13800138002"],
    ]);
  });
});
