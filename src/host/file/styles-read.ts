import type { KeptLook, KeptRecord, KeptStyles } from "../model/kept";
import type { RuleStyle } from "../model/rules";
import { defaultFont, defaultStyle, type CellStyle } from "../model/style";
import type { NamedStyle } from "../model/named-style";
import type { Palette } from "./color";
import {
  interned,
  readAlignment,
  readBorders,
  readFill,
  readFont,
  readRuleStyle,
  unmodelledLook,
  type Looks,
} from "./looks-read";
import { builtInFormats } from "./number-formats";
import { isAsBuiltIn, readNamedStyles } from "./style-names";
import { attributesText, childNamed, isOn, type XmlElement } from "./xml";

/** The looks a file's cells and rules refer to by number. */
export interface FileStyles {
  readonly cellStyles: readonly CellStyle[];
  readonly ruleStyles: readonly RuleStyle[];
  /** Named styles that are not as Excel makes them. */
  readonly named: readonly NamedStyle[];
  readonly kept: KeptStyles | null;
}

export const noStyles: FileStyles = {
  cellStyles: [defaultStyle],
  ruleStyles: [],
  named: [],
  kept: null,
};

/**
 * Reads the styles part. Members equal to the file's Normal look are left out: absent means "the workbook's default".
 *
 * @param source - the part's text, of which pieces are kept
 */
export function readStyles(root: XmlElement, source: string, palette: Palette): FileStyles {
  const list = (name: string): XmlElement[] => childNamed(root, name)?.children ?? [];
  const textOf = ({ start, end }: XmlElement): string => source.slice(start, end);
  const formats = new Map(
    list("numFmts").map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "General",
    ]),
  );
  const records = list("cellXfs");
  const fontElements = list("fonts");
  const fillElements = list("fills");
  const ownFonts = fontElements.map((font) => readFont(font, palette));
  const normal = ownFonts[Number(records[0]?.attributes.fontId ?? 0)] ?? {};
  const kept = (name: string, looksOf: (element: XmlElement, index: number) => Looks): KeptLook[] =>
    list(name).map((element, index) => ({
      text: textOf(element),
      looks: interned(looksOf(element, index)),
    }));
  const fonts = kept("fonts", (_, index) => difference(ownFonts[index] ?? {}, normal));
  const fills = kept("fills", (fill) => readFill(fill, palette));
  const borders = kept("borders", (border) => readBorders(border, palette) ?? {});
  const looksOf = (record: XmlElement): Looks => {
    const { fontId, fillId, borderId, numFmtId } = record.attributes;
    const parts = [
      fonts[Number(fontId ?? 0)],
      fills[Number(fillId ?? 0)],
      borders[Number(borderId ?? 0)],
    ];
    const looks: Looks = {};
    const themed = {};
    for (const part of parts) {
      Object.assign(looks, part?.looks);
      Object.assign(themed, part?.looks.themeColors);
    }
    looks.themeColors = Object.keys(themed).length > 0 ? themed : undefined;
    const number = Number(numFmtId ?? 0);
    const format = formats.get(number) ?? builtInFormats.get(number);
    if (format !== undefined && format !== "General") looks.numberFormat = format;
    readAlignment(childNamed(record, "alignment"), looks);
    const protection = childNamed(record, "protection")?.attributes;
    if (protection?.locked !== undefined && !isOn(protection.locked)) looks.locked = false;
    if (isOn(protection?.hidden)) looks.formulaHidden = true;
    return looks;
  };
  const recordOf = (element: XmlElement, looks: CellStyle): KeptRecord => ({
    text: element.children.map(textOf).join(""),
    attributes: element.attributes,
    looks,
  });
  const listed = readNamedStyles(list("cellStyles"), list("cellStyleXfs"), (record) =>
    interned(looksOf(record)),
  );
  const named = listed.flatMap(({ style }) => (style === null ? [] : [style]));
  const nameOf = new Map(listed.map(({ style, record }) => [record, style?.name]));
  const cellRecords = new RecordList();
  for (const element of records) {
    const name = nameOf.get(Number(element.attributes.xfId ?? 0));
    const looks = { ...looksOf(element), styleName: name === "Normal" ? undefined : name };
    const { fontId, fillId } = element.attributes;
    const parts = [fontElements[Number(fontId ?? 0)], fillElements[Number(fillId ?? 0)]];
    cellRecords.add(
      recordOf(element, interned(looks)),
      parts.map((part) => (part === undefined ? "" : unmodelledLook(part, textOf(part)))).join(),
    );
  }
  const ruleStyles = list("dxfs").map((element) => readRuleStyle(element, palette));
  return {
    cellStyles:
      cellRecords.all.length > 0 ? cellRecords.all.map(({ looks }) => looks) : [defaultStyle],
    ruleStyles,
    named: named.filter((style) => style.name !== "Normal" && !isAsBuiltIn(style)),
    kept: {
      rootAttributes: root.attributes,
      normalFont: {
        name: normal.fontName ?? defaultFont.name,
        size: normal.fontSize ?? defaultFont.size,
        looks: interned(normal),
      },
      fontTraits: new Map(fontElements.map((font) => fontTraits(font)).reverse()),
      fonts,
      fills,
      borders,
      formats,
      records: cellRecords.all,
      namedRecords: list("cellStyleXfs").map((record) =>
        recordOf(record, interned(looksOf(record))),
      ),
      named: listed.map(({ style, record, element }) => ({ text: textOf(element), record, style })),
      ruleTexts: list("dxfs").map(textOf),
      ruleStyles,
      fragments: new Map(
        root.children
          .filter(({ name }) => ["colors", "tableStyles", "extLst"].includes(name))
          .map((element) => [element.name, textOf(element)]),
      ),
    },
  };
}

/** Records in their order; one that the model alone could not tell from an earlier one is told by its number. */
class RecordList {
  readonly all: KeptRecord[] = [];
  readonly #known = new Map<CellStyle, string>();

  /** @param parts - what its font and its fill say that the model has no member for */
  add(record: KeptRecord, parts: string): void {
    const { pivotButton, quotePrefix } = record.attributes;
    const told = [parts, isOn(pivotButton), isOn(quotePrefix)].join();
    // Cells that state nothing have the first record's look, so no other may pass for it.
    if (this.all.length === 0) {
      this.#known.set(defaultStyle, record.looks === defaultStyle ? told : "the first record's");
    }
    const known = this.#known.get(record.looks);
    if (known === undefined || known === told) {
      this.#known.set(record.looks, told);
      this.all.push(record);
    } else {
      const looks = interned({ ...record.looks, fileRecord: this.all.length });
      this.all.push({ ...record, looks });
    }
  }
}

/** What Excel states behind a font's name: by it a font follows the theme, and Chinese ones their character set. */
function fontTraits(font: XmlElement): [name: string, traits: string] {
  const traits = ["family", "charset", "scheme"].map((trait) => {
    const val = childNamed(font, trait)?.attributes.val;
    return val === undefined ? "" : `<${trait}${attributesText({ val })}/>`;
  });
  return [childNamed(font, "name")?.attributes.val ?? "", traits.join("")];
}

function difference(font: Looks, normal: Looks): Looks {
  const { themeColors, ...members } = font;
  const looks: Looks = {};
  for (const key of Object.keys(members) as (keyof typeof members)[]) {
    if (font[key] !== normal[key]) Object.assign(looks, { [key]: font[key] });
  }
  // What Normal switches on and this font does not must be said, or it would be inherited.
  if (normal.bold === true && font.bold === undefined) looks.bold = false;
  if (normal.italic === true && font.italic === undefined) looks.italic = false;
  if (normal.fontColor !== undefined && font.fontColor === undefined) {
    looks.fontColor = defaultFont.color;
  }
  if (JSON.stringify(themeColors) !== JSON.stringify(normal.themeColors)) {
    looks.themeColors = themeColors;
  }
  return looks;
}
