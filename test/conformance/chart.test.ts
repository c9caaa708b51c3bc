import { inExcel } from "./in-excel";

const quarters = [
  ["Product", "Q1", "Q2", "Q3"],
  ["Frames", 5, 7, 6],
  ["Saddles", 4, 3, 2],
];

async function withChart(
  work: (
    context: Excel.RequestContext,
    chart: Excel.Chart,
    sheet: Excel.Worksheet,
  ) => Promise<void>,
  type: "ColumnClustered" | "Pie" | "XYScatter" = "ColumnClustered",
  seriesBy: "Auto" | "Columns" | "Rows" = "Auto",
): Promise<void> {
  await inExcel(async (context, sheet) => {
    const source = sheet.getRange("A1:D3");
    source.values = quarters;
    const chart = sheet.charts.add(type, source, seriesBy);
    await work(context, chart, sheet);
  });
}

async function seriesOf(
  context: Excel.RequestContext,
  chart: Excel.Chart,
): Promise<
  readonly { readonly name: string; readonly values: string; readonly categories: string }[]
> {
  chart.series.load("items/name");
  await context.sync();
  const found = chart.series.items.map((series) => ({
    name: series.name,
    values: series.getDimensionDataSourceString("Values"),
    categories: series.getDimensionDataSourceString("Categories"),
  }));
  await context.sync();
  const local = (address: string): string => address.split("!")[1] ?? address;
  return found.map(({ name, values, categories }) => ({
    name,
    values: local(values.value),
    categories: local(categories.value),
  }));
}

describe("Excel.ChartCollection", () => {
  it("takes a source apart: the longer side along the axis, texts as names", async () => {
    await withChart(async (context, chart) => {
      expect(await seriesOf(context, chart)).toEqual([
        { name: "Frames", values: "$B$2:$D$2", categories: "$B$1:$D$1" },
        { name: "Saddles", values: "$B$3:$D$3", categories: "$B$1:$D$1" },
      ]);
    });
    await withChart(
      async (context, chart) => {
        expect(await seriesOf(context, chart)).toEqual([
          { name: "Q1", values: "$B$2:$B$3", categories: "$A$2:$A$3" },
          { name: "Q2", values: "$C$2:$C$3", categories: "$A$2:$A$3" },
          { name: "Q3", values: "$D$2:$D$3", categories: "$A$2:$A$3" },
        ]);
      },
      "ColumnClustered",
      "Columns",
    );
  });

  it("finds charts by name and place, counts them, deletes them", async () => {
    await withChart(async (context, chart, sheet) => {
      chart.name = "Sales";
      const none = sheet.charts.getItemOrNullObject("none");
      const again = sheet.charts.getItem("sales");
      again.load("name,chartType,id");
      sheet.charts.load("count");
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect([again.name, again.chartType, sheet.charts.count]).toEqual([
        "Sales",
        "ColumnClustered",
        1,
      ]);
      sheet.charts.getItemAt(0).delete();
      const count = sheet.charts.getCount();
      await context.sync();
      expect(count.value).toBe(0);
      sheet.charts.getItem("Sales").load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("tells of charts that come, are chosen and go", async () => {
    await inExcel(async (context, sheet) => {
      const told: string[] = [];
      const hear = (event: { type: string }): Promise<void> => {
        told.push(event.type);
        return Promise.resolve();
      };
      sheet.charts.onAdded.add(hear);
      sheet.charts.onActivated.add(hear);
      sheet.charts.onDeleted.add(hear);
      await context.sync();
      const chart = sheet.charts.add("Line", sheet.getRange("A1:B3"));
      await context.sync();
      chart.activate();
      await context.sync();
      const active = context.workbook.getActiveChart().load("name");
      chart.load("name");
      await context.sync();
      expect(active.name).toBe(chart.name);
      chart.delete();
      const none = context.workbook.getActiveChartOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(told).toEqual(["ChartAdded", "ChartActivated", "ChartDeleted"]);
    });
  });
});

describe("Excel.Chart", () => {
  it("is placed over cells or by points, and moves with the rows above it", async () => {
    await withChart(async (context, chart, sheet) => {
      chart.setPosition("B5", "D10");
      chart.load("left,top,width,height");
      const cells = sheet.getRange("B5:D10");
      cells.load("left,top,width,height");
      await context.sync();
      const { left, top, width, height } = cells;
      expect(chart.toJSON()).toMatchObject({ left, top, width, height });
      sheet.getRange("1:2").insert("Down");
      chart.load("top");
      await context.sync();
      expect(chart.top).toBe(top + 30);
      chart.width = 200;
      chart.left = 10;
      chart.load("left,width");
      await context.sync();
      expect([chart.left, chart.width]).toEqual([10, 200]);
    });
  });

  it("says its only series' name for a title until it is given one", async () => {
    await withChart(async (context, chart) => {
      chart.title.load("text,visible");
      await context.sync();
      expect([chart.title.text, chart.title.visible]).toEqual(["Frames", true]);
      chart.title.text = "By quarter";
      chart.title.format.font.size = 18;
      chart.title.load("text");
      chart.title.format.font.load("size");
      await context.sync();
      expect([chart.title.text, chart.title.format.font.size]).toEqual(["By quarter", 18]);
    }, "Pie");
  });

  it("keeps what legend, axes and looks are told, and forgets a bound set to nothing", async () => {
    await withChart(async (context, chart) => {
      chart.legend.position = "Right";
      chart.format.fill.setSolidColor("lightyellow");
      const { valueAxis, categoryAxis } = chart.axes;
      valueAxis.minimum = 2;
      valueAxis.majorGridlines.visible = false;
      categoryAxis.title.text = "Quarter";
      chart.legend.load("position,visible");
      valueAxis.load("minimum,maximum");
      valueAxis.majorGridlines.load("visible");
      categoryAxis.title.load("text,visible");
      const fill = chart.format.fill;
      fill.clear();
      await context.sync();
      expect([chart.legend.position, chart.legend.visible]).toEqual(["Right", true]);
      expect(valueAxis.minimum).toBe(2);
      expect(valueAxis.majorGridlines.visible).toBe(false);
      expect([categoryAxis.title.text, categoryAxis.title.visible]).toEqual(["Quarter", true]);
      valueAxis.minimum = "";
      valueAxis.load("minimum");
      await context.sync();
      expect(valueAxis.minimum).not.toBe(2);
    });
  });

  it("changes its type and its data", async () => {
    await withChart(async (context, chart, sheet) => {
      chart.chartType = "BarStacked";
      chart.setData(sheet.getRange("A1:B3"), "Columns");
      chart.load("chartType");
      expect(await seriesOf(context, chart)).toEqual([
        { name: "Q1", values: "$B$2:$B$3", categories: "$A$2:$A$3" },
      ]);
      expect(chart.chartType).toBe("BarStacked");
    });
  });
});

describe("Excel.Chart's parts", () => {
  it("say where they stand, and stay where they are put", async () => {
    await withChart(async (context, chart) => {
      chart.width = 400;
      chart.height = 300;
      chart.title.text = "By quarter";
      chart.title.load("left,top,width");
      chart.legend.load("top,height");
      chart.plotArea.load("left,insideLeft,insideWidth,position");
      await context.sync();
      const { title, legend, plotArea } = chart;
      expect(title.left).toBeGreaterThan(100);
      expect(legend.top).toBeGreaterThan(title.top);
      expect(plotArea.insideLeft).toBeGreaterThan(plotArea.left);
      expect(plotArea.position).toBe("Automatic");
      title.left = 20;
      legend.top = 40;
      plotArea.insideLeft = 60;
      title.load("left");
      legend.load("top");
      plotArea.load("insideLeft,position");
      await context.sync();
      expect([title.left, legend.top, plotArea.insideLeft]).toEqual([20, 40, 60]);
      expect(plotArea.position).toBe("Custom");
    });
  });

  it("hide single entries of the legend and give letters of the title a font", async () => {
    await withChart(async (context, chart) => {
      const entry = chart.legend.legendEntries.getItemAt(1);
      entry.visible = false;
      entry.load("visible,index");
      const count = chart.legend.legendEntries.getCount();
      chart.title.text = "By quarter";
      const letters = chart.title.getSubstring(0, 2);
      letters.font.color = "#FF0000";
      letters.font.load("color");
      await context.sync();
      expect([entry.visible, entry.index, count.value]).toEqual([false, 1, 2]);
      expect(letters.font.color).toBe("#FF0000");
      chart.title.getSubstring(50, 1);
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("have secondary axes once a series stands on them", async () => {
    await withChart(async (context, chart) => {
      const axis = chart.axes.getItem("Value", "Secondary");
      axis.load("visible,axisGroup");
      await context.sync();
      expect([axis.visible, axis.axisGroup]).toEqual([false, "Secondary"]);
      const series = chart.series.getItemAt(1);
      series.axisGroup = "Secondary";
      series.load("axisGroup");
      axis.maximum = 9;
      axis.load("visible,maximum");
      await context.sync();
      expect([series.axisGroup, axis.visible, axis.maximum]).toEqual(["Secondary", true, 9]);
    });
  });

  it("count in units of one's own", async () => {
    await withChart(async (context, chart) => {
      chart.axes.valueAxis.setCustomDisplayUnit(500);
      chart.axes.valueAxis.load("displayUnit,customDisplayUnit");
      await context.sync();
      const { displayUnit, customDisplayUnit } = chart.axes.valueAxis;
      expect([displayUnit, customDisplayUnit]).toEqual(["Custom", 500]);
    });
  });
});

describe("Excel.ChartCollection.add", () => {
  it("refuses the newer kinds by name, and stocks without their prices", async () => {
    await inExcel(async (context, sheet) => {
      const source = sheet.getRange("A1:D3");
      source.values = quarters;
      await context.sync();
      for (const type of ["Histogram", "Waterfall", "Funnel", "Treemap"] as const) {
        sheet.charts.add(type, source);
        await expect(context.sync()).rejects.toMatchObject({ code: "UnsupportedOperation" });
      }
      sheet.charts.add("StockHLC", source, "Rows");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      const chart = sheet.charts.add("StockHLC", source, "Columns");
      chart.series.load("count");
      await context.sync();
      expect(chart.series.count).toBe(3);
    });
  });
});

describe("Excel.ChartSeries", () => {
  it("is added, given values and categories, coloured, put in order and deleted", async () => {
    await withChart(async (context, chart, sheet) => {
      const added = chart.series.add("Third");
      added.setValues(sheet.getRange("B2:D2"));
      added.setXAxisValues(sheet.getRange("B1:D1"));
      added.format.fill.setSolidColor("#112233");
      added.plotOrder = 0;
      await context.sync();
      expect((await seriesOf(context, chart)).map(({ name }) => name)).toEqual([
        "Third",
        "Frames",
        "Saddles",
      ]);
      chart.series.getItemAt(1).delete();
      chart.series.load("count");
      const values = chart.series.getItemAt(0).getDimensionValues("Values");
      await context.sync();
      expect(chart.series.count).toBe(2);
      expect(values.value.map(Number)).toEqual([5, 7, 6]);
    });
  });

  it("follows inserted rows, renamed sheets and renamed headings", async () => {
    await withChart(async (context, chart, sheet) => {
      sheet.getRange("1:1").insert("Down");
      sheet.name = `${sheet.name} moved`;
      sheet.getRange("A3").values = [["Wheels"]];
      const source = chart.series.getItemAt(0).getDimensionDataSourceString("Values");
      sheet.load("name");
      const [first] = await seriesOf(context, chart);
      expect(first).toEqual({ name: "Wheels", values: "$B$3:$D$3", categories: "$B$2:$D$2" });
      expect(source.value).toBe(`'${sheet.name}'!$B$3:$D$3`);
    });
  });

  it("has points with values, colours and labels of their own", async () => {
    await withChart(async (context, chart) => {
      const series = chart.series.getItemAt(0);
      series.hasDataLabels = true;
      series.dataLabels.position = "OutsideEnd";
      const point = series.points.getItemAt(1);
      point.format.fill.setSolidColor("red");
      point.hasDataLabel = false;
      series.points.load("count");
      point.load("value,hasDataLabel");
      series.dataLabels.load("position,showValue");
      series.points.getItemAt(0).load("hasDataLabel");
      await context.sync();
      expect([series.points.count, point.value, point.hasDataLabel]).toEqual([3, 7, false]);
      expect([series.dataLabels.position, series.dataLabels.showValue]).toEqual([
        "OutsideEnd",
        true,
      ]);
    });
  });

  it("takes trendlines", async () => {
    await withChart(async (context, chart) => {
      const { trendlines } = chart.series.getItemAt(0);
      const line = trendlines.add("MovingAverage");
      line.format.line.color = "#FF0000";
      const count = trendlines.getCount();
      line.load("type");
      await context.sync();
      expect([count.value, line.type]).toEqual([1, "MovingAverage"]);
      trendlines.getItem(0).delete();
      const rest = trendlines.getCount();
      await context.sync();
      expect(rest.value).toBe(0);
    });
  });

  it.each([
    ["ColumnClustered", "OutsideEnd"],
    ["ColumnStacked", "Center"],
    ["BarClustered", "OutsideEnd"],
    ["Line", "Right"],
    ["XYScatter", "Right"],
  ] as const)("labels a %s at %s until told otherwise", async (type, usual) => {
    await withChart(async (context, chart) => {
      chart.chartType = type;
      const series = chart.series.getItemAt(0);
      series.hasDataLabels = true;
      const placed = async (): Promise<readonly number[]> => {
        const label = series.points.getItemAt(1).dataLabel.load("top,left");
        await context.sync();
        return [label.top, label.left];
      };
      const before = await placed();
      series.dataLabels.position = usual;
      expect(await placed()).toEqual(before);
      series.dataLabels.position = usual === "Right" ? "Left" : "InsideBase";
      expect(await placed()).not.toEqual(before);
    });
  });

  it("moves a point's label and tells what it says", async () => {
    await withChart(async (context, chart) => {
      const series = chart.series.getItemAt(0);
      series.hasDataLabels = true;
      const label = series.points.getItemAt(1).dataLabel;
      label.load("text,top,left");
      await context.sync();
      expect(label.text).toBe("7");
      const { top } = label;
      label.top = top - 20;
      label.load("top");
      await context.sync();
      expect(Math.abs(label.top - (top - 20))).toBeLessThan(0.1);
    });
  });

  it("writes its trendline's equation and shows error bars", async () => {
    await withChart(async (context, chart) => {
      const series = chart.series.getItemAt(1);
      const line = series.trendlines.add("Linear");
      line.showEquation = true;
      line.label.load("text,autoText");
      const { yErrorBars } = series;
      yErrorBars.load("visible");
      await context.sync();
      expect([line.label.text, line.label.autoText]).toEqual(["y = -x + 5", true]);
      expect(yErrorBars.visible).toBe(false);
      yErrorBars.type = "Percent";
      yErrorBars.load("visible,type,include,endStyleCap");
      await context.sync();
      expect(yErrorBars.toJSON()).toMatchObject({
        ...{ visible: true, type: "Percent", include: "Both", endStyleCap: true },
      });
    });
  });

  it("over a whole column of a table grows with the table", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Name", "Sales"],
        ["Frames", 5],
        ["Saddles", 4],
      ];
      const table = sheet.tables.add("A1:B3", true);
      const chart = sheet.charts.add("ColumnClustered", table.getRange(), "Columns");
      await context.sync();
      table.rows.add(undefined, [["Wheels", 9]]);
      await context.sync();
      expect(await seriesOf(context, chart)).toEqual([
        { name: "Sales", values: "$B$2:$B$4", categories: "$A$2:$A$4" },
      ]);
      sheet.getRange("A5:B5").values = [["Chains", 2]];
      await context.sync();
      expect((await seriesOf(context, chart))[0]?.values).toBe("$B$2:$B$5");
    });
  });

  it("of a scatter chart takes the first column for its x values", async () => {
    await withChart(
      async (context, chart) => {
        expect((await seriesOf(context, chart)).map(({ categories }) => categories)).toEqual([
          "$A$2:$A$3",
          "$A$2:$A$3",
          "$A$2:$A$3",
        ]);
      },
      "XYScatter",
      "Columns",
    );
  });
});
