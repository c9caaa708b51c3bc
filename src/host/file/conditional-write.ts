import { cellAddress, type Area } from "../model/address";
import type {
  Bound,
  ColorScale,
  ConditionalFormat,
  ConditionalRule,
  DataBar,
  IconSet,
} from "../model/rules";
import {
  axisPositions,
  barDirections,
  boundTypes,
  cellOperators,
  conditionalExtension,
  extendedIcons,
  formulaShift,
  iconStyles,
  presetFormulas,
  presetTypes,
  ruleSays,
  textOperators,
  timePeriods,
  wordInFile,
} from "./conditional-words";
import { formulaInFile, shiftFormula } from "./formula-text";
import { areasInFile } from "./ranges";
import { argb } from "./color";
import type { StyleWriter } from "./styles-write";
import { inUsualKind } from "./namespaces";
import { attributesText, escapeXml } from "./xml";

export interface ConditionalTexts {
  /** `conditionalFormatting` elements of the worksheet. */
  readonly classic: string;
  /** The `ext` element that holds what the classic list cannot say; empty when nothing needs it. */
  readonly extended: string;
}

export function conditionalFormatsText(
  formats: readonly ConditionalFormat[],
  styles: StyleWriter,
): ConditionalTexts {
  const ordered = [...formats]
    .filter(({ areas }) => areas.length > 0)
    .sort((one, other) => one.priority - other.priority);
  let classic = "";
  let extended = "";
  /** Ids by which rules of the two lists belong together; a rule that was split keeps them once. */
  const taken = new Set<string>();
  ordered.forEach((format, index) => {
    const id = `{${(index + 1).toString(16).toUpperCase().padStart(8, "0")}-4B53-4000-8000-000000000001}`;
    const sqref = areasInFile(format.areas);
    const common = {
      priority: index + 1,
      stopIfTrue: format.stopIfTrue,
    };
    const { asRead } = format;
    const asReadId = /\sid="([^"]*)"/.exec(asRead?.extended ?? "")?.[1];
    if (asRead?.says === ruleSays(format) && (asReadId === undefined || !taken.has(asReadId))) {
      if (asReadId !== undefined) taken.add(asReadId);
      const ranked = (text: string): string =>
        inUsualKind(text.replace(/(<[^>]*\spriority=")\d+/, `$1${index + 1}`));
      const group = attributesText({ pivot: asRead.pivot, sqref });
      if (asRead.classic !== "") {
        classic += `<conditionalFormatting${group}>${ranked(asRead.classic)}</conditionalFormatting>`;
      }
      if (asRead.extended !== "") extended += extendedGroup(ranked(asRead.extended), sqref);
      return;
    }
    const icons = format.rule.kind === "IconSet" ? iconName(format.rule.definition) : "";
    if (!extendedIcons.has(icons)) {
      classic += `<conditionalFormatting sqref="${sqref}">${ruleText(format.rule, format.areas, styles, common, id)}</conditionalFormatting>`;
    }
    const rich = extendedRule(format.rule, id, common);
    if (rich !== "") {
      extended += extendedGroup(rich, sqref);
    }
  });
  return {
    classic,
    extended:
      extended === ""
        ? ""
        : `<ext uri="${conditionalExtension}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>${extended}</x14:conditionalFormattings></ext>`,
  };
}

function extendedGroup(rule: string, sqref: string): string {
  return `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${rule}<xm:sqref>${sqref}</xm:sqref></x14:conditionalFormatting>`;
}

type Common = Readonly<Record<string, string | number | boolean | undefined>>;

function ruleText(
  rule: ConditionalRule,
  areas: readonly Area[],
  styles: StyleWriter,
  common: Common,
  id: string,
): string {
  const shift = formulaShift(areas);
  const formula = (text: string): string => {
    const plain = shiftFormula(formulaInFile(text, null), -shift.rows, -shift.columns);
    return `<formula>${escapeXml(plain)}</formula>`;
  };
  const corner = cellAddress(
    Math.min(...areas.map((area) => area.top)),
    Math.min(...areas.map((area) => area.left)),
  );
  const element = (attributes: Common, inner: string): string => {
    const dxfId = "style" in rule ? styles.rule(rule.style) : undefined;
    const { type, ...others } = attributes;
    return `<cfRule${attributesText({ type, dxfId, ...common, ...others })}>${inner}</cfRule>`;
  };
  switch (rule.kind) {
    case "Custom":
      return element({ type: "expression" }, formula(rule.formula));
    case "CellValue":
      return element(
        { type: "cellIs", operator: wordInFile(cellOperators, rule.operator) ?? "equal" },
        formula(rule.formula1) + (rule.formula2 === undefined ? "" : formula(rule.formula2)),
      );
    case "ContainsText": {
      const type = wordInFile(textOperators, rule.operator) ?? "containsText";
      const operator = type === "notContainsText" ? "notContains" : type;
      return element(
        { type, operator, text: rule.text },
        formula(textFormula(type, rule.text, corner)),
      );
    }
    case "TopBottom":
      return element(
        {
          type: "top10",
          percent: rule.type.endsWith("Percent"),
          bottom: rule.type.startsWith("Bottom"),
          rank: rule.rank,
        },
        "",
      );
    case "PresetCriteria":
      return presetText(rule.criterion, corner, element, formula);
    case "ColorScale":
      return element({ type: "colorScale" }, colorScaleText(rule.definition));
    case "DataBar":
      return element({ type: "dataBar" }, dataBarText(rule.definition, id));
    case "IconSet":
      return element({ type: "iconSet" }, iconSetText(rule.definition, ""));
  }
}

function textFormula(type: string, text: string, corner: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  if (type === "beginsWith") return `LEFT(${corner},LEN(${quoted}))=${quoted}`;
  if (type === "endsWith") return `RIGHT(${corner},LEN(${quoted}))=${quoted}`;
  const found = `ISERROR(SEARCH(${quoted},${corner}))`;
  return type === "notContainsText" ? found : `NOT(${found})`;
}

function presetText(
  criterion: string,
  corner: string,
  element: (attributes: Common, inner: string) => string,
  formula: (text: string) => string,
): string {
  const condition = presetFormulas[criterion];
  const inner = condition === undefined ? "" : formula(condition.replaceAll("@", corner));
  const type = wordInFile(presetTypes, criterion);
  if (type !== undefined) return element({ type }, inner);
  const period = wordInFile(timePeriods, criterion);
  if (period !== undefined) return element({ type: "timePeriod", timePeriod: period }, inner);
  const deviations = ["One", "Two", "Three"].findIndex((word) =>
    criterion.startsWith(`${word}StdDev`),
  );
  return element(
    {
      type: "aboveAverage",
      aboveAverage: criterion.includes("Below") ? "0" : undefined,
      equalAverage: criterion.startsWith("EqualOr"),
      stdDev: deviations < 0 ? undefined : deviations + 1,
    },
    "",
  );
}

function boundText(bound: Bound, side: "min" | "max", prefix: "" | "x14:", gte?: string): string {
  const automatic = prefix === "" ? side : side === "min" ? "autoMin" : "autoMax";
  const type =
    bound.type === "Automatic" ? automatic : (wordInFile(boundTypes, bound.type) ?? "num");
  const bare = type === "min" || type === "max" || type.startsWith("auto");
  const stated = bound.formula ?? "";
  const value = bare || stated === "" ? undefined : formulaInFile(stated, null);
  if (prefix === "") return `<cfvo${attributesText({ type, val: value, gte })}/>`;
  const inner = value === undefined ? "" : `<xm:f>${escapeXml(value)}</xm:f>`;
  return `<x14:cfvo${attributesText({ type, gte })}>${inner}</x14:cfvo>`;
}

function colorText(name: string, color: string): string {
  return color === "" ? "" : `<${name} rgb="${argb(color)}"/>`;
}

function colorScaleText({ minimum, midpoint, maximum }: ColorScale): string {
  const points = midpoint === undefined ? [minimum, maximum] : [minimum, midpoint, maximum];
  const bounds = points.map((point, index) => boundText(point, index === 0 ? "min" : "max", ""));
  const colors = points.map((point) => colorText("color", point.color));
  return `<colorScale>${bounds.join("")}${colors.join("")}</colorScale>`;
}

function dataBarText(bar: DataBar, id: string): string {
  return (
    `<dataBar${attributesText({ showValue: bar.showDataBarOnly ? "0" : undefined })}>` +
    boundText(bar.lowerBoundRule, "min", "") +
    boundText(bar.upperBoundRule, "max", "") +
    `${colorText("color", bar.positiveFormat.fillColor)}</dataBar>` +
    '<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
    `<x14:id>${id}</x14:id></ext></extLst>`
  );
}

function iconName(icons: IconSet): string {
  return wordInFile(iconStyles, icons.style) ?? "3TrafficLights1";
}

function iconSetText(icons: IconSet, prefix: "" | "x14:"): string {
  const bounds = icons.criteria.map((criterion) =>
    boundText(criterion, "min", prefix, criterion.operator === "GreaterThan" ? "0" : undefined),
  );
  return `<${prefix}iconSet${attributesText({
    iconSet: iconName(icons),
    showValue: icons.showIconOnly ? "0" : undefined,
    reverse: icons.reverseIconOrder,
  })}>${bounds.join("")}</${prefix}iconSet>`;
}

function extendedRule(rule: ConditionalRule, id: string, common: Common): string {
  if (rule.kind === "IconSet" && extendedIcons.has(iconName(rule.definition))) {
    return `<x14:cfRule${attributesText({ type: "iconSet", ...common, id })}>${iconSetText(rule.definition, "x14:")}</x14:cfRule>`;
  }
  if (rule.kind !== "DataBar") return "";
  const { positiveFormat, negativeFormat, axisFormat, axisColor, ...bar } = rule.definition;
  const bordered = positiveFormat.borderColor !== "";
  const { matchPositiveFillColor: sameFill, matchPositiveBorderColor: sameBorder } = negativeFormat;
  return (
    `<x14:cfRule type="dataBar" id="${id}"><x14:dataBar${attributesText({
      minLength: 0,
      maxLength: 100,
      border: bordered,
      gradient: positiveFormat.gradientFill ? undefined : "0",
      direction: wordInFile(barDirections, bar.barDirection),
      negativeBarColorSameAsPositive: sameFill,
      negativeBarBorderColorSameAsPositive: bordered && !sameBorder ? "0" : undefined,
      axisPosition: axisFormat === "Automatic" ? undefined : wordInFile(axisPositions, axisFormat),
    })}>` +
    boundText(bar.lowerBoundRule, "min", "x14:") +
    boundText(bar.upperBoundRule, "max", "x14:") +
    colorText("x14:fillColor", positiveFormat.fillColor) +
    colorText("x14:borderColor", positiveFormat.borderColor) +
    (sameFill ? "" : colorText("x14:negativeFillColor", negativeFormat.fillColor)) +
    (sameBorder ? "" : colorText("x14:negativeBorderColor", negativeFormat.borderColor)) +
    colorText("x14:axisColor", axisColor) +
    "</x14:dataBar></x14:cfRule>"
  );
}
