import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { sheetLook } from "../edit/sheet-look";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { integer, number, object, record, text, truth, word } from "./arguments";
import { placeOf } from "./range-address";
import { RangeAreas } from "./range-areas";
import { RangePart, rangePlace } from "./range-part";
import { sheetOf, type Session } from "./session";

/** A plain property: what it is where nobody has set it, and how a value for it is read. */
interface Setting {
  readonly absent: unknown;
  readonly read: (value: unknown, name: string) => unknown;
}

const yesNo: Setting = { absent: false, read: truth };
const points = (absent: number): Setting => ({ absent, read: number });
const one = (...words: [string, ...string[]]): Setting => ({
  absent: words[0],
  read: (value, name) => word(value, name, words),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout; margins are in points, as in a new workbook */
const settings: Readonly<Record<string, Setting>> = {
  blackAndWhite: yesNo,
  bottomMargin: points(54),
  centerHorizontally: yesNo,
  centerVertically: yesNo,
  draftMode: yesNo,
  firstPageNumber: {
    absent: "",
    read: (value, name) => (value === "" ? "" : integer(value, name)),
  },
  footerMargin: points(21.6),
  headerMargin: points(21.6),
  leftMargin: points(50.4),
  orientation: one("Portrait", "Landscape"),
  paperSize: { absent: "Letter", read: text },
  printComments: one("NoComments", "EndSheet", "InPlace"),
  printErrors: one("AsDisplayed", "Blank", "Dash", "NotAvailable"),
  printGridlines: yesNo,
  printHeadings: yesNo,
  printOrder: one("DownThenOver", "OverThenDown"),
  rightMargin: points(50.4),
  topMargin: points(54),
  zoom: { absent: { scale: 100 }, read: record },
};

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
    if (areas === null) throw invalidArgument("printArea", "the worksheet has none");
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

for (const [name, { absent, read }] of Object.entries(settings)) {
  Object.defineProperty(PageLayout.prototype, name, {
    get(this: PageLayout): unknown {
      return sheetOf(this.session, this.sheetId).pageLayout.get(name) ?? absent;
    },
    set(this: PageLayout, value: unknown) {
      const given = read(value, name);
      change(this, (sheet) => sheet.pageLayout.set(name, given));
    },
  });
}

function change(of: PageLayout, act: (sheet: Sheet) => void): void {
  sheetLook(of.session.workspace, sheetOf(of.session, of.sheetId), act);
}

function placeIn(of: PageLayout, range: unknown): Area {
  const home = sheetOf(of.session, of.sheetId);
  const place =
    range instanceof RangePart
      ? rangePlace(object(range, "range", RangePart))
      : placeOf(of.session, home, text(range, "range"), "range");
  if (place.sheet !== home) throw invalidArgument("range", "it lies on another worksheet");
  return place.area;
}
