import type { Change, WholeRow } from "../../../src/tables/change";
import type { Table } from "../../../src/host/model/table";
import type { Outcome } from "../../../src/host/edit/editor";
import type { Sheet } from "../../../src/host/model/sheet";
import {
  contents,
  customer,
  fillSheet,
  must,
  mustFail,
  openBook,
  openWith,
  rowsOf,
  setUpBook,
  type Book,
} from "../book";

/** Somebody is faster: things move in the moment between a commit's first trip, which looks, and its second. */

const many = Array.from({ length: 60 }, (_, index) => index + 1);

async function bookOf(numbers: readonly number[]): Promise<Book> {
  return openWith(numbers.map((number) => customer(number)));
}

function table(book: Book, name = "CrmCustomers"): { sheet: Sheet; table: Table } {
  const found = [...book.model.tables()].find((each) => each.table.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

/** Runs once, when the second trip of the next commit arrives. */
function between(book: Book, act: () => void): void {
  book.wire.reset();
  book.wire.beforeTrip = (trip) => {
    if (trip === 1) act();
  };
}

function columnOf(book: Book, header: string): number {
  const { columns, area } = table(book).table;
  return area.left + columns.findIndex(({ name }) => name === header);
}

const followed = (numbers: readonly number[]): Change => ({
  added: [],
  updated: numbers.map((number) => ({
    table: "customers",
    id: customer(number).id,
    cells: { lastFollowUp: { from: 46_070, to: 46_080 } },
  })),
  removed: [],
});

const without = (numbers: readonly number[]): Change => ({
  added: [],
  updated: [],
  removed: numbers.map((number) => customer(number)),
});

const names = (book: Book) => rowsOf(book, "customers").map((row) => row["客户名称"]);
const last = (book: Book, number: number) =>
  rowsOf(book, "customers").find((row) => row["客户名称"] === `客户${number}`)?.["上次跟进"];

describe("a table sorted between the two trips", () => {
  const sortDown = (book: Book) => {
    const { id, columns } = table(book).table;
    const name = columns.findIndex((column) => column.name === "客户编号");
    book.host.editor.sortTable(id, name, false);
  };

  it("has many rows updated where they are now", async () => {
    const book = await bookOf(many);
    between(book, () => sortDown(book));
    must(await book.port.commit(followed(many.slice(0, 45))));
    const expected = many.map((number) => (number <= 45 ? 46_080 : 46_070));
    expect(many.map((number) => last(book, number))).toEqual(expected);
  });

  it("loses no other row when many are removed", async () => {
    const book = await bookOf(many);
    between(book, () => sortDown(book));
    must(await book.port.commit(without(many.slice(0, 45))));
    expect(names(book).sort()).toEqual(
      many
        .slice(45)
        .map((number) => `客户${number}`)
        .sort(),
    );
  });

  it("has a row updated and one removed that a filter hides", async () => {
    const book = await bookOf([1, 2, 3, 4]);
    const { sheet } = table(book);
    for (const row of [1, 2, 3]) sheet.filteredRows.add(row);
    between(book, () => sortDown(book));
    must(await book.port.commit({ ...followed([1]), removed: [customer(3)] }));
    expect(names(book).sort()).toEqual(["客户1", "客户2", "客户4"]);
    expect([1, 2, 4].map((number) => last(book, number))).toEqual([46_080, 46_070, 46_070]);
  });
});

describe("a row changed between the two trips", () => {
  it("keeps what is typed while the rest is taken back", async () => {
    const trips: number[] = [];
    for (let late = 2; trips.length === late - 2; late += 1) {
      const book = await bookOf([1, 2, 3]);
      const { sheet, table: customers } = table(book);
      const type = (row: number, value: string) =>
        book.host.editor.type(
          sheet.id,
          customers.area.top + row,
          columnOf(book, "上次跟进"),
          value,
        );
      book.wire.beforeTrip = (trip) => {
        if (trip === 1) type(1, "46075");
        if (trip !== late) return;
        trips.push(trip);
        type(2, "46076");
      };
      expect(mustFail(await book.port.commit(followed([1, 2]))).code).toBe("conflict");
      const typed = trips.at(-1) === late;
      expect([late, last(book, 1), last(book, 2)]).toEqual([late, 46_075, typed ? 46_076 : 46_070]);
    }
    expect(trips.length).toBeGreaterThan(3);
  });

  it("is not removed, and its new value stays", async () => {
    const book = await bookOf([1, 2, 3]);
    const { sheet } = table(book);
    between(book, () => sheet.cells.setValue(2, columnOf(book, "客户名称"), "启明"));
    expect(mustFail(await book.port.commit(without([2])))).toMatchObject({
      code: "conflict",
      conflicts: [{ id: customer(2).id, column: "name", expected: "客户2", found: "启明" }],
    });
    expect(names(book).sort()).toEqual(["启明", "客户1", "客户3"].sort());
  });

  it("is not removed, one of many, and all others are as before", async () => {
    const book = await bookOf(many);
    const { sheet } = table(book);
    const before = rowsOf(book, "customers").map((row) => JSON.stringify(row));
    between(book, () => sheet.cells.setValue(2, columnOf(book, "上次跟进"), 46_099));
    expect(mustFail(await book.port.commit(without(many.slice(0, 45))))).toMatchObject({
      code: "conflict",
      conflicts: [{ id: customer(2).id, column: "lastFollowUp", found: 46_099 }],
    });
    const after = rowsOf(book, "customers").map((row) => JSON.stringify(row));
    const same = (rows: readonly string[]) => rows.filter((row) => !row.includes('"客户2"')).sort();
    expect(same(after)).toEqual(same(before));
    expect(last(book, 2)).toBe(46_099);
  });

  it("keeps the formula somebody has just put into the cell", async () => {
    const book = await bookOf([1, 2]);
    const { sheet } = table(book);
    const column = columnOf(book, "上次跟进");
    between(book, () => accepted(book.host.editor.type(sheet.id, 1, column, "=46000+70")));
    expect(mustFail(await book.port.commit(followed([1])))).toMatchObject({
      code: "conflict",
      conflicts: [{ column: "lastFollowUp", expected: 46_070, found: "=46000+70" }],
    });
    expect(sheet.cells.formula(1, column)?.text).toBe("=46000+70");
  });

  it("is not removed when somebody noted something in a column the change does not know", async () => {
    const book = await bookOf([1, 2]);
    const { sheet, table: customers } = table(book);
    accepted(book.host.editor.type(sheet.id, 0, customers.area.right + 1, "我的备注"));
    accepted(book.host.editor.type(sheet.id, 1, customers.area.right, "欠款未清"));
    must(await book.port.describe());
    expect(mustFail(await book.port.commit(without([1])))).toMatchObject({
      code: "conflict",
      conflicts: [{ column: "own:我的备注", expected: null, found: "欠款未清" }],
    });
    expect(contents(book.model)).toContain("欠款未清");
  });
});

describe("columns that change between the two trips", () => {
  it("are written by what they are, not where they were", async () => {
    const book = await bookOf([1, 2]);
    const { sheet } = table(book);
    between(book, () =>
      accepted(book.host.editor.insertColumns(sheet.id, columnOf(book, "上次跟进"), 1)),
    );
    must(await book.port.commit(followed([2])));
    expect(last(book, 2)).toBe(46_080);
    expect(last(book, 1)).toBe(46_070);
  });

  it("take new rows along", async () => {
    const book = await bookOf([1, 2]);
    const { sheet } = table(book);
    between(book, () => accepted(book.host.editor.insertColumns(sheet.id, 1, 1)));
    const change: Change = { added: [customer(3)], updated: [], removed: [] };
    must(await book.port.commit(change));
    expect(names(book)).toEqual(["客户1", "客户2", "客户3"]);
    expect(last(book, 3)).toBe(46_070);
  });

  it("put everything else back where a table of the deed has lost its ids", async () => {
    const book = await bookOf([1, 2]);
    const before = rowsOf(book, "customers");
    between(book, () => {
      const followUps = table(book, "CrmFollowUps");
      const { left } = followUps.table.area;
      accepted(book.host.editor.deleteColumns(followUps.sheet.id, left, 1));
    });
    expect(
      mustFail(await book.port.commit({ ...followed([1]), added: [customer(3), log] })),
    ).toMatchObject({ code: "column-missing", table: "followUps", column: "id" });
    expect(rowsOf(book, "customers")).toEqual(before);
    expect(rowsOf(book, "followUps")).toEqual([{}]);
  });

  it("put everything else back, and say that not all could be, where rows were changed that have lost their ids", async () => {
    const book = await bookOf([1, 2]);
    must(await book.port.commit({ added: [log], updated: [], removed: [] }));
    const before = rowsOf(book, "customers");
    const { sheet, table: followUps } = table(book, "CrmFollowUps");
    book.wire.reset();
    // The answer to the writing is lost, and then its ids are.
    book.wire.fail({ trip: 1, actions: "all" });
    book.wire.beforeTrip = (trip) => {
      if (trip === 2) accepted(book.host.editor.deleteColumns(sheet.id, followUps.area.left, 1));
    };
    const said = { table: "followUps", id: log.id, cells: { said: { from: "谈了", to: "改了" } } };
    const change = followed([1, 2]);
    const done = await book.port.commit({
      ...change,
      updated: [...change.updated, said as (typeof change.updated)[number]],
    });
    expect(mustFail(done)).toMatchObject({ code: "half-written", restored: false });
    expect(rowsOf(book, "customers")).toEqual(before);
  });

  it("take new rows along, also where the table is as wide as before", async () => {
    const book = await bookOf([1, 2]);
    const { sheet } = table(book);
    between(book, () => {
      accepted(book.host.editor.deleteColumns(sheet.id, columnOf(book, "负责人"), 1));
      accepted(book.host.editor.insertColumns(sheet.id, 1, 1));
    });
    must(await book.port.commit({ added: [customer(3)], updated: [], removed: [] }));
    expect(names(book)).toEqual(["客户1", "客户2", "客户3"]);
    expect(last(book, 3)).toBe(46_070);
    expect(sheet.cells.value(3, 1)).toBeNull();
  });

  it.each([
    ["备注", "客户名称", 1],
    ["地区", "联系人", 1],
    ["地区", "联系人", 50],
    ["地区", "等级", 1],
  ] as const)(
    "leave no new row in the wrong columns: %s goes and another comes after %s, rows %d",
    async (gone, after, count) => {
      const book = await bookOf([1, 2]);
      const { sheet } = table(book);
      between(book, () => {
        accepted(book.host.editor.deleteColumns(sheet.id, columnOf(book, gone), 1));
        accepted(book.host.editor.insertColumns(sheet.id, columnOf(book, after) + 1, 1));
      });
      const added = Array.from({ length: count }, (_, at) => customer(at + 3));
      must(await book.port.commit({ added, updated: [], removed: [] }));
      expect(names(book)).toEqual(Array.from({ length: count + 2 }, (_, at) => `客户${at + 1}`));
      expect(last(book, count + 2)).toBe(46_070);
      expect(rowsOf(book, "customers").map((row) => Object.keys(row).length)).toEqual(
        Array.from({ length: count + 2 }, () => Object.keys(rowsOf(book, "customers")[0]!).length),
      );
    },
  );

  it("leave no new row in the wrong columns where the ids themselves have moved", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["公司", "电话", "城市", "备注"],
        ["甲", "13800000001", "北京", "老客户"],
      ]),
    );
    await setUpBook(book);
    const { sheet } = table(book);
    const before = rowsOf(book, "customers").length;
    expect(columnOf(book, "客户编号")).toBeGreaterThan(3);
    between(book, () => {
      accepted(book.host.editor.deleteColumns(sheet.id, columnOf(book, "城市"), 1));
      accepted(book.host.editor.insertColumns(sheet.id, table(book).table.area.right, 1));
      accepted(book.host.editor.insertColumns(sheet.id, 0, 1));
    });
    const { id } = customer(3);
    const name = "客户3";
    const row = { table: "customers", id, cells: { id, name, demand: "目标" } } as const;
    must(await book.port.commit({ added: [row], updated: [], removed: [] }));
    expect(rowsOf(book, "customers")).toHaveLength(before + 1);
    expect(rowsOf(book, "customers").at(-1)).toMatchObject({ 客户编号: id, 公司: name });
  });

  it("leave nothing in the wrong columns of a table's one blank row", async () => {
    const book = await bookOf([1]);
    const { sheet, table: followUps } = table(book, "CrmFollowUps");
    const { left } = followUps.area;
    between(book, () => {
      const { columns } = table(book, "CrmFollowUps").table;
      const result = columns.findIndex(({ name }) => name === "结果");
      accepted(book.host.editor.deleteColumns(sheet.id, left + result, 1));
      accepted(book.host.editor.insertColumns(sheet.id, left + 2, 1));
    });
    must(await book.port.commit({ added: [log], updated: [], removed: [] }));
    expect(rowsOf(book, "followUps")).toEqual([
      { 记录编号: log.id, 客户编号: customer(1).id, 跟进日期: 46_080, 沟通内容: "谈了" },
    ]);
  });

  it("leave many rows right, also when one was deleted", async () => {
    const book = await bookOf(many);
    const { sheet } = table(book);
    between(book, () =>
      accepted(book.host.editor.deleteColumns(sheet.id, columnOf(book, "负责人"), 1)),
    );
    must(await book.port.commit(followed(many.slice(0, 45))));
    expect(last(book, 1)).toBe(46_080);
    expect(last(book, 60)).toBe(46_070);
  });

  it("are said to be missing when the very column was deleted", async () => {
    const book = await bookOf([1, 2]);
    const { sheet } = table(book);
    between(book, () =>
      accepted(book.host.editor.deleteColumns(sheet.id, columnOf(book, "上次跟进"), 1)),
    );
    expect(mustFail(await book.port.commit({ ...followed([1]), added: [log] }))).toEqual({
      code: "column-missing",
      table: "customers",
      column: "lastFollowUp",
    });
    expect(rowsOf(book, "followUps").flatMap((row) => Object.values(row))).toEqual([]);
  });

  it.each([
    ["updated", followed([1])],
    ["updated, many of them", followed(many.slice(0, 45))],
    ["added", { added: [customer(99)], updated: [], removed: [] }],
    ["removed", without([2])],
    ["removed, many of them", without(many.slice(0, 45))],
  ] as const)(
    "are told, never a crash, when the ids themselves were deleted: rows %s",
    async (_, change) => {
      const book = await bookOf(many);
      const { sheet } = table(book);
      between(book, () =>
        accepted(book.host.editor.deleteColumns(sheet.id, columnOf(book, "客户编号"), 1)),
      );
      const before = names(book);
      const failure = mustFail(await book.port.commit(change));
      expect(["column-missing", "half-written"]).toContain(failure.code);
      expect(names(book)).toEqual(before);
    },
  );

  const insert = (book: Book) =>
    accepted(book.host.editor.insertColumns(table(book).sheet.id, 1, 1));
  const remove = (book: Book, header: string) =>
    accepted(book.host.editor.deleteColumns(table(book).sheet.id, columnOf(book, header), 1));

  it.each([
    ["one was inserted", insert],
    ["one was deleted", (book: Book) => remove(book, "负责人")],
    ["a calculated one was deleted", (book: Book) => remove(book, "状态")],
    [
      "there are as many as before",
      (book: Book) => {
        remove(book, "负责人");
        insert(book);
      },
    ],
    [
      "a calculated one made room for another",
      (book: Book) => {
        remove(book, "状态");
        insert(book);
      },
    ],
  ] as const)("lose no cell of many rows that are changed or go where %s", async (_, move) => {
    const all = many.map((number) =>
      customer(number, { notes: "要紧", region: "华东", creditCode: "00123" }),
    );
    const headers = ["客户编号", "客户名称", "统一社会信用代码", "地区", "备注", "上次跟进"];
    const entered = (book: Book) =>
      rowsOf(book, "customers").map((row) => headers.map((header) => row[header]));
    const days = (book: Book) =>
      rowsOf(book, "customers").flatMap((row) => Object.values(row).filter((c) => c === 46_080));
    const gone: Change = { added: [], updated: [], removed: all.slice(0, 50) };
    // Many rows are looked for in three messages before they are written.
    for (const change of [followed(many.slice(0, 45)), gone])
      for (const moment of [1, 2, 3]) {
        const book = await openWith(all);
        const before = entered(book);
        book.wire.reset();
        book.wire.beforeTrip = (trip) => {
          if (trip === moment) move(book);
        };
        must(await book.port.commit(change));
        const cellsNow = before.map((row, at) => (at < 45 ? [...row.slice(0, -1), 46_080] : row));
        expect(entered(book)).toEqual(change === gone ? before.slice(50) : cellsNow);
        expect(days(book)).toHaveLength(change === gone ? 0 : 45);
      }
  });
});

const log: WholeRow = {
  table: "followUps",
  id: "F0000000001",
  cells: { id: "F0000000001", customerId: customer(1).id, day: 46_080, said: "谈了" },
};

describe("an id typed over another row's between the two trips", () => {
  const noted = many.map((number) => customer(number, { notes: `注${number}` }));
  const typeOver = (book: Book, at: number, id: string) => {
    const { sheet, table: customers } = table(book);
    const column = columnOf(book, "客户编号");
    accepted(book.host.editor.type(sheet.id, customers.area.top + at, column, id, { force: true }));
  };
  const cleared = (numbers: readonly number[]): Change => ({
    added: [],
    updated: numbers.map((number) => ({
      table: "customers",
      id: customer(number).id,
      cells: { notes: { from: `注${number}`, to: "新" } },
    })),
    removed: [],
  });

  it.each([
    ["above", 3, 10],
    ["below", 10, 3],
    ["not written, above", 50, 10],
  ])("leaves each of the two rows its own when many are taken back: one %s", async (_, at, of) => {
    // Many rows are looked for in three messages before they are written.
    for (const moment of [1, 2, 3]) {
      const book = await openWith(noted);
      book.wire.reset();
      book.wire.beforeTrip = (trip) => {
        if (trip !== moment) return;
        typeOver(book, at, customer(of).id);
        typeOver(book, 20, "X");
      };
      const written = at === 50 ? many.slice(5, 48) : many.slice(0, 45);
      mustFail(await book.port.commit(cleared(written)));
      const notes = rowsOf(book, "customers").map((row) => row["备注"]);
      expect(notes).toEqual(many.map((number) => `注${number}`));
    }
  });

  it("takes back the row that was brought, not the one that got its id", async () => {
    const book = await openWith(noted);
    between(book, () => {
      typeOver(book, 60, customer(99).id);
      typeOver(book, 3, customer(98).id);
      typeOver(book, 20, "X");
    });
    const added = [99, 98].map((number) => customer(number, { notes: "新来" }));
    mustFail(await book.port.commit({ ...cleared([20]), added }));
    const notes = rowsOf(book, "customers").map((row) => row["备注"]);
    expect(notes).toEqual(many.map((number) => `注${number}`));
  });
});

describe("the place of new rows, taken between the two trips", () => {
  it("is left to who was faster in an empty table", async () => {
    const book = await bookOf([1]);
    const { sheet, table: followUps } = table(book, "CrmFollowUps");
    const theirs = { ...log, id: "F0000000002", cells: { ...log.cells, id: "F0000000002" } };
    between(book, () => {
      const { top, left } = followUps.area;
      const columns = followUps.columns.map(({ name }) => name);
      sheet.cells.setValue(top + 1, left + columns.indexOf("记录编号"), theirs.id);
      sheet.cells.setValue(top + 1, left + columns.indexOf("沟通内容"), "同事写的");
    });
    must(await book.port.commit({ added: [log], updated: [], removed: [] }));
    expect(rowsOf(book, "followUps").map((row) => [row["记录编号"], row["沟通内容"]])).toEqual(
      expect.arrayContaining([
        [theirs.id, "同事写的"],
        [log.id, "谈了"],
      ]),
    );
    expect(rowsOf(book, "followUps")).toHaveLength(2);
  });

  it("is not written over below the table", async () => {
    const book = await bookOf([1, 2]);
    const { sheet, table: customers } = table(book);
    const row = customers.area.bottom + 1;
    between(book, () => sheet.cells.setValue(row, 3, "我的备注"));
    const added = [customer(3)];
    expect(mustFail(await book.port.commit({ added, updated: [], removed: [] }))).toMatchObject({
      code: "no-room-below",
      table: "customers",
    });
    expect(sheet.cells.value(row, 3)).toBe("我的备注");
    expect(names(book)).toEqual(["客户1", "客户2"]);
  });
});

describe("a sheet protected between the two trips", () => {
  it("refuses, and the other sheet is as before", async () => {
    const book = await bookOf([1, 2]);
    const before = contents(book.model);
    between(book, () => {
      book.model.sheetByName("跟进记录")!.protection = { options: {}, password: null };
    });
    const failure = mustFail(await book.port.commit({ ...followed([1]), added: [log] }));
    expect(failure).toMatchObject({ code: "half-written", restored: true });
    expect(contents(book.model)).toBe(before);
  });

  it("is said to be protected when nothing had been written", async () => {
    const book = await bookOf([1, 2]);
    const before = contents(book.model);
    between(book, () => {
      table(book).sheet.protection = { options: {}, password: null };
    });
    expect(mustFail(await book.port.commit(followed([1])))).toMatchObject({ code: "protected" });
    expect(contents(book.model)).toBe(before);
  });
});

function accepted(outcome: Outcome): void {
  if (!("accepted" in outcome)) throw new Error(JSON.stringify(outcome));
}
