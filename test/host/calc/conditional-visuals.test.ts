import {
  barOfValue,
  colorOnScale,
  iconOfValue,
  type Measure,
} from "../../../src/host/calc/conditional-visuals";
import type { DataBar, IconSet } from "../../../src/host/model/rules";

function measure(...numbers: number[]): Measure {
  return { numbers: () => numbers, formula: (text) => (text === "=$A$1" ? 5 : null) };
}

const bar: DataBar = {
  showDataBarOnly: false,
  lowerBoundRule: { type: "Automatic" },
  upperBoundRule: { type: "Automatic" },
  barDirection: "Context",
  axisFormat: "Automatic",
  axisColor: "#000000",
  positiveFormat: { fillColor: "#0000FF", gradientFill: true, borderColor: "" },
  negativeFormat: {
    fillColor: "#FF0000",
    borderColor: "",
    matchPositiveFillColor: false,
    matchPositiveBorderColor: true,
  },
};

describe("colour scales", () => {
  const scale = {
    minimum: { type: "LowestValue", color: "#000000" },
    midpoint: { type: "Percentile", formula: "50", color: "#FF0000" },
    maximum: { type: "HighestValue", color: "#FFFFFF" },
  } as const;

  it("mix the colours of the points a value lies between", () => {
    const colorOf = colorOnScale(scale, measure(0, 10, 30));
    expect([0, 5, 10, 20, 30].map(colorOf)).toEqual([
      "#000000",
      "#800000",
      "#FF0000",
      "#FF8080",
      "#FFFFFF",
    ]);
    expect([colorOf("x"), colorOf(null)]).toEqual([null, null]);
  });

  it("take a bound from a formula and hold the ends beyond it", () => {
    const two = { ...scale, midpoint: undefined };
    const colorOf = colorOnScale(
      { minimum: { type: "Formula", formula: "=$A$1", color: "#000000" }, maximum: two.maximum },
      measure(0, 10),
    );
    expect([colorOf(0), colorOf(5), colorOf(10)]).toEqual(["#000000", "#000000", "#FFFFFF"]);
  });
});

describe("data bars", () => {
  it("begin at zero, and grow to both sides of an axis where there are negative values", () => {
    const plain = barOfValue(bar, measure(2, 10));
    expect(plain(5)).toMatchObject({ from: 0, to: 0.5, axis: null, fill: "#0000FF" });
    const both = barOfValue(bar, measure(-10, 10));
    expect(both(-5)).toMatchObject({ from: 0.25, to: 0.5, axis: 0.5, fill: "#FF0000" });
    expect(both(10)).toMatchObject({ from: 0.5, to: 1, axis: 0.5 });
  });

  it("turn round, and keep to their bounds", () => {
    const turned = barOfValue(
      {
        ...bar,
        barDirection: "RightToLeft",
        upperBoundRule: { type: "Number", formula: "4" },
        showDataBarOnly: true,
      },
      measure(1, 10),
    );
    expect(turned(2)).toMatchObject({ from: 0.5, to: 1, only: true });
    expect(turned(9)).toMatchObject({ from: 0, to: 1 });
    expect(turned("x")).toBeNull();
  });
});

describe("icon sets", () => {
  const icons: IconSet = {
    style: "ThreeArrows",
    showIconOnly: false,
    reverseIconOrder: false,
    criteria: [
      { type: "Percent", formula: "=0", operator: "GreaterThanOrEqual" },
      { type: "Percent", formula: "=33", operator: "GreaterThanOrEqual" },
      { type: "Number", formula: "=7", operator: "GreaterThan" },
    ],
  };

  it("show the highest icon whose bound is reached", () => {
    const iconOf = iconOfValue(icons, measure(0, 10));
    expect([0, 3.3, 7, 7.1].map((value) => iconOf(value)?.index)).toEqual([0, 1, 1, 2]);
  });

  it("show them in reverse", () => {
    const iconOf = iconOfValue({ ...icons, reverseIconOrder: true }, measure(0, 10));
    expect([0, 10].map((value) => iconOf(value)?.index)).toEqual([2, 0]);
  });
});
