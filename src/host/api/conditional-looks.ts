import type { Border, BorderEdge } from "../model/style";
import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { color, integer, text, truth, word } from "./arguments";
import type { StoredRule } from "./conditional-rule";

/** What a rule lays over its cells. https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat */
export class ConditionalRangeFormat extends ApiObject {
  readonly className = "ConditionalRangeFormat";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #fill */
  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.stored);
  }

  /** #font */
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.stored);
  }

  /** #borders */
  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.stored);
  }

  /** #numberFormat */
  get numberFormat(): string | null {
    return this.stored.style.numberFormat ?? null;
  }

  /** #numberFormat: null clears it */
  set numberFormat(value: unknown) {
    const numberFormat = value === null ? undefined : text(value, "numberFormat");
    this.stored.restyle({ numberFormat });
  }

  /** #clearFormat */
  clearFormat(): void {
    const { rule } = this.stored.format;
    if ("style" in rule) this.stored.replace({ ...rule, style: {} });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefill */
export class ConditionalRangeFill extends ApiObject {
  readonly className = "ConditionalRangeFill";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #color */
  get color(): string {
    return this.stored.style.fill ?? "";
  }

  set color(value: unknown) {
    this.stored.restyle({ fill: color(value, "color") });
  }

  /** #clear */
  clear(): void {
    this.stored.restyle({ fill: undefined });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefont */
export class ConditionalRangeFont extends ApiObject {
  readonly className = "ConditionalRangeFont";

  constructor(readonly stored: StoredRule) {
    super();
  }

  /** #bold */
  get bold(): boolean | null {
    return this.stored.style.bold ?? null;
  }

  set bold(value: unknown) {
    this.stored.restyle({ bold: truth(value, "bold") });
  }

  /** #italic */
  get italic(): boolean | null {
    return this.stored.style.italic ?? null;
  }

  set italic(value: unknown) {
    this.stored.restyle({ italic: truth(value, "italic") });
  }

  /** #strikethrough */
  get strikethrough(): boolean | null {
    return this.stored.style.strikethrough ?? null;
  }

  set strikethrough(value: unknown) {
    this.stored.restyle({ strikethrough: truth(value, "strikethrough") });
  }

  /** #underline */
  get underline(): string | null {
    return this.stored.style.underline ?? null;
  }

  set underline(value: unknown) {
    this.stored.restyle({ underline: word(value, "underline", ["None", "Single", "Double"]) });
  }

  /** #color */
  get color(): string {
    return this.stored.style.fontColor ?? "";
  }

  set color(value: unknown) {
    this.stored.restyle({ fontColor: color(value, "color") });
  }

  /** #clear */
  clear(): void {
    this.stored.restyle({
      bold: undefined,
      italic: undefined,
      strikethrough: undefined,
      underline: undefined,
      fontColor: undefined,
    });
  }
}

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
type Side = Extract<BorderEdge, (typeof sides)[number]>;

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangebordercollection */
export class ConditionalRangeBorderCollection extends ApiCollection<ConditionalRangeBorder> {
  readonly className = "ConditionalRangeBorderCollection";

  constructor(readonly stored: StoredRule) {
    super();
  }

  override [items](): readonly ConditionalRangeBorder[] {
    return sides.map((side) => new ConditionalRangeBorder(this.stored, side));
  }

  override [indexer](key: unknown): ConditionalRangeBorder {
    return this.getItem(key);
  }

  /** #count */
  get count(): number {
    return sides.length;
  }

  /** #top */
  get top(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.stored, "EdgeTop");
  }

  /** #bottom */
  get bottom(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.stored, "EdgeBottom");
  }

  /** #left */
  get left(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.stored, "EdgeLeft");
  }

  /** #right */
  get right(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.stored, "EdgeRight");
  }

  /** #getItem */
  getItem(index: unknown): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.stored, word(index, "index", sides));
  }

  /** #getItemAt */
  getItemAt(index: unknown): ConditionalRangeBorder {
    const side = sides[integer(index, "index")];
    if (side === undefined) throw itemNotFound(`no border at ${String(index)}`);
    return new ConditionalRangeBorder(this.stored, side);
  }
}

const noBorder: Border = { style: "None", weight: "Thin", color: "#000000" };

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeborder */
export class ConditionalRangeBorder extends ApiObject {
  readonly className = "ConditionalRangeBorder";

  constructor(
    readonly stored: StoredRule,
    readonly side: Side,
  ) {
    super();
  }

  override [identity](): string {
    return this.side;
  }

  /** #sideIndex */
  get sideIndex(): string {
    return this.side;
  }

  /** #style */
  get style(): string {
    return borderOf(this).style;
  }

  set style(value: unknown) {
    const styles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"] as const;
    change(this, { style: word(value, "style", styles) });
  }

  /** #color */
  get color(): string {
    return borderOf(this).color;
  }

  set color(value: unknown) {
    const shown = borderOf(this).style === "None" ? ({ style: "Continuous" } as const) : {};
    change(this, { ...shown, color: color(value, "color") });
  }
}

function borderOf({ stored, side }: ConditionalRangeBorder): Border {
  return stored.style.borders?.[side] ?? noBorder;
}

function change(border: ConditionalRangeBorder, part: Partial<Border>): void {
  const { stored, side } = border;
  const borders = { ...stored.style.borders, [side]: { ...borderOf(border), ...part } };
  stored.restyle({ borders });
}
