import { ExcelHost } from "../../../src/host/excel-host";
import { addTable } from "../../../src/host/edit/tables";
import { Workbook } from "../../../src/host/model/workbook";

const body = { top: 1, bottom: 5, left: 1, right: 1 };

/** Grades A B A B A with amounts 5 to 1, filtered to grade A. */
function filtered() {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("客户");
  const { editor } = new ExcelHost(workbook);
  editor.paste(sheet.id, 0, 0, "等级\t金额\nA\t5\nB\t4\nA\t3\nB\t2\nA\t1");
  const table = addTable(editor.workspace, sheet, { top: 0, left: 0, bottom: 5, right: 1 }, true);
  editor.filterTable(table.id, 0, { filterOn: "Values", values: ["A"] });
  const amounts = (): unknown[] => [1, 2, 3, 4, 5].map((row) => sheet.cells.value(row, 1));
  return { editor, sheet, table, amounts };
}

/** https://support.microsoft.com/office/filter-data-in-a-range-or-table-01832226-31b5-4568-8806-38c37dcc180e */
describe("rows hidden by a filter", () => {
  it("keep their cells when a person clears, enters or fills over them", () => {
    const cleared = filtered();
    cleared.editor.clear(cleared.sheet.id, [body]);
    expect(cleared.amounts()).toEqual([null, 4, null, 2, null]);
    cleared.editor.undo();
    expect(cleared.amounts()).toEqual([5, 4, 3, 2, 1]);

    const entered = filtered();
    entered.editor.fill(entered.sheet.id, [body], "7");
    expect(entered.amounts()).toEqual([7, 4, 7, 2, 7]);

    const filled = filtered();
    filled.editor.fillOver(filled.sheet.id, { ...body, bottom: 1 }, body, false);
    expect(filled.amounts()).toEqual([5, 4, 5, 2, 5]);
  });

  it("keep their looks", () => {
    const { editor, sheet } = filtered();
    editor.setStyle(sheet.id, [body], { bold: true });
    expect([1, 2, 3, 4, 5].map((row) => sheet.cells.style(row, 1).bold ?? false)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it("stay when the rows around them are deleted, and all come back by one undo", () => {
    const { editor, sheet, table, amounts } = filtered();
    editor.deleteRows(sheet.id, 1, 4);
    expect([table.area.bottom, sheet.cells.value(1, 1), sheet.cells.value(2, 1)]).toEqual([
      3, 4, 2,
    ]);
    expect([...sheet.filteredRows]).toEqual([1, 2]);
    editor.undo();
    expect(amounts()).toEqual([5, 4, 3, 2, 1]);
    expect([...sheet.filteredRows]).toEqual([2, 4]);
  });

  it("keep their place when the others are sorted", () => {
    const { editor, table, amounts } = filtered();
    editor.sortTable(table.id, 1, true);
    expect(amounts()).toEqual([1, 4, 3, 2, 5]);
  });

  it("take what is pasted: a paste goes into the rows below one another", () => {
    const { editor, sheet, amounts } = filtered();
    editor.paste(sheet.id, 1, 1, "9\n9");
    expect(amounts()).toEqual([9, 9, 3, 2, 1]);
  });
});
