import { excelFile } from "../excel-parts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const x15 = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main";
const microsoft = "http://schemas.microsoft.com/office";

/** @param items - id, the last words of the kind, target; kinds of Microsoft's own name their year first */
function links(...items: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const texts = items.map(([id, kind, target]) => {
    const type = /^\d/.test(kind)
      ? `${microsoft}/${kind.replace("/", "/relationships/")}`
      : `${office}/${kind}`;
    const mode = /^(?:https?|file):/.test(target) ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${texts.join("")}</Relationships>`;
}

const sheet =
  '<sheetPr codeName="Sheet1"/><dimension ref="A1:C4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 地区 _x000D_</t></is></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2" t="str"><f>"x"</f><v>x</v></c></row></sheetData>' +
  '<conditionalFormatting sqref="B1:B4"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47C7-9B1C-8D4F0E4B0A52}"><x14:id>{00000000-0001-0000-0000-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="A4"><formula1>"a,b"</formula1></dataValidation></dataValidations>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" r:id="rId1"/><headerFooter><oddHeader>&amp;C&amp;G</oddHeader></headerFooter>' +
  '<smartTags><cellSmartTags r="A1"><cellSmartTag type="0"/></cellSmartTags></smartTags><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><legacyDrawingHF r:id="rId4"/>' +
  '<oleObjects><oleObject progId="Word.Document.12" shapeId="1026" r:id="rId5"/></oleObjects><controls><control shapeId="1027" r:id="rId6" name="Button 1"/></controls><webPublishItems count="1"><webPublishItem id="1" divId="d" sourceType="sheet" destinationFile="x.htm"/></webPublishItems>' +
  '<extLst><ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}"><x14:slicerList><x14:slicer r:id="rId8"/></x14:slicerList></ext>' +
  `<ext uri="{7E03D99C-DC04-49d9-9315-930204A7B6E9}" xmlns:x15="${x15}"><x15:timelineRefs><x15:timelineRef r:id="rId9"/></x15:timelineRefs></ext>` +
  '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup manualMax="0" displayEmptyCellsAs="gap"><x14:colorSeries theme="4"/><x14:sparklines><x14:sparkline><xm:f>S!B1:B4</xm:f><xm:sqref>C1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>' +
  '<ext uri="{01252117-D84E-4E92-8308-4BE1C098FCBB}"><x14:ignoredErrors><x14:ignoredError numberStoredAsText="1"><xm:sqref>A1</xm:sqref></x14:ignoredError></x14:ignoredErrors></ext>' +
  '<ext uri="{FC87AEE6-9EDD-4A0A-B7FB-166176984837}"><x14:protectedRanges><x14:protectedRange name="p"><xm:sqref>B4</xm:sqref></x14:protectedRange></x14:protectedRanges></ext></extLst>';

const vml = (id: string, data: string): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="${id}"><v:imagedata o:relid="rId1"/>${data}</v:shape></xml>`;

/**
 * A workbook with what Excel 2010 and later keep in parts of their own: pivot tables, slicers, timelines, threaded
 * comments, controls, embedded objects, connections, queries, mapped XML, links to other workbooks, pictures of page
 * headers, printers' settings, revisions of shared workbooks.
 */
export function laterParts(): Uint8Array {
  return excelFile(sheet, {
    styles: `<cellXfs count="1"><xf numFmtId="0"/></cellXfs>`,
    book: '<workbookPr codeName="ThisWorkbook"/><bookViews><workbookView/></bookViews>',
    bookAfterSheets:
      '<externalReferences><externalReference r:id="rId20"/></externalReferences><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="3" r:id="rId21"/></pivotCaches>' +
      `<extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="${x14}"><x14:slicerCaches><x14:slicerCache r:id="rId22"/></x14:slicerCaches></ext><ext uri="{D0CA8CA8-9F24-4464-BF8E-62219DCF47F9}" xmlns:x15="${x15}"><x15:timelineCacheRefs><x15:timelineCacheRef r:id="rId23"/></x15:timelineCacheRefs></ext></extLst>`,
    more: {
      "xl/_rels/workbook.xml.rels": links(
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "styles", "styles.xml"],
        ["rId3", "sharedStrings", "sharedStrings.xml"],
        ["rId20", "externalLink", "externalLinks/externalLink1.xml"],
        ["rId21", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
        ["rId22", "2007/slicerCache", "slicerCaches/slicerCache1.xml"],
        ["rId23", "2011/timelineCache", "timelineCaches/timelineCache1.xml"],
        ["rId24", "2017/10/person", "persons/person.xml"],
        ["rId25", "connections", "connections.xml"],
        ["rId26", "xmlMaps", "xmlMaps.xml"],
        ["rId27", "attachedToolbars", "attachedToolbars.bin"],
        ["rId28", "revisionHeaders", "revisions/revisionHeaders.xml"],
        ["rId29", "2017/06/rdRichValue", "richData/rdrichvalue.xml"],
      ),
      "xl/worksheets/_rels/sheet1.xml.rels": links(
        ["rId1", "printerSettings", "../printerSettings/printerSettings1.bin"],
        ["rId2", "drawing", "../drawings/drawing1.xml"],
        ["rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ["rId4", "vmlDrawing", "../drawings/vmlDrawing2.vml"],
        ["rId5", "package", "../embeddings/Document1.docx"],
        ["rId6", "ctrlProp", "../ctrlProps/ctrlProp1.xml"],
        ["rId7", "pivotTable", "../pivotTables/pivotTable1.xml"],
        ["rId8", "2007/slicer", "../slicers/slicer1.xml"],
        ["rId9", "2011/timeline", "../timelines/timeline1.xml"],
        ["rId10", "2017/10/threadedComment", "../threadedComments/threadedComment1.xml"],
        ["rId11", "queryTable", "../queryTables/queryTable1.xml"],
        ["rId12", "tableSingleCells", "../tables/tableSingleCells1.xml"],
      ),
      "xl/printerSettings/printerSettings1.bin": "printer",
      "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="a14"><xdr:twoCellAnchor><xdr:graphicFrame macro=""/></xdr:twoCellAnchor></mc:Choice><mc:Fallback/></mc:AlternateContent></xdr:wsDr>`,
      "xl/drawings/vmlDrawing1.vml": vml("_x0000_s1027", '<x:ClientData ObjectType="Button"/>'),
      "xl/drawings/_rels/vmlDrawing1.vml.rels": links(["rId1", "image", "../media/image1.emf"]),
      "xl/drawings/vmlDrawing2.vml": vml("CH", ""),
      "xl/drawings/_rels/vmlDrawing2.vml.rels": links(["rId1", "image", "../media/image2.png"]),
      "xl/media/image1.emf": "one",
      "xl/media/image2.png": "two",
      "xl/embeddings/Document1.docx": "document",
      "xl/ctrlProps/ctrlProp1.xml": `<formControlPr xmlns="${x14}" objectType="Button" lockText="1"/>`,
      "xl/pivotTables/pivotTable1.xml": `<pivotTableDefinition xmlns="${main}" name="透视" cacheId="3"><location ref="A3:B6" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
      "xl/pivotTables/_rels/pivotTable1.xml.rels": links([
        "rId1",
        "pivotCacheDefinition",
        "../pivotCache/pivotCacheDefinition1.xml",
      ]),
      "xl/pivotCache/pivotCacheDefinition1.xml": `<pivotCacheDefinition xmlns="${main}" xmlns:r="${office}" r:id="rId1" refreshedBy="李"/>`,
      "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": links([
        "rId1",
        "pivotCacheRecords",
        "pivotCacheRecords1.xml",
      ]),
      "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords xmlns="${main}" count="0"/>`,
      "xl/slicers/slicer1.xml": `<slicers xmlns="${x14}"><slicer name="地区" cache="切片器_地区" rowHeight="241300"/></slicers>`,
      "xl/slicerCaches/slicerCache1.xml": `<slicerCacheDefinition xmlns="${x14}" name="切片器_地区" sourceName="地区"><pivotTables><pivotTable tabId="1" name="透视"/></pivotTables></slicerCacheDefinition>`,
      "xl/timelines/timeline1.xml": `<timelines xmlns="${x15}"><timeline name="日" cache="c"/></timelines>`,
      "xl/timelineCaches/timelineCache1.xml": `<timelineCacheDefinition xmlns="${x15}" name="c" sourceName="日"/>`,
      "xl/threadedComments/threadedComment1.xml": `<ThreadedComments xmlns="${microsoft}/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}" personId="{2}"><text>好</text></threadedComment></ThreadedComments>`,
      "xl/persons/person.xml": `<personList xmlns="${microsoft}/spreadsheetml/2018/threadedcomments"><person displayName="李" id="{2}"/></personList>`,
      "xl/queryTables/queryTable1.xml": `<queryTable xmlns="${main}" name="q" connectionId="1"/>`,
      "xl/tables/tableSingleCells1.xml": `<singleXmlCells xmlns="${main}"/>`,
      "xl/connections.xml": `<connections xmlns="${main}"><connection id="1" name="c" type="5" refreshedVersion="8"/></connections>`,
      "xl/xmlMaps.xml": `<MapInfo xmlns="${main}" SelectionNamespaces=""><Schema ID="S1"/></MapInfo>`,
      "xl/attachedToolbars.bin": "bars",
      "xl/revisions/revisionHeaders.xml": `<headers xmlns="${main}" guid="{3}"/>`,
      "xl/richData/rdrichvalue.xml": `<rvData xmlns="${microsoft}/spreadsheetml/2017/richdata" count="0"/>`,
      "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="${main}"><externalBook xmlns:r="${office}" r:id="rId1"/></externalLink>`,
      "xl/externalLinks/_rels/externalLink1.xml.rels": links([
        "rId1",
        "externalLinkPath",
        "file:///D:/other.xlsx",
      ]),
    },
  });
}
