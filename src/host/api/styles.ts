import type { Border, CellStyle, LooseStyle } from "../model/style";
import type { NamedStyle, StyleAspect } from "../model/named-style";
import { addStyle, changeStyle, deleteStyle, stylesOf, styleNamed } from "../edit/named-styles";
import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, text, truth, word } from "./arguments";
import { borderAt, withBorder, type Edge, type Looks } from "./looks";
import { RangeBorderCollection } from "./range-borders";
import { RangeFill } from "./range-fill";
import { RangeFont } from "./range-font";
import { horizontals, verticals } from "./range-format";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.stylecollection */
export class StyleCollection extends ApiCollection<Style> {
  readonly className = "StyleCollection";

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly Style[] {
    return stylesOf(this.session.workspace.workbook).map(
      ({ name }) => new Style(this.session, name),
    );
  }

  override [indexer](key: unknown): Style {
    return this.getItem(key);
  }

  /** #add */
  add(name: unknown): void {
    addStyle(this.session.workspace, text(name, "name"));
  }

  /** #getCount */
  getCount(): number {
    return this[items]().length;
  }

  /** #getItem */
  getItem(name: unknown): Style {
    const style = styleNamed(this.session.workspace.workbook, text(name, "name"));
    return new Style(this.session, style.name);
  }

  /** #getItemOrNullObject */
  getItemOrNullObject(name: unknown): Style | null {
    const wanted = text(name, "name").toLowerCase();
    return this[items]().find((style) => style.styleName.toLowerCase() === wanted) ?? null;
  }

  /** #getItemAt */
  getItemAt(index: unknown): Style {
    const style = this[items]()[integer(index, "index")];
    if (style === undefined) throw itemNotFound(`no style at ${String(index)}`);
    return style;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.style */
export class Style extends ApiObject {
  readonly className = "Style";
  readonly looks: StyleLooks;

  constructor(
    readonly session: Session,
    readonly styleName: string,
  ) {
    super();
    this.looks = new StyleLooks(session, styleName);
  }

  override [identity](): string {
    return this.styleName;
  }

  /** #name */
  get name(): string {
    return this.looks.stored.name;
  }

  /** #builtIn */
  get builtIn(): boolean {
    return this.looks.stored.builtIn;
  }

  /** #borders */
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.looks);
  }

  /** #fill */
  get fill(): RangeFill {
    return new RangeFill(this.looks);
  }

  /** #font */
  get font(): RangeFont {
    return new RangeFont(this.looks);
  }

  /** #autoIndent */
  get autoIndent(): boolean {
    return this.looks.stored.looks.autoIndent ?? false;
  }

  set autoIndent(value: unknown) {
    this.looks.change({ autoIndent: truth(value, "autoIndent") || undefined });
  }

  /** #formulaHidden */
  get formulaHidden(): boolean {
    return this.looks.stored.looks.formulaHidden ?? false;
  }

  set formulaHidden(value: unknown) {
    this.looks.change({ formulaHidden: truth(value, "formulaHidden") || undefined });
  }

  /** #horizontalAlignment */
  get horizontalAlignment(): string {
    return this.looks.stored.looks.horizontal ?? "General";
  }

  set horizontalAlignment(value: unknown) {
    this.looks.change({ horizontal: word(value, "horizontalAlignment", horizontals) });
  }

  /** #verticalAlignment */
  get verticalAlignment(): string {
    return this.looks.stored.looks.vertical ?? "Bottom";
  }

  set verticalAlignment(value: unknown) {
    this.looks.change({ vertical: word(value, "verticalAlignment", verticals) });
  }

  /** #includeAlignment */
  get includeAlignment(): boolean {
    return covers(this, "Alignment");
  }

  set includeAlignment(value: unknown) {
    cover(this, "Alignment", value);
  }

  /** #includeBorder */
  get includeBorder(): boolean {
    return covers(this, "Border");
  }

  set includeBorder(value: unknown) {
    cover(this, "Border", value);
  }

  /** #includeFont */
  get includeFont(): boolean {
    return covers(this, "Font");
  }

  set includeFont(value: unknown) {
    cover(this, "Font", value);
  }

  /** #includeNumber */
  get includeNumber(): boolean {
    return covers(this, "Number");
  }

  set includeNumber(value: unknown) {
    cover(this, "Number", value);
  }

  /** #includePatterns */
  get includePatterns(): boolean {
    return covers(this, "Patterns");
  }

  set includePatterns(value: unknown) {
    cover(this, "Patterns", value);
  }

  /** #includeProtection */
  get includeProtection(): boolean {
    return covers(this, "Protection");
  }

  set includeProtection(value: unknown) {
    cover(this, "Protection", value);
  }

  /** #indentLevel */
  get indentLevel(): number {
    return this.looks.stored.looks.indent ?? 0;
  }

  set indentLevel(value: unknown) {
    this.looks.change({ indent: integer(value, "indentLevel") || undefined });
  }

  /** #locked */
  get locked(): boolean {
    return this.looks.stored.looks.locked ?? true;
  }

  set locked(value: unknown) {
    this.looks.change({ locked: truth(value, "locked") ? undefined : false });
  }

  /** #numberFormat */
  get numberFormat(): string {
    return this.looks.stored.looks.numberFormat ?? "General";
  }

  set numberFormat(value: unknown) {
    const format = text(value, "numberFormat");
    this.looks.change({ numberFormat: format === "General" ? undefined : format });
  }

  /** #numberFormatLocal */
  get numberFormatLocal(): string {
    return this.numberFormat;
  }

  set numberFormatLocal(value: unknown) {
    this.numberFormat = value;
  }

  /** #readingOrder */
  get readingOrder(): string {
    return this.looks.stored.looks.readingOrder ?? "Context";
  }

  set readingOrder(value: unknown) {
    const order = word(value, "readingOrder", ["Context", "LeftToRight", "RightToLeft"]);
    this.looks.change({ readingOrder: order === "Context" ? undefined : order });
  }

  /** #shrinkToFit */
  get shrinkToFit(): boolean {
    return this.looks.stored.looks.shrinkToFit ?? false;
  }

  set shrinkToFit(value: unknown) {
    this.looks.change({ shrinkToFit: truth(value, "shrinkToFit") || undefined });
  }

  /** #textOrientation */
  get textOrientation(): number {
    return this.looks.stored.looks.textOrientation ?? 0;
  }

  set textOrientation(value: unknown) {
    this.looks.change({ textOrientation: integer(value, "textOrientation") || undefined });
  }

  /** How the client calls #textOrientation when it sets it. */
  set Orientation(value: unknown) {
    this.textOrientation = value;
  }

  /** #wrapText */
  get wrapText(): boolean {
    return this.looks.stored.looks.wrapText ?? false;
  }

  set wrapText(value: unknown) {
    this.looks.change({ wrapText: truth(value, "wrapText") || undefined });
  }

  /** #delete: cells that had it return to Normal */
  delete(): void {
    deleteStyle(this.session.workspace, this.looks.stored);
  }
}

/** A named style's looks; every cell that has the style follows a change. */
class StyleLooks implements Looks {
  refuseWhileProtected(): void {
    // A style of the workbook is no cell of a protected sheet.
  }

  constructor(
    readonly session: Session,
    readonly name: string,
  ) {}

  /** @throws HostError ItemNotFound where the style has been deleted meanwhile */
  get stored(): NamedStyle {
    return styleNamed(this.session.workspace.workbook, this.name);
  }

  shared<T>(read: (style: CellStyle) => T): T | null {
    return read(this.stored.looks);
  }

  change(change: LooseStyle): void {
    const { stored } = this;
    changeStyle(this.session.workspace, stored, { ...stored.looks, ...change });
  }

  sharedBorder<T>(edge: Edge, read: (found: Border) => T): T | null {
    if (edge === "InsideHorizontal" || edge === "InsideVertical") return null;
    return read(borderAt(this.stored.looks, edge));
  }

  changeBorder(edge: Edge, change: Partial<Border>): void {
    if (edge === "InsideHorizontal" || edge === "InsideVertical") return;
    this.change(withBorder(this.stored.looks, edge, change));
  }
}

function covers(style: Style, aspect: StyleAspect): boolean {
  return !style.looks.stored.leftOut.includes(aspect);
}

function cover(style: Style, aspect: StyleAspect, value: unknown): void {
  const included = truth(value, `include${aspect}`);
  const { stored } = style.looks;
  const others = stored.leftOut.filter((one) => one !== aspect);
  const leftOut = included ? others : [...others, aspect];
  changeStyle(style.session.workspace, stored, stored.looks, leftOut);
}
