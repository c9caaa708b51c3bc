import { chartGeometry, type ChartGeometry } from "../chart/chart-geometry";
import { chartFigures, type ChartFigures } from "../chart/figures";
import { pixelsPerPoint, type Frame } from "../chart/frame";
import { chartLayout, type ChartLayout } from "../chart/layout";
import { chartBox } from "../model/chart-place";
import { partData, type ChartPart, type StoredChart } from "./chart-part";
import { number } from "./arguments";

/** A chart laid out as it would be drawn now. */
export interface LaidOut {
  readonly figures: ChartFigures;
  readonly layout: ChartLayout;
  readonly geometry: ChartGeometry;
}

/** Lays a chart out in its own size; sizes and places of parts are read from it. */
export function laidOut(stored: StoredChart): LaidOut {
  const { sheet, chart } = stored.find();
  const { workbook, locale } = stored.session.workspace;
  const figures = chartFigures({ workbook, sheet, locale }, chart);
  const { width, height } = chartBox(sheet, chart);
  const layout = chartLayout(figures, {
    width: width * pixelsPerPoint,
    height: height * pixelsPerPoint,
  });
  return { figures, layout, geometry: chartGeometry(figures, layout) };
}

export type Side = "left" | "top" | "width" | "height";

/** One measure of a box in points; null where the part is not shown. */
export function measure(frame: Frame | null | undefined, side: Side): number | null {
  return frame === null || frame === undefined
    ? null
    : Math.round((frame[side] / pixelsPerPoint) * 100) / 100;
}

/**
 * Serves the sides of a part's box: each reads where the part stands, and those that can be set keep it there.
 *
 * @param settable - takes a side a person has set
 */
export function servesBox<Part extends ChartPart<object>>(
  type: { readonly prototype: Part },
  frameOf: (part: Part) => Frame | null | undefined,
  settable: Readonly<Partial<Record<Side, (part: Part, points: number) => void>>>,
): void {
  for (const side of ["left", "top", "width", "height"] as const) {
    const set = settable[side];
    Object.defineProperty(type.prototype, side, {
      configurable: true,
      get(this: Part): number | null {
        // A part that is gone says so before anything is laid out.
        partData(this);
        return measure(frameOf(this), side);
      },
      ...(set === undefined
        ? {}
        : {
            set(this: Part, value: unknown) {
              set(this, number(value, side));
            },
          }),
    });
  }
}
