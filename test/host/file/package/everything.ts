import { excelFile } from "../excel-parts";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const styles =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0&quot;元&quot;"/><numFmt numFmtId="170" formatCode="0.000"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><color theme="1"/><name val="等线"/><family val="2"/><charset val="134"/><scheme val="minor"/></font>' +
  '<font><b/><i/><strike/><outline/><shadow/><condense/><extend/><u val="doubleAccounting"/><vertAlign val="superscript"/><sz val="9"/><color indexed="10"/><name val="Arial"/><family val="2"/></font>' +
  '<font><sz val="11"/><color auto="1"/><name val="等线"/><family val="2"/><charset val="134"/></font></fonts>' +
  '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/><bgColor indexed="22"/></patternFill></fill><fill><gradientFill degree="45"><stop position="0"><color rgb="FFFF0000"/></stop><stop position="0.5"><color rgb="FF00FF00"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill><fill><gradientFill type="path" left="0.5" right="0.5" top="0.5" bottom="0.5"><stop position="0"><color theme="0"/></stop><stop position="1"><color theme="5"/></stop></gradientFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1" diagonalDown="1"><left style="slantDashDot"><color indexed="64"/></left><right style="hair"><color auto="1"/></right><top style="mediumDashDotDot"><color theme="6" tint="0.4"/></top><bottom style="double"><color rgb="FF112233"/></bottom><diagonal style="thin"><color indexed="12"/></diagonal></border></borders>' +
  '<cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0" applyFont="0" applyFill="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" applyAlignment="0"/></cellStyleXfs>' +
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>' +
  '<xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="distributed" vertical="top" textRotation="45" wrapText="1" indent="2" relativeIndent="1" justifyLastLine="1" shrinkToFit="1" readingOrder="2"/><protection locked="0" hidden="1"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" pivotButton="1"/><xf numFmtId="31" fontId="2" fillId="3" borderId="0" xfId="1"/><xf numFmtId="0" fontId="0" fillId="4" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="4"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="百分比" xfId="1" builtinId="5" hidden="1"/><cellStyle name="级别" xfId="2" builtinId="1" iLevel="2"/><cellStyle name="我的" xfId="2"/></cellStyles>' +
  '<dxfs count="3"><dxf><font><b/><color theme="5"/></font></dxf><dxf><numFmt numFmtId="171" formatCode="0.0000"/><fill><patternFill><bgColor theme="6"/></patternFill></fill><alignment horizontal="center"/><border><left style="thin"/></border><protection hidden="1"/></dxf><dxf><fill><patternFill patternType="none"/></fill></dxf></dxfs>' +
  '<tableStyles count="1" defaultTableStyle="T" defaultPivotStyle="P"><tableStyle name="T" pivot="0" count="2"><tableStyleElement type="headerRow" dxfId="0"/><tableStyleElement type="firstRowStripe" size="2" dxfId="1"/></tableStyle></tableStyles>' +
  '<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/></indexedColors><mruColors><color rgb="FF123456"/></mruColors></colors>' +
  '<extLst><ext uri="{S}"><x14:slicerStyles xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" defaultSlicerStyle="Light1"/></ext></extLst>';

const strings =
  '<si><r><rPr><b/><color rgb="FFFF0000"/><rFont val="等线"/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh><phoneticPr fontId="1" type="noConversion"/></si><si><t>名称</t></si><si><t>数 </t></si>';

const sheet =
  '<sheetPr syncHorizontal="1" syncRef="A1" transitionEvaluation="1" transitionEntry="1" published="0" codeName="Sheet1" filterMode="1" enableFormatConditionsCalculation="0"><tabColor indexed="11"/><outlinePr applyStyles="1" summaryBelow="0" summaryRight="0" showOutlineSymbols="0"/><pageSetUpPr autoPageBreaks="0" fitToPage="1"/></sheetPr>' +
  '<dimension ref="A1:D8"/>' +
  '<sheetViews><sheetView windowProtection="1" showFormulas="1" showGridLines="0" showRowColHeaders="0" showZeros="0" rightToLeft="1" showRuler="0" showOutlineSymbols="0" defaultGridColor="0" showWhiteSpace="0" view="pageBreakPreview" topLeftCell="B2" colorId="12" zoomScale="85" zoomScaleNormal="90" zoomScaleSheetLayoutView="70" zoomScalePageLayoutView="60" workbookViewId="0"><pane xSplit="2000" ySplit="1500" topLeftCell="C4" activePane="bottomRight"/><selection pane="topRight" activeCell="D1" sqref="D1"/><selection pane="bottomLeft" activeCell="A5" sqref="A5"/><selection pane="bottomRight" activeCell="D6" activeCellId="1" sqref="C5 D6"/></sheetView><sheetView workbookViewId="1" zoomScale="50"><selection activeCell="C3" sqref="C3"/></sheetView></sheetViews>' +
  '<sheetFormatPr baseColWidth="9" defaultColWidth="12.7109375" defaultRowHeight="18" customHeight="1" zeroHeight="1" thickTop="1" thickBottom="1" outlineLevelRow="1" outlineLevelCol="1"/>' +
  '<cols><col min="1" max="1" width="20.7109375" bestFit="1" customWidth="1" phonetic="1"/><col min="5" max="5" width="9.7109375" style="1" hidden="1" customWidth="1" outlineLevel="1"/><col min="6" max="6" width="12.7109375" collapsed="1"/></cols>' +
  '<sheetData><row r="1" s="5" customFormat="1" ht="30" customHeight="1" outlineLevel="1"><c r="A1" s="1" t="s" ph="1"><v>0</v></c><c r="B1" s="3" t="s"><v>1</v></c><c r="C1" s="4"/><c r="D1" s="6"/></row>' +
  '<row r="2" hidden="1"><c r="A2" s="2"><f>SUM(B3:B4)</f><v>3</v></c><c r="B2"><f t="shared" ref="B2:B4" si="0">A2+1</f><v>4</v></c></row><row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4"><f t="shared" si="0"/><v>1</v></c><c r="C4"><f t="array" ref="C4:C5">A3:A4*2</f><v>2</v></c></row>' +
  '<row r="5"><c r="C5"><v>0</v></c></row><row r="6"><c r="A6" t="s"><v>1</v></c><c r="B6" t="s"><v>2</v></c></row><row r="7"><c r="A7"><v>1</v></c><c r="B7"><v>2</v></c></row><row r="8"><c r="A8"><v>3</v></c></row></sheetData>' +
  '<sheetCalcPr fullCalcOnLoad="1"/><sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatCells="0" insertRows="0" sort="0" autoFilter="0" selectLockedCells="1"/>' +
  '<protectedRanges><protectedRange password="CC1A" sqref="A1:B2" name="开放"/></protectedRanges><scenarios current="0" show="0"><scenario name="s" locked="1" hidden="1" count="1" user="u" comment="c"><inputCells r="A7" val="5"/></scenario></scenarios>' +
  '<autoFilter ref="A1:D5"><filterColumn colId="0" hiddenButton="1"/><filterColumn colId="1"><filters blank="1" calendarType="gregorian"><filter val="x"/><dateGroupItem year="2026" month="3" day="4" hour="5" minute="6" second="7" dateTimeGrouping="second"/></filters></filterColumn><filterColumn colId="2" showButton="0"><top10 top="0" percent="1" val="10" filterVal="2"/></filterColumn><sortState ref="A2:D5" caseSensitive="1" sortMethod="stroke"><sortCondition descending="1" sortBy="cellColor" ref="A2:A5" dxfId="1"/><sortCondition ref="B2:B5" customList="高,中,低"/><sortCondition sortBy="icon" ref="C2:C5" iconSet="3Arrows" iconId="1"/></sortState></autoFilter>' +
  '<dataConsolidate function="average" leftLabels="1" topLabels="1" link="1"><dataRefs count="1"><dataRef ref="A1:B2" sheet="S"/></dataRefs></dataConsolidate>' +
  '<customSheetViews><customSheetView guid="{11111111-1111-1111-1111-111111111111}" scale="70" showGridLines="0"/></customSheetViews><mergeCells count="1"><mergeCell ref="G1:H2"/></mergeCells><phoneticPr fontId="1" type="Hiragana" alignment="center"/>' +
  '<conditionalFormatting pivot="1" sqref="A2:A9 C2:C4"><cfRule type="expression" dxfId="0" priority="7" stopIfTrue="1"><formula>A2 &gt; 1</formula></cfRule><cfRule type="timePeriod" dxfId="1" priority="3" timePeriod="lastMonth"><formula>1</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B1:B1048576"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min" val="0"/><cfvo type="num" val="5" gte="0"/><cfvo type="max" val="0"/><color theme="4"/><color indexed="5"/><color rgb="FF00FF00"/></colorScale></cfRule><cfRule type="dataBar" priority="9"><dataBar minLength="10" maxLength="80" showValue="0"><cfvo type="percent" val="5"/><cfvo type="formula" val="$A$7"/><color theme="5" tint="0.2"/></dataBar></cfRule><cfRule type="iconSet" priority="10"><iconSet iconSet="4Rating" percent="0" reverse="1"><cfvo type="percent" val="0"/><cfvo type="percent" val="20"/><cfvo type="percent" val="40"/><cfvo type="percent" val="60"/></iconSet></cfRule><cfRule type="aboveAverage" dxfId="2" priority="11" aboveAverage="0" stdDev="2" equalAverage="1"/></conditionalFormatting>' +
  '<dataValidations count="1" disablePrompts="1" xWindow="10" yWindow="20"><dataValidation type="whole" errorStyle="warning" imeMode="hiragana" operator="notBetween" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="t" error="e" promptTitle="p" prompt="q" sqref="D2:D9"><formula1>1</formula1><formula2>A7</formula2></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="F2:G3" r:id="rId7" location="x" tooltip="tip" display="shown"/><hyperlink ref="F5" location="S!A1" display="there"/></hyperlinks>' +
  '<printOptions horizontalCentered="1" verticalCentered="1" headings="1" gridLines="1" gridLinesSet="0"/><pageMargins left="0.1" right="0.2" top="0.3" bottom="0.4" header="0.5" footer="0.6"/><pageSetup paperSize="300" paperHeight="100mm" paperWidth="50mm" scale="80" firstPageNumber="3" fitToWidth="2" fitToHeight="0" pageOrder="overThenDown" orientation="landscape" usePrinterDefaults="0" blackAndWhite="1" draft="1" cellComments="atEnd" useFirstPageNumber="1" errors="dash" horizontalDpi="300" verticalDpi="301" copies="2"/><headerFooter differentOddEven="1" differentFirst="1" scaleWithDoc="0" alignWithMargins="0"><oddHeader>&amp;L页</oddHeader><evenFooter>x</evenFooter></headerFooter><rowBreaks count="2" manualBreakCount="1"><brk id="5" min="1" max="9" man="1"/><brk id="8" max="9" pt="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="3" max="9" man="1"/></colBreaks>' +
  '<cellWatches><cellWatch r="A1"/></cellWatches><ignoredErrors><ignoredError sqref="A1:A9" numberStoredAsText="1" formula="1"/></ignoredErrors><drawing r:id="rId5"/><legacyDrawing r:id="rId3"/><picture r:id="rId4"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>' +
  '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup type="column"/></x14:sparklineGroups></ext></extLst>';

const table = `<table ${main} id="4" name="表4" displayName="表4" comment="说明" ref="A6:B8" totalsRowCount="1" published="1" headerRowDxfId="0" dataDxfId="1" totalsRowDxfId="0" headerRowBorderDxfId="1" tableBorderDxfId="1" totalsRowBorderDxfId="1" headerRowCellStyle="我的" dataCellStyle="我的" totalsRowCellStyle="我的"><autoFilter ref="A6:B7"><filterColumn colId="0" hiddenButton="1"/><filterColumn colId="1"><colorFilter dxfId="2"/></filterColumn></autoFilter><sortState ref="A7:B7" sortMethod="pinYin"><sortCondition ref="A7:A7" customList="一,二"/></sortState><tableColumns count="2"><tableColumn id="1" uniqueName="u" name="名称" totalsRowFunction="sum" headerRowDxfId="0" dataDxfId="1" totalsRowDxfId="0" headerRowCellStyle="我的" dataCellStyle="我的"/><tableColumn id="3" name="数 " totalsRowLabel="计" queryTableFieldId="2"><calculatedColumnFormula array="1">SUM(1,2)</calculatedColumnFormula><extLst><ext uri="{C}"/></extLst></tableColumn></tableColumns><tableStyleInfo name="T" showFirstColumn="1" showLastColumn="1" showRowStripes="1" showColumnStripes="1"/><extLst><ext uri="{T}"/></extLst></table>`;

const book =
  '<fileSharing readOnlyRecommended="1" userName="u" reservationPassword="CC1A"/><workbookPr date1904="1" showObjects="placeholders" showBorderUnselectedTables="0" filterPrivacy="1" promptedSolutions="1" showInkAnnotation="0" backupFile="1" saveExternalLinkValues="0" updateLinks="never" codeName="Book" hidePivotFieldList="1" showPivotChartFilter="1" allowRefreshQuery="1" publishItems="1" checkCompatibility="1" autoCompressPictures="0" refreshAllConnections="1" defaultThemeVersion="124226"/><workbookProtection workbookPassword="CC1A" lockStructure="1" lockWindows="1"/><bookViews><workbookView visibility="hidden" minimized="1" showHorizontalScroll="0" showVerticalScroll="0" showSheetTabs="0" xWindow="1" yWindow="2" windowWidth="3" windowHeight="4" tabRatio="500" autoFilterDateGrouping="0"/><workbookView xWindow="9" yWindow="8"/></bookViews>';
const bookAfterSheets =
  '<functionGroups builtInGroupCount="17"><functionGroup name="我"/></functionGroups><definedNames><definedName name="宏" comment="c" customMenu="m" description="d" help="h" statusBar="s" hidden="1" function="1" xlm="1" functionGroupId="14" shortcutKey="k" publishToServer="1" workbookParameter="1">S!$A$1</definedName></definedNames><calcPr calcId="191029" calcMode="manual" fullCalcOnLoad="1" refMode="R1C1" iterate="1" iterateCount="50" iterateDelta="0.01" fullPrecision="0" calcCompleted="0" calcOnSave="0" concurrentCalc="0" concurrentManualCount="2" forceFullCalc="1"/><oleSize ref="A1:B2"/><customWorkbookViews><customWorkbookView name="v" guid="{11111111-1111-1111-1111-111111111111}" windowWidth="1" windowHeight="2" activeSheetId="1"/></customWorkbookViews><smartTagPr embed="1" show="none"/><webPublishing css="0" codePage="65001"/><fileRecoveryPr autoRecover="0"/><extLst><ext uri="{B}"/></extLst>';

const vml =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1025" type="#_x0000_t202" fillcolor="#abcdef" style="width:99pt;height:44pt"><x:ClientData ObjectType="Note"><x:Anchor>1, 2, 3, 4, 5, 6, 7, 8</x:Anchor><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026"><v:imagedata o:relid="rId1"/><x:ClientData ObjectType="Button"><x:FmlaMacro>go</x:FmlaMacro></x:ClientData></v:shape></xml>';
const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>5</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>6</xdr:rowOff></xdr:from><xdr:ext cx="900" cy="800"/><xdr:graphicFrame macro="m"><xdr:nvGraphicFramePr><xdr:cNvPr id="7" name="图" descr="说明"/><xdr:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></xdr:cNvGraphicFramePr></xdr:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData fLocksWithSheet="0" fPrintsWithSheet="0"/></xdr:oneCellAnchor><xdr:twoCellAnchor editAs="absolute"><xdr:pic r:embed="rId2"/></xdr:twoCellAnchor></xdr:wsDr>`;
const chart =
  '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>';

function relationships(...items: readonly [id: string, kind: string, target: string][]): string {
  const texts = items.map(([id, kind, target]) => {
    const mode = target.startsWith("https:") ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${mode}/>`;
  });
  return `<Relationships ${links}>${texts.join("")}</Relationships>`;
}

const addIns = "http://schemas.microsoft.com/office/2011/relationships";

function webExtension(id: string, name: string, value: string): string {
  return `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${id}}"><we:reference id="${id}" version="2.0.0.0" store="zh-CN" storeType="OMEX"/><we:alternateReferences><we:reference id="${id}2" version="2.0.0.0" store="s" storeType="EXCatalog"/></we:alternateReferences><we:properties><we:property name="${name}" value="${value}"/></we:properties><we:bindings><we:binding id="b${id}" type="table" appref="{4}"/></we:bindings><we:snapshot/></we:webextension>`;
}

/**
 * A workbook whose parts state what ECMA-376 part 1 gives to workbooks (18.2), worksheets (18.3), tables (18.5), comments
 * (18.7) and styles (18.8), each with a value that is not the default: 580 of the schema's 937 elements and attributes.
 * The others exclude one another, or stand within elements that are kept whole (areas of pivot tables, publishing).
 */
export function everything(): Uint8Array {
  const packaged = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
  return excelFile(sheet, {
    styles,
    strings,
    book,
    bookAfterSheets,
    more: {
      "_rels/.rels": `<Relationships ${links}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaged}/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${office}/extended-properties" Target="docProps/app.xml"/><Relationship Id="rId4" Type="${office}/custom-properties" Target="docProps/custom.xml"/><Relationship Id="rId5" Type="http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels" Target="docMetadata/LabelInfo.xml"/><Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" Target="customUI/customUI14.xml"/><Relationship Id="rId7" Type="${addIns}/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>`,
      "docMetadata/LabelInfo.xml":
        '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{L}" enabled="1" method="Standard" siteId="{S}" contentBits="0" removed="0"/></clbl:labelList>',
      "customUI/customUI14.xml":
        '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon startFromScratch="false"/></customUI>',
      "xl/webextensions/taskpanes.xml": `<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="left" visibility="1" width="438" row="3"><wetp:webextensionref xmlns:r="${office}" r:id="rId1"/></wetp:taskpane><wetp:taskpane dockstate="right" visibility="0" width="350" row="4" locked="1"><wetp:webextensionref xmlns:r="${office}" r:id="rId2"/></wetp:taskpane></wetp:taskpanes>`,
      "xl/webextensions/_rels/taskpanes.xml.rels": `<Relationships ${links}><Relationship Id="rId1" Type="${addIns}/webextension" Target="webextension1.xml"/><Relationship Id="rId2" Type="${addIns}/webextension" Target="webextension2.xml"/></Relationships>`,
      "xl/webextensions/webextension1.xml": webExtension("one", "客户", "&quot;甲&quot;"),
      "xl/webextensions/webextension2.xml": webExtension("two", "other", "{&quot;a&quot;:[1]}"),
      "docProps/core.xml":
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>t</dc:title><dc:subject>s</dc:subject><dc:creator>c</dc:creator><cp:keywords>k</cp:keywords><dc:description>d</dc:description><cp:lastModifiedBy>m</cp:lastModifiedBy><cp:revision>4</cp:revision><cp:category>g</cp:category><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created><dc:identifier>i</dc:identifier><dc:language>zh</dc:language><cp:version>v</cp:version><cp:contentStatus>f</cp:contentStatus><cp:lastPrinted>2026-01-02T00:00:00Z</cp:lastPrinted></cp:coreProperties>',
      "docProps/app.xml":
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><Manager>m</Manager><Company>c</Company><Template>t</Template><TotalTime>9</TotalTime><DocSecurity>2</DocSecurity><HyperlinkBase>https://e.cn/</HyperlinkBase></Properties>',
      "docProps/custom.xml":
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="日"><vt:filetime>2026-01-01T00:00:00Z</vt:filetime></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="链" linkTarget="宏"><vt:lpwstr>x</vt:lpwstr></property></Properties>',
      "xl/worksheets/_rels/sheet1.xml.rels": relationships(
        ["rId1", "table", "../tables/table1.xml"],
        ["rId2", "comments", "../comments1.xml"],
        ["rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ["rId4", "image", "../media/image1.png"],
        ["rId5", "drawing", "../drawings/drawing1.xml"],
        ["rId7", "hyperlink", "https://e.cn/?a=1"],
      ),
      "xl/tables/table1.xml": table,
      "xl/tables/_rels/table1.xml.rels": relationships(["rId1", "queryTable", "../q.xml"]),
      "xl/q.xml": `<queryTable ${main} name="q"/>`,
      "xl/comments1.xml": `<comments ${main}><authors><author>甲</author></authors><commentList><comment ref="A2" authorId="0" guid="{22222222-2222-2222-2222-222222222222}" shapeId="0"><text><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r></text></comment></commentList></comments>`,
      "xl/drawings/vmlDrawing1.vml": vml,
      "xl/drawings/_rels/vmlDrawing1.vml.rels": relationships([
        "rId1",
        "image",
        "../media/image1.png",
      ]),
      "xl/drawings/drawing1.xml": drawing,
      "xl/drawings/_rels/drawing1.xml.rels": relationships(
        ["rId2", "image", "../media/image1.png"],
        ["rId9", "chart", "../charts/chart1.xml"],
      ),
      "xl/charts/chart1.xml": chart,
      "xl/media/image1.png": "not really a picture",
    },
  });
}
