import type { Bound, DataBar } from "../model/rules";
import { ApiObject } from "../protocol/api-object";
import { barBounds, boundOf } from "./conditional-bounds";
import type { RuleOf, StoredRule } from "./conditional-rule";
import { serve, serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";

const bound: kind.Kind<Bound> = {
  absent: { type: "Automatic" },
  read: (value, argument) => boundOf(value, argument, barBounds),
};

/** https://learn.microsoft.com/javascript/api/excel/excel.databarconditionalformat */
export class DataBarConditionalFormat extends ApiObject {
  readonly className = "DataBarConditionalFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }
}

const bars: Keeping<DataBarConditionalFormat, DataBar> = {
  read: ({ stored }) => bar(stored),
  change: ({ stored }, change) => changeBar(stored, change),
};

serve(DataBarConditionalFormat, {
  positiveFormat: ({ stored }) => new ConditionalDataBarPositiveFormat(stored),
  negativeFormat: ({ stored }) => new ConditionalDataBarNegativeFormat(stored),
});
serveKept(DataBarConditionalFormat, bars, {
  axisColor: kind.colorOrNone("#000000"),
  axisFormat: kind.word("Automatic", ["Automatic", "None", "CellMidPoint"]),
  barDirection: kind.word("Context", ["Context", "LeftToRight", "RightToLeft"]),
  lowerBoundRule: bound,
  upperBoundRule: bound,
  showDataBarOnly: kind.truth(false),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarpositiveformat */
export class ConditionalDataBarPositiveFormat extends ApiObject {
  readonly className = "ConditionalDataBarPositiveFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }
}

const positive: Keeping<ConditionalDataBarPositiveFormat, DataBar["positiveFormat"]> = {
  read: ({ stored }) => bar(stored).positiveFormat,
  change: ({ stored }, change) =>
    changeBar(stored, { positiveFormat: { ...bar(stored).positiveFormat, ...change } }),
};

serveKept(ConditionalDataBarPositiveFormat, positive, {
  fillColor: kind.color("#638EC6"),
  borderColor: kind.colorOrNone("#638EC6"),
  gradientFill: kind.truth(true),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionaldatabarnegativeformat */
export class ConditionalDataBarNegativeFormat extends ApiObject {
  readonly className = "ConditionalDataBarNegativeFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }
}

/** A colour of its own is no longer the one of the positive bars. */
const negative: Keeping<ConditionalDataBarNegativeFormat, DataBar["negativeFormat"]> = {
  read: ({ stored }) => bar(stored).negativeFormat,
  change: ({ stored }, change) =>
    changeBar(stored, {
      negativeFormat: {
        ...bar(stored).negativeFormat,
        ...("fillColor" in change ? { matchPositiveFillColor: false } : {}),
        ...("borderColor" in change ? { matchPositiveBorderColor: false } : {}),
        ...change,
      },
    }),
};

serveKept(ConditionalDataBarNegativeFormat, negative, {
  fillColor: kind.color("#FF0000"),
  borderColor: kind.colorOrNone("#FF0000"),
  matchPositiveFillColor: kind.truth(false),
  matchPositiveBorderColor: kind.truth(false),
});

/** Blue bars with a gradient, red below zero. */
export function freshDataBar(): RuleOf<"DataBar"> {
  return {
    kind: "DataBar",
    definition: {
      showDataBarOnly: false,
      lowerBoundRule: { type: "Automatic" },
      upperBoundRule: { type: "Automatic" },
      barDirection: "Context",
      axisFormat: "Automatic",
      axisColor: "#000000",
      positiveFormat: { fillColor: "#638EC6", gradientFill: true, borderColor: "#638EC6" },
      negativeFormat: {
        fillColor: "#FF0000",
        borderColor: "#FF0000",
        matchPositiveFillColor: false,
        matchPositiveBorderColor: false,
      },
    },
  };
}

function bar(stored: StoredRule): DataBar {
  return stored.rule("DataBar").definition;
}

function changeBar(stored: StoredRule, part: Partial<DataBar>): void {
  stored.replace({ kind: "DataBar", definition: { ...bar(stored), ...part } });
}
