import { customer, fillSheet, must, mustFail, openBook, openWith, setUpBook } from "./book";

const select = (sheet: string, address: string): Promise<void> =>
  Excel.run(async (context) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(address).select();
    await context.sync();
  });

describe("inspectSelection", () => {
  it("takes the filled region around one cell", async () => {
    const book = await openBook((model) =>
      fillSheet(
        model,
        [
          ["名称", "电话"],
          ["甲", "=x"],
          ["乙", 5],
        ],
        2,
      ),
    );
    await select("Sheet1", "A4");
    expect(must(await book.port.inspectSelection())).toMatchObject({
      sheet: "Sheet1",
      address: "A3:B5",
      table: null,
      rowCount: 3,
      columnCount: 2,
      sample: [
        ["名称", "电话"],
        ["甲", "=x"],
        ["乙", 5],
      ],
      merged: [],
    });
  });

  it("says how far the sheet goes on below a blank row, which ends the region around one cell", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["名称", "电话"],
        ["甲", 5],
        [null, null],
        ["乙", 6],
        ["丙", 7],
      ]),
    );
    await select("Sheet1", "A2");
    expect(must(await book.port.inspectSelection())).toMatchObject({
      address: "A1:B2",
      rowsBelow: 3,
    });
    await select("Sheet1", "A1:B5");
    expect(must(await book.port.inspectSelection()).rowsBelow).toBeUndefined();
  });

  it("takes the whole sheet when the cell is a title apart from the list", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["2026 年客户名单", null],
        [null, null],
        ["名称", "电话"],
        ["甲", 5],
      ]),
    );
    await select("Sheet1", "A1");
    expect(must(await book.port.inspectSelection())).toMatchObject({
      address: "A1:B4",
      rowCount: 4,
    });
  });

  it("cuts whole columns down to what is filled", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["名称", "电话"],
        ["甲", null],
      ]),
    );
    await select("Sheet1", "A:C");
    expect(must(await book.port.inspectSelection()).address).toBe("A1:B2");
  });

  it("takes a table whole, but for its row of totals", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["名称", "金额"],
        ["甲", 1],
        ["乙", 2],
      ]),
    );
    await Excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem("Sheet1").tables.add("A1:B3", true);
      table.name = "客户表";
      table.showTotals = true;
      await context.sync();
    });
    await select("Sheet1", "B2");
    expect(must(await book.port.inspectSelection())).toMatchObject({
      address: "A1:B3",
      table: "客户表",
      rowCount: 3,
    });
  });

  it("finds nothing on blank cells", async () => {
    const book = await openBook();
    await select("Sheet1", "F9");
    expect(mustFail(await book.port.inspectSelection())).toEqual({ code: "no-selection" });
  });
});

describe("selectRow and selectedRow", () => {
  it("selects the row of an id and tells the id of the selected row", async () => {
    const book = await openWith([customer(1), customer(2)]);
    must(await book.port.selectRow("customers", customer(2).id));
    expect(must(await book.port.selectedRow("customers"))).toBe(customer(2).id);
    expect(book.model.activeSheetId).toBe(book.model.sheetByName("客户")!.id);
    expect(book.model.selection?.areas[0]).toMatchObject({ top: 2, bottom: 2 });
  });

  it("knows no row on another sheet or beside the table", async () => {
    const book = await openWith([customer(1)]);
    await select("Sheet1", "A2");
    expect(must(await book.port.selectedRow("customers"))).toBeNull();
    await select("客户", "AZ2");
    expect(must(await book.port.selectedRow("customers"))).toBeNull();
  });

  it("says when the row has gone", async () => {
    const book = await openBook();
    await setUpBook(book);
    expect(mustFail(await book.port.selectRow("customers", "C9"))).toEqual({
      code: "row-missing",
      table: "customers",
      id: "C9",
    });
  });
});
