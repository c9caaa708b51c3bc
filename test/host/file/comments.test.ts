import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { Workbook } from "../../../src/host/model/workbook";

describe("comments in a saved file", () => {
  it("are notes with the words of the conversation; a note at the same cell stays", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet("Sheet1");
    const said = { author: "User", created: "2026-03-16T01:00:00.000Z" };
    const comment = (row: number, content: string) => ({
      ...said,
      id: `c${row}`,
      content,
      row,
      column: 0,
      resolved: false,
      replies: [{ ...said, id: `r${row}`, content: "好" }],
    });
    sheet.comments = [comment(0, "明天打电话"), comment(1, "hidden by the note")];
    sheet.notes = [{ row: 1, column: 0, author: "Li", content: "kept", visible: false }];
    const opened = await openWorkbook(await saveXlsx(workbook), "Book1.xlsx");
    if (!opened.ok) throw new Error(opened.failure.code);
    const notes = opened.workbook.sheets[0]?.notes ?? [];
    expect(notes.map(({ row, author, content }) => [row, author, content])).toEqual([
      [1, "Li", "kept"],
      [0, "User", "明天打电话\nUser: 好"],
    ]);
  });
});
