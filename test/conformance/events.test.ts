import { inExcel, until } from "./in-excel";

type Seen = readonly (string | number | boolean | undefined)[];

/** @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events */
describe("Excel events", () => {
  it("tell of formulas, of rows hidden and shown, and of sorting both ways", async () => {
    await inExcel(async (context, sheet) => {
      const seen: Seen[] = [];
      const hear = (...facts: Seen): Promise<void> => Promise.resolve(void seen.push(facts));
      sheet.onFormulaChanged.add(({ formulaDetails }) =>
        hear("formula", formulaDetails[0]?.cellAddress, formulaDetails[0]?.previousFormula),
      );
      sheet.onRowHiddenChanged.add((event) => hear("rows", event.address, event.changeType));
      sheet.onRowSorted.add((event) => hear("rows sorted", event.address));
      sheet.onColumnSorted.add((event) => hear("columns sorted", event.address));
      await context.sync();
      sheet.getRange("A1").formulas = [["=1+1"]];
      await context.sync();
      sheet.getRange("A1").values = [[5]];
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("A1:B2").sort.apply([{ key: 0 }]);
      sheet.getRange("A1:B2").sort.apply([{ key: 0 }], false, false, "Columns");
      await context.sync();
      await until(() => seen.length >= 5);
      expect(seen).toEqual([
        ["formula", "A1", ""],
        ["formula", "A1", "=1+1"],
        ["rows", "2:3", "Hidden"],
        ["rows sorted", "A1:B2"],
        ["columns sorted", "A1:B2"],
      ]);
    });
  });

  it("tell of neighbouring edits of one sync once, of edits apart one by one", async () => {
    await inExcel(async (context, sheet) => {
      const seen: string[] = [];
      sheet.onChanged.add((event) => Promise.resolve(void seen.push(event.address)));
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").values = [[2]];
      sheet.getRange("D9").values = [[3]];
      await context.sync();
      await until(() => seen.length >= 2);
      expect(seen).toEqual(["A1:A2", "D9"]);
    });
  });

  it("tell of protection, visibility, names and moves of worksheets", async () => {
    await inExcel(async (context, sheet) => {
      const { worksheets } = context.workbook;
      const seen: Seen[] = [];
      const hear = (...facts: Seen): Promise<void> => Promise.resolve(void seen.push(facts));
      const handlers = [
        worksheets.onProtectionChanged.add((event) => hear("protected", event.isProtected)),
        worksheets.onVisibilityChanged.add((event) =>
          hear("visibility", event.visibilityBefore, event.visibilityAfter),
        ),
        worksheets.onMoved.add((event) => hear("moved", event.positionAfter)),
      ];
      await context.sync();
      sheet.protection.protect();
      sheet.protection.unprotect();
      sheet.visibility = "Hidden";
      sheet.visibility = "Visible";
      sheet.position = 0;
      await context.sync();
      await until(() => seen.length >= 5);
      for (const handler of handlers) handler.remove();
      await context.sync();
      expect(seen).toEqual([
        ["protected", true],
        ["protected", false],
        ["visibility", "Visible", "Hidden"],
        ["visibility", "Hidden", "Visible"],
        ["moved", 0],
      ]);
    });
  });

  /** @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments#comment-events */
  it("tell of comments added, changed and deleted", async () => {
    await inExcel(async (context, sheet) => {
      const seen: Seen[] = [];
      const hear = (...facts: Seen): Promise<void> => Promise.resolve(void seen.push(facts));
      const { comments } = sheet;
      comments.onAdded.add((event) => hear("added", event.commentDetails.length));
      comments.onChanged.add((event) => hear("changed", event.changeType));
      comments.onDeleted.add(() => hear("deleted"));
      await context.sync();
      const comment = context.workbook.comments.add(`${sheet.name}!A1`, "First");
      comment.content = "Second";
      comment.replies.add("Third");
      comment.resolved = true;
      comment.delete();
      await context.sync();
      await until(() => seen.length >= 5);
      expect(seen).toEqual([
        ["added", 1],
        ["changed", "CommentEdited"],
        ["changed", "ReplyAdded"],
        ["changed", "CommentResolved"],
        ["deleted"],
      ]);
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.runtime */
  it("are not heard while the add-in has turned them off", async () => {
    await inExcel(async (context, sheet) => {
      let heard = 0;
      sheet.onChanged.add(() => Promise.resolve(void (heard += 1)));
      await context.sync();
      context.runtime.enableEvents = false;
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      await context.sync();
      sheet.getRange("A1").values = [[2]];
      await context.sync();
      await until(() => heard > 0);
      expect(heard).toBe(1);
    });
  });
});
