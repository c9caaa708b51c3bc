import type { IconCriterion, IconSet, ScalePoint } from "../model/rules";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { color, record, word } from "./arguments";
import { boundOf, scaleBounds, statedBounds } from "./conditional-bounds";
import type { RuleOf, StoredRule } from "./conditional-rule";
import { serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";

/** The kinds of conditional formats that show where a value stands among others: scales and icons. */

/** https://learn.microsoft.com/javascript/api/excel/excel.colorscaleconditionalformat */
export class ColorScaleConditionalFormat extends ApiObject {
  readonly className = "ColorScaleConditionalFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #criteria */
  get criteria(): unknown {
    return this.stored.rule("ColorScale").definition;
  }

  /** #criteria: with a midpoint a scale of three colours, without one of two */
  set criteria(value: unknown) {
    const { minimum, midpoint, maximum } = record(value, "criteria");
    const middle =
      midpoint === undefined || midpoint === null
        ? {}
        : { midpoint: scalePoint(midpoint, "midpoint") };
    this.stored.replace({
      kind: "ColorScale",
      definition: {
        minimum: scalePoint(minimum, "minimum"),
        ...middle,
        maximum: scalePoint(maximum, "maximum"),
      },
    });
  }

  /** #threeColorScale */
  get threeColorScale(): boolean {
    return this.stored.rule("ColorScale").definition.midpoint !== undefined;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.iconsetconditionalformat */
export class IconSetConditionalFormat extends ApiObject {
  readonly className = "IconSetConditionalFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #style */
  get style(): string {
    return icons(this.stored).style;
  }

  /** #style: the criteria become the new style's own, in equal shares */
  set style(value: unknown) {
    const style = word(value, "style", iconStyles);
    changeIcons(this.stored, { style, criteria: equalShares(style) });
  }

  /** #criteria */
  get criteria(): unknown {
    return icons(this.stored).criteria;
  }

  /** #criteria: one for each icon of the style; what the first one says does not matter */
  set criteria(value: unknown) {
    const { style } = icons(this.stored);
    const usual = equalShares(style);
    if (!Array.isArray(value) || value.length !== usual.length) {
      throw invalidArgument("criteria", `${usual.length} criteria are needed for ${style}`);
    }
    const criteria = value.map((given: unknown, index) =>
      index === 0 ? (usual[0] as IconCriterion) : iconCriterion(given),
    );
    changeIcons(this.stored, { criteria });
  }
}

const shownIcons: Keeping<IconSetConditionalFormat, IconSet> = {
  read: ({ stored }) => icons(stored),
  change: ({ stored }, change) => changeIcons(stored, change),
};

serveKept(IconSetConditionalFormat, shownIcons, {
  reverseIconOrder: kind.truth(false),
  showIconOnly: kind.truth(false),
});

/** What Excel begins with: from the lowest to the highest value by way of the middle, red, yellow and green. */
export function freshColorScale(): RuleOf<"ColorScale"> {
  return {
    kind: "ColorScale",
    definition: {
      minimum: { type: "LowestValue", color: "#F8696B" },
      midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
      maximum: { type: "HighestValue", color: "#63BE7B" },
    },
  };
}

export function freshIconSet(): RuleOf<"IconSet"> {
  const style = "ThreeTrafficLights1";
  return {
    kind: "IconSet",
    definition: {
      style,
      showIconOnly: false,
      reverseIconOrder: false,
      criteria: equalShares(style),
    },
  };
}

const iconStyles = [
  ...["ThreeArrows", "ThreeArrowsGray", "ThreeFlags", "ThreeTrafficLights1"],
  ...["ThreeTrafficLights2", "ThreeSigns", "ThreeSymbols", "ThreeSymbols2"],
  ...["FourArrows", "FourArrowsGray", "FourRedToBlack", "FourRating", "FourTrafficLights"],
  ...["FiveArrows", "FiveArrowsGray", "FiveRating", "FiveQuarters"],
  ...["ThreeStars", "ThreeTriangles", "FiveBoxes"],
];

const automaticShares: Readonly<Record<string, readonly number[]>> = {
  Three: [0, 33, 67],
  Four: [0, 25, 50, 75],
  Five: [0, 20, 40, 60, 80],
};

function equalShares(style: string): readonly IconCriterion[] {
  const count = /^(Three|Four|Five)/.exec(style)?.[1] ?? "Three";
  return (automaticShares[count] ?? []).map((share) => ({
    type: "Percent",
    formula: `=${share}`,
    operator: "GreaterThanOrEqual",
  }));
}

function icons(stored: StoredRule): IconSet {
  return stored.rule("IconSet").definition;
}

function changeIcons(stored: StoredRule, part: Partial<IconSet>): void {
  stored.replace({ kind: "IconSet", definition: { ...icons(stored), ...part } });
}

function scalePoint(value: unknown, argument: string): ScalePoint {
  const given = record(value, argument);
  const stated = given["color"] ?? "#FFFFFF";
  return { ...boundOf(value, argument, scaleBounds), color: color(stated, `${argument}.color`) };
}

function iconCriterion(value: unknown): IconCriterion {
  const given = record(value, "criteria");
  if (given["customIcon"] !== undefined && given["customIcon"] !== null) {
    throw invalidArgument("customIcon", "the host shows the icons of the style only");
  }
  const operators = ["GreaterThan", "GreaterThanOrEqual"] as const;
  return {
    ...boundOf(value, "criteria", statedBounds),
    operator: word(given["operator"], "operator", operators),
  };
}
