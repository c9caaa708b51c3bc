import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { sheetLook } from "../edit/sheet-look";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { integer, number, record, word } from "./arguments";
import { serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";
import { RangeAreas } from "./range-areas";
import { placeGiven } from "./range-part";
import { sheetOf, type Session } from "./session";

/**
 * How a worksheet is printed: kept and given back; the host does not print.
 * https://learn.microsoft.com/javascript/api/excel/excel.pagelayout
 */
export class PageLayout extends ApiObject {
  readonly className = "PageLayout";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

  /** #getPrintArea; ItemNotFound where none is set */
  getPrintArea(): RangeAreas {
    const areas = this.getPrintAreaOrNullObject();
    if (areas === null) throw itemNotFound("the worksheet has no print area");
    return areas;
  }

  /** #getPrintAreaOrNullObject */
  getPrintAreaOrNullObject(): RangeAreas | null {
    const { printArea } = sheetOf(this.session, this.sheetId);
    return printArea.length === 0 ? null : new RangeAreas(this.session, this.sheetId, printArea);
  }

  /** #setPrintArea: a range, ranges or an address */
  setPrintArea(printArea: unknown): void {
    const areas =
      printArea instanceof RangeAreas ? [...printArea.places] : [placeIn(this, printArea)];
    change(this, (sheet) => (sheet.printArea = areas));
  }

  /** #getPrintTitleRows; ItemNotFound where none are set */
  getPrintTitleRows(): ApiObject {
    const rows = this.getPrintTitleRowsOrNullObject();
    if (rows === null) throw itemNotFound("the worksheet has no title rows");
    return rows;
  }

  /** #getPrintTitleColumns; ItemNotFound where none are set */
  getPrintTitleColumns(): ApiObject {
    const columns = this.getPrintTitleColumnsOrNullObject();
    if (columns === null) throw itemNotFound("the worksheet has no title columns");
    return columns;
  }

  /** #getPrintTitleRowsOrNullObject */
  getPrintTitleRowsOrNullObject(): ApiObject | null {
    const { rows } = sheetOf(this.session, this.sheetId).printTitles;
    return rows === null ? null : this.session.objects.range(this.sheetId, rows);
  }

  /** #getPrintTitleColumnsOrNullObject */
  getPrintTitleColumnsOrNullObject(): ApiObject | null {
    const { columns } = sheetOf(this.session, this.sheetId).printTitles;
    return columns === null ? null : this.session.objects.range(this.sheetId, columns);
  }

  /** #setPrintTitleRows */
  setPrintTitleRows(printTitleRows: unknown): void {
    const rows = placeIn(this, printTitleRows);
    change(this, (sheet) => (sheet.printTitles = { ...sheet.printTitles, rows }));
  }

  /** #setPrintTitleColumns */
  setPrintTitleColumns(printTitleColumns: unknown): void {
    const columns = placeIn(this, printTitleColumns);
    change(this, (sheet) => (sheet.printTitles = { ...sheet.printTitles, columns }));
  }

  /** #setPrintMargins */
  setPrintMargins(unit: unknown, marginOptions: unknown): void {
    const size = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
    const factor = size[word(unit, "unit", ["Points", "Inches", "Centimeters"])];
    for (const [side, value] of Object.entries(record(marginOptions, "marginOptions"))) {
      const name = `${side}Margin`;
      if (!(name in settings)) throw invalidArgument("marginOptions", `'${side}' is no margin`);
      const margin = number(value, name) * factor;
      change(this, (sheet) => sheet.pageLayout.set(name, margin));
    }
  }
}

/** Margins are in points, as in a new workbook. */
const settings = {
  blackAndWhite: kind.truth(false),
  bottomMargin: kind.number(54),
  centerHorizontally: kind.truth(false),
  centerVertically: kind.truth(false),
  draftMode: kind.truth(false),
  firstPageNumber: {
    absent: "",
    read: (value: unknown, name: string) => (value === "" ? "" : integer(value, name)),
  },
  footerMargin: kind.number(21.6),
  headerMargin: kind.number(21.6),
  leftMargin: kind.number(50.4),
  orientation: kind.word("Portrait", ["Portrait", "Landscape"]),
  paperSize: kind.text("Letter"),
  printComments: kind.word("NoComments", ["NoComments", "EndSheet", "InPlace"]),
  printErrors: kind.word("AsDisplayed", ["AsDisplayed", "Blank", "Dash", "NotAvailable"]),
  printGridlines: kind.truth(false),
  printHeadings: kind.truth(false),
  printOrder: kind.word("DownThenOver", ["DownThenOver", "OverThenDown"]),
  rightMargin: kind.number(50.4),
  topMargin: kind.number(54),
  zoom: { absent: { scale: 100 }, read: record },
};

const kept: Keeping<PageLayout, Record<keyof typeof settings, unknown>> = {
  read: ({ session, sheetId }) => Object.fromEntries(sheetOf(session, sheetId).pageLayout),
  change: (of, given) =>
    change(of, ({ pageLayout }) => {
      for (const [name, value] of Object.entries(given)) pageLayout.set(name, value);
    }),
};

serveKept(PageLayout, kept, settings);

function change(of: PageLayout, act: (sheet: Sheet) => void): void {
  sheetLook(of.session.workspace, sheetOf(of.session, of.sheetId), act);
}

function placeIn(of: PageLayout, range: unknown): Area {
  const home = sheetOf(of.session, of.sheetId);
  const place = placeGiven(of.session, home, range, "range");
  if (place.sheet !== home) throw invalidArgument("range", "it lies on another worksheet");
  return place.area;
}
