import { inExcel } from "./in-excel";

const review = "http://schemas.contoso.com/review/1.0";
const xml = (name: string): string =>
  `<Reviewers xmlns="${review}"><Reviewer>${name}</Reviewer></Reviewers>`;

/** Leaves the workbook without the parts of the trials before. */
async function noParts(context: Excel.RequestContext): Promise<Excel.CustomXmlPartCollection> {
  const parts = context.workbook.customXmlParts.load("items/id");
  await context.sync();
  for (const part of parts.items) part.delete();
  await context.sync();
  return context.workbook.customXmlParts;
}

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-workbooks#custom-xml-parts
describe("Excel.CustomXmlPart and its collections", () => {
  it("keeps XML under an id and gives it back as it was", async () => {
    await inExcel(async (context) => {
      const parts = await noParts(context);
      const part = parts.add(xml("Juan")).load("id,namespaceUri");
      const text = part.getXml();
      await context.sync();
      expect(text.value).toBe(xml("Juan"));
      expect(part.namespaceUri).toBe(review);
      const again = context.workbook.customXmlParts.getItem(part.id);
      again.setXml(xml("Hong"));
      const changed = again.getXml();
      const count = context.workbook.customXmlParts.getCount();
      await context.sync();
      expect([changed.value, count.value]).toEqual([xml("Hong"), 1]);
    });
  });

  it("finds the parts of a namespace, and the only one", async () => {
    await inExcel(async (context) => {
      const parts = await noParts(context);
      parts.add(xml("Juan"));
      parts.add('<o:other xmlns:o="urn:other"/>');
      parts.add("<none/>");
      const ours = parts.getByNamespace(review).load("items/namespaceUri");
      const only = parts.getByNamespace("urn:other").getOnlyItem().load("namespaceUri");
      const count = parts.getByNamespace("urn:nothing").getCount();
      await context.sync();
      expect(ours.items.map((part) => part.namespaceUri)).toEqual([review]);
      expect([only.namespaceUri, count.value]).toEqual(["urn:other", 0]);
      parts.add(xml("Hong"));
      const several = parts.getByNamespace(review).getOnlyItemOrNullObject();
      await context.sync();
      expect(several.isNullObject).toBe(true);
      parts.getByNamespace(review).getOnlyItem();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
    });
  });

  it("refuses what is no XML, and forgets what is deleted", async () => {
    await inExcel(async (context) => {
      const parts = await noParts(context);
      const part = parts.add(xml("Juan")).load("id");
      await context.sync();
      parts.add("<open>");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      part.delete();
      const gone = context.workbook.customXmlParts.getItemOrNullObject(part.id);
      await context.sync();
      expect(gone.isNullObject).toBe(true);
      context.workbook.customXmlParts.getItem(part.id);
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
