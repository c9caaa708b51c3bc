import { FileError } from "./file-problem";
import { lookOf, type Look } from "../look";
import { decoded, isOn } from "./sheet-cells";
import type { XmlReader } from "./xml";

type AttributeOf = (name: string) => string | undefined;

/** xl/workbook.xml: the sheets in their order, and the date system. */
export class BookPart implements XmlReader {
  readonly sheets: { readonly name: string; readonly hidden: boolean; readonly link: string }[] =
    [];
  dateSystem: 1900 | 1904 = 1900;

  open(name: string, attribute: AttributeOf): void {
    if (name === "workbookPr" && isOn(attribute("date1904"))) this.dateSystem = 1904;
    if (name !== "sheet") return;
    const state = attribute("state");
    this.sheets.push({
      name: attribute("name") ?? "",
      hidden: state === "hidden" || state === "veryHidden",
      link: attribute("id") ?? "",
    });
  }

  close(): void {
    // Everything is said in the opening tags.
  }
}

/** xl/sharedStrings.xml: the texts cells refer to by number. */
export class StringsPart implements XmlReader {
  readonly strings: string[] = [];
  #text = "";
  #guides = 0;
  #characters = 0;

  open(name: string): void {
    if (name === "si") this.#text = "";
    else if (name === "rPh") this.#guides += 1;
  }

  close(name: string, text: string): void {
    if (name === "t" && this.#guides === 0) this.#text += text;
    else if (name === "rPh") this.#guides -= 1;
    else if (name === "si") {
      this.strings.push(decoded(this.#text));
      this.#characters += this.#text.length;
      if (this.#characters > mostCharacters)
        throw new FileError({ code: "file-too-large", of: "bytes", limit: mostCharacters });
    }
  }
}

const mostCharacters = 200_000_000;

/** xl/styles.xml: whether a cell's number is shown as a day, a time of day or a number. */
export class StylesPart implements XmlReader {
  readonly looks: Look[] = [];
  readonly #formats = new Map<number, string>();
  #inCells = false;

  open(name: string, attribute: AttributeOf): void {
    if (name === "cellXfs") this.#inCells = true;
    else if (name === "numFmt")
      this.#formats.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
    else if (name === "xf" && this.#inCells)
      this.looks.push(this.#look(Number(attribute("numFmtId") ?? 0)));
  }

  close(name: string): void {
    if (name === "cellXfs") this.#inCells = false;
  }

  #look(id: number): Look {
    const format = this.#formats.get(id);
    return format === undefined ? builtInLook(id) : lookOf(format);
  }
}

/**
 * The formats Excel has a number for instead of a text; 27 to 58 are those of Chinese and Japanese.
 *
 * @see ECMA-376 part 1, 18.8.30
 */
function builtInLook(id: number): Look {
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 55 || id === 56) return "time";
  const isDay = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36;
  return isDay || (id >= 50 && id <= 58) ? "day" : "plain";
}
