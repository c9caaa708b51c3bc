import { inExcel } from "./in-excel";

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments
describe("Excel.Comment", () => {
  it("is added at a cell, found there, changed, resolved and deleted", async () => {
    await inExcel(async (context, sheet) => {
      const before = context.workbook.comments.getCount();
      const comment = context.workbook.comments.add(`${sheet.name}!B2`, "TODO: add data.");
      comment.load("id,content,resolved,creationDate,contentType");
      await context.sync();
      expect([comment.content, comment.resolved, comment.contentType]).toEqual([
        "TODO: add data.",
        false,
        "Plain",
      ]);
      expect(comment.creationDate).toBeInstanceOf(Date);
      const again = context.workbook.comments.getItemByCell(`${sheet.name}!B2`);
      again.content = "PLEASE add data.";
      again.resolved = true;
      again.load("content,resolved,id");
      const place = again.getLocation().load("address");
      const count = sheet.comments.getCount();
      await context.sync();
      expect([again.id, again.content, again.resolved]).toEqual([
        comment.id,
        "PLEASE add data.",
        true,
      ]);
      expect([place.address, count.value]).toEqual([`${sheet.name}!B2`, 1]);
      context.workbook.comments.getItem(comment.id).delete();
      const after = context.workbook.comments.getCount();
      await context.sync();
      expect(after.value).toBe(before.value);
    });
  });

  it("takes replies in order, finds itself by one, and goes with its cell", async () => {
    await inExcel(async (context, sheet) => {
      const comment = sheet.comments.add(sheet.getRange("C3"), "first");
      comment.replies.add("second");
      const reply = comment.replies.add("third").load("id");
      comment.load("id");
      comment.replies.load("items/content");
      await context.sync();
      expect(comment.replies.items.map((one) => one.content)).toEqual(["second", "third"]);
      const parent = context.workbook.comments.getItemByReplyId(reply.id).load("id");
      comment.replies.getItemAt(0).delete();
      comment.replies.getItem(reply.id).content = "thirdly";
      const left = comment.replies.getItemAt(0).load("content");
      await context.sync();
      expect([parent.id, left.content]).toEqual([comment.id, "thirdly"]);
      sheet.getRange("1:1").insert("Down");
      const place = sheet.comments.getItemAt(0).getLocation().load("address");
      await context.sync();
      expect(place.address).toBe(`${sheet.name}!C4`);
      sheet.getRange("4:4").delete("Up");
      const count = sheet.comments.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  // "An InvalidArgument error is thrown if the provided range is larger than one cell."
  // https://learn.microsoft.com/javascript/api/excel/excel.commentcollection#excel-excel-commentcollection-add-member(1)
  it("stands at one cell", async () => {
    await inExcel(async (context, sheet) => {
      sheet.comments.add("A1:B2", "too wide");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      sheet.comments.getItemByCell("A1");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
