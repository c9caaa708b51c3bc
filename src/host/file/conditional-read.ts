import type { Area } from "../model/address";
import type {
  Bound,
  ColorScale,
  ConditionalFormat,
  ConditionalRule,
  DataBar,
  IconSet,
  RuleStyle,
} from "../model/rules";
import { readColor, type Palette } from "./color";
import {
  axisPositions,
  barDirections,
  boundTypes,
  cellOperators,
  formulaShift,
  iconStyles,
  presetTypes,
  ruleSays,
  textOperators,
  timePeriods,
} from "./conditional-words";
import { formulaFromFile, shiftFormula } from "./formula-text";
import { readAreas } from "./ranges";
import { readRuleStyle } from "./looks-read";
import { childNamed, childrenNamed, descendants, isOn, type XmlElement } from "./xml";

export interface RuleLooks {
  readonly ruleStyles: readonly RuleStyle[];
  readonly palette: Palette;
}

interface ReadRules {
  readonly formats: ConditionalFormat[];
  /** Rules of kinds the model has no member for. */
  readonly unknown: number;
}

/** All conditional formats of a sheet, the first to win first, from the classic and the extended list. */
export function readConditionalFormats(
  sheet: XmlElement,
  source: string,
  looks: RuleLooks,
): ReadRules {
  const found: (Omit<ConditionalFormat, "id" | "priority"> & { rank: number })[] = [];
  let unknown = 0;
  const extended = descendants(sheet, "conditionalFormatting").filter(
    (element) => element.prefix === "x14",
  );
  const bars = new Map<string, XmlElement>();
  for (const group of extended) {
    for (const rule of childrenNamed(group, "cfRule")) {
      if (rule.attributes.type === "dataBar") bars.set(rule.attributes.id ?? "", rule);
    }
  }
  const groups = childrenNamed(sheet, "conditionalFormatting");
  const linked = new Set(
    groups.flatMap((group) => descendants(group, "id").map((id) => id.text.trim())),
  );
  for (const group of [...groups, ...extended]) {
    const areas = readAreas(group.attributes.sqref ?? childNamed(group, "sqref")?.text);
    if (areas.length === 0) continue;
    for (const element of childrenNamed(group, "cfRule")) {
      if (group.prefix === "x14" && linked.has(element.attributes.id ?? "")) continue;
      const rule = readRule(element, areas, looks, bars);
      if (rule === null) unknown++;
      else {
        const stopIfTrue = isOn(element.attributes.stopIfTrue);
        const linkedTo = bars.get(descendants(element, "id")[0]?.text.trim() ?? "");
        const richer = group.prefix === "x14" ? element : linkedTo;
        found.push({
          areas,
          stopIfTrue,
          rule,
          asRead: {
            says: ruleSays({ areas, stopIfTrue, rule }),
            classic: group.prefix === "x14" ? "" : source.slice(element.start, element.end),
            extended: richer === undefined ? "" : source.slice(richer.start, richer.end),
            pivot: isOn(group.attributes.pivot),
          },
          rank: Number(element.attributes.priority ?? found.length + 1),
        });
      }
    }
  }
  found.sort((one, other) => one.rank - other.rank);
  const formats = found.map(({ rank: _, ...format }, priority) => ({
    id: `{${priority.toString(16).toUpperCase().padStart(8, "0")}-0000-4000-8000-000000000000}`,
    ...format,
    priority,
  }));
  return { formats, unknown };
}

function readRule(
  element: XmlElement,
  areas: readonly Area[],
  looks: RuleLooks,
  bars: ReadonlyMap<string, XmlElement>,
): ConditionalRule | null {
  const {
    type = "",
    operator = "",
    text = "",
    rank,
    percent,
    bottom,
    dxfId,
    timePeriod,
  } = element.attributes;
  const shift = formulaShift(areas);
  const formulas = element.children
    .filter((child) => child.name === "formula" || child.name === "f")
    .map((child) => formulaFromFile(shiftFormula(child.text, shift.rows, shift.columns), null));
  const inline = childNamed(element, "dxf");
  const style =
    inline === undefined
      ? (looks.ruleStyles[Number(dxfId ?? -1)] ?? {})
      : readRuleStyle(inline, looks.palette);
  const [formula1 = "=", formula2] = formulas;
  if (type === "expression") return { kind: "Custom", formula: formula1, style };
  if (type === "cellIs") {
    return {
      kind: "CellValue",
      operator: cellOperators[operator] ?? "EqualTo",
      formula1,
      ...(formula2 === undefined ? {} : { formula2 }),
      style,
    };
  }
  const textOperator = textOperators[type];
  if (textOperator !== undefined)
    return { kind: "ContainsText", operator: textOperator, text, style };
  if (type === "top10") {
    const topBottom = `${isOn(bottom) ? "Bottom" : "Top"}${isOn(percent) ? "Percent" : "Items"}`;
    return { kind: "TopBottom", type: topBottom, rank: Number(rank ?? 10), style };
  }
  const preset =
    presetTypes[type] ?? (type === "timePeriod" ? timePeriods[timePeriod ?? ""] : undefined);
  if (preset !== undefined) return { kind: "PresetCriteria", criterion: preset, style };
  if (type === "aboveAverage") {
    return { kind: "PresetCriteria", criterion: averageCriterion(element), style };
  }
  const read = (name: string): XmlElement | undefined => childNamed(element, name);
  const scale = read("colorScale");
  if (scale !== undefined) {
    const definition = colorScale(scale, looks.palette);
    return definition === null ? null : { kind: "ColorScale", definition };
  }
  const bar = read("dataBar");
  if (bar !== undefined) {
    const link = descendants(element, "id")[0]?.text.trim() ?? "";
    const rich = childNamed(bars.get(link) ?? element, "dataBar") ?? bar;
    return { kind: "DataBar", definition: dataBar(bar, rich, looks.palette) };
  }
  const icons = read("iconSet");
  if (icons !== undefined) return { kind: "IconSet", definition: iconSet(icons) };
  return null;
}

function averageCriterion(element: XmlElement): string {
  const { aboveAverage, equalAverage, stdDev } = element.attributes;
  const side = isOn(aboveAverage, true) ? "Above" : "Below";
  const deviations = ["", "One", "Two", "Three"][Number(stdDev ?? 0)] ?? "";
  if (deviations !== "") return `${deviations}StdDev${side}Average`;
  return `${isOn(equalAverage) ? "EqualOr" : ""}${side}Average`;
}

function bound(element: XmlElement | undefined): Bound {
  const { type = "num", val } = element?.attributes ?? {};
  const value = val ?? (element === undefined ? undefined : childNamed(element, "f")?.text);
  const named = boundTypes[type] ?? "Number";
  const bare = named === "LowestValue" || named === "HighestValue" || named === "Automatic";
  return value === undefined || bare
    ? { type: named }
    : { type: named, formula: formulaFromFile(value, null) };
}

/** Null where the scale has fewer than two points. */
function colorScale(scale: XmlElement, palette: Palette): ColorScale | null {
  const colors = childrenNamed(scale, "color");
  const [minimum, second, third] = childrenNamed(scale, "cfvo").map((element, index) => {
    const color = readColor(colors[index], palette) ?? "#FFFFFF";
    return { ...bound(element), color };
  });
  if (minimum === undefined || second === undefined) return null;
  return third === undefined
    ? { minimum, maximum: second }
    : { minimum, midpoint: second, maximum: third };
}

/** `rich` is the extended element where there is one; it alone knows gradients, borders, axis and negative colours. */
function dataBar(bar: XmlElement, rich: XmlElement, palette: Palette): DataBar {
  const color = (element: XmlElement, name: string): string | undefined =>
    readColor(childNamed(element, name), palette);
  const [lower, upper] = childrenNamed(rich, "cfvo").map(bound);
  const fillColor = color(rich, "fillColor") ?? color(bar, "color") ?? "#638EC6";
  const { gradient, direction, axisPosition, showValue } = rich.attributes;
  return {
    showDataBarOnly: !isOn(bar.attributes.showValue ?? showValue, true),
    lowerBoundRule: lower ?? { type: "Automatic" },
    upperBoundRule: upper ?? { type: "Automatic" },
    barDirection: barDirections[direction ?? "context"] ?? "Context",
    axisFormat: axisPositions[axisPosition ?? "automatic"] ?? "Automatic",
    axisColor: color(rich, "axisColor") ?? "",
    positiveFormat: {
      fillColor,
      gradientFill: isOn(gradient, true),
      borderColor: color(rich, "borderColor") ?? "",
    },
    negativeFormat: {
      fillColor: color(rich, "negativeFillColor") ?? fillColor,
      borderColor: color(rich, "negativeBorderColor") ?? "",
      matchPositiveFillColor: isOn(rich.attributes.negativeBarColorSameAsPositive, rich === bar),
      matchPositiveBorderColor: isOn(rich.attributes.negativeBarBorderColorSameAsPositive, true),
    },
  };
}

function iconSet(icons: XmlElement): IconSet {
  return {
    style: iconStyles[icons.attributes.iconSet ?? "3TrafficLights1"] ?? "ThreeTrafficLights1",
    showIconOnly: !isOn(icons.attributes.showValue, true),
    reverseIconOrder: isOn(icons.attributes.reverse),
    criteria: childrenNamed(icons, "cfvo").map((element) => ({
      ...bound(element),
      operator: isOn(element.attributes.gte, true) ? "GreaterThanOrEqual" : "GreaterThan",
    })),
  };
}
