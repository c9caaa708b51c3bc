import { strFromU8, unzipSync } from "fflate";
import { addChart } from "../../../src/host/edit/charts";
import { Editor } from "../../../src/host/edit/editor";
import { ExcelHost } from "../../../src/host/excel-host";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { snapshotWorkbook, workbookFromSnapshot } from "../../../src/host/file/snapshot";
import { parseXml } from "../../../src/host/file/xml";
import type { Chart } from "../../../src/host/model/charts";
import { Workbook } from "../../../src/host/model/workbook";

const drawn = [
  ...["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked"],
  ...["BarStacked100", "Line", "LineMarkers", "LineStacked", "Pie", "Doughnut", "Area"],
  ...["AreaStacked100", "XYScatter", "XYScatterLines", "XYScatterSmoothNoMarkers"],
];
const framed = ["3DColumnClustered", "CylinderCol", "RadarFilled", "Bubble", "3DPie", "Surface"];

function figures(): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("销售 & 数据");
  const rows = [
    [null, "一季度", "二季度"],
    ["甲", 3, 5],
    ["乙", 4, -2],
    ["丙", 6, 1],
  ];
  rows.forEach((row, at) =>
    row.forEach((value, column) => sheet.cells.setValue(at, column, value)),
  );
  return workbook;
}

function withCharts(types: readonly string[]): Workbook {
  const workbook = figures();
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  const { editor } = new ExcelHost(workbook);
  const area = { top: 0, left: 0, bottom: 3, right: 2 };
  for (const type of types) {
    addChart(editor.workspace, sheet, type, { sheet, area, seriesBy: "Columns" });
  }
  return workbook;
}

async function reopened(workbook: Workbook): Promise<Workbook> {
  const opened = await openWorkbook(await saveXlsx(workbook), "charts.xlsx");
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.workbook;
}

function chartsOf(workbook: Workbook): readonly Chart[] {
  return workbook.sheets.flatMap(({ charts }) => charts);
}

function partsOf(bytes: Uint8Array, pattern: RegExp): string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => pattern.test(name))
    .map(([, part]) => strFromU8(part))
    .sort();
}

describe("charts in a file", () => {
  it.each(drawn)("of type %s come back with their type, series and place", async (type) => {
    const workbook = withCharts([type]);
    const [before] = chartsOf(workbook);
    const [after] = chartsOf(await reopened(workbook));
    const known = ({ type: kind, name, from, to, series }: Chart): unknown => ({
      kind,
      name,
      from,
      to,
      series: series.map(({ name: title, values, categories }) => ({ title, values, categories })),
    });
    if (before === undefined || after === undefined) throw new Error("the chart is lost");
    expect(known(after)).toEqual(known(before));
  });

  it("keep what they were told: title, legend, axes, colours, labels, points, trendlines", async () => {
    const workbook = withCharts(["ColumnClustered"]);
    const [chart] = chartsOf(workbook);
    if (chart === undefined) throw new Error("no chart");
    chart.title.text = "第一行\n<第二行>";
    chart.title.look = { font: { size: 18, bold: true, color: "#112233" } };
    chart.legend.position = "Right";
    chart.look = { fill: "#FFFFE0", line: { color: "#FF0000", weight: 2, lineStyle: "Dash" } };
    chart.valueAxis.minimum = -5;
    chart.valueAxis.majorGridlines.visible = false;
    chart.categoryAxis.title = { visible: true, text: "='销售 & 数据'!$A$2", look: {} };
    const [first] = chart.series;
    if (first === undefined) throw new Error("no series");
    first.look = { fill: "#00AA00" };
    first.labels = { showValue: true, position: "OutsideEnd", look: {} };
    first.points = [{ index: 1, look: { fill: "#AA0000" } }];
    first.trendlines = [{ type: "Linear", look: { line: { color: "#0000FF" } } }];
    const [after] = chartsOf(await reopened(workbook));
    expect(after).toMatchObject({
      title: { text: chart.title.text, visible: true, look: chart.title.look },
      legend: { position: "Right", visible: true },
      look: chart.look,
      valueAxis: { minimum: -5, majorGridlines: { visible: false } },
      categoryAxis: { title: { text: "='销售 & 数据'!$A$2", visible: true } },
      series: [
        {
          look: first.look,
          labels: { showValue: true, position: "OutsideEnd" },
          points: first.points,
          trendlines: [{ type: "Linear", look: { line: { color: "#0000FF" } } }],
        },
        {},
      ],
    });
  });

  it("that nobody changed keep their part to the byte; changed ones are written anew", async () => {
    const first = await saveXlsx(withCharts(["Line", "Pie"]));
    const opened = await openWorkbook(first, "charts.xlsx");
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const [line] = chartsOf(opened.workbook);
    const parts = /charts\/ksChart\d+\.xml$/;
    expect(partsOf(await saveXlsx(opened.workbook), parts)).toEqual(partsOf(first, parts));
    if (line === undefined) throw new Error("no chart");
    line.title.text = "改过";
    const again = await reopened(opened.workbook);
    expect(chartsOf(again).map(({ title, type }) => [title.text, type])).toEqual([
      ["改过", "Line"],
      [undefined, "Pie"],
    ]);
  });

  it("of kinds that are only framed stay in the file as they are, and it is said", async () => {
    const first = await saveXlsx(withCharts(framed));
    const opened = await openWorkbook(first, "charts.xlsx");
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    expect(chartsOf(opened.workbook)).toEqual([]);
    expect(opened.warnings).toEqual([
      { code: "kept-unchanged", what: "chart-or-picture", sheets: ["销售 & 数据"] },
    ]);
    const parts = /(charts\/|drawings\/)/;
    const again = await saveXlsx(opened.workbook);
    expect(partsOf(again, /charts\//)).toEqual(partsOf(first, /charts\//));
    expect(partsOf(again, parts)).toHaveLength(partsOf(first, parts).length);
    for (const text of partsOf(first, /\.xml$/)) expect(() => parseXml(text)).not.toThrow();
  });

  it("beside pictures are written into the pictures' drawing", async () => {
    const bytes = await saveXlsx(withCharts(["Surface"]));
    const opened = await openWorkbook(bytes, "charts.xlsx");
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const { workbook } = opened;
    const [sheet] = workbook.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const { workspace }: Editor = new ExcelHost(workbook).editor;
    const area = { top: 0, left: 0, bottom: 3, right: 1 };
    addChart(workspace, sheet, "Pie", { sheet, area, seriesBy: "Auto" });
    const [drawing, ...others] = partsOf(await saveXlsx(workbook), /drawings\/[^/]*\.xml$/);
    expect(others).toEqual([]);
    expect(drawing?.match(/<xdr:graphicFrame/g)).toHaveLength(2);
  });

  it("cross to a worker and back", () => {
    const workbook = withCharts(["Pie", "Line"]);
    const there = workbookFromSnapshot(structuredClone(snapshotWorkbook(workbook)));
    expect(chartsOf(there)).toEqual(chartsOf(workbook));
  });
});
