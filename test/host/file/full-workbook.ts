import { addChart } from "../../../src/host/edit/charts";
import { ExcelHost } from "../../../src/host/excel-host";
import { storedHash } from "../../../src/host/file/password";
import { maxColumns, maxRows, type Area } from "../../../src/host/model/address";
import type { Chart } from "../../../src/host/model/charts";
import type { Sheet } from "../../../src/host/model/sheet";
import { internStyle } from "../../../src/host/model/style";
import type { Workbook } from "../../../src/host/model/workbook";
import { protectionOptions, richWorkbook } from "./rich-workbook";

const area = (top: number, left: number, bottom: number, right: number): Area => ({
  top,
  left,
  bottom,
  right,
});

/** The rich workbook, and every other member of the model set to something a fresh workbook does not have. */
export function fullWorkbook(): Workbook {
  const workbook = richWorkbook();
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  workbook.date1904 = true;
  workbook.protection = { password: storedHash({ password: "CC1A" }) };
  workbook.iterativeCalculation = { enabled: true, maxIteration: 50, maxChange: 0.01 };
  const heading = internStyle({ bold: true, fontSize: 16, fontColor: "#203864" });
  workbook.styles.set("Heading1", {
    name: "Heading1",
    builtIn: true,
    looks: heading,
    leftOut: ["Number", "Patterns", "Alignment", "Protection"],
  });
  workbook.styles.set("重点 & 客户", {
    name: "重点 & 客户",
    builtIn: false,
    looks: internStyle({ fill: "#FFF2CC", numberFormat: "0.000" }),
    leftOut: [],
  });
  dress(sheet);
  layOut(sheet);
  const page = workbook.addSheet("打印");
  page.savedProtectionOptions = { ...protectionOptions, allowSort: true };
  page.editableRanges = [
    { title: "电话", areas: [area(1, 1, 5, 1), area(9, 1, 9, 1)], password: null },
    { title: "密码", areas: [area(1, 2, 5, 2)], password: storedHash({ password: "CC1A" }) },
  ];
  print(page);
  filter(page);
  drawCharts(workbook, page);
  workbook.activeSheetId = page.id;
  workbook.selection = {
    sheetId: page.id,
    areas: [area(2, 1, 3, 1), area(6, 0, 6, 0)],
    active: { row: 2, column: 1 },
  };
  return workbook;
}

function dress(sheet: Sheet): void {
  const looks = [
    { styleName: "Heading1", bold: true, fontSize: 16, fontColor: "#203864" },
    { styleName: "重点 & 客户", fill: "#FFF2CC", numberFormat: "0.000" },
    { styleName: "Good", fill: "#C6EFCE", fontColor: "#006100" },
    { fillPattern: "LightUp", fillPatternColor: "#FF0000", fill: "#FFFFFF" },
    { fillPattern: "Gray50" },
    { fillPattern: "LinearGradient", fill: "#FFFFFF", fillPatternColor: "#4472C4" },
    { fillPattern: "RectangularGradient", fill: "#FFFFFF", fillPatternColor: "#4472C4" },
    { subscript: true },
    { superscript: true, bold: true },
    { readingOrder: "RightToLeft" },
    { horizontal: "Distributed", autoIndent: true, readingOrder: "LeftToRight" },
  ] as const;
  looks.forEach((look, at) => sheet.cells.setStyle(20 + at, 3, internStyle(look)));
}

function layOut(sheet: Sheet): void {
  sheet.standardWidth = 11;
  sheet.standardHeight = 18;
  sheet.showHeadings = false;
  sheet.zoom = 85;
  sheet.rowStyles.set(60, internStyle({ fill: "#E2EFDA" }));
  sheet.hyperlinks = [
    {
      row: 40,
      column: 0,
      address: "https://e.cn/?a=1&b=2",
      documentReference: null,
      screenTip: "去",
    },
    { row: 41, column: 0, address: null, documentReference: "设置!A1", screenTip: null },
    { row: 42, column: 0, address: "mailto:a@b.cn", documentReference: "x", screenTip: null },
    { row: 43, column: 0, address: "mailto:a@b.cn", documentReference: "x", screenTip: null },
  ];
  for (const row of [45, 46, 47]) sheet.rowOutline.set(row, row === 46 ? 2 : 1);
  sheet.hiddenRows.add(46);
  for (const column of [14, 15]) sheet.columnOutline.set(column, 1);
  sheet.hiddenColumns.add(14).add(15);
  sheet.customProperties.set("keepsheet.view", '{"kind":"客户 <1> 😀"}');
  sheet.customProperties.set("empty", "");
  const [note] = sheet.notes;
  if (note !== undefined) note.size = { width: 200, height: 90.5 };
  const [table] = sheet.tables;
  if (table === undefined) throw new Error("no table");
  table.sortMatchesCase = true;
  table.filters = [
    ...table.filters.slice(0, 1),
    { column: 0, criteria: { filterOn: "CellColor", color: "#FFEEDD" } },
    { column: 1, criteria: { filterOn: "FontColor", color: "#CC0000" } },
    { column: 4, criteria: { filterOn: "Icon", icon: { set: "ThreeArrows", index: 2 } } },
  ].sort((one, other) => one.column - other.column);
}

function print(sheet: Sheet): void {
  const settings = {
    blackAndWhite: true,
    bottomMargin: 36,
    centerHorizontally: true,
    centerVertically: true,
    draftMode: true,
    firstPageNumber: 3,
    footerMargin: 10.8,
    headerMargin: 14.4,
    leftMargin: 25.2,
    orientation: "Landscape",
    paperSize: "A4",
    printComments: "EndSheet",
    printErrors: "Dash",
    printGridlines: true,
    printHeadings: true,
    printOrder: "OverThenDown",
    rightMargin: 25.2,
    topMargin: 72,
    zoom: { horizontalFitToPages: 1 },
  };
  for (const [name, value] of Object.entries(settings)) sheet.pageLayout.set(name, value);
  sheet.printArea = [area(0, 0, 40, 6), area(50, 0, 60, 3)];
  sheet.printTitles = {
    rows: area(0, 0, 1, maxColumns - 1),
    columns: area(0, 0, maxRows - 1, 0),
  };
  sheet.rowBreaks.add(20).add(30);
  sheet.columnBreaks.add(4);
}

function filter(sheet: Sheet): void {
  ["区域", "金额"].forEach((text, column) => sheet.cells.setValue(0, column, text));
  [3, 8, 12].forEach((value, row) => {
    sheet.cells.setValue(row + 1, 0, `区${row}`);
    sheet.cells.setValue(row + 1, 1, value);
  });
  sheet.autoFilter = {
    area: area(0, 0, 3, 1),
    filters: [{ column: 1, criteria: { filterOn: "Custom", criterion1: ">5" } }],
  };
  sheet.filteredRows.add(1);
}

/** Two charts with all a person sets most: types, words, looks, axes, labels, single points, trends. */
function drawCharts(workbook: Workbook, sheet: Sheet): void {
  const { workspace } = new ExcelHost(workbook).editor;
  const source = { sheet, area: area(0, 0, 3, 1), seriesBy: "Columns" as const };
  const protection = workbook.protection;
  workbook.protection = null;
  const column = addChart(workspace, sheet, "ColumnClustered", source);
  addChart(workspace, sheet, "Pie", source);
  workbook.protection = protection;
  workbook.isDirty = false;
  change(column);
}

function change(chart: Chart): void {
  chart.name = "金额 & 区域";
  chart.title = { ...chart.title, text: "各区金额", overlay: true };
  chart.legend = { ...chart.legend, position: "Right" };
  chart.valueAxis = { ...chart.valueAxis, minimum: 0, maximum: 20, majorUnit: 5 };
  chart.look = { fill: "#F2F2F2", line: { color: "#7F7F7F", weight: 1 } };
  const [series] = chart.series;
  if (series === undefined) throw new Error("no series");
  series.labels = { look: {}, showValue: true };
  series.gapWidth = 80;
  series.points.push({ index: 1, look: { fill: "#C00000" } });
  series.trendlines.push({ look: {}, type: "Linear" });
}
