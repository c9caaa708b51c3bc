import type { KeptLook, KeptRecord, KeptStyles } from "../model/kept";
import type { RuleStyle } from "../model/rules";
import { defaultFont, defaultStyle, internStyle, type CellStyle } from "../model/style";
import type { NamedStyle } from "../model/named-style";
import { colorAttributes } from "./color";
import {
  alignmentText,
  bordersText,
  fillText,
  fontFlags,
  grayFill,
  ruleStyleText,
} from "./looks-write";
import { builtInId } from "./number-formats";
import { rootAttributes, transitional } from "./namespaces";
import { aspectAttributes, styleCalled, styleNameAttributes } from "./style-names";
import { attributesText, escapeXml, xmlHeader } from "./xml";

/** A numbered list of XML texts: those of the opened file under their numbers, then what is new. */
class Numbered {
  readonly #texts: string[] = [];
  readonly #known = new Map<string, number>();

  /** @param written - how one of the file's own would be written from the model, by which it is found again */
  constructor(kept: readonly KeptLook[], written: (looks: CellStyle) => string) {
    for (const { text, looks } of kept) {
      const own = written(looks);
      if (!this.#known.has(own)) this.#known.set(own, this.#texts.length);
      this.#texts.push(transitional(text));
    }
  }

  number(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  list(name: string): string {
    return listText(name, this.#texts);
  }
}

function listText(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

const noLooks: readonly KeptLook[] = [];

/**
 * Gives every look the number by which cells and rules refer to it, and writes them all at the end. The opened file's
 * looks keep their numbers and stand as they were: parts that are kept refer to them.
 */
export class StyleWriter {
  readonly #kept: KeptStyles | null;
  readonly #named: ReadonlyMap<string, NamedStyle>;
  readonly #fonts: Numbered;
  readonly #fills: Numbered;
  readonly #borders: Numbered;
  readonly #records: string[] = [];
  readonly #recordNumbers = new Map<string, number>();
  /** Records of named styles, one for each: two styles may look the same. */
  readonly #namedRecords: string[] = [];
  readonly #namedNumbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #rules: string[];
  readonly #ruleNumbers = new Map<RuleStyle, number>();
  readonly #formats = new Map<string, number>();
  #nextFormat: number;
  readonly #cells = new Map<CellStyle, number>();

  constructor(kept: KeptStyles | null, named: ReadonlyMap<string, NamedStyle>) {
    this.#kept = kept;
    this.#named = named;
    this.#rules = [...(kept?.ruleTexts ?? [])];
    for (const [id, code] of kept?.formats ?? []) {
      if (!this.#formats.has(code)) this.#formats.set(code, id);
    }
    // Numbers below 164 belong to the built-in formats, and rules that are kept have taken some above.
    const taken = this.#rules.flatMap((text) =>
      [...text.matchAll(/numFmtId="(\d+)"/g)].map((match) => Number(match[1])),
    );
    this.#nextFormat = [...taken, ...(kept?.formats.keys() ?? [])].reduce(
      (first, id) => Math.max(first, id + 1),
      164,
    );
    kept?.ruleStyles.forEach((style, index) => {
      const own = internStyle(style);
      if (!this.#ruleNumbers.has(own)) this.#ruleNumbers.set(own, index);
    });
    this.#fonts = new Numbered(kept?.fonts ?? noLooks, (looks) => this.#fontText(looks));
    if (this.#isNew(kept?.fonts)) this.#fonts.number(this.#fontText(defaultStyle));
    this.#fills = new Numbered(kept?.fills ?? noLooks, fillText);
    // The first two fills are fixed by the format.
    if (this.#isNew(kept?.fills)) this.#fills.number(fillText(defaultStyle));
    if (this.#isNew(kept?.fills)) this.#fills.number(grayFill);
    this.#borders = new Numbered(kept?.borders ?? noLooks, bordersText);
    if (this.#isNew(kept?.borders)) this.#borders.number(bordersText(defaultStyle));
    this.#keepNamed();
    this.#namedNumber("Normal");
    this.#keepRecords();
    this.cell(defaultStyle);
    for (const name of named.keys()) this.#namedNumber(name);
  }

  #isNew(list: readonly KeptLook[] | undefined): boolean {
    return list === undefined || list.length === 0;
  }

  /** The number of a cell's look. */
  cell(style: CellStyle): number {
    let index = this.#cells.get(style);
    if (index === undefined && (style.richText ?? style.showsReadings) !== undefined) {
      const { richText: _, showsReadings: __, ...look } = style;
      index = this.cell(internStyle(look));
      this.#cells.set(style, index);
    }
    if (index === undefined) {
      const origin = style.fileRecord === undefined ? null : this.#kept?.records[style.fileRecord];
      const { pivotButton, quotePrefix } = origin?.attributes ?? {};
      const xfId = this.#namedNumber(style.styleName ?? "Normal");
      index = this.#record(
        this.#recordText(style, { quotePrefix, pivotButton, xfId }, origin ?? null),
      );
      this.#cells.set(style, index);
    }
    return index;
  }

  #record(text: string): number {
    const known = this.#recordNumbers.get(text);
    if (known !== undefined) return known;
    this.#recordNumbers.set(text, this.#records.length);
    return this.#records.push(text) - 1;
  }

  /** The number of a conditional format's look. */
  rule(style: RuleStyle): number {
    const own = internStyle(style);
    let index = this.#ruleNumbers.get(own);
    if (index === undefined) {
      index = this.#rules.length;
      this.#rules.push(ruleStyleText(style, (format) => this.#format(format)));
      this.#ruleNumbers.set(own, index);
    }
    return index;
  }

  xml(): string {
    const own = [...(this.#kept?.formats ?? [])];
    const known = new Set(own.map(([id]) => id));
    const added = [...this.#formats].flatMap(([code, id]) =>
      known.has(id) ? [] : [[id, code] as const],
    );
    const formats = [...own, ...added].map(
      ([numFmtId, formatCode]) => `<numFmt${attributesText({ numFmtId, formatCode })}/>`,
    );
    const kept = (name: string): string => transitional(this.#kept?.fragments.get(name) ?? "");
    return (
      `${xmlHeader}<styleSheet${rootAttributes(this.#kept?.rootAttributes)}>` +
      listText("numFmts", formats) +
      this.#fonts.list("fonts") +
      this.#fills.list("fills") +
      this.#borders.list("borders") +
      listText("cellStyleXfs", this.#namedRecords) +
      listText("cellXfs", this.#records) +
      listText("cellStyles", this.#names) +
      listText("dxfs", this.#rules.map(transitional)) +
      (kept("tableStyles") ||
        '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>') +
      kept("colors") +
      kept("extLst") +
      "</styleSheet>"
    );
  }

  /** The file's records and names of styles; one that was changed is written anew, one that was deleted loses its name. */
  #keepNamed(): void {
    this.#namedRecords.push(...(this.#kept?.namedRecords ?? []).map(keptRecordText));
    for (const { text, record, style } of this.#kept?.named ?? []) {
      const now = style === null ? undefined : styleCalled(this.#named, style.name);
      if (style !== null && now === undefined) continue;
      this.#names.push(transitional(text));
      if (style === null || now === undefined) continue;
      this.#namedNumbers.set(style.name, record);
      const untouched =
        !this.#named.has(style.name) ||
        (internStyle(now.looks) === internStyle(style.looks) &&
          now.leftOut.join() === style.leftOut.join());
      if (!untouched) this.#namedRecords[record] = this.#namedRecordText(now);
    }
  }

  #keepRecords(): void {
    this.#kept?.records.forEach((record, index) => {
      this.#records.push(keptRecordText(record));
      if (!this.#cells.has(record.looks)) this.#cells.set(record.looks, index);
      if (index === 0) this.#cells.set(defaultStyle, 0);
      const xfId = this.#namedNumber(record.looks.styleName ?? "Normal");
      const { fileRecord, ...looks } = record.looks;
      if (fileRecord !== undefined) return;
      const own = this.#recordText(looks, { xfId }, null);
      if (!this.#recordNumbers.has(own)) this.#recordNumbers.set(own, index);
    });
  }

  /** The number of a named style's record; Normal's where the workbook has no style of that name. */
  #namedNumber(name: string): number {
    const known = this.#namedNumbers.get(name);
    if (known !== undefined) return known;
    const style = styleCalled(this.#named, name);
    if (style === undefined) return 0;
    const number = this.#namedRecords.push(this.#namedRecordText(style)) - 1;
    this.#names.push(
      `<cellStyle${attributesText({
        ...styleNameAttributes(style),
        xfId: number,
        customBuiltin: style.builtIn && this.#named.has(name),
      })}/>`,
    );
    this.#namedNumbers.set(name, number);
    return number;
  }

  #namedRecordText(style: NamedStyle): string {
    const left = style.leftOut.map((aspect) => [aspectAttributes[aspect], "0"]);
    return this.#recordText(
      internStyle(style.looks),
      Object.fromEntries(left) as Record<string, string>,
      null,
    );
  }

  /** @param origin - the file's record the look was made from: its parts that are still the same are taken over */
  #recordText(
    style: CellStyle,
    more: Readonly<Record<string, string | number | undefined>>,
    origin: KeptRecord | null,
  ): string {
    const numFmtId = style.numberFormat === undefined ? 0 : this.#format(style.numberFormat);
    const part = (id: string, list: Numbered, written: (look: CellStyle) => string): number => {
      const text = written(style);
      const same = origin !== null && written(origin.looks) === text;
      return same ? Number(origin.attributes[id] ?? 0) : list.number(text);
    };
    const fontId = part("fontId", this.#fonts, (look) => this.#fontText(look));
    const fillId = part("fillId", this.#fills, fillText);
    const borderId = part("borderId", this.#borders, bordersText);
    const alignment = alignmentText(style);
    const protection =
      style.locked === undefined && style.formulaHidden === undefined
        ? ""
        : `<protection${attributesText({
            locked: style.locked === false ? "0" : undefined,
            hidden: style.formulaHidden,
          })}/>`;
    return `<xf${attributesText({
      numFmtId,
      fontId,
      fillId,
      borderId,
      applyNumberFormat: numFmtId !== 0,
      applyFont: fontId !== 0,
      applyFill: fillId !== 0,
      applyBorder: borderId !== 0,
      applyAlignment: alignment !== "",
      applyProtection: protection !== "",
      ...more,
    })}>${alignment}${protection}</xf>`;
  }

  #format(code: string): number {
    const builtIn = builtInId(code);
    if (builtIn !== undefined) return builtIn;
    let id = this.#formats.get(code);
    if (id === undefined) {
      id = this.#nextFormat++;
      this.#formats.set(code, id);
    }
    return id;
  }

  #fontText(style: CellStyle): string {
    const normal = this.#kept?.normalFont;
    const look: CellStyle = { ...normal?.looks, ...style };
    const own = style.fontColor !== undefined || style.themeColors?.fontColor !== undefined;
    const themed = (own ? style : normal?.looks)?.themeColors?.fontColor;
    const name = look.fontName ?? defaultFont.name;
    const placed = look.subscript === true ? "subscript" : "superscript";
    return (
      "<font>" +
      fontFlags(look) +
      (look.subscript === true || look.superscript === true ? `<vertAlign val="${placed}"/>` : "") +
      `<sz val="${look.fontSize ?? defaultFont.size}"/>` +
      `<color${colorAttributes(look.fontColor ?? defaultFont.color, themed)}/>` +
      `<name val="${escapeXml(name)}"/>` +
      (this.#kept?.fontTraits.get(name) ?? "") +
      "</font>"
    );
  }
}

function keptRecordText({ attributes, text }: KeptRecord): string {
  return `<xf${attributesText(attributes)}>${transitional(text)}</xf>`;
}
