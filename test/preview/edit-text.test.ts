import { internStyle } from "../../src/host/model/style";
import type { Scalar } from "../../src/host/model/cell";
import { Workbook } from "../../src/host/model/workbook";
import { editText, showsDay } from "../../src/preview/page/edit-text";
import { toTsv } from "../../src/preview/page/clipboard";
import { pageLanguage } from "../../src/preview/words";

function textOf(
  value: Scalar,
  numberFormat = "General",
  locale: "zh-CN" | "en-US" = "zh-CN",
): string {
  const sheet = new Workbook().addSheet("Sheet1");
  sheet.cells.setValue(0, 0, value);
  sheet.cells.setStyle(0, 0, internStyle({ numberFormat }));
  return editText(sheet, 0, 0, { locale, date1904: false });
}

describe("the formula bar", () => {
  it("shows a day in the short form, whatever format the cell has", () => {
    expect(textOf(45389, "yyyy年m月d日")).toBe("2024/4/7");
    expect(textOf(45389.5, "yyyy-mm-dd hh:mm")).toBe("2024/4/7 12:00:00");
  });

  it("puts day, month and year in the order in which they would be typed there", () => {
    expect(textOf(45389, "d mmm yyyy", "en-US")).toBe("4/7/2024");
    expect(textOf(45389.9375, "d mmm yyyy h:mm", "en-US")).toBe("4/7/2024 10:30:00 PM");
  });

  it("shows a percentage with its sign and a number with its digits", () => {
    expect(textOf(0.125, "0%")).toBe("12.5%");
    expect(textOf(1234.5, "#,##0")).toBe("1234.5");
  });

  it("[P7] marks text that would become a formula or a number if typed again", () => {
    expect(textOf("=1+1")).toBe("'=1+1");
    expect(textOf("007")).toBe("'007");
    expect(textOf("13812345678", "@")).toBe("13812345678");
  });

  it("knows day formats from others", () => {
    expect(showsDay("yyyy-mm-dd")).toBe(true);
    expect(showsDay('#,##0.00" yuan"')).toBe(false);
    expect(showsDay("General")).toBe(false);
    expect(showsDay("[Red]0.0")).toBe(false);
  });
});

describe("the clipboard", () => {
  it("quotes cells that hold tabs, line breaks or quotation marks", () => {
    expect(
      toTsv([
        ["a", 'say "hi"'],
        ["two\nlines", ""],
      ]),
    ).toBe('a\t"say ""hi"""\n"two\nlines"\t');
  });
});

describe("the page's language", () => {
  it("follows the address, then the browser, and is Chinese for every kind of Chinese", () => {
    expect(pageLanguage("?lang=en", "zh-CN")).toBe("en");
    expect(pageLanguage("", "zh-TW")).toBe("zh");
    expect(pageLanguage("", "de")).toBe("en");
  });
});
