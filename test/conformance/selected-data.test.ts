import { inExcel, until } from "./in-excel";

type Done<T> = (result: Office.AsyncResult<T>) => void;

/** What a method of `Office.context.document` tells its callback: the value, or the failure's number. */
async function told<T>(ask: (done: Done<T>) => void): Promise<T | number> {
  return new Promise((resolve) => {
    ask((result) => {
      const failed = result.status === Office.AsyncResultStatus.Failed;
      resolve(failed ? result.error.code : result.value);
    });
  });
}

const chosen = <T>(type: Office.CoercionType, options = {}): Promise<T | number> =>
  told<T>((done) => Office.context.document.getSelectedDataAsync(type, options, done));

/** 0 where it went well; what the callback gets as a value then is nobody's business. */
async function failure(ask: (done: Done<unknown>) => void): Promise<number> {
  return new Promise((resolve) => {
    ask(({ status, error }) => {
      resolve(status === Office.AsyncResultStatus.Failed ? error.code : 0);
    });
  });
}

const written = (data: string | Office.TableData | unknown[][], options = {}): Promise<number> =>
  failure((done) => Office.context.document.setSelectedDataAsync(data, options, done));

// https://learn.microsoft.com/javascript/api/office/office.document
describe("Office.context.document's selection", () => {
  it("is read as a text, as a matrix and, formatted, as it is shown", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [
        ["客户", "金额"],
        ["甲", 0.25],
      ];
      sheet.getRange("B2").numberFormat = [["0%"]];
      sheet.getRange("A1:B2").select();
      await context.sync();
      expect(await chosen(Office.CoercionType.Text)).toBe("客户\t金额\n甲\t0.25");
      expect(await chosen(Office.CoercionType.Matrix)).toEqual([
        ["客户", "金额"],
        ["甲", 0.25],
      ]);
      const { Formatted } = Office.ValueFormat;
      expect(await chosen(Office.CoercionType.Matrix, { valueFormat: Formatted })).toEqual([
        ["客户", "金额"],
        ["甲", "25%"],
      ]);
    });
  });

  it("is read as a table with its headings apart, and only where it lies in one", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["客户", "等级"],
        ["甲", "A"],
        ["乙", "B"],
      ];
      sheet.tables.add("A1:B3", true);
      sheet.getRange("A2:B3").select();
      await context.sync();
      const data = (await chosen<Office.TableData>(Office.CoercionType.Table)) as Office.TableData;
      expect([data.headers, data.rows]).toEqual([
        [["客户", "等级"]],
        [
          ["甲", "A"],
          ["乙", "B"],
        ],
      ]);
      sheet.getRange("D9").select();
      await context.sync();
      expect(await chosen(Office.CoercionType.Table)).toBe(1004);
    });
  });

  it("leaves out what a filter hides where only the visible is asked for", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A4").values = [["等级"], ["A"], ["B"], ["A"]];
      const table = sheet.tables.add("A1:A4", true);
      table.columns.getItemAt(0).filter.applyValuesFilter(["A"]);
      sheet.getRange("A2:A4").select();
      await context.sync();
      const { OnlyVisible } = Office.FilterType;
      expect(await chosen(Office.CoercionType.Matrix, { filterType: OnlyVisible })).toEqual([
        ["A"],
        ["A"],
      ]);
    });
  });

  it("is written as texts, numbers and formulas; a matrix goes from one cell to the right and down", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("B2").select();
      await context.sync();
      expect(
        await written([
          ["甲", 2],
          ["乙", "=C2*2"],
        ]),
      ).toBe(0);
      const range = sheet.getRange("B2:C3").load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["甲", 2],
        ["乙", 4],
      ]);
      sheet.getRange("B2").select();
      await context.sync();
      expect(await written("丙")).toBe(0);
      range.load("values");
      await context.sync();
      expect(range.values[0]).toEqual(["丙", 2]);
    });
  });

  it("is not written over other cells' data, nor in another shape than that of several cells", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("B3").values = [["已有"]];
      sheet.getRange("A2").select();
      await context.sync();
      expect(
        await written([
          ["甲", "乙"],
          ["丙", "丁"],
        ]),
      ).toBe(2003);
      sheet.getRange("A2:A3").select();
      await context.sync();
      expect(await written([["甲", "乙"]])).toBe(2002);
      const range = sheet.getRange("A2:B3").load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["", ""],
        ["", "已有"],
      ]);
    });
  });

  it("becomes a table where it is written with headings", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").select();
      await context.sync();
      const data = new Office.TableData([["甲", "A"]], [["客户", "等级"]]);
      expect(await written(data, { coercionType: Office.CoercionType.Table })).toBe(0);
      const table = sheet.tables.getItemAt(0).getRange().load("address,values");
      await context.sync();
      expect([table.address, table.values]).toEqual([
        `${sheet.name}!A1:B2`,
        [
          ["客户", "等级"],
          ["甲", "A"],
        ],
      ]);
    });
  });
});

// https://learn.microsoft.com/javascript/api/office/office.bindings
describe("Office.context.document's bindings", () => {
  const bindings = (): Office.Bindings => Office.context.document.bindings;

  it("are made of the selection and of names, listed, read, written and released", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      context.workbook.names.add(`data_${sheet.name}`, sheet.getRange("A1:B2"));
      sheet.getRange("B2").select();
      await context.sync();
      const { Matrix, Text } = Office.BindingType;
      const name = `data_${sheet.name}`;
      const matrix = (await told<Office.Binding>((done) =>
        bindings().addFromNamedItemAsync(name, Matrix, { id: "matrix" }, done),
      )) as Office.MatrixBinding;
      expect([matrix.id, matrix.type, matrix.rowCount, matrix.columnCount]).toEqual([
        "matrix",
        Matrix,
        2,
        2,
      ]);
      const cell = (await told<Office.Binding>((done) =>
        bindings().addFromSelectionAsync(Text, { id: "cell" }, done),
      )) as Office.Binding;
      expect(await told<string>((done) => cell.getDataAsync({}, done))).toBe("4");
      expect(
        await failure((done) =>
          matrix.setDataAsync(
            [
              [5, "=A1*2"],
              [7, 8],
            ],
            {},
            done,
          ),
        ),
      ).toBe(0);
      expect(await told((done) => matrix.getDataAsync({}, done))).toEqual([
        [5, 10],
        [7, 8],
      ]);
      const part = { startRow: 1, startColumn: 0, rowCount: 1, columnCount: 2 };
      expect(await told((done) => matrix.getDataAsync(part, done))).toEqual([[7, 8]]);
      expect(await failure((done) => matrix.setDataAsync([[1, 2, 3]], {}, done))).toBe(2004);
      await told((done) => bindings().releaseByIdAsync("cell", done));
      const all = (await told<Office.Binding[]>((done) => bindings().getAllAsync(done))) as {
        id: string;
      }[];
      expect(all.some(({ id }) => id === "cell")).toBe(false);
      expect(await told((done) => bindings().getByIdAsync("cell", done))).toBe(3002);
      await told((done) => bindings().releaseByIdAsync("matrix", done));
    });
  });

  it("of a table take rows and columns, tell of changes and are gone to", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [
        ["客户", "等级"],
        ["甲", "A"],
      ];
      const table = sheet.tables.add("A1:B2", true);
      table.name = `Doc${sheet.name}`;
      await context.sync();
      const bound = (await told<Office.Binding>((done) =>
        bindings().addFromNamedItemAsync(
          `Doc${sheet.name}`,
          Office.BindingType.Table,
          { id: "rows" },
          done,
        ),
      )) as Office.TableBinding;
      expect([bound.rowCount, bound.columnCount, bound.hasHeaders]).toEqual([1, 2, true]);
      let changes = 0;
      await told((done) =>
        bound.addHandlerAsync(Office.EventType.BindingDataChanged, () => (changes += 1), {}, done),
      );
      await told((done) => bound.addRowsAsync([["乙", "B"]], done));
      await told((done) =>
        bound.addColumnsAsync(new Office.TableData([[1], [2]], [["金额"]]), done),
      );
      await until(() => changes > 0);
      const data = (await told((done) => bound.getDataAsync({}, done))) as Office.TableData;
      expect([data.headers, data.rows]).toEqual([
        [["客户", "等级", "金额"]],
        [
          ["甲", "A", 1],
          ["乙", "B", 2],
        ],
      ]);
      await told((done) =>
        Office.context.document.goToByIdAsync("rows", Office.GoToType.Binding, done),
      );
      const selected = context.workbook.getSelectedRange().load("address");
      await context.sync();
      expect(selected.address).toBe(`${sheet.name}!A1:C3`);
      await told((done) => bound.deleteAllDataValuesAsync(done));
      const left = table.getRange().load("values");
      await context.sync();
      expect(left.values).toEqual([
        ["客户", "等级", "金额"],
        ["", "", ""],
      ]);
      await told((done) => bindings().releaseByIdAsync("rows", done));
    });
  });

  it("that cannot be are refused by number: no such name, several cells as a text", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").select();
      await context.sync();
      const { Text, Matrix } = Office.BindingType;
      const refusals = [
        await told((done) => bindings().addFromNamedItemAsync("NoName", Matrix, {}, done)),
        await told((done) => bindings().addFromSelectionAsync(Text, {}, done)),
      ];
      expect(refusals).toEqual([3006, 3004]);
    });
  });
});
