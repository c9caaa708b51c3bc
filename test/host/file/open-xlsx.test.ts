import { strFromU8, unzipSync } from "fflate";
import { internStyle } from "../../../src/host/model/style";
import type { Workbook } from "../../../src/host/model/workbook";
import type { Sheet } from "../../../src/host/model/sheet";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type { FileWarning } from "../../../src/host/file/failure";
import { excelFile } from "./excel-parts";

async function opened(
  bytes: Uint8Array,
): Promise<{ workbook: Workbook; sheet: Sheet; warnings: readonly FileWarning[] }> {
  const result = await openWorkbook(bytes, "excel.xlsx");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const sheet = result.workbook.sheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  return { ...result, sheet };
}

const cellsOf = (inner: string): string => `<sheetData>${inner}</sheetData>`;

describe("cells as Excel writes them", () => {
  it("are read with their kinds, in any order of attributes and without addresses", async () => {
    const rows =
      '<row r="2"><c t="s" r="A2"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A2&amp;""</f><v>x&lt;y</v></c></row>' +
      '<row><c t="inlineStr"><is><t>in</t></is></c><c t="d"><v>2024-04-07T12:00:00</v></c><c><v>1.5E-3</v></c><c/></row>';
    const { sheet } = await opened(
      excelFile(cellsOf(rows), { strings: "<si><t>a</t></si><si><t>b_x000D_c</t></si>" }),
    );
    const row = (index: number): unknown[] =>
      [0, 1, 2, 3].map((column) => sheet.cells.value(index, column));
    expect(row(1)).toEqual(["b\rc", true, { error: "#N/A" }, "x<y"]);
    expect(row(2)).toEqual(["in", 45389.5, 0.0015, null]);
    expect(sheet.cells.formula(1, 3)).toEqual({ text: '=A2&""' });
  });

  it("are read where every element carries a prefix, and the prefix survives in what is kept", async () => {
    const inner =
      '<x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:phoneticPr fontId="1"/><x:pageSetup orientation="landscape"/>';
    const { workbook, sheet } = await opened(excelFile(inner, { prefix: "x:" }));
    expect(sheet.cells.value(0, 0)).toBe(2);
    const again = await opened(await saveXlsx(workbook));
    expect(again.sheet.pageLayout.get("orientation")).toBe("Landscape");
    const kept = again.workbook.kept?.sheets.get(again.sheet.id)?.fragments;
    expect(kept?.get("phoneticPr")).toEqual(['<x:phoneticPr fontId="1"/>']);
  });

  it("keep looks of parts of a text, wherever the cell goes, until it says something else", async () => {
    const { workbook, sheet, warnings } = await opened(
      excelFile(cellsOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
        strings: '<si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r></si>',
      }),
    );
    expect(sheet.cells.value(0, 0)).toBe("粗 细");
    expect(warnings).toEqual([]);
    sheet.cells.insertRows(0, 2, 0, 5);
    const texts = async (): Promise<string> =>
      strFromU8(unzipSync(await saveXlsx(workbook))["xl/sharedStrings.xml"] ?? new Uint8Array());
    expect(await texts()).toContain(
      '<si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r></si>',
    );
    sheet.cells.setValue(2, 0, "细");
    expect(await texts()).toContain("<si><t>细</t></si>");
  });
});

describe("formulas as Excel writes them", () => {
  it("shared ones become each cell's own, shifted", async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$C$1+SUM(D:D,1:1)&amp;"B1"</f><v>0</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row>';
    const { sheet } = await opened(excelFile(cellsOf(rows)));
    expect(sheet.cells.formula(2, 0)?.text).toBe('=B3+$C$1+SUM(D:D,3:3)&"B1"');
  });

  it("arrays keep their area; those with metadata are dynamic, the others legacy", async () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn._xlws.SORT(B1:B2)</f><v>1</v></c><c r="D1"><f t="array" ref="D1">SUM(B1:B2*2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const { sheet } = await opened(excelFile(cellsOf(rows)));
    expect(sheet.cells.formula(0, 0)).toEqual({
      text: "=SORT(B1:B2)",
      spill: { top: 0, left: 0, bottom: 1, right: 0 },
    });
    expect(sheet.cells.formula(0, 3)).toEqual({ text: "=SUM(B1:B2*2)", array: true });
  });

  it("calculated columns of tables are told in the table's own short spelling", async () => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="3" name="T" displayName="T" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="量"/><tableColumn id="5" name="双"><calculatedColumnFormula>T[[#This Row],[量]]*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>';
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>量</t></is></c><c r="B1" t="inlineStr"><is><t>双</t></is></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>T[[#This Row],[量]]*2</f><v>4</v></c></row>';
    const { sheet } = await opened(excelFile(cellsOf(rows), { tables: [table] }));
    expect(sheet.tables[0]?.columns).toEqual([
      { id: 1, name: "量" },
      { id: 5, name: "双", calculatedFormula: "=[@量]*2" },
    ]);
    expect(sheet.cells.formula(1, 1)?.text).toBe("=[@量]*2");
  });
});

describe("looks as Excel writes them", () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="0.0&quot;元&quot;"/></numFmts>' +
    '<fonts><font><sz val="11"/><color theme="1"/><name val="等线"/></font><font><b/><sz val="14"/><color theme="4" tint="-0.249977111117893"/><name val="等线"/></font></fonts>' +
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.149"/></patternFill></fill><fill><patternFill patternType="lightUp"><fgColor indexed="10"/></patternFill></fill></fills>' +
    "<borders><border/></borders>" +
    '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="0"/><xf numFmtId="31" fontId="0" fillId="3" borderId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0"/></cellXfs>';

  it("resolve theme colours and tints, built-in Chinese dates, and leave out what is Normal", async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c></row>';
    const { workbook, sheet, warnings } = await opened(excelFile(cellsOf(rows), { styles }));
    expect(sheet.cells.style(0, 0)).toEqual({});
    expect(sheet.cells.style(0, 1)).toEqual({
      bold: true,
      fontSize: 14,
      fontColor: "#2F5597",
      fill: "#D9D9D9",
      numberFormat: '0.0"元"',
      themeColors: {
        fontColor: { color: "#2F5597", theme: 4, tint: -0.249977111117893 },
        fill: { color: "#D9D9D9", theme: 0, tint: -0.149 },
      },
    });
    expect(sheet.cells.style(0, 2)).toEqual({
      fillPattern: "LightUp",
      fillPatternColor: "#FF0000",
      numberFormat: 'yyyy"年"m"月"d"日"',
    });
    expect(warnings).toEqual([]);
    expect(workbook.kept?.styles?.normalFont).toMatchObject({ name: "等线", size: 11 });
    const again = await opened(await saveXlsx(workbook));
    expect(again.workbook.kept?.styles?.normalFont).toMatchObject({ name: "等线", size: 11 });
    expect(again.sheet.cells.style(0, 1)).toEqual(sheet.cells.style(0, 1));
  });

  it("of whole columns reach the used rows' unstated cells and stay with the column", async () => {
    const inner =
      '<cols><col min="2" max="3" width="20" style="3" customWidth="1"/></cols>' +
      cellsOf(
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"/></row><row r="2"><c r="C2"><v>1</v></c></row>',
      );
    const { workbook, sheet } = await opened(excelFile(inner, { styles }));
    const check = (cells: Sheet["cells"]): void => {
      expect(cells.style(0, 1)).toEqual({ numberFormat: "@" });
      // Plain, although its column is not.
      expect(cells.style(0, 2)).toEqual({ styleName: "Normal" });
      expect(cells.style(1, 1)).toEqual({ numberFormat: "@" });
    };
    check(sheet.cells);
    expect([...sheet.columnStyles.keys()]).toEqual([1, 2]);
    const again = await opened(await saveXlsx(workbook));
    check(again.sheet.cells);
    expect([...again.sheet.columnStyles.keys()]).toEqual([1, 2]);
  });
});

describe("rules as Excel writes them", () => {
  it("of the extended list are read too: lists and formulas that name other sheets, bars with their colours", async () => {
    const inner =
      cellsOf("") +
      '<conditionalFormatting sqref="B2:B9"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{A}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
      '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{A}"><x14:dataBar gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/></x14:dataBar></x14:cfRule><xm:sqref>B2:B9</xm:sqref></x14:conditionalFormatting><x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{B}"><xm:f>Other!$A1&gt;1</xm:f><x14:dxf><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>A1:A5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
      '<ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Other!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C1:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    const { sheet } = await opened(excelFile(inner));
    expect(sheet.conditionalFormats).toMatchObject([
      {
        priority: 0,
        rule: { kind: "Custom", formula: "=Other!$A1>1", style: { fill: "#FF0000" } },
      },
      {
        priority: 1,
        rule: {
          kind: "DataBar",
          definition: {
            lowerBoundRule: { type: "Automatic" },
            positiveFormat: { fillColor: "#638EC6", gradientFill: false },
            negativeFormat: { fillColor: "#FF0000" },
          },
        },
      },
    ]);
    expect(sheet.validations).toMatchObject([
      {
        areas: [{ top: 0, left: 2, bottom: 8, right: 2 }],
        rule: { list: { source: "=Other!$A$1:$A$3" } },
      },
    ]);
  });

  it("state formulas for the corner of all areas; the model for the first area's", async () => {
    const inner =
      cellsOf("") +
      '<conditionalFormatting sqref="C5:C6 B2:B3"><cfRule type="expression" priority="1"><formula>B2&gt;$A2</formula></cfRule></conditionalFormatting>';
    const { workbook, sheet } = await opened(excelFile(inner));
    expect(sheet.conditionalFormats[0]?.rule).toMatchObject({ formula: "=C5>$A5" });
    const again = await opened(await saveXlsx(workbook));
    expect(again.sheet.conditionalFormats[0]?.rule).toMatchObject({ formula: "=C5>$A5" });
  });
});

describe("the theme and named styles of a file", () => {
  const styles =
    '<fonts><font><sz val="11"/><color theme="1"/><name val="等线"/><family val="2"/><charset val="134"/><scheme val="minor"/></font><font><b/><sz val="15"/><color theme="3"/><name val="等线"/><family val="2"/><charset val="134"/><scheme val="minor"/></font></fonts>' +
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/><bgColor indexed="65"/></patternFill></fill></fills>' +
    '<borders><border/><border><left/><right/><top/><bottom style="thick"><color theme="4"/></bottom><diagonal/></border></borders>' +
    '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" applyNumberFormat="0" applyFill="0" applyAlignment="0" applyProtection="0"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="1"/><xf numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="2"/></cellXfs>' +
    '<cellStyles><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="标题 1" xfId="1" builtinId="16"/><cellStyle name="重点" xfId="2"/></cellStyles>' +
    '<dxfs><dxf><font><color theme="5"/></font></dxf><dxf><fill><patternFill><bgColor theme="6"/></patternFill></fill></dxf></dxfs>' +
    '<tableStyles count="1"><tableStyle name="客户表" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="1"/></tableStyle></tableStyles>';
  const rows =
    '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>2</v></c><c r="C1"><v>3</v></c></row>';
  const stylesPart = async (workbook: Workbook): Promise<string> =>
    strFromU8(unzipSync(await saveXlsx(workbook))["xl/styles.xml"] ?? new Uint8Array());

  it("are written back as they were: slots with their tint, fonts that follow the theme, table styles with their looks", async () => {
    const { workbook, sheet } = await opened(excelFile(cellsOf(rows), { styles }));
    expect(sheet.cells.style(0, 0)).toMatchObject({ styleName: "Heading1", fontSize: 15 });
    expect([...workbook.styles.keys()]).toEqual(["Heading1", "重点"]);
    const text = await stylesPart(workbook);
    expect(text).toContain(
      '<font><b/><sz val="15"/><color theme="3"/><name val="等线"/><family val="2"/><charset val="134"/><scheme val="minor"/></font>',
    );
    expect(text).toContain('<fgColor theme="4" tint="0.8"/>');
    expect(text).toContain('<bottom style="thick"><color theme="4"/></bottom>');
    expect(text).toContain('<tableStyleElement type="headerRow" dxfId="1"/>');
    expect(text).toContain('<dxfs count="2"><dxf><font><color theme="5"/></font></dxf>');
    expect(text).toContain('<cellStyle name="重点" xfId="2"/>');
    expect(text).toMatch(/<cellStyle name="标题 1" xfId="1" builtinId="16"/);
    const again = await opened(await saveXlsx(workbook));
    expect(again.workbook.styles).toEqual(workbook.styles);
    expect([0, 1, 2].map((column) => again.sheet.cells.style(0, column))).toEqual(
      [0, 1, 2].map((column) => sheet.cells.style(0, column)),
    );
  });

  it("give way to a colour the cell was given since; its other colours stay the theme's", async () => {
    const { workbook, sheet } = await opened(excelFile(cellsOf(rows), { styles }));
    const look = sheet.cells.style(0, 0);
    sheet.cells.setStyle(0, 0, internStyle({ ...look, fontColor: "#FF0000" }));
    const text = await stylesPart(workbook);
    expect(text).toContain('<b/><sz val="15"/><color rgb="FFFF0000"/>');
    expect(text).toContain('<bottom style="thick"><color theme="4"/></bottom>');
  });
});

describe("a sheet's own filter", () => {
  it("is kept, but given up where a table has come to stand on it, so that Excel finds nothing to repair", async () => {
    const { workbook, sheet, warnings } = await opened(
      excelFile(cellsOf('<row r="1"><c r="A1"><v>1</v></c></row>') + '<autoFilter ref="A1:B9"/>'),
    );
    expect(warnings).toEqual([]);
    const kept = await opened(await saveXlsx(workbook));
    expect(kept.sheet.autoFilter).toEqual(sheet.autoFilter);
    sheet.tables.push({
      id: 1,
      sheetId: sheet.id,
      name: "T",
      area: { top: 0, left: 0, bottom: 8, right: 0 },
      columns: [{ id: 1, name: "a" }],
      showHeaders: true,
      showTotals: false,
      style: null,
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      sort: [],
      filters: [],
    });
    expect((await opened(await saveXlsx(workbook))).sheet.autoFilter).toBeNull();
  });
});

describe("progress", () => {
  it("rises from nothing to done, in opening and in saving", async () => {
    const heard: number[] = [];
    const result = await openWorkbook(excelFile(cellsOf("")), "a.xlsx", {
      onProgress: (share) => heard.push(share),
    });
    if (!result.ok) throw new Error("not opened");
    await saveXlsx(result.workbook, { onProgress: (share) => heard.push(share - 1) });
    expect(heard.at(0)).toBeGreaterThan(0);
    expect(heard.filter((share) => share === 1)).toHaveLength(1);
    expect(heard.at(-1)).toBe(0);
  });
});
