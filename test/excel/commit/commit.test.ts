import { reverse, type Change, type WholeRow } from "../../../src/tables/change";
import {
  addCustomers,
  contents,
  customer,
  growCustomers,
  must,
  mustFail,
  openBook,
  openWith,
  rowsOf,
  setUpBook,
  tableOf,
  type Book,
} from "../book";

const log = (number: number, said = "谈了三点"): WholeRow => {
  const id = `F${String(number).padStart(10, "0")}`;
  return {
    table: "followUps",
    id,
    cells: {
      id,
      customerId: customer(1).id,
      customerName: "客户1",
      day: 46_080,
      channel: "电话",
      said,
      gradeBefore: "A",
      gradeAfter: "A",
    },
  };
};

const followUp = (number = 1): Change => ({
  added: [log(number)],
  updated: [
    {
      table: "customers",
      id: customer(1).id,
      cells: { lastFollowUp: { from: 46_070, to: 46_080 } },
    },
  ],
  removed: [],
});

const lastOf = (book: Book, name: string) =>
  rowsOf(book, "customers").find((row) => row["客户名称"] === name)?.["上次跟进"];

async function bookOf(...numbers: number[]): Promise<Book> {
  return openWith(numbers.map((number) => customer(number)));
}

describe("commit", () => {
  it("[I1] logs a follow-up in two round trips: one row more, one cell changed", async () => {
    const book = await bookOf(1, 2, 3);
    expect(must(await book.port.commit(followUp()))).toEqual({ roundTrips: 2 });
    expect(book.wire.trips).toHaveLength(2);
    expect(rowsOf(book, "followUps")).toEqual([
      expect.objectContaining({ 客户编号: customer(1).id, 沟通内容: "谈了三点" }),
    ]);
    expect(rowsOf(book, "customers")).toHaveLength(3);
  });

  it("takes as many bytes with 10,000 customers as with 100", async () => {
    const bytes: number[] = [];
    for (const count of [100, 10_000]) {
      const book = await openBook();
      await setUpBook(book);
      await growCustomers(book, count);
      must(await book.port.commit(followUp()));
      expect(book.wire.trips).toHaveLength(2);
      bytes.push(book.wire.trips.reduce((sum, trip) => sum + trip.bytesUp + trip.bytesDown, 0));
    }
    // Row numbers have more digits in the longer table; nothing else differs.
    expect(Math.abs(bytes[1]! - bytes[0]!)).toBeLessThan(64);
  });

  it("is taken back by the reverse change", async () => {
    const book = await bookOf(1, 2);
    must(await book.port.commit(followUp(1)));
    must(await book.port.commit({ ...followUp(2), updated: [] }));
    const before = contents(book.model);
    const change = { ...followUp(3), updated: [] };
    must(await book.port.commit(change));
    must(await book.port.commit(reverse(change)));
    expect(contents(book.model)).toBe(before);
  });

  it("empties the last log row when it is taken back, and fills it again", async () => {
    const book = await bookOf(1);
    must(await book.port.commit(followUp()));
    must(await book.port.commit(reverse(followUp())));
    expect(rowsOf(book, "followUps").flatMap((row) => Object.values(row))).toEqual([]);
    must(await book.port.commit(followUp()));
    expect(rowsOf(book, "followUps")).toHaveLength(1);
  });

  it("writes nothing when a cell was changed by somebody else, and says which", async () => {
    const book = await bookOf(1, 2);
    const before = contents(book.model);
    const change: Change = {
      ...followUp(),
      updated: [
        {
          table: "customers",
          id: customer(1).id,
          cells: { lastFollowUp: { from: 46_000, to: 46_080 } },
        },
      ],
    };
    expect(mustFail(await book.port.commit(change))).toEqual({
      code: "conflict",
      conflicts: [
        {
          table: "customers",
          id: customer(1).id,
          column: "lastFollowUp",
          expected: 46_000,
          found: 46_070,
        },
      ],
    });
    expect(contents(book.model)).toBe(before);
  });

  it("does not replace a person's formula", async () => {
    const book = await bookOf(1);
    const facts = must(await book.port.describe()).tables.customers!;
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(facts.name).getDataBodyRange();
      body.getCell(0, facts.columns["lastFollowUp"]!.index).formulas = [["=46000+70"]];
      await context.sync();
    });
    expect(mustFail(await book.port.commit(followUp()))).toMatchObject({
      code: "conflict",
      conflicts: [{ column: "lastFollowUp", found: "=46000+70", formula: true }],
    });
  });

  it("tells a text that begins like a formula from a formula", async () => {
    const book = await bookOf(1);
    const facts = must(await book.port.describe()).tables.customers!;
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(facts.name).getDataBodyRange();
      const cell = body.getCell(0, facts.columns["lastFollowUp"]!.index);
      cell.numberFormat = [["@"]];
      cell.values = [["=46000+70"]];
      await context.sync();
    });
    const failure = mustFail(await book.port.commit(followUp()));
    if (failure.code !== "conflict") throw new Error(failure.code);
    expect(failure.conflicts).toEqual([
      expect.objectContaining({ column: "lastFollowUp", found: "=46000+70" }),
    ]);
    expect(failure.conflicts[0]).not.toHaveProperty("formula");
  });

  it("finds the row after sorting, also when the sorting happens between the two trips", async () => {
    const book = await bookOf(1, 2, 3);
    const { sheet, table } = tableOf(book, "customers");
    book.host.editor.sortTable(table.id, 1, false);
    must(await book.port.commit(followUp(1)));
    expect(lastOf(book, "客户1")).toBe(46_080);
    book.wire.reset();
    book.wire.beforeTrip = (trip) => {
      if (trip === 1) book.host.editor.sortTable(table.id, 1, true);
    };
    must(
      await book.port.commit({
        ...followUp(2),
        updated: [
          {
            table: "customers",
            id: customer(3).id,
            cells: { lastFollowUp: { from: 46_070, to: 46_081 } },
          },
        ],
      }),
    );
    expect(lastOf(book, "客户3")).toBe(46_081);
    expect(lastOf(book, "客户2")).toBe(46_070);
    expect(sheet.name).toBe("客户");
  });

  it("puts back what it wrote when somebody changed the cell between the two trips", async () => {
    const book = await bookOf(1, 2);
    const facts = must(await book.port.describe()).tables.customers!;
    const sheet = book.model.sheetByName("客户")!;
    book.wire.reset();
    book.wire.beforeTrip = (trip) => {
      if (trip === 1) sheet.cells.setValue(1, facts.columns["lastFollowUp"]!.index, 46_075);
    };
    expect(mustFail(await book.port.commit(followUp()))).toMatchObject({
      code: "conflict",
      conflicts: [{ column: "lastFollowUp", expected: 46_070, found: 46_075 }],
    });
    expect(lastOf(book, "客户1")).toBe(46_075);
    expect(rowsOf(book, "followUps").flatMap((row) => Object.values(row))).toEqual([]);
  });

  it("writes into rows that a filter hides", async () => {
    const book = await bookOf(1, 2, 3);
    const sheet = book.model.sheetByName("客户")!;
    sheet.filteredRows.add(1);
    sheet.filteredRows.add(2);
    must(await book.port.commit(followUp()));
    expect(lastOf(book, "客户1")).toBe(46_080);
  });

  it("does not log twice under one id, also where the log row is hidden", async () => {
    const book = await bookOf(1);
    must(await book.port.commit(followUp()));
    book.model.sheetByName("跟进记录")!.hiddenRows.add(1);
    expect(mustFail(await book.port.commit({ ...followUp(), updated: [] }))).toEqual({
      code: "id-taken",
      table: "followUps",
      id: log(1).id,
    });
    expect(rowsOf(book, "followUps")).toHaveLength(1);
  });

  it("knows ids in hidden rows also where Excel's search does not see such rows", async () => {
    const unseen = async (change: Change): Promise<readonly [Book, boolean]> => {
      const book = await bookOf(1);
      must(await book.port.commit(followUp()));
      const places = (["customers", "followUps"] as const).map((id) => tableOf(book, id));
      const idsAre = (...ids: readonly (string | null)[]): void =>
        places.forEach(({ sheet, table }, at) =>
          sheet.cells.setValue(table.area.top + 1, table.area.left, ids[at] ?? null),
        );
      for (const { sheet } of places) sheet.hiddenRows.add(1);
      book.wire.reset();
      book.wire.beforeTrip = (trip) => {
        if (trip === 0) idsAre(null, null);
        if (trip === 1) idsAre(customer(1).id, log(1).id);
      };
      return [book, (await book.port.commit(change)).ok];
    };
    const [twice, isAdded] = await unseen({ ...followUp(), updated: [] });
    expect([isAdded, rowsOf(twice, "followUps").length]).toEqual([false, 1]);
    const cells = { notes: { from: null, to: "要紧" } };
    const updated = [{ table: "customers" as const, id: customer(1).id, cells }];
    const [noted, isNoted] = await unseen({ added: [], updated, removed: [] });
    expect([isNoted, rowsOf(noted, "customers")[0]?.["备注"]]).toEqual([true, "要紧"]);
  });

  it("refuses an id that stands in two rows", async () => {
    const book = await bookOf(1, 2);
    book.model.sheetByName("客户")!.cells.setValue(2, 0, customer(1).id);
    expect(mustFail(await book.port.commit(followUp()))).toEqual({
      code: "id-taken",
      table: "customers",
      id: customer(1).id,
    });
  });

  it("says which row is missing", async () => {
    const book = await bookOf(2);
    expect(mustFail(await book.port.commit(followUp()))).toEqual({
      code: "row-missing",
      table: "customers",
      id: customer(1).id,
    });
  });

  it("finds ids that a search would take for patterns", async () => {
    const book = await bookOf(1);
    const odd = { ...customer(7), id: "A*?~1", cells: { ...customer(7).cells, id: "A*?~1" } };
    await addCustomers(book, [odd]);
    must(
      await book.port.commit({
        added: [],
        removed: [],
        updated: [
          {
            table: "customers",
            id: "A*?~1",
            cells: { lastFollowUp: { from: 46_070, to: 46_090 } },
          },
        ],
      }),
    );
    expect(lastOf(book, "客户7")).toBe(46_090);
    expect(lastOf(book, "客户1")).toBe(46_070);
  });

  it("follows a renamed table, a renamed header and a moved column", async () => {
    const book = await bookOf(1, 2);
    const facts = must(await book.port.describe()).tables.customers!;
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(facts.name);
      table.columns.getItem("上次跟进").name = "最近联系";
      table.name = "老客户";
      await context.sync();
    });
    const { sheet, table } = [...book.model.tables()].find((each) => each.table.name === "老客户")!;
    book.host.editor.insertColumns(sheet.id, table.area.left + 1, 1);
    must(await book.port.commit(followUp()));
    const again = must(await book.port.describe()).tables.customers!;
    expect(again.name).toBe("老客户");
    const { index, header } = again.columns["lastFollowUp"]!;
    expect(header).toBe("最近联系");
    expect(sheet.cells.value(1, table.area.left + index)).toBe(46_080);
  });

  it("says which column was deleted, and writes nothing", async () => {
    const book = await bookOf(1);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("CrmFollowUps").columns.getItem("沟通内容").delete();
      await context.sync();
    });
    const before = contents(book.model);
    expect(mustFail(await book.port.commit(followUp()))).toEqual({
      code: "column-missing",
      table: "followUps",
      column: "said",
    });
    expect(contents(book.model)).toBe(before);
  });

  it("says when the table was deleted", async () => {
    const book = await bookOf(1);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("跟进记录").delete();
      await context.sync();
    });
    expect(mustFail(await book.port.commit(followUp()))).toEqual({
      code: "table-missing",
      table: "followUps",
    });
  });

  it("does not write over what stands below the log", async () => {
    const book = await bookOf(1);
    must(await book.port.commit(followUp(1)));
    book.model.sheetByName("跟进记录")!.cells.setValue(2, 0, "我的备注");
    expect(mustFail(await book.port.commit({ ...followUp(2), updated: [] }))).toMatchObject({
      code: "no-room-below",
      table: "followUps",
      sheet: "跟进记录",
    });
    expect(contents(book.model)).toContain("我的备注");
  });

  it("says when the sheet has no row left for the new ones, and writes nothing", async () => {
    const book = await bookOf(1);
    must(await book.port.commit(followUp(1)));
    // One row stays free below the log.
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("跟进记录").getRange("1:1048573").insert("Down");
      await context.sync();
    });
    const { table } = [...book.model.tables()].find((each) => each.table.name === "CrmFollowUps")!;
    expect(table.area.bottom).toBe(1_048_574);
    const before = contents(book.model);
    const two = { ...followUp(2), updated: [] };
    const added = [...two.added, ...followUp(3).added];
    expect(mustFail(await book.port.commit({ ...two, added }))).toEqual({
      code: "sheet-full",
      table: "followUps",
      sheet: "跟进记录",
      count: 2,
    });
    expect(contents(book.model)).toBe(before);
    must(await book.port.commit(two));
    expect(table.area.bottom).toBe(1_048_575);
    const full = contents(book.model);
    expect(mustFail(await book.port.commit({ ...followUp(3), updated: [] }))).toMatchObject({
      code: "sheet-full",
      count: 1,
    });
    expect(contents(book.model)).toBe(full);
  });

  it("adds above a totals row", async () => {
    const book = await bookOf(1);
    must(await book.port.commit(followUp(1)));
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("CrmFollowUps").showTotals = true;
      await context.sync();
    });
    must(await book.port.commit({ ...followUp(2), updated: [] }));
    const rows = rowsOf(book, "followUps").filter((row) => typeof row["记录编号"] === "string");
    expect(rows.map((row) => row["记录编号"])).toEqual(
      expect.arrayContaining([log(1).id, log(2).id]),
    );
  });

  it("[P7] keeps text that looks like a formula, a number or a day as text", async () => {
    const book = await bookOf(1);
    const texts = [
      "=1+1",
      "+86 138",
      "-5",
      "@me",
      "\t=x",
      "00123",
      "2024-04-07",
      "'tis",
      "<b>😀</b>",
    ];
    for (const [index, said] of texts.entries()) {
      must(await book.port.commit({ added: [log(index + 1, said)], updated: [], removed: [] }));
    }
    expect(rowsOf(book, "followUps").map((row) => row["沟通内容"])).toEqual(texts);
    const read = must(await book.port.readColumns([{ table: "followUps", columns: ["said"] }]));
    expect(read[0]!.columns["said"]).toEqual(texts);
    expect(contents(book.model)).not.toMatch(/^\d+:\d+ =1\+1$/m);
  });

  it("refuses a read-only workbook and a protected sheet before writing", async () => {
    const book = await bookOf(1);
    const before = contents(book.model);
    book.model.readOnly = true;
    expect(mustFail(await book.port.commit(followUp()))).toEqual({ code: "read-only" });
    book.model.readOnly = false;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("跟进记录").protection.protect();
      await context.sync();
    });
    expect(mustFail(await book.port.commit(followUp()))).toEqual({
      code: "protected",
      sheet: "跟进记录",
    });
    expect(contents(book.model)).toBe(before);
  });
});

describe("commit when the host fails", () => {
  it("loses nothing and doubles nothing, wherever the request breaks off", async () => {
    const change = followUp();
    const clean = await bookOf(1, 2);
    const before = contents(clean.model);
    must(await clean.port.commit(change));
    const after = contents(clean.model);
    const [, write] = clean.wire.trips;
    const outcomes = new Set<string>();
    for (const trip of [0, 1]) {
      const most = trip === 0 ? 3 : write!.actions;
      for (let actions = 0; actions <= most; actions += 1) {
        const book = await bookOf(1, 2);
        book.wire.fail({ trip, actions });
        const done = await book.port.commit(change);
        const now = contents(book.model);
        if (done.ok) {
          expect(now).toBe(after);
          outcomes.add("done");
          continue;
        }
        if (done.error.code === "half-written") expect(done.error.restored).toBe(true);
        expect(now).toBe(before);
        outcomes.add(done.error.code);
        // Tried again, it goes through once.
        book.wire.reset();
        must(await book.port.commit(change));
        expect(contents(book.model)).toBe(after);
      }
    }
    expect([...outcomes].sort()).toEqual(["done", "half-written", "host"]);
  });

  it("the same where Excel does not extend tables by itself, which people can switch off", async () => {
    const prepared = async (): Promise<Book> => {
      const book = await bookOf(1);
      must(await book.port.commit(followUp(1)));
      book.wire.reset();
      return book;
    };
    const tables = ["customers", "followUps"] as const;
    const state = (book: Book) =>
      tables.map((id) => {
        const { sheet, table } = tableOf(book, id);
        return [table.area.bottom, rowsOf(book, id), sheet.cells.usedArea(true)?.bottom];
      });
    const change: Change = { ...followUp(2), added: [customer(9), log(2)], updated: [] };
    const clean = await prepared();
    must(await clean.port.commit(change));
    const actions = clean.wire.trips[1]!.actions;
    const outcomes = new Set<boolean>();
    for (const lost of [...Array.from({ length: actions }, (_, at) => at), "all"] as const) {
      const book = await prepared();
      const before = state(book);
      const areas = tables
        .map((id) => tableOf(book, id).table)
        .map((table) => [table, table.area] as const);
      book.wire.fail({ trip: 1, actions: lost });
      book.wire.beforeTrip = (trip) => {
        if (trip === 2) for (const [table, area] of areas) table.area = area;
      };
      const done = await book.port.commit(change);
      outcomes.add(done.ok);
      expect([lost, state(book)]).toEqual([lost, done.ok ? state(clean) : before]);
    }
    expect(outcomes.size).toBe(2);
  });

  it("puts a half taken back follow-up back in place", async () => {
    const book = await bookOf(1, 2);
    must(await book.port.commit(followUp(1)));
    must(await book.port.commit({ ...followUp(2), updated: [] }));
    const before = contents(book.model);
    const back = reverse({ ...followUp(2), updated: followUp(1).updated });
    book.wire.reset();
    book.wire.fail({ trip: 1, actions: 8 });
    const done = await book.port.commit(back);
    if (!done.ok) expect(contents(book.model)).toBe(before);
  });

  it("says so when what was written could not be put back", async () => {
    const book = await bookOf(1, 2);
    const faults = Array.from({ length: 30 }, (_, trip) => ({ trip: trip + 2, actions: 0 }));
    book.wire.fail({ trip: 1, actions: 12 }, ...faults);
    expect(mustFail(await book.port.commit(followUp()))).toMatchObject({
      code: "half-written",
      restored: false,
    });
  });

  it("says when a cell is being edited", async () => {
    const book = await bookOf(1);
    book.wire.fail({ trip: 0, actions: 0, code: "InvalidOperationInCellEditMode" });
    expect(mustFail(await book.port.commit(followUp()))).toEqual({ code: "busy-editing" });
  });
});
