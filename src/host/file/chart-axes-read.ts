import type { ChartAxis, ChartTitle } from "../model/chart-parts";
import type { Chart } from "../model/charts";
import { readLook } from "./chart-looks";
import { amount, flag, placeOf, runsOf, stated, textOf, value } from "./chart-read-words";
import { gridLine, tickLabels, tickMarks, timeUnits, unlined } from "./chart-words";
import type { ChartSize } from "./chart-xml";
import type { Palette } from "./color";
import { childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

interface AxisContext {
  readonly palette: Palette;
  readonly size: ChartSize;
}

/** The axes a group of series names: the categories', the values', and that of series one behind the other. */
interface GroupAxes {
  readonly category: XmlElement | undefined;
  readonly value: XmlElement | undefined;
  readonly series: XmlElement | undefined;
}

/** The axes of a group. Of two value axes the lower one is that of the x values. */
function axesOf(plot: XmlElement, group: XmlElement): GroupAxes {
  const ids = childrenNamed(group, "axId").map(({ attributes }) => attributes.val);
  const axes = plot.children.filter(
    (one) => /^(cat|val|date|ser)Ax$/.test(one.name) && ids.includes(value(one, "axId")),
  );
  const values = axes.filter(({ name }) => name === "valAx");
  const plain = axes.find(({ name }) => name === "catAx" || name === "dateAx");
  const lower = values.find((one) => /^[bt]$/.test(value(one, "axPos") ?? "")) ?? values[0];
  const category = plain ?? lower;
  return {
    category,
    value: values.find((one) => one !== category),
    series: axes.find(({ name }) => name === "serAx"),
  };
}

/**
 * Reads the axes of all groups into a chart.
 *
 * @returns for each group whether it stands on the secondary axes; null where there are more axes than the host knows
 */
export function readAxes(
  chart: Chart,
  plot: XmlElement,
  groups: readonly XmlElement[],
  context: AxisContext,
): boolean[] | null {
  const found = groups.map((group) => axesOf(plot, group));
  const [first] = found;
  if (first === undefined) return null;
  const others = new Set(found.map((axes) => axes.value).filter((one) => one !== first.value));
  if (others.size > 1) return null;
  if (first.category !== undefined) chart.categoryAxis = readAxis(first.category, context);
  if (first.value !== undefined) chart.valueAxis = readAxis(first.value, context);
  if (first.series !== undefined) chart.seriesAxis = readAxis(first.series, context);
  const second = found.find((axes) => axes.value !== first.value);
  if (second?.value !== undefined) {
    chart.secondaryValueAxis = readAxis(second.value, context);
    if (second.category !== undefined && !flag(second.category, "delete", false)) {
      chart.secondaryCategoryAxis = readAxis(second.category, context);
    }
  }
  return found.map((axes) => axes.value !== first.value);
}

function readAxis(element: XmlElement, context: AxisContext): ChartAxis {
  const { palette } = context;
  const scaling = childNamed(element, "scaling") ?? element;
  const lines = (name: string): ChartAxis["majorGridlines"] => {
    const found = childNamed(element, name);
    return { visible: found !== undefined, look: unlined(readLook(found, palette), gridLine) };
  };
  const format = childNamed(element, "numFmt")?.attributes;
  const logBase = amount(scaling, "logBase");
  const unit = childNamed(element, "dispUnits");
  const built = value(unit, "builtInUnit");
  const custom = amount(unit, "custUnit");
  const text = childNamed(element, "txPr");
  const turn = text === undefined ? undefined : childNamed(text, "bodyPr")?.attributes.rot;
  const own = stated({
    minimum: amount(scaling, "min"),
    maximum: amount(scaling, "max"),
    logBase,
    scaleType: logBase === undefined ? undefined : ("Logarithmic" as const),
    majorUnit: amount(element, "majorUnit"),
    minorUnit: amount(element, "minorUnit"),
    majorTickMark: tickMarks[value(element, "majorTickMark") ?? "out"],
    minorTickMark: tickMarks[value(element, "minorTickMark") ?? "none"],
    tickLabelPosition:
      tickLabels[(value(element, "tickLblPos") ?? "nextTo") as keyof typeof tickLabels],
    reversePlotOrder: value(scaling, "orientation") === "maxMin" || undefined,
    numberFormat: isOn(format?.sourceLinked) ? undefined : format?.formatCode,
    displayUnit:
      built === undefined
        ? custom === undefined
          ? undefined
          : "Custom"
        : built.charAt(0).toUpperCase() + built.slice(1),
    customDisplayUnit: custom,
    showDisplayUnitLabel:
      unit === undefined || childNamed(unit, "dispUnitsLbl") !== undefined ? undefined : false,
    tickLabelSpacing: amount(element, "tickLblSkip"),
    tickMarkSpacing: amount(element, "tickMarkSkip"),
    categoryType: element.name === "dateAx" ? "DateAxis" : undefined,
    baseTimeUnit: timeUnits[value(element, "baseTimeUnit") ?? ""],
    majorTimeUnitScale: timeUnits[value(element, "majorTimeUnit") ?? ""],
    minorTimeUnitScale: timeUnits[value(element, "minorTimeUnit") ?? ""],
    textOrientation: Number(turn) === 0 || turn === undefined ? undefined : -Number(turn) / 60_000,
    multiLevel: flag(element, "noMultiLvlLbl", false) ? false : undefined,
  });
  return {
    ...own,
    visible: !flag(element, "delete", false),
    look: unlined(readLook(element, palette), gridLine),
    title: readTitle(childNamed(element, "title"), false, context),
    majorGridlines: lines("majorGridlines"),
    minorGridlines: lines("minorGridlines"),
  };
}

/** A title of the chart or of an axis. */
export function readTitle(
  element: XmlElement | undefined,
  deleted: boolean,
  { palette, size }: AxisContext,
): ChartTitle {
  const title: ChartTitle = {
    visible: element !== undefined && !deleted,
    look: readLook(element, palette),
  };
  if (element === undefined) return title;
  const tx = childNamed(element, "tx");
  const words = textOf(tx);
  if (words !== null) title.text = words;
  if (flag(element, "overlay", false)) title.overlay = true;
  const runs = runsOf(tx, palette);
  if (runs.length > 0) title.runs = runs;
  const place = placeOf(element, size);
  if (place !== undefined) title.place = place;
  return title;
}
