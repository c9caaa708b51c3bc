import { inExcel } from "./in-excel";

const anna = { email: "anna@example.com", id: 0, name: "Anna" };
const content = {
  mentions: [anna],
  richContent: '<at id="0">Anna</at> please call Zhang',
};

/** @see https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments#mentions */
describe("Excel.Comment with mentions", () => {
  it("names people by an id in its rich content, and shows their names in the plain one", async () => {
    await inExcel(async (context, sheet) => {
      const comment = context.workbook.comments.add(
        sheet.getRange("B2"),
        content,
        Excel.ContentType.mention,
      );
      comment.load("content,contentType,mentions,richContent");
      await context.sync();
      expect(comment.contentType).toBe("Mention");
      expect(comment.mentions).toEqual([anna]);
      expect(comment.richContent).toBe(content.richContent);
      expect(comment.content).toMatch(/^@?Anna please call Zhang$/);
    });
  });

  it("is given mentions later, and in replies, and loses them with a plain text", async () => {
    await inExcel(async (context, sheet) => {
      const comment = sheet.comments.add("B2", "plain");
      comment.updateMentions(content);
      const reply = comment.replies.add(content, Excel.ContentType.mention);
      comment.load("contentType,mentions");
      reply.load("contentType,mentions,richContent");
      await context.sync();
      expect([comment.contentType, reply.contentType]).toEqual(["Mention", "Mention"]);
      expect(reply.mentions).toEqual([anna]);
      comment.content = "plain again";
      comment.load("contentType,mentions");
      await context.sync();
      expect(comment.contentType).toBe("Plain");
      expect(comment.mentions).toEqual([]);
    });
  });

  it("refuses a mention that is no text and names nobody", async () => {
    await inExcel(async (context, sheet) => {
      sheet.comments.add("B2", { mentions: [anna], richContent: "" }, Excel.ContentType.plain);
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });
});
