import type { Sheet } from "../model/sheet";
import { attributesText, childNamed, childrenNamed, isOn, type XmlElement } from "./xml";

/** How a sheet is printed: `printOptions`, `pageMargins`, `pageSetup` and the breaks; ECMA-376 part 1, 18.3.1.63 on. */

type Settings = ReadonlyMap<string, unknown>;
type Words = Readonly<Record<string, string>>;

/** Excel's paper numbers from 1 on, in the API's words. */
const papers =
  "Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman".split(
    " ",
  );

/** The API's name → the file's attribute. */
const options: Words = {
  printGridlines: "gridLines",
  printHeadings: "headings",
  centerHorizontally: "horizontalCentered",
  centerVertically: "verticalCentered",
};
const flags: Words = { blackAndWhite: "blackAndWhite", draftMode: "draft" };
const choices: Readonly<Record<string, { readonly attribute: string; readonly words: Words }>> = {
  orientation: {
    attribute: "orientation",
    words: { portrait: "Portrait", landscape: "Landscape" },
  },
  printComments: {
    attribute: "cellComments",
    words: { none: "NoComments", atEnd: "EndSheet", asDisplayed: "InPlace" },
  },
  printErrors: {
    attribute: "errors",
    words: { displayed: "AsDisplayed", blank: "Blank", dash: "Dash", NA: "NotAvailable" },
  },
  printOrder: {
    attribute: "pageOrder",
    words: { downThenOver: "DownThenOver", overThenDown: "OverThenDown" },
  },
};
/** Points of a new sheet's margins, in the order Excel writes them. */
const margins: Readonly<Record<string, number>> = {
  left: 50.4,
  right: 50.4,
  top: 54,
  bottom: 54,
  header: 21.6,
  footer: 21.6,
};
const pointsPerInch = 72;

/** Attributes of `pageSetup` the model has no member for; they are kept. */
export const keptPageSetup = new Set(
  "horizontalDpi verticalDpi copies paperHeight paperWidth paperUnits usePrinterDefaults".split(
    " ",
  ),
);

/** Reads what differs from a new sheet's settings into the sheet. */
export function readPageSetup(root: XmlElement, sheet: Sheet): void {
  const { pageLayout } = sheet;
  const attributesOf = (name: string): Readonly<Record<string, string>> =>
    childNamed(root, name)?.attributes ?? {};
  const printed = attributesOf("printOptions");
  for (const [name, attribute] of Object.entries(options)) {
    if (isOn(printed[attribute])) pageLayout.set(name, true);
  }
  const inches = attributesOf("pageMargins");
  for (const [side, usual] of Object.entries(margins)) {
    const points = Math.round(Number(inches[side]) * pointsPerInch * 1e6) / 1e6;
    if (points >= 0 && points !== usual) pageLayout.set(`${side}Margin`, points);
  }
  const setup = attributesOf("pageSetup");
  for (const [name, attribute] of Object.entries(flags)) {
    if (isOn(setup[attribute])) pageLayout.set(name, true);
  }
  for (const [name, { attribute, words }] of Object.entries(choices)) {
    const word = words[setup[attribute] ?? ""];
    if (word !== undefined && word !== Object.values(words)[0]) pageLayout.set(name, word);
  }
  const paper = papers[Number(setup.paperSize) - 1];
  if (paper !== undefined && paper !== "Letter") pageLayout.set("paperSize", paper);
  if (isOn(setup.useFirstPageNumber)) {
    pageLayout.set("firstPageNumber", Number(setup.firstPageNumber ?? 1));
  }
  const fits = childNamed(childNamed(root, "sheetPr") ?? root, "pageSetUpPr")?.attributes.fitToPage;
  const zoom = isOn(fits) ? fittedZoom(setup) : { scale: Number(setup.scale ?? 100) };
  if (zoom.scale !== 100) pageLayout.set("zoom", zoom);
  readBreaks(childNamed(root, "rowBreaks"), sheet.rowBreaks);
  readBreaks(childNamed(root, "colBreaks"), sheet.columnBreaks);
}

/** Pages that a sheet is fitted to; 0 in the file means as many as it takes, which the API leaves out. */
function fittedZoom(setup: Readonly<Record<string, string>>): Record<string, number> {
  const across = Number(setup.fitToWidth ?? 1);
  const down = Number(setup.fitToHeight ?? 1);
  return {
    ...(across > 0 ? { horizontalFitToPages: across } : {}),
    ...(down > 0 ? { verticalFitToPages: down } : {}),
  };
}

/** Breaks that Excel worked out by itself are not stated as made by hand. */
function readBreaks(list: XmlElement | undefined, breaks: Set<number>): void {
  for (const { attributes } of childrenNamed(list, "brk")) {
    if (isOn(attributes.man) && Number(attributes.id) > 0) breaks.add(Number(attributes.id));
  }
}

/** Whether the sheet is fitted to pages, which stands in another element than the pages' number. */
export function fitsToPages({ pageLayout }: Sheet): boolean {
  const { horizontal, vertical } = zoomOf(pageLayout);
  return horizontal !== undefined || vertical !== undefined;
}

interface Zoom {
  readonly scale: number | undefined;
  readonly horizontal: number | undefined;
  readonly vertical: number | undefined;
}

function zoomOf(pageLayout: Settings): Zoom {
  const zoom = pageLayout.get("zoom");
  const parts = new Map(Object.entries(typeof zoom === "object" && zoom !== null ? zoom : {}));
  const count = (name: string): number | undefined => {
    const value: unknown = parts.get(name);
    return typeof value === "number" ? value : undefined;
  };
  return {
    scale: count("scale"),
    horizontal: count("horizontalFitToPages"),
    vertical: count("verticalFitToPages"),
  };
}

/**
 * The sheet's page elements by name, "" for those that say nothing.
 *
 * @param kept - attributes of the opened file's `pageSetup` that the model has no member for
 */
export function pageSetupTexts(
  sheet: Sheet,
  kept: Readonly<Record<string, string>>,
): Readonly<
  Record<"printOptions" | "pageMargins" | "pageSetup" | "rowBreaks" | "colBreaks", string>
> {
  const { pageLayout } = sheet;
  const on = (names: Words): Record<string, boolean> =>
    Object.fromEntries(
      Object.entries(names).map(([name, attribute]) => [attribute, pageLayout.get(name) === true]),
    );
  const sides = Object.entries(margins).map(([side, usual]) => {
    const points = pageLayout.get(`${side}Margin`);
    return [side, typeof points === "number" ? points : usual] as const;
  });
  const moved = sides.some(([side, points]) => points !== margins[side]);
  const inches = sides.map(([side, points]) => [side, inchesText(points)] as const);
  return {
    printOptions: elementText("printOptions", on(options)),
    pageMargins: moved ? elementText("pageMargins", Object.fromEntries(inches)) : "",
    pageSetup: elementText("pageSetup", { ...setupAttributes(pageLayout), ...on(flags), ...kept }),
    rowBreaks: breaksText("rowBreaks", sheet.rowBreaks, 16_383),
    colBreaks: breaksText("colBreaks", sheet.columnBreaks, 1_048_575),
  };
}

function inchesText(points: number): number {
  return Number((points / pointsPerInch).toFixed(10));
}

function setupAttributes(pageLayout: Settings): Record<string, string | number | undefined> {
  const paper = papers.findIndex((name) => name === pageLayout.get("paperSize"));
  const zoom = zoomOf(pageLayout);
  const fitted = zoom.horizontal !== undefined || zoom.vertical !== undefined;
  const first = pageLayout.get("firstPageNumber");
  const numbered = typeof first === "number";
  const words = Object.entries(choices).map(([name, choice]) => [
    choice.attribute,
    Object.entries(choice.words).find(([, word]) => word === pageLayout.get(name))?.[0],
  ]);
  return {
    paperSize: paper < 0 ? undefined : paper + 1,
    scale: fitted || zoom.scale === undefined ? undefined : zoom.scale,
    firstPageNumber: numbered ? first : undefined,
    useFirstPageNumber: numbered ? "1" : undefined,
    fitToWidth: fitted ? (zoom.horizontal ?? 0) : undefined,
    fitToHeight: fitted ? (zoom.vertical ?? 0) : undefined,
    ...(Object.fromEntries(words) as Record<string, string | undefined>),
  };
}

function elementText(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const text = attributesText(attributes);
  return text === "" ? "" : `<${name}${text}/>`;
}

function breaksText(name: string, breaks: ReadonlySet<number>, last: number): string {
  // A break before the first row or column breaks nothing, and the format has no place for it.
  const at = [...breaks].filter((place) => place > 0).sort((one, other) => one - other);
  if (at.length === 0) return "";
  const items = at.map((id) => `<brk id="${id}" max="${last}" man="1"/>`).join("");
  return `<${name} count="${at.length}" manualBreakCount="${at.length}">${items}</${name}>`;
}
