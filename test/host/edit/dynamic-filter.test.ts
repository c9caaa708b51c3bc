import { dynamicTest } from "../../../src/host/edit/dynamic-filter";
import { ExcelHost } from "../../../src/host/excel-host";
import { Workbook } from "../../../src/host/model/workbook";

/** https://learn.microsoft.com/javascript/api/excel/excel.dynamicfiltercriteria */
describe("dynamic filters", () => {
  // 2026-03-04 is a Wednesday: its week runs from Sunday, 1 March (46082) to Saturday, 7 March.
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook, { clock: () => new Date(2026, 2, 4) });
  const firstSunday = 46082;
  const days = Array.from({ length: 28 }, (_, at) => firstSunday - 7 + at);
  days.forEach((day, row) => sheet.cells.setValue(row, 0, day));

  const kept = (criteria: string): number[] => {
    const body = { top: 0, left: 0, bottom: days.length - 1, right: 0 };
    const test = dynamicTest(host.editor.workspace, sheet, body, 0, criteria);
    return days.filter((_, row) => test(row));
  };
  const week = (sunday: number): number[] => Array.from({ length: 7 }, (_, at) => sunday + at);

  it("have weeks that begin on Sunday", () => {
    expect(kept("ThisWeek")).toEqual(week(firstSunday));
    expect(kept("LastWeek")).toEqual(week(firstSunday - 7));
    expect(kept("NextWeek")).toEqual(week(firstSunday + 7));
  });

  it("know today, tomorrow and yesterday", () => {
    expect(["Yesterday", "Today", "Tomorrow"].map(kept)).toEqual([
      [firstSunday + 2],
      [firstSunday + 3],
      [firstSunday + 4],
    ]);
  });
});
