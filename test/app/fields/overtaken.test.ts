import { addField, removeField } from "../../../src/app/fields/fields";
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

describe("[P4] a blank field is taken away while somebody changes the columns of the audit table", () => {
  const changes: Readonly<Record<string, (book: Book) => void>> = {
    "one comes": (book) => {
      const { sheet, table } = tableOf(book, "audit");
      book.host.editor.insertColumns(sheet.id, table.area.left + 3, 1);
    },
    "one comes at the end": (book) => {
      const { sheet, table } = tableOf(book, "audit");
      book.host.editor.type(sheet.id, table.area.top, table.area.right + 1, "我的");
    },
    "one goes": (book) => {
      const { sheet, table } = tableOf(book, "audit");
      const at = table.columns.findIndex(({ name }) => name === "列");
      book.host.editor.deleteColumns(sheet.id, table.area.left + at, 1);
    },
  };

  it.each(Object.keys(changes))(
    "and it is told, whichever request comes next: %s",
    async (what) => {
      const prepared = await openWith([customer(1)]);
      const facts = async ({ port }: Book) => must(await port.describe());
      const plate = { header: "车牌", kind: "text", choices: [] } as const;
      must(await addField(prepared.port, await facts(prepared), plate, trace));
      const image = imageOf(prepared.model);
      const told: boolean[] = [];
      for (let trip = 0; trip === told.length; trip += 1) {
        const book = await openImage(image);
        const now = await facts(book);
        book.wire.reset();
        book.wire.beforeTrip = (at) => {
          if (at === trip) changes[what]?.(book);
        };
        must(await removeField(book.port, now, "own:车牌", true, trace));
        if (book.wire.trips.length <= trip) break;
        const headers = tableOf(book, "customers").table.columns.map(({ name }) => name);
        expect(headers).not.toContain("车牌");
        const { sheet, table } = tableOf(book, "audit");
        const kinds = table.columns.findIndex(({ name }) => name === "改动");
        const rows = Array.from({ length: table.area.bottom - table.area.top }, (_, at) => at + 1);
        told.push(rows.some((row) => sheet.cells.value(row, table.area.left + kinds) === "删除列"));
      }
      expect(told.length).toBeGreaterThan(4);
      expect(told).not.toContain(false);
    },
  );
});
