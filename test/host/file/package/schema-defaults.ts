/** What elements mean when they do not say it: attributes' defaults by ECMA-376 part 1, 18, as far as files state them. */
const defaults: Readonly<Record<string, string>> = {
  b: "val=1",
  calcPr: "iterate=0 iterateCount=100 iterateDelta=0.001 refMode=A1",
  cfRule: "bottom=0 equalAverage=0 percent=0",
  col: "collapsed=0 hidden=0 outlineLevel=0 style=0",
  dataBar: "minLength=10",
  dataValidation: "errorStyle=stop showDropDown=0 showErrorMessage=0 showInputMessage=0",
  definedName: "function=0 hidden=0 vbProcedure=0",
  f: "aca=0",
  headerFooter: "differentFirst=0 differentOddEven=0",
  pageSetup:
    "blackAndWhite=0 cellComments=none copies=1 draft=0 firstPageNumber=1 fitToWidth=1 pageOrder=downThenOver scale=100",
  printOptions: "gridLines=0 gridLinesSet=1 headings=0 verticalCentered=0",
  row: "collapsed=0 customFormat=0 customHeight=0 hidden=0 outlineLevel=0",
  selection: "activeCellId=0 pane=topLeft sqref=A1",
  sheet: "state=visible",
  sheetFormatPr: "zeroHeight=0",
  sheetView:
    "colorId=64 defaultGridColor=1 rightToLeft=0 showFormulas=0 showGridLines=1 showOutlineSymbols=1 showRowColHeaders=1 showZeros=1 view=normal zoomScale=100",
  sortCondition: "iconSet=3Arrows",
  table: "headerRowCount=1 totalsRowCount=0",
  workbookPr: "backupFile=0 date1904=0 showObjects=all",
  workbookView:
    "activeTab=0 firstSheet=0 showHorizontalScroll=1 showSheetTabs=1 showVerticalScroll=1 tabRatio=600",
};

const usual = new Set(
  Object.entries(defaults).flatMap(([element, listed]) =>
    listed.split(" ").map((pair) => `${element}@${pair}`),
  ),
);

/** Whether an attribute says only what its absence would. */
export function isDefault(element: string, attribute: string, value: string): boolean {
  const plain = { true: "1", false: "0" }[value] ?? value;
  return usual.has(`${element}@${attribute}=${plain}`);
}
