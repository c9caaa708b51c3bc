import { internStyle, type CellStyle } from "../../../src/host/model/style";
import { Workbook } from "../../../src/host/model/workbook";
import type { Area } from "../../../src/host/model/address";
import type { ConditionalRule } from "../../../src/host/model/rules";

const area = (top: number, left: number, bottom: number, right: number): Area => ({
  top,
  left,
  bottom,
  right,
});

/** A workbook with one of everything the host keeps in a file. */
export function richWorkbook(): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("客户 & 跟进");
  const other = workbook.addSheet("设置");
  const { cells } = sheet;
  const header = ["编号", "名称", "等级", "金额\n(元)", "下次跟进"];
  header.forEach((text, column) => cells.setValue(0, column, text));
  const rows = [
    ["C001", '上海鸿远 <b>&"电气"</b>', "A", 1234.5, 46000],
    ["C002", "=1+1", "B", -0.25, 46001.75],
    ["012345678901234567", "+86 138 0000 0000", null, 0, null],
    ["C004", " 前后空格 ", "E", 1e21, { error: "#N/A" }],
    ["C005", "换行\n第二行\ttab 😀 _x0041_", true, { error: "#DIV/0!" }, 1],
  ] as const;
  rows.forEach((row, index) =>
    row.forEach((value, column) => cells.setValue(index + 1, column, value)),
  );
  for (let row = 1; row <= 5; row++) {
    cells.setStyle(row, 0, internStyle({ numberFormat: "@" }));
    cells.setStyle(row, 4, internStyle({ numberFormat: 'yyyy"年"m"月"d"日"' }));
    cells.setFormula(row, 2, { text: `=CRM.GRADE($D${row + 1},$E${row + 1},crm_as_of)` });
  }
  cells.setFormula(3, 3, { text: "=[@名称]&LET(x,1,x+1)" });
  cells.setValue(8, 6, 3);
  cells.setFormula(8, 6, { text: "=SORT(A2:A4)", spill: area(8, 6, 10, 6) });
  cells.setValue(9, 6, 2);
  cells.setValue(10, 6, "x");
  cells.setFormula(12, 6, { text: "=SUM(A1:A3*B1:B3)", array: true });
  cells.setValue(12, 6, 4);
  cells.setFormula(13, 6, { text: "=XLOOKUP(1,A:A,B:B)+@A:A+SUM(G9#)" });
  cells.setFormula(14, 6, { text: '=IF(FALSE,1,"")' });
  cells.setValue(14, 6, "");
  for (const [index, style] of looks.entries()) cells.setStyle(20 + index, 1, internStyle(style));

  sheet.tables.push({
    id: 7,
    sheetId: sheet.id,
    name: "CrmCustomers",
    area: area(0, 0, 6, 4),
    columns: header.map((name, index) => ({
      id: index * 2 + 1,
      name,
      ...(index === 2 ? { calculatedFormula: "=CRM.GRADE($D2,$E2,crm_as_of)" } : {}),
      ...(index === 3 ? { totalsFunction: "sum" } : {}),
      ...(index === 0 ? { totalsLabel: "合计" } : {}),
    })),
    showHeaders: true,
    showTotals: true,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: true,
    highlightLastColumn: false,
    sort: [{ key: 3, ascending: false }],
    filters: [
      { column: 2, criteria: { filterOn: "Values", values: ["A", ""] } },
      {
        column: 3,
        criteria: { filterOn: "Custom", criterion1: ">5", criterion2: "<=9", operator: "And" },
      },
    ],
  });
  workbook.reserveTableId(7);
  sheet.filteredRows.add(3);
  sheet.hiddenRows.add(30);
  sheet.conditionalFormats = rules.map((rule, priority) => ({
    id: `{${priority}}`,
    areas: priority === 0 ? [area(1, 0, 5, 4), area(10, 2, 12, 3)] : [area(1, 3, 5, 3)],
    priority,
    stopIfTrue: priority === 0,
    rule,
  }));
  const alert = { showAlert: true, style: "Stop", title: "不对", message: "请从列表选" } as const;
  const prompt = { showPrompt: true, title: "等级", message: "A–E" };
  sheet.validations = validationRules.map((rule, index) => ({
    areas: [area(1, index, 5, index)],
    rule,
    ignoreBlanks: index % 2 === 0,
    prompt,
    errorAlert: index === 1 ? { ...alert, style: "Warning" } : alert,
  }));
  sheet.merges = [area(15, 0, 15, 2), area(16, 0, 18, 0)];
  sheet.notes = [
    { row: 1, column: 1, author: "张三", content: "第一行\n第二行 & <尖>", visible: false },
    { row: 4, column: 2, author: "Lee", content: "shown", visible: true },
  ];
  sheet.freeze = { rows: 1, columns: 2 };
  sheet.columnWidths.set(1, 24.5);
  sheet.columnWidths.set(2, 24.5);
  sheet.hiddenColumns.add(9);
  sheet.columnWidths.set(9, 8);
  sheet.columnStyles.set(12, internStyle({ numberFormat: "@" }));
  sheet.rowHeights.set(0, 30);
  sheet.rowHeights.set(40, 12.75);
  sheet.tabColor = "#FF8800";
  sheet.showGridlines = false;
  sheet.protection = { options: { ...protectionOptions }, password: null };
  other.visibility = "VeryHidden";
  other.cells.setValue(0, 0, 36526);
  workbook.selection = {
    sheetId: sheet.id,
    areas: [area(2, 1, 4, 2), area(6, 0, 6, 0)],
    active: { row: 2, column: 1 },
  };
  workbook.names.push(
    { name: "crm_as_of", formula: "=设置!$A$1", sheetId: null, visible: true, comment: "基准日" },
    {
      name: "local",
      formula: "=CrmCustomers[名称]",
      sheetId: sheet.id,
      visible: false,
      comment: "",
    },
  );
  workbook.settings.set("keepsheet", { tables: { customers: { id: 7, 名: ["<\"'&>"] } } });
  workbook.settings.set("Office.AutoShowTaskpaneWithDocument", true);
  workbook.xmlParts.set("{11111111-2222-3333-4444-555555555555}", '<a xmlns="urn:x">值</a>');
  const properties = {
    title: "客户簿",
    author: "李四",
    company: "C & D",
    revisionNumber: 3,
    "custom:部门": "销售",
    "custom:count": 5,
    "custom:ok": true,
    creationDate: "2026-01-02T03:04:05Z",
  };
  for (const [name, value] of Object.entries(properties)) workbook.properties.set(name, value);
  workbook.calculationMode = "Manual";
  return workbook;
}

export const protectionOptions = {
  allowAutoFilter: true,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowFormatCells: true,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: true,
  allowPivotTables: false,
  allowSort: true,
  allowEditObjects: false,
  allowEditScenarios: false,
  selectionMode: "Normal",
};

const looks: CellStyle[] = [
  { fill: "#FFEEDD", bold: true, fontColor: "#CC0000" },
  { italic: true, underline: "Double", strikethrough: true, fontName: "微软雅黑", fontSize: 14 },
  { horizontal: "Center", vertical: "Top", wrapText: true },
  { horizontal: "Left", indent: 2, textOrientation: -45, shrinkToFit: true },
  { textOrientation: 180, locked: false, formulaHidden: true },
  {
    borders: {
      EdgeTop: { style: "Continuous", weight: "Thin", color: "#112233" },
      EdgeBottom: { style: "Double", weight: "Thick", color: "#000000" },
      EdgeLeft: { style: "DashDotDot", weight: "Medium", color: "#445566" },
      EdgeRight: { style: "Continuous", weight: "Hairline", color: "#445566" },
      DiagonalDown: { style: "Dot", weight: "Thin", color: "#FF0000" },
    },
  },
  { numberFormat: "#,##0.00" },
  { numberFormat: '[Red]0.0"元";-0.0' },
];

const style = { fill: "#FFC7CE", fontColor: "#9C0006", bold: true };
const rules: ConditionalRule[] = [
  { kind: "Custom", formula: '=AND(N("ks1")=0,$E2<TODAY()-crm_step_3)', style },
  {
    kind: "CellValue",
    operator: "Between",
    formula1: "=1",
    formula2: "=$A$1",
    style: { fontColor: "#000000" },
  },
  { kind: "ContainsText", operator: "NotContains", text: '"引号"', style: { italic: true } },
  { kind: "TopBottom", type: "BottomPercent", rank: 15, style: { strikethrough: true } },
  { kind: "PresetCriteria", criterion: "DuplicateValues", style: { fill: "#00FF00" } },
  { kind: "PresetCriteria", criterion: "LastSevenDays", style: { fill: "#00FF00" } },
  { kind: "PresetCriteria", criterion: "EqualOrBelowAverage", style: { numberFormat: "0.00" } },
  { kind: "PresetCriteria", criterion: "TwoStdDevAboveAverage", style: { underline: "Single" } },
  {
    kind: "ColorScale",
    definition: {
      minimum: { type: "LowestValue", color: "#F8696B" },
      midpoint: { type: "Percentile", formula: "=50", color: "#FFEB84" },
      maximum: { type: "HighestValue", color: "#63BE7B" },
    },
  },
  {
    kind: "DataBar",
    definition: {
      showDataBarOnly: true,
      lowerBoundRule: { type: "Automatic" },
      upperBoundRule: { type: "Number", formula: "=100" },
      barDirection: "RightToLeft",
      axisFormat: "CellMidPoint",
      axisColor: "#123456",
      positiveFormat: { fillColor: "#638EC6", gradientFill: false, borderColor: "#112233" },
      negativeFormat: {
        fillColor: "#FF0000",
        borderColor: "#AA0000",
        matchPositiveFillColor: false,
        matchPositiveBorderColor: false,
      },
    },
  },
  {
    kind: "IconSet",
    definition: {
      style: "ThreeArrows",
      showIconOnly: false,
      reverseIconOrder: true,
      criteria: [
        { type: "Percent", formula: "=0", operator: "GreaterThanOrEqual" },
        { type: "Percent", formula: "=33", operator: "GreaterThanOrEqual" },
        { type: "Number", formula: "=5", operator: "GreaterThan" },
      ],
    },
  },
  {
    kind: "IconSet",
    definition: {
      style: "FiveBoxes",
      showIconOnly: true,
      reverseIconOrder: false,
      criteria: [0, 20, 40, 60, 80].map((share) => ({
        type: "Percent",
        formula: `=${share}`,
        operator: "GreaterThanOrEqual",
      })),
    },
  },
];

const validationRules: Record<string, unknown>[] = [
  { list: { inCellDropDown: true, source: "目标,潜在,死亡" } },
  { list: { inCellDropDown: false, source: "=设置!$A$1:$A$3" } },
  { wholeNumber: { formula1: 1, formula2: "=$A$1", operator: "Between" } },
  { date: { formula1: "=DATE(2020,1,1)", operator: "GreaterThan" } },
  { custom: { formula: "=LEN($A2)>0" } },
];
