import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
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
const flattened = [
  ...["3DColumnClustered", "CylinderCol", "ConeBarStacked", "3DLine", "3DAreaStacked", "3DPie"],
  ...["PieOfPie", "BarOfPie", "PieExploded", "DoughnutExploded", "Radar", "RadarMarkers"],
  ...["RadarFilled", "Bubble", "Bubble3DEffect", "Surface", "SurfaceTopViewWireframe"],
];

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

const chartPart = /charts\/ksChart\d+\.xml$/;

/** A file whose charts are of a kind the host does not know. */
async function withUnknownCharts(): Promise<Uint8Array> {
  const parts = unzipSync(await saveXlsx(withCharts(["Line", "Pie"])));
  for (const [name, part] of Object.entries(parts)) {
    if (!chartPart.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replace(/c:(line|pie)Chart>/g, "c:ribbonChart>"));
  }
  return zipSync(parts);
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
  it.each([...drawn, ...flattened])(
    "of type %s come back with their type, series and place",
    async (type) => {
      const workbook = withCharts([type]);
      const [before] = chartsOf(workbook);
      const [after] = chartsOf(await reopened(workbook));
      const known = ({ type: kind, name, from, to, series }: Chart): unknown => ({
        kind,
        name,
        from,
        to,
        series: series.map(({ name: title, values, categories }) => ({
          title,
          values,
          categories,
        })),
      });
      if (before === undefined || after === undefined) throw new Error("the chart is lost");
      expect(known(after)).toEqual(known(before));
    },
  );

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
    expect(partsOf(await saveXlsx(opened.workbook), chartPart)).toEqual(partsOf(first, chartPart));
    if (line === undefined) throw new Error("no chart");
    line.title.text = "改过";
    const again = await reopened(opened.workbook);
    expect(chartsOf(again).map(({ title, type }) => [title.text, type])).toEqual([
      ["改过", "Line"],
      [undefined, "Pie"],
    ]);
  });

  it("keep all else they were told: axes, groups, error bars, labels, places, runs", async () => {
    const workbook = withCharts(["LineMarkers"]);
    const [chart] = chartsOf(workbook);
    const [first, second] = chart?.series ?? [];
    if (chart === undefined || first === undefined || second === undefined) throw new Error("none");
    chart.title.text = "季度销售";
    chart.title.runs = [{ start: 2, length: 2, font: { color: "#FF0000", bold: true } }];
    chart.title.place = { left: 30, top: 6 };
    chart.legend.hidden = [1];
    chart.legend.place = { left: 250, top: 20, width: 90, height: 60 };
    Object.assign(chart, { plotPlace: { left: 40, top: 40, width: 200, height: 120 } });
    chart.plotInside = true;
    chart.dataTable = {
      visible: true,
      look: {},
      showHorizontalBorder: true,
      showVerticalBorder: false,
      showOutlineBorder: true,
      showLegendKey: false,
    };
    Object.assign(chart.valueAxis, {
      displayUnit: "Thousands",
      scaleType: "Logarithmic",
      logBase: 2,
    });
    second.axisGroup = "Secondary";
    second.chartType = "ColumnClustered";
    chart.secondaryValueAxis = structuredClone(chart.valueAxis);
    Object.assign(chart.secondaryValueAxis, { maximum: 8, numberFormat: "0.0" });
    first.trendlines = [
      {
        ...{ type: "Polynomial", polynomialOrder: 3, look: { line: { color: "#00FF00" } } },
        ...{ forwardPeriod: 0.5, showEquation: true, showRSquared: true, name: "走势" },
        label: { text: "y = x", look: {}, right: 10 },
      },
    ];
    first.yErrorBars = {
      visible: true,
      look: {},
      type: "Percent",
      include: "PlusValues",
      amount: 12,
    };
    first.points = [
      {
        index: 1,
        look: {},
        markerStyle: "Diamond",
        markerSize: 9,
        labels: {
          ...{ showValue: true, look: {}, text: "最高点", right: 12, down: -20 },
          runs: [{ start: 0, length: 1, font: { size: 20 } }],
        },
      },
      { index: 2, look: {}, labels: null },
    ];
    const [after] = chartsOf(await reopened(workbook));
    expect(after).toMatchObject({
      ...{ title: chart.title, dataTable: chart.dataTable, plotInside: true },
      legend: { hidden: [1], place: chart.legend.place },
      plotPlace: chart.plotPlace,
      valueAxis: { displayUnit: "Thousands", scaleType: "Logarithmic", logBase: 2 },
      secondaryValueAxis: { maximum: 8, numberFormat: "0.0" },
      series: [
        { trendlines: first.trendlines, yErrorBars: first.yErrorBars, points: first.points },
        { axisGroup: "Secondary", chartType: "ColumnClustered" },
      ],
    });
  });

  it("of stocks come back with the columns of their volumes", async () => {
    for (const [type, count] of [
      ["StockHLC", 3],
      ["StockVOHLC", 5],
    ] as const) {
      const workbook = figures();
      const [sheet] = workbook.sheets;
      if (sheet === undefined) throw new Error("no sheet");
      for (let column = 3; column <= count; column++) {
        for (let row = 1; row < 4; row++) sheet.cells.setValue(row, column, row + column);
      }
      const { workspace } = new ExcelHost(workbook).editor;
      const area = { top: 0, left: 0, bottom: 3, right: count };
      addChart(workspace, sheet, type, { sheet, area, seriesBy: "Columns" });
      const [after] = chartsOf(await reopened(workbook));
      expect([after?.type, after?.series.length]).toEqual([type, count]);
      expect(after?.series.map(({ values }) => values)).toEqual(
        chartsOf(workbook)[0]?.series.map(({ values }) => values),
      );
    }
  });

  it("of kinds nobody knows stay in the file as they are, and it is said", async () => {
    const first = await withUnknownCharts();
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

  it("beside what is kept are written into its drawing", async () => {
    const opened = await openWorkbook(await withUnknownCharts(), "charts.xlsx");
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const { workbook } = opened;
    const [sheet] = workbook.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const { workspace }: Editor = new ExcelHost(workbook).editor;
    const area = { top: 0, left: 0, bottom: 3, right: 1 };
    addChart(workspace, sheet, "Pie", { sheet, area, seriesBy: "Auto" });
    const [drawing, ...others] = partsOf(await saveXlsx(workbook), /drawings\/[^/]*\.xml$/);
    expect(others).toEqual([]);
    expect(drawing?.match(/<xdr:graphicFrame/g)).toHaveLength(3);
  });

  it("cross to a worker and back", () => {
    const workbook = withCharts(["Pie", "Line"]);
    const there = workbookFromSnapshot(structuredClone(snapshotWorkbook(workbook)));
    expect(chartsOf(there)).toEqual(chartsOf(workbook));
  });
});
