import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { color, integer, word } from "./arguments";
import { edges, type Edge, type Looks } from "./looks";

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
    return new RangeBorder(this.looks, word(key, "index", edges));
  }

  /** #count */
  get count(): number {
    return edges.length;
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

  /** #sideIndex */
  get sideIndex(): string {
    return this.edge;
  }

  /** #id */
  get id(): string {
    return this.edge;
  }

  /** #style */
  get style(): string | null {
    return this.looks.sharedBorder(this.edge, (border) => border.style);
  }

  set style(value: unknown) {
    const style = word(value, "style", [
      "None",
      "Continuous",
      "Dash",
      "DashDot",
      "DashDotDot",
      "Dot",
      "Double",
      "SlantDashDot",
    ]);
    this.looks.changeBorder(this.edge, { style });
  }

  /** #weight */
  get weight(): string | null {
    return this.looks.sharedBorder(this.edge, (border) => border.weight);
  }

  set weight(value: unknown) {
    this.looks.changeBorder(this.edge, {
      weight: word(value, "weight", ["Hairline", "Thin", "Medium", "Thick"]),
    });
  }

  /** #color */
  get color(): string {
    return this.looks.sharedBorder(this.edge, (border) => border.color) ?? "";
  }

  set color(value: unknown) {
    this.looks.changeBorder(this.edge, { color: color(value, "color") });
  }
}
