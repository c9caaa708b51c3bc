import { defaultFont } from "../model/style";
import { ApiObject } from "../protocol/api-object";
import { color, number, text, truth, word } from "./arguments";
import type { Looks } from "./looks";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefont */
export class RangeFont extends ApiObject {
  readonly className = "RangeFont";

  constructor(readonly looks: Looks) {
    super();
  }

  /** #bold */
  get bold(): boolean | null {
    return this.looks.shared((style) => style.bold ?? false);
  }

  set bold(value: unknown) {
    this.looks.change({ bold: truth(value, "bold") || undefined });
  }

  /** #italic */
  get italic(): boolean | null {
    return this.looks.shared((style) => style.italic ?? false);
  }

  set italic(value: unknown) {
    this.looks.change({ italic: truth(value, "italic") || undefined });
  }

  /** #strikethrough */
  get strikethrough(): boolean | null {
    return this.looks.shared((style) => style.strikethrough ?? false);
  }

  set strikethrough(value: unknown) {
    this.looks.change({ strikethrough: truth(value, "strikethrough") || undefined });
  }

  /** #underline */
  get underline(): string | null {
    return this.looks.shared((style) => style.underline ?? "None");
  }

  set underline(value: unknown) {
    const underline = word(value, "underline", [
      "None",
      "Single",
      "Double",
      "SingleAccountant",
      "DoubleAccountant",
    ]);
    this.looks.change({ underline: underline === "None" ? undefined : underline });
  }

  /** #color */
  get color(): string {
    return this.looks.shared((style) => style.fontColor ?? defaultFont.color) ?? "";
  }

  set color(value: unknown) {
    this.looks.change({ fontColor: color(value, "color") });
  }

  /** #name */
  get name(): string | null {
    return this.looks.shared((style) => style.fontName ?? defaultFont.name);
  }

  set name(value: unknown) {
    this.looks.change({ fontName: text(value, "name") });
  }

  /** #size */
  get size(): number | null {
    return this.looks.shared((style) => style.fontSize ?? defaultFont.size);
  }

  set size(value: unknown) {
    this.looks.change({ fontSize: number(value, "size") });
  }

  /** #subscript */
  get subscript(): boolean | null {
    return this.looks.shared((style) => style.subscript ?? false);
  }

  set subscript(value: unknown) {
    this.looks.change({
      subscript: truth(value, "subscript") || undefined,
      superscript: undefined,
    });
  }

  /** #superscript */
  get superscript(): boolean | null {
    return this.looks.shared((style) => style.superscript ?? false);
  }

  set superscript(value: unknown) {
    this.looks.change({
      superscript: truth(value, "superscript") || undefined,
      subscript: undefined,
    });
  }
}
