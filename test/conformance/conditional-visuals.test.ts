import { inExcel } from "./in-excel";

describe("Excel.ColorScaleConditionalFormat", () => {
  it("takes two or three points and says which it has", async () => {
    await inExcel(async (context, sheet) => {
      const { colorScale } = sheet.getRange("A1:A9").conditionalFormats.add("ColorScale");
      colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FF0000" },
        maximum: { type: "Percent", formula: "90", color: "#00FF00" },
      };
      colorScale.load("threeColorScale,criteria");
      await context.sync();
      expect(colorScale.threeColorScale).toBe(false);
      expect(colorScale.criteria.maximum).toMatchObject({ type: "Percent", color: "#00FF00" });
      colorScale.criteria = {
        ...colorScale.criteria,
        midpoint: { type: "Number", formula: "5", color: "#FFFFFF" },
      };
      colorScale.load("threeColorScale");
      await context.sync();
      expect(colorScale.threeColorScale).toBe(true);
    });
  });
});

describe("Excel.DataBarConditionalFormat", () => {
  it("keeps direction, bounds, axis and the colours of both sides", async () => {
    await inExcel(async (context, sheet) => {
      const { dataBar } = sheet.getRange("A1:A9").conditionalFormats.add("DataBar");
      dataBar.barDirection = "LeftToRight";
      dataBar.showDataBarOnly = true;
      dataBar.axisFormat = "CellMidPoint";
      dataBar.lowerBoundRule = { type: "Number", formula: "0" };
      dataBar.positiveFormat.fillColor = "#112233";
      dataBar.positiveFormat.gradientFill = false;
      dataBar.negativeFormat.fillColor = "#445566";
      dataBar.load("barDirection,showDataBarOnly,axisFormat,lowerBoundRule,upperBoundRule");
      dataBar.positiveFormat.load("fillColor,gradientFill");
      dataBar.negativeFormat.load("fillColor,matchPositiveFillColor");
      await context.sync();
      expect(dataBar.toJSON()).toMatchObject({
        barDirection: "LeftToRight",
        showDataBarOnly: true,
        axisFormat: "CellMidPoint",
        lowerBoundRule: { type: "Number", formula: "0" },
        upperBoundRule: { type: "Automatic" },
        positiveFormat: { fillColor: "#112233", gradientFill: false },
        negativeFormat: { fillColor: "#445566", matchPositiveFillColor: false },
      });
    });
  });
});

describe("Excel.IconSetConditionalFormat", () => {
  it("begins with equal shares for its style and takes one criterion per icon", async () => {
    await inExcel(async (context, sheet) => {
      const { iconSet } = sheet.getRange("A1:A9").conditionalFormats.add("IconSet");
      iconSet.style = "FourArrows";
      iconSet.load("criteria");
      await context.sync();
      expect(iconSet.criteria).toHaveLength(4);
      iconSet.style = "ThreeTriangles";
      const number = (formula: string): Excel.ConditionalIconCriterion => ({
        type: "Number",
        operator: "GreaterThanOrEqual",
        formula,
      });
      iconSet.criteria = [number("=0"), number("=700"), number("=1000")];
      iconSet.load("criteria,style");
      await context.sync();
      expect(iconSet.style).toBe("ThreeTriangles");
      expect(iconSet.criteria.slice(1)).toMatchObject([
        { type: "Number", formula: "=700" },
        { type: "Number", formula: "=1000" },
      ]);
      iconSet.criteria = [number("=1")];
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });
});

describe("Excel.ConditionalFormat, what all kinds share", () => {
  it("moves to the last place when its priority is beyond it, from the back when negative", async () => {
    await inExcel(async (context, sheet) => {
      const formats = sheet.getRange("A1:A9").conditionalFormats;
      for (const type of ["Custom", "CellValue", "TopBottom"] as const) formats.add(type);
      await context.sync();
      formats.getItemAt(0).priority = 99;
      formats.load("items/type");
      await context.sync();
      expect(formats.items.map(({ type }) => type)).toEqual(["CellValue", "Custom", "TopBottom"]);
      formats.getItemAt(0).priority = -1;
      formats.load("items/type");
      await context.sync();
      expect(formats.items.map(({ type }) => type)).toEqual(["Custom", "TopBottom", "CellValue"]);
    });
  });

  it("of one kind is a null object as another, or refused", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("A1:A9").conditionalFormats.add("DataBar");
      const custom = format.customOrNullObject;
      format.load("type,stopIfTrue");
      custom.load();
      await context.sync();
      expect(custom.isNullObject).toBe(true);
      expect([format.type, format.stopIfTrue]).toEqual(["DataBar", null]);
      format.custom.rule.formula = "=1";
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
    });
  });

  it("has borders of its own on four sides", async () => {
    await inExcel(async (context, sheet) => {
      const format = sheet.getRange("A1:A9").conditionalFormats.add("PresetCriteria");
      format.preset.rule = { criterion: "Blanks" };
      const { borders } = format.preset.format;
      borders.bottom.style = "Dash";
      borders.bottom.color = "#FF0000";
      const edge = borders.getItem("EdgeBottom");
      edge.load("style,color,sideIndex");
      borders.load("count");
      await context.sync();
      expect(borders.count).toBe(4);
      expect(edge.toJSON()).toEqual({ style: "Dash", color: "#FF0000", sideIndex: "EdgeBottom" });
    });
  });
});
