import type { Border } from "../model/style";
import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, word } from "./arguments";
import { edges, type Edge, type Looks } from "./looks";
import { serve, serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangebordercollection */
export class RangeBorderCollection extends ApiCollection<RangeBorder> {
  readonly className = "RangeBorderCollection";

  constructor(readonly looks: Looks) {
    super();
  }

  override [items](): readonly RangeBorder[] {
    return edges.map((edge) => new RangeBorder(this.looks, edge));
  }

  override [indexer](key: unknown): RangeBorder {
    return this.getItem(key);
  }

  /** #getItem */
  getItem(key: unknown): RangeBorder {
    return new RangeBorder(this.looks, word(key, "index", edges));
  }

  /** #getItemAt */
  getItemAt(index: unknown): RangeBorder {
    const edge = edges[integer(index, "index")];
    if (edge === undefined) throw itemNotFound(`no border ${String(index)}`);
    return new RangeBorder(this.looks, edge);
  }
}

serve(RangeBorderCollection, { count: () => edges.length });

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeborder */
export class RangeBorder extends ApiObject {
  readonly className = "RangeBorder";

  constructor(
    readonly looks: Looks,
    readonly edge: Edge,
  ) {
    super();
  }

  override [identity](): string {
    return this.edge;
  }
}

serve(RangeBorder, {
  id: ({ edge }) => edge,
  sideIndex: ({ edge }) => edge,
});

/** A line kept with its cells; null, and "" for a colour, where the lines along an edge differ. */
const lines: Keeping<RangeBorder, Border> = {
  read: ({ looks, edge }) => ({
    style: looks.sharedBorder(edge, ({ style }) => style),
    weight: looks.sharedBorder(edge, ({ weight }) => weight),
    color: looks.sharedBorder(edge, ({ color }) => color),
  }),
  change: ({ looks, edge }, change) => looks.changeBorder(edge, change),
};

serveKept(RangeBorder, lines, {
  style: kind.word(null, [
    ...(["None", "Continuous", "Dash", "DashDot", "DashDotDot"] as const),
    ...(["Dot", "Double", "SlantDashDot"] as const),
  ]),
  weight: kind.word(null, ["Hairline", "Thin", "Medium", "Thick"]),
  color: kind.color(""),
});
