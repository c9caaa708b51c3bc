import { inExcel } from "./in-excel";

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-workbooks#access-document-properties
describe("Excel.DocumentProperties", () => {
  it("keeps what is said of the file", async () => {
    await inExcel(async (context) => {
      const { properties } = context.workbook;
      properties.author = "Alex";
      properties.title = "客户";
      properties.keywords = "a; b";
      properties.load();
      await context.sync();
      expect([properties.author, properties.title, properties.keywords]).toEqual([
        "Alex",
        "客户",
        "a; b",
      ]);
      expect(properties.subject).toBe("");
    });
  });

  it("keeps properties of one's own, found whatever the case of their key", async () => {
    await inExcel(async (context) => {
      const { custom } = context.workbook.properties;
      custom.deleteAll();
      custom.add("Introduction", "Hello");
      custom.add("count", 3);
      custom.add("share", 0.5);
      custom.add("done", true);
      custom.add("COUNT", 4);
      custom.load("items/key,items/value,items/type");
      const one = custom.getItem("introduction").load("key,value");
      const none = custom.getItemOrNullObject("nothing");
      await context.sync();
      expect(custom.items.map(({ key, value, type }) => [key, value as unknown, type])).toEqual([
        ["Introduction", "Hello", "String"],
        ["count", 4, "Number"],
        ["share", 0.5, "Float"],
        ["done", true, "Boolean"],
      ]);
      expect([one.key, none.isNullObject]).toEqual(["Introduction", true]);
      one.value = "Bye";
      custom.getItem("done").delete();
      const count = custom.getCount();
      one.load("value");
      await context.sync();
      expect([one.value as unknown, count.value]).toEqual(["Bye", 3]);
      custom.getItem("done");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
