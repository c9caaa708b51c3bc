import fc from "fast-check";
import { ExcelHost } from "../../src/host/excel-host";
import type { Area } from "../../src/host/model/address";
import { Workbook } from "../../src/host/model/workbook";
import { displayText } from "../../src/host/format/number-format";
import { addTable } from "../../src/host/edit/tables";

function open(locale: "zh-CN" | "en-US" = "en-US") {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook, { locale, clock: () => new Date(2026, 2, 2) });
  const type = (row: number, column: number, text: string) =>
    host.editor.type(sheet.id, row, column, text);
  const value = (row: number, column: number) => sheet.cells.value(row, column);
  const shown = (row: number, column: number) =>
    displayText(value(row, column), sheet.cells.style(row, column).numberFormat ?? "General", {
      locale,
      date1904: false,
    }).text;
  const table = (area: Area) => addTable(host.editor.workspace, sheet, area, true);
  return { workbook, sheet, host, type, value, shown, table };
}

describe("typing into a cell", () => {
  it.each([
    ["en-US", "12", 12, "12"],
    ["en-US", "12%", 0.12, "12%"],
    ["en-US", "$1,200.50", 1200.5, "$1,200.50"],
    ["en-US", "1/2/2024", 45293, "1/2/2024"],
    ["en-US", "1/2", 46024, "2-Jan"],
    ["en-US", "true", true, "TRUE"],
    ["en-US", "'001", "001", "001"],
    ["en-US", "#N/A", { error: "#N/A" }, "#N/A"],
    ["en-US", "2024-02-30", "2024-02-30", "2024-02-30"],
    ["en-US", "ACME 12", "ACME 12", "ACME 12"],
    ["en-US", "12:30", 12.5 / 24, "12:30"],
    ["en-US", "1:30:15 PM", (13.5 * 3600 + 15) / 86_400, "1:30:15 PM"],
    ["en-US", "8 p", 20 / 24, "8:00 PM"],
    ["en-US", "25:00", 25 / 24, "25:00:00"],
    ["en-US", "8:60", "8:60", "8:60"],
    ["en-US", "13:00 PM", "13:00 PM", "13:00 PM"],
    ["en-US", "1/2/2024 13:00", 45293 + 13 / 24, "1/2/2024 13:00"],
    ["en-US", "1 1/2", 1.5, "1 1/2"],
    ["en-US", "-2 3/16", -2.1875, "-2  3/16"],
    ["en-US", "0 3/4", 0.75, " 3/4"],
    ["en-US", "1 2/0", "1 2/0", "1 2/0"],
    ["en-US", "Mar 5", 46086, "5-Mar"],
    ["en-US", "Jan-24", 46046, "24-Jan"],
    ["en-US", "2026-03-05", 46086, "3/5/2026"],
    ["en-US", "3-5-2026", 46086, "3/5/2026"],
    ["en-US", "March 5, 2026", 46086, "5-Mar-26"],
    ["en-US", "Mar 2026", 46082, "Mar-26"],
    ["en-US", "2026-03-05 8:30", 46086 + 8.5 / 24, "3/5/2026 8:30"],
    ["zh-CN", "2026-3-5", 46086, "2026/3/5"],
    ["zh-CN", "2026-03-05 8:30", 46086 + 8.5 / 24, "2026/3/5 8:30"],
    ["zh-CN", "2026/3", 46082, "2026年3月"],
    ["en-US", "2024.4.7", "2024.4.7", "2024.4.7"],
    ["en-US", "１２", "１２", "１２"],
    ["zh-CN", "下午3时30分", 15.5 / 24, "15时30分"],
    ["zh-CN", "15时30分20秒", (15.5 * 3600 + 20) / 86_400, "15时30分20秒"],
    ["zh-CN", "25时", "25时", "25时"],
    ["zh-CN", "2024年4月", 45383, "2024年4月"],
    ["zh-CN", "24/4/7", 45389, "2024/4/7"],
    ["zh-CN", "4-7", 46119, "4月7日"],
    ["zh-CN", "2024年4月7日 8:00", 45389 + 8 / 24, "2024/4/7 8:00"],
    ["zh-CN", "2024.4.7", "2024.4.7", "2024.4.7"],
    ["zh-CN", "５０％", 0.5, "50%"],
    ["zh-CN", "￥1,200", 1200, "¥1,200"],
    ["zh-CN", "１２号", "１２号", "１２号"],
    ["zh-CN", "2024年4月7日", 45389, "2024年4月7日"],
    ["zh-CN", "4月7日", 46119, "4月7日"],
    ["zh-CN", "2024/4/7", 45389, "2024/4/7"],
    ["zh-CN", "¥1,200", 1200, "¥1,200"],
    ["zh-CN", "张三", "张三", "张三"],
    ["en-US", "($5)", -5, "($5)"],
    ["zh-CN", "(¥1,200.50)", -1200.5, "(¥1,200.50)"],
    ["en-US", "(5)", -5, "-5"],
    ["en-US", "1/1/1899", "1/1/1899", "1/1/1899"],
    ["zh-CN", "＝１＋２", 3, "3"],
    ["zh-CN", '＝SUM（１，２）＆"（元）"', "3（元）", "3（元）"],
    ["en-US", "＝1+1", "＝1+1", "＝1+1"],
  ] as const)("in %s reads %s", (locale, text, value, shown) => {
    const book = open(locale);
    book.type(0, 0, text);
    expect(book.value(0, 0)).toEqual(value);
    expect(book.shown(0, 0)).toBe(shown);
  });

  it.each([
    ["en-US", "There is a problem with this formula."],
    ["zh-CN", "这个公式有问题。"],
  ] as const)("in %s says when a formula cannot be read, and writes nothing", (locale, told) => {
    const book = open(locale);
    book.type(0, 0, "before");
    const outcome = book.host.editor.type(book.sheet.id, 0, 0, "=SUM(1,");
    expect(outcome).toMatchObject({ accepted: false, message: expect.stringContaining(told) });
    expect(book.value(0, 0)).toBe("before");
    expect(book.sheet.cells.formula(0, 0)).toBeUndefined();
  });

  it("in a workbook that counts from 1904 keeps an earlier day as a text", () => {
    const book = open();
    book.workbook.date1904 = true;
    for (const [row, text] of ["12/31/1903", "1903-05-05", "May 5, 1903"].entries()) {
      book.type(row, 0, text);
      expect(book.value(row, 0)).toBe(text);
    }
    book.type(3, 0, "1/1/1904");
    expect(book.value(3, 0)).toBe(0);
  });

  it.each(["=86 138", '=A1 "b"', "=1 A1", "=SUM(1 2)", "=TRUE FALSE"])(
    "takes %s for no formula: a blank between two values is no operator",
    (text) => {
      const book = open();
      expect(book.host.editor.type(book.sheet.id, 0, 1, text)).toMatchObject({ accepted: false });
      expect(book.sheet.cells.formula(0, 1)).toBeUndefined();
    },
  );

  it("enters a formula into all selected cells as seen from the active one", () => {
    const book = open();
    const area: Area = { top: 0, left: 2, bottom: 2, right: 2 };
    book.host.editor.select(book.sheet.id, [area], { row: 1, column: 2 });
    book.host.editor.fill(book.sheet.id, [area], "=A2+$B$1");
    expect([0, 1, 2].map((row) => book.sheet.cells.formula(row, 2)?.text)).toEqual([
      "=A1+$B$1",
      "=A2+$B$1",
      "=A3+$B$1",
    ]);
  });

  it("keeps 15 digits of a long number, and all digits of a text", () => {
    const book = open();
    book.type(0, 0, "123456789012345678");
    expect(book.value(0, 0)).toBe(123456789012345000);
    book.type(0, 1, "0.012345678901234567");
    expect(book.value(0, 1)).toBe(0.0123456789012345);
    book.host.editor.setNumberFormat(
      book.sheet.id,
      [{ top: 1, left: 0, bottom: 1, right: 0 }],
      "@",
    );
    book.type(1, 0, "123456789012345678");
    expect(book.value(1, 0)).toBe("123456789012345678");
  });
});

describe("tables under a person's hands", () => {
  const customers = () => {
    const book = open();
    book.type(0, 0, "Name");
    book.type(0, 1, "Amount");
    book.type(0, 2, "Twice");
    book.type(1, 0, "a");
    book.type(1, 1, "2");
    const table = book.table({ top: 0, left: 0, bottom: 1, right: 2 });
    return { ...book, made: table };
  };

  it("grow when something is typed right below, and fill their calculated columns", () => {
    const book = customers();
    book.type(1, 2, "=B2*2");
    book.type(2, 0, "b");
    expect(book.sheet.tables[0]!.area.bottom).toBe(2);
    book.type(2, 1, "5");
    expect(book.sheet.cells.formula(2, 2)?.text).toBe("=B3*2");
    expect(book.value(2, 2)).toBe(10);
  });

  it("grow to the right with a heading, and rename references when a heading is renamed", () => {
    const book = customers();
    book.type(0, 3, "Note");
    expect(book.sheet.tables[0]!.columns.map((column) => column.name)).toEqual([
      "Name",
      "Amount",
      "Twice",
      "Note",
    ]);
    book.type(5, 5, "=SUM(Table1[Amount])");
    book.type(0, 1, "Total");
    expect(book.sheet.cells.formula(5, 5)?.text).toBe("=SUM(Table1[Total])");
    expect(book.value(5, 5)).toBe(2);
  });

  it("grow, and fill a column, by steps of undo of their own", () => {
    const book = open();
    for (const [row, text] of ["Price", "1", "2"].entries()) book.type(row, 0, text);
    book.table({ top: 0, left: 0, bottom: 2, right: 0 });
    const extent = () => {
      const [table] = book.sheet.tables;
      return table === undefined ? null : [table.area.bottom, table.area.right];
    };
    const formulas = () => [1, 2].map((row) => book.sheet.cells.formula(row, 1)?.text);
    book.type(1, 1, "=A2*2");
    expect([extent(), formulas()]).toEqual([
      [2, 1],
      ["=A2*2", "=A3*2"],
    ]);
    book.host.editor.undo();
    expect([extent(), formulas()]).toEqual([
      [2, 1],
      ["=A2*2", undefined],
    ]);
    book.host.editor.undo();
    expect([extent(), formulas()]).toEqual([
      [2, 0],
      ["=A2*2", undefined],
    ]);
    book.host.editor.undo();
    expect(formulas()).toEqual([undefined, undefined]);
    for (let times = 0; times < 3; times += 1) book.host.editor.redo();
    expect([extent(), formulas(), book.value(0, 1)]).toEqual([
      [2, 1],
      ["=A2*2", "=A3*2"],
      "Column1",
    ]);
  });

  it("take in several columns pasted right beside them, and several rows below", () => {
    const book = open();
    for (const [row, text] of ["Price", "1", "2"].entries()) book.type(row, 0, text);
    book.table({ top: 0, left: 0, bottom: 2, right: 0 });
    book.host.editor.paste(book.sheet.id, 0, 1, "Tax\tSum\n3\t4");
    book.host.editor.paste(book.sheet.id, 3, 0, "3\t5\t6\n4\t7\t8");
    expect(book.sheet.tables[0]?.area).toEqual({ top: 0, left: 0, bottom: 4, right: 2 });
    expect(book.sheet.tables[0]?.columns.map(({ name }) => name)).toEqual(["Price", "Tax", "Sum"]);
  });

  it("carry a changed formula through a calculated column, but not over an exception", () => {
    const book = open();
    for (const [row, text] of ["Price", "1", "2", "3"].entries()) book.type(row, 0, text);
    book.type(0, 1, "Twice");
    book.table({ top: 0, left: 0, bottom: 3, right: 1 });
    const formulas = () => [1, 2, 3].map((row) => book.sheet.cells.formula(row, 1)?.text);
    book.type(1, 1, "=[@Price]*2");
    book.type(3, 1, "=[@Price]*3");
    expect(formulas()).toEqual(["=[@Price]*3", "=[@Price]*3", "=[@Price]*3"]);
    book.type(2, 1, "99");
    book.type(1, 1, "=[@Price]*4");
    expect(formulas()).toEqual(["=[@Price]*4", undefined, "=[@Price]*3"]);
    expect(book.value(2, 1)).toBe(99);
  });

  it("fill their calculated columns in rows inserted inside them", () => {
    const book = open();
    for (const [row, text] of ["Price", "1", "2"].entries()) book.type(row, 0, text);
    book.type(0, 1, "Twice");
    book.table({ top: 0, left: 0, bottom: 2, right: 1 });
    book.type(1, 1, "=A2*2");
    book.host.editor.insertRows(book.sheet.id, 2, 1);
    expect([1, 2, 3].map((row) => book.sheet.cells.formula(row, 1)?.text)).toEqual([
      "=A2*2",
      "=A3*2",
      "=A4*2",
    ]);
  });

  it("keep references right when rows are inserted and deleted", () => {
    const book = open();
    book.type(0, 0, "1");
    book.type(1, 0, "2");
    book.type(2, 0, "3");
    book.type(4, 0, "=SUM(A1:A3)");
    book.host.editor.insertRows(book.sheet.id, 1, 2);
    expect(book.sheet.cells.formula(6, 0)?.text).toBe("=SUM(A1:A5)");
    book.host.editor.deleteRows(book.sheet.id, 0, 1);
    expect(book.sheet.cells.formula(5, 0)?.text).toBe("=SUM(A1:A4)");
    expect(book.value(5, 0)).toBe(5);
    book.type(0, 3, "=A2");
    book.host.editor.deleteRows(book.sheet.id, 1, 1);
    expect(book.sheet.cells.formula(0, 3)?.text).toBe("=#REF!");
  });

  it("are filtered and sorted with whole rows", () => {
    const book = customers();
    book.type(2, 0, "c");
    book.type(3, 0, "b");
    book.host.editor.sortTable(book.made.id, 0, false);
    expect([1, 2, 3].map((row) => book.value(row, 0))).toEqual(["c", "b", "a"]);
    expect(book.value(3, 1)).toBe(2);
    book.host.editor.filterTable(book.made.id, 0, { filterOn: "Values", values: ["b"] });
    expect([...book.sheet.filteredRows]).toEqual([1, 3]);
    book.host.editor.clearFilter(book.made.id);
    expect(book.sheet.filteredRows.size).toBe(0);
  });
});

describe("pasting text", () => {
  it("keeps as a text what starts like a formula and is none", () => {
    const { host, sheet, value } = open();
    const outcome = host.editor.paste(sheet.id, 0, 0, "=SUM(1,\t+86 138 0013 8000\t=1+1");
    expect(outcome).toEqual({ accepted: true });
    expect([0, 1, 2].map((column) => value(0, column))).toEqual([
      "=SUM(1,",
      "+86 138 0013 8000",
      2,
    ]);
  });
});

describe("validation of what is typed", () => {
  it("stops what is not in the list, in the person's language", () => {
    const book = open("zh-CN");
    book.sheet.validations.push({
      areas: [{ top: 0, left: 0, bottom: 9, right: 0 }],
      rule: { list: { inCellDropDown: true, source: "目标,潜在,死亡" } },
      ignoreBlanks: true,
      prompt: { showPrompt: true, title: "", message: "" },
      errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
    });
    expect(book.type(0, 0, "也许")).toMatchObject({ accepted: false, title: "输入无效" });
    expect(book.value(0, 0)).toBeNull();
    expect(book.type(0, 0, "潜在")).toEqual({ accepted: true });
  });

  it("asks a rule's formula with the entry standing in its cell, and leaves a refused cell as it was", () => {
    const book = open();
    book.sheet.validations.push({
      areas: [{ top: 0, left: 0, bottom: 9, right: 0 }],
      rule: { custom: { formula: "=COUNTIF($A$1:$A$10,A1)=1" } },
      ignoreBlanks: true,
      prompt: { showPrompt: true, title: "", message: "" },
      errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
    });
    book.type(0, 1, "=A2&A1");
    const taken = [
      [0, "x"],
      [1, "x"],
      [1, "y"],
      [1, "X"],
    ] as const;
    expect(taken.map(([row, text]) => book.type(row, 0, text).accepted)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([book.value(0, 0), book.value(1, 0), book.value(0, 1)]).toEqual(["x", "y", "yx"]);
  });

  it("lets a person insist on a warning", () => {
    const book = open();
    book.sheet.validations.push({
      areas: [{ top: 0, left: 0, bottom: 0, right: 0 }],
      rule: { wholeNumber: { operator: "Between", formula1: 1, formula2: 5 } },
      ignoreBlanks: true,
      prompt: { showPrompt: true, title: "", message: "" },
      errorAlert: { showAlert: true, style: "Warning", title: "", message: "1 to 5" },
    });
    expect(book.type(0, 0, "9")).toMatchObject({ accepted: false, style: "Warning" });
    expect(book.host.editor.type(book.sheet.id, 0, 0, "9", { force: true }).accepted).toBe(true);
  });
});

describe("undo", () => {
  it("brings rows back from the end of a long sheet, with what referred to them, and takes them out again", () => {
    const { host, sheet, type, value, table } = open();
    type(0, 0, "Number");
    type(0, 1, "Twice");
    for (let row = 1; row <= 60; row += 1) {
      type(row, 0, String(row));
      type(row, 1, `=A${row + 1}*2`);
    }
    table({ top: 0, left: 0, bottom: 60, right: 1 });
    type(0, 4, "=SUM(A2:A61)");
    type(1, 4, "=A61");
    type(62, 3, "note");
    const state = () =>
      JSON.stringify([
        ...sheet.tables.map(({ area }) => area),
        ...[...sheet.cells.filled({ top: 0, left: 0, bottom: 99, right: 9 })].map(
          ({ row, column }) => [
            row,
            column,
            value(row, column),
            sheet.cells.formula(row, column)?.text,
          ],
        ),
      ]);
    const before = state();
    host.editor.deleteRows(sheet.id, 58, 3);
    const after = state();
    expect([value(0, 4), sheet.cells.formula(1, 4)?.text, value(59, 3)]).toEqual([
      (57 * 58) / 2,
      "=#REF!",
      "note",
    ]);
    host.editor.undo();
    expect(state()).toBe(before);
    host.editor.redo();
    expect(state()).toBe(after);
    host.editor.undo();
    expect(state()).toBe(before);
  });

  it("puts back exactly what stood there, and redo does it again", () => {
    const act = fc.oneof(
      fc.record({
        kind: fc.constant("type" as const),
        row: fc.nat(6),
        column: fc.nat(4),
        text: fc.constantFrom("1", "x", "=A1+1", "", "5%", "1/2/2024"),
      }),
      fc.record({ kind: fc.constant("insert" as const), at: fc.nat(5) }),
      fc.record({ kind: fc.constant("delete" as const), at: fc.nat(5) }),
      fc.record({ kind: fc.constant("columns" as const), at: fc.nat(4) }),
      fc.record({ kind: fc.constant("clear" as const), row: fc.nat(5) }),
      fc.record({ kind: fc.constant("bold" as const), row: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const book = open();
        book.type(0, 0, "Name");
        book.type(0, 1, "Amount");
        book.table({ top: 0, left: 0, bottom: 3, right: 1 });
        const { editor } = book.host;
        const state = () => {
          const cells = [];
          for (let row = 0; row < 14; row++) {
            for (let column = 0; column < 9; column++) {
              cells.push([
                book.value(row, column),
                book.sheet.cells.formula(row, column)?.text ?? null,
                book.sheet.cells.style(row, column),
              ]);
            }
          }
          return structuredClone({ cells, tables: book.sheet.tables });
        };
        const states = [state()];
        for (const one of acts) {
          const row = { top: 1, left: 0, bottom: 1, right: 3 };
          switch (one.kind) {
            case "type":
              book.type(one.row, one.column, one.text);
              break;
            case "insert":
              editor.insertRows(book.sheet.id, one.at, 1);
              break;
            case "delete":
              editor.deleteRows(book.sheet.id, one.at, 1);
              break;
            case "columns":
              editor.insertColumns(book.sheet.id, one.at, 1);
              break;
            case "clear":
              editor.clear(book.sheet.id, [{ ...row, top: one.row, bottom: one.row }]);
              break;
            case "bold":
              editor.setStyle(book.sheet.id, [{ ...row, top: one.row, bottom: one.row }], {
                bold: true,
              });
              break;
          }
          states.push(state());
        }
        const first = JSON.stringify(states[0]);
        const last = JSON.stringify(states.at(-1));
        // A table that grew or a column that filled by an act is a step of its own.
        while (editor.canUndo && JSON.stringify(state()) !== first) editor.undo();
        expect(state()).toEqual(states[0]);
        while (editor.canRedo) editor.redo();
        expect(JSON.stringify(state())).toBe(last);
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });
});
