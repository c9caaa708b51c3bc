import { Workbook } from "../../src/host/model/workbook";
import { SheetZoom } from "../../src/preview/page/sheet-zoom";

describe("how large a sheet is shown", () => {
  it("is as its file says, held to what the page can draw, until somebody chooses; the choice is saved", () => {
    const sheet = new Workbook().addSheet("Sheet1");
    sheet.zoom = 400;
    const mine = new SheetZoom(() => undefined);
    expect(mine.of(sheet)).toBe(200);
    mine.set(sheet, 85);
    expect([mine.of(sheet), sheet.zoom]).toEqual([85, 85]);
  });

  it("is each window's own once it was chosen there", () => {
    const sheet = new Workbook().addSheet("Sheet1");
    let drawn = 0;
    const [mine, theirs] = [new SheetZoom(() => drawn++), new SheetZoom(() => drawn++)];
    mine.step(sheet, 1);
    theirs.set(sheet, 70);
    theirs.set(sheet, 70);
    expect([mine.of(sheet), theirs.of(sheet), drawn]).toEqual([110, 70, 2]);
  });
});
