import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { ExcelHost } from "../../../../src/host/excel-host";
import { openWorkbook } from "../../../../src/host/file/open";
import { saveXlsx } from "../../../../src/host/file/save";
import type { Workbook } from "../../../../src/host/model/workbook";
import { officeClient } from "../../../office-client";
import { excelFile } from "../excel-parts";
import { everything } from "./everything";
import { laterParts } from "./later-parts";
import { missingFrom, packageFacts } from "./package-facts";
import { rewritings } from "./rewritings";

const workbooks = path.join(__dirname, "../../../workbooks");
const files = ["libreoffice", "schema-1"].flatMap((folder) =>
  readdirSync(path.join(workbooks, folder))
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => path.join(folder, name)),
);

async function opened(bytes: Uint8Array): Promise<Workbook> {
  const result = await openWorkbook(bytes, "probe.xlsx");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.workbook;
}

function unexplained(facts: readonly string[]): string[] {
  return facts.filter((fact) => !rewritings.some(({ what }) => what.test(fact)));
}

describe("opening and saving", () => {
  it("keeps every element and attribute of a workbook that states all the format has", async () => {
    const bytes = everything();
    const saved = await saveXlsx(await opened(bytes));
    const before = packageFacts(bytes);
    const after = packageFacts(saved);
    expect(before.length).toBeGreaterThan(750);
    expect(unexplained(missingFrom(before, after))).toEqual([]);
    expect(unexplained(missingFrom(after, before))).toEqual([]);
  });

  it("keeps every part of a workbook with what Excel 2010 and later added", async () => {
    const bytes = laterParts();
    const before = packageFacts(bytes);
    expect(before.length).toBeGreaterThan(60);
    expect(
      unexplained(missingFrom(before, packageFacts(await saveXlsx(await opened(bytes))))),
    ).toEqual([]);
  });

  it.each(files)("drops nothing %s states", async (name) => {
    const bytes = readFileSync(path.join(workbooks, name));
    const saved = await saveXlsx(await opened(bytes));
    expect(unexplained(missingFrom(packageFacts(bytes), packageFacts(saved)))).toEqual([]);
  });

  it("keeps what the model has no member for while its neighbours change", async () => {
    const bytes = everything();
    const workbook = await opened(bytes);
    const [sheet] = workbook.sheets;
    const [table] = sheet?.tables ?? [];
    if (sheet === undefined || table === undefined) throw new Error("no table");
    table.area = { ...table.area, bottom: table.area.bottom + 1 };
    table.columns = table.columns.map((column) => ({ ...column }));
    sheet.hyperlinks = sheet.hyperlinks.map((link) => ({ ...link, row: link.row + 1 }));
    sheet.validations = sheet.validations.map((one) => ({ ...one, ignoreBlanks: false }));
    sheet.notes = sheet.notes.map((note) => ({ ...note, row: note.row + 1 }));
    const facts = packageFacts(await saveXlsx(workbook)).join("\n");
    for (const kept of [
      "table@dataDxfId/numFmt@numFmtId=171",
      "table@headerRowCellStyle=我的",
      "tableColumn[3]@queryTableFieldId=2",
      "sortCondition@customList=一,二",
      "hyperlink[F3:G4]@display=shown",
      "dataValidation@imeMode=hiragana",
      "comment[A3]/text/r/rPr/b",
    ]) {
      expect(facts).toContain(kept);
    }
  });

  it("moves a filter's sorting and hidden buttons with the cells", async () => {
    const filter =
      '<autoFilter ref="A1:D5"><filterColumn colId="3" hiddenButton="1"/><sortState ref="A2:D5" sortMethod="stroke"><sortCondition descending="1" ref="C2:C5" customList="高,低"/></sortState></autoFilter>';
    const workbook = await opened(excelFile(`<sheetData/>${filter}`));
    await officeClient(new ExcelHost(workbook).connect());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("B:B").insert("Right");
      await context.sync();
    });
    const saved = strFromU8(unzipSync(await saveXlsx(workbook))["xl/worksheets/sheet1.xml"]!);
    expect(/<autoFilter.*<\/autoFilter>/.exec(saved)?.[0]).toBe(
      '<autoFilter ref="A2:E6"><filterColumn colId="4" hiddenButton="1"></filterColumn><sortState sortMethod="stroke" ref="A3:E6"><sortCondition descending="1" customList="高,低" ref="D3:D6"/></sortState></autoFilter>',
    );
  });
});
