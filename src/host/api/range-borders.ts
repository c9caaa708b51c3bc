import type { Border } from "../model/style";
import { tintedColor, tintOf } from "../model/tint";
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

/** tintAndShade is that of all lines; null where theirs differ. */
serve(RangeBorderCollection, {
  count: () => edges.length,
  tintAndShade: {
    get: ({ looks }) => {
      // A single cell has no lines inside it.
      const there = edges.filter((edge) => looks.sharedBorder(edge, ({ style }) => style) !== null);
      const [only, ...others] = new Set(there.map((edge) => tintAlong(looks, edge)));
      return others.length === 0 ? (only ?? null) : null;
    },
    set: ({ looks }, value, name) => {
      for (const edge of edges) tintEdge(looks, edge, value, name);
    },
  },
});

/** How much the lines along an edge are lightened or darkened. */
function tintAlong(looks: Looks, edge: Edge): number | null {
  return looks.sharedBorder(edge, ({ color, tint }) => tintOf(color, tint));
}

/** Lines that are there are lightened or darkened; a brightness makes none. */
function tintEdge(looks: Looks, edge: Edge, value: unknown, name: string): void {
  const by = kind.number(0, -1, 1).read(value, name);
  looks.changeBorder(edge, ({ color, tint: before }) => {
    const tint = tintedColor(color, before, by);
    return { color: tint.color, tint };
  });
}

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
  tintAndShade: {
    get: ({ looks, edge }) => tintAlong(looks, edge),
    set: ({ looks, edge }, value, name) => tintEdge(looks, edge, value, name),
  },
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
