import { addField } from "../../../src/app/fields/fields";
import { planTranslation, translate } from "../../../src/app/fields/translate";
import {
  contentsBesideAudit,
  customer,
  imageOf,
  must,
  openImage,
  openWith,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

type Failure = { readonly code: string; readonly restored?: boolean };

async function translated(book: Book) {
  const plan = await planTranslation(book.port);
  return plan.ok ? translate(book.port, plan.value, trace) : plan;
}

const acts: Readonly<Record<string, (book: Book) => void>> = {
  "columns come": (book) =>
    void book.host.editor.insertColumns(tableOf(book, "customers").sheet.id, 2, 2),
  "one of them goes": (book) => {
    const { sheet, table } = tableOf(book, "customers");
    // The status in either language.
    const at = table.columns.findIndex(({ name }) => name === "状态" || name === "State");
    book.host.editor.deleteColumns(sheet.id, table.area.left + at, 1);
  },
  "rows come above": (book) =>
    void book.host.editor.insertRows(tableOf(book, "customers").sheet.id, 0, 2),
};

describe("[P4] columns are translated while somebody works on them", () => {
  it.each(Object.keys(acts))("all or nothing, each in its own place: %s", async (name) => {
    const image = imageOf((await openWith([customer(1), customer(2)])).model);
    const act = acts[name]!;
    const clean = await openImage(image);
    act(clean);
    const left = contentsBesideAudit(clean.model);
    must(await translated(clean));
    const wanted = contentsBesideAudit(clean.model);
    const { length } = clean.wire.trips;
    for (let trip = 0; trip < length; trip += 1) {
      const book = await openImage(image);
      book.wire.beforeTrip = (at) => {
        if (at === trip) act(book);
      };
      const done = await translated(book);
      if (book.wire.trips.length <= trip) break;
      const failure: Failure | null = done.ok ? null : done.error;
      const now = contentsBesideAudit(book.model);
      expect([trip, failure?.code, now === (done.ok ? wanted : left)]).toEqual([
        trip,
        failure?.code,
        true,
      ]);
      expect(failure?.restored ?? true).toBe(true);
    }
  });
});

describe("[P4] a field is added while somebody deletes the last column", () => {
  it("gets its column, although Excel gives that the number of the deleted one", async () => {
    const image = imageOf((await openWith([customer(1), customer(2)])).model);
    const plate = { header: "车牌", kind: "text", choices: [] } as const;
    for (let trip = 0; trip < 12; trip += 1) {
      const book = await openImage(image);
      const facts = must(await book.port.describe());
      book.wire.reset();
      book.wire.beforeTrip = (at) => {
        if (at !== trip) return;
        const { sheet, table } = tableOf(book, "customers");
        const notes = table.columns.findIndex(({ name }) => name === "备注");
        book.host.editor.deleteColumns(sheet.id, table.area.left + notes, 1);
      };
      must(await addField(book.port, facts, plate, trace));
      const headers = tableOf(book, "customers").table.columns.map(({ name }) => name);
      expect([trip, headers.filter((name) => name === plate.header)]).toEqual([trip, ["车牌"]]);
      const { columns } = must(await book.port.describe()).tables.customers!;
      expect(Object.keys(columns)).toContain("own:车牌");
    }
  });
});
