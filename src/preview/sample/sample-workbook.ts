import { internStyle, type CellStyle } from "../../host/model/style";
import { Workbook } from "../../host/model/workbook";
import type { Language } from "../words";
import { customers, headers, type Pair } from "./customers";

/**
 * The workbook the preview opens with: a customer list as people keep one, before the add-in has touched it.
 * Days are counted from today so that some customers are overdue and some are due whenever it is opened.
 */

const widths: Readonly<Record<Language, readonly number[]>> = {
  zh: [17, 12, 14, 12, 14, 12, 13, 9, 20],
  en: [22, 13, 15, 12, 18, 17, 20, 13, 22],
};

/** Days from 1899-12-30 to 1970-01-01: what lies between a serial number and a day of the Unix calendar. */
const serialOfUnixDay = 25_569;

/** The serial number of that clock's calendar day. */
function todaySerial(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + serialOfUnixDay;
}

/** The sample in one language, as of the day the clock shows. */
export function sampleWorkbook(language: Language, now: Date): Workbook {
  const workbook = new Workbook();
  const said = (pair: Pair): string => pair[language === "zh" ? 0 : 1];
  workbook.fileName = said(["客户名单.xlsx", "Customers.xlsx"]);
  const sheet = workbook.addSheet(said(["客户名单", "Customer list"]));
  const day = language === "zh" ? "yyyy-mm-dd" : "d mmm yyyy";
  const header = internStyle({
    bold: true,
    fill: "#e7e6e6",
    vertical: "Center",
    borders: { EdgeBottom: { style: "Continuous", weight: "Thin", color: "#7f7f7f" } },
  });
  const formats: readonly CellStyle[] = [
    {},
    {},
    { numberFormat: "@" },
    {},
    { numberFormat: day },
    { numberFormat: day },
    { numberFormat: "#,##0" },
    {},
    {},
  ].map((style) => internStyle(style));
  const today = todaySerial(now);
  headers.forEach((title, column) => {
    sheet.cells.setValue(0, column, said(title));
    sheet.cells.setStyle(0, column, header);
    sheet.columnWidths.set(column, widths[language][column] ?? 12);
  });
  customers.forEach(([name, contact, phone, demand, close, last, amount, city, note], index) => {
    const values = [
      said(name),
      said(contact),
      phone,
      demand === null ? null : said(demand),
      close === null ? null : today + close,
      last === null ? null : today - last,
      amount === 0 ? null : amount,
      said(city),
      said(note) === "" ? null : said(note),
    ];
    values.forEach((value, column) => {
      sheet.cells.setValue(index + 1, column, value);
      sheet.cells.setStyle(index + 1, column, formats[column] ?? internStyle({}));
    });
  });
  sheet.rowHeights.set(0, 21);
  sheet.freeze = { rows: 1, columns: 0 };
  workbook.selection = {
    sheetId: sheet.id,
    areas: [{ top: 1, left: 0, bottom: 1, right: 0 }],
    active: { row: 1, column: 0 },
  };
  return workbook;
}
