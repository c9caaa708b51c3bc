import { inExcel } from "./in-excel";

describe("Excel.Range", () => {
  it("gives its address, place and size", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet
        .getRange("B2:D5")
        .load("address,rowIndex,columnIndex,rowCount,columnCount");
      await context.sync();
      expect(range.address).toBe(`${sheet.name}!B2:D5`);
      expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([
        1, 1, 4, 3,
      ]);
    });
  });

  it("derives ranges from ranges", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("B2:D5");
      const derived = {
        cell: range.getCell(1, 1),
        row: range.getRow(1),
        column: range.getColumn(2),
        lastRow: range.getLastRow(),
        lastCell: range.getLastCell(),
        offset: range.getOffsetRange(1, -1),
        resized: range.getResizedRange(1, -1),
        below: range.getRowsBelow(2),
        above: range.getRowsAbove(1),
        after: range.getColumnsAfter(1),
        bounding: range.getBoundingRect("F7"),
        intersection: range.getIntersection("C3:F9"),
        entireRow: range.getEntireRow(),
        entireColumn: range.getEntireColumn(),
      };
      for (const one of Object.values(derived)) one.load("address");
      await context.sync();
      const found = Object.fromEntries(
        Object.entries(derived).map(([name, one]) => [name, one.address.split("!")[1]]),
      );
      expect(found).toEqual({
        cell: "C3",
        row: "B3:D3",
        column: "D2:D5",
        lastRow: "B5:D5",
        lastCell: "D5",
        offset: "A3:C6",
        resized: "B2:C6",
        below: "B6:D7",
        above: "B1:D1",
        after: "E2:E5",
        bounding: "B2:F7",
        intersection: "C3:D5",
        entireRow: "2:5",
        entireColumn: "B:D",
      });
    });
  });

  it("takes one value for all cells, leaves cells alone for null and empties them for a blank text", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:B2");
      range.values = [[7]];
      await context.sync();
      range.values = [
        [1, null],
        ["", 4],
      ];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        [1, 7],
        ["", 4],
      ]);
    });
  });

  it("takes a matrix of nothing but null only in the range's size, and leaves its formulas", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:B1");
      range.formulas = [["=1+1", 2]];
      range.values = [[null, null]];
      range.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([["=1+1", 2]]);
      range.values = [[null, null, null]];
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("refuses a matrix of another size", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B2").values = [[1, 2, 3]];
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("makes a formula of a text that starts with an equals sign, unless the cell is text", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("B1").numberFormat = [["@"]];
      const range = sheet.getRange("A1:C1");
      range.values = [["=1+1", "=1+1", "'=1+1"]];
      range.load("values,formulas");
      await context.sync();
      expect(range.values).toEqual([[2, "=1+1", "=1+1"]]);
      expect(range.formulas[0]![0]).toBe("=1+1");
    });
  });

  it("makes a formula of a text that starts with a sign and is no number", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:B1");
      range.values = [["+1+1", "-5"]];
      range.load("values,formulas");
      await context.sync();
      expect(range.values).toEqual([[2, -5]]);
      expect(range.formulas).toEqual([["=+1+1", -5]]);
    });
  });

  it("spells formulas as Excel does: capitals, corners in order, names as they are called", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Item", "Unit price"],
        ["a", 2],
        ["b", 3],
      ];
      const table = sheet.tables.add("A1:B3", true);
      const name = `Spelled_${sheet.name}`;
      table.name = name;
      const cells = sheet.getRange("D1:D4");
      cells.formulas = [
        ["=sum( b3:$a$2,1 )"],
        ['=if(true,"kept as it is",a1)'],
        [`=sum(${name.toLowerCase()}[unit PRICE])`],
        [`=nosuchfunction(${sheet.name.toLowerCase()}!b2)`],
      ];
      cells.load("formulas");
      await context.sync();
      expect(cells.formulas).toEqual([
        ["=SUM( $A$2:B3,1 )"],
        ['=IF(TRUE,"kept as it is",A1)'],
        [`=SUM(${name}[Unit price])`],
        [`=nosuchfunction(${sheet.name}!B2)`],
      ]);
    });
  });

  it.each(["=1+", "=SUM(", "=(1", '="open', "=A1:", "--"])(
    "refuses %s, which is no formula, and leaves the cell",
    async (text) => {
      await inExcel(async (context, sheet) => {
        const cell = sheet.getRange("A1");
        cell.values = [["before"]];
        await context.sync();
        cell.values = [[text]];
        await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
        cell.load("formulas");
        await context.sync();
        expect(cell.formulas).toEqual([["before"]]);
      });
    },
  );

  it("answers null for the values of whole columns", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A:B").load("values,isEntireColumn");
      await context.sync();
      expect(range.values).toBeNull();
      expect(range.isEntireColumn).toBe(true);
    });
  });

  it("finds the used part, values only or with formats", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D4").format.fill.color = "#FF0000";
      const used = sheet.getUsedRange().load("address");
      const values = sheet.getUsedRange(true).load("address");
      const none = sheet.getRange("Z1:Z9").getUsedRangeOrNullObject(true);
      await context.sync();
      expect(used.address.split("!")[1]).toBe("B2:D4");
      expect(values.address.split("!")[1]).toBe("B2");
      expect(none.isNullObject).toBe(true);
    });
  });

  it("moves cells when cells are inserted and deleted, and references follow", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("C1").formulas = [["=SUM(A1:A3)"]];
      const last = sheet.getRange("A3");
      last.load("address");
      await context.sync();
      sheet.getRange("A2").insert("Down");
      const sum = sheet.getRange("C1").load("formulas,values");
      last.load("address,values");
      await context.sync();
      expect(sum.formulas).toEqual([["=SUM(A1:A4)"]]);
      expect(last.address.split("!")[1]).toBe("A4");
      sheet.getRange("A1:A2").delete("Up");
      sum.load("formulas,values");
      await context.sync();
      expect(sum.formulas).toEqual([["=SUM(A1:A2)"]]);
      expect(sum.values).toEqual([[5]]);
    });
  });

  it("says that a range is gone when its cells were deleted", async () => {
    await inExcel(async (context, sheet) => {
      const cell = sheet.getRange("B2");
      cell.load("address");
      await context.sync();
      sheet.getRange("2:2").delete("Up");
      await context.sync();
      cell.load("address");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
    });
  });

  it("finds texts, as a part or as the whole", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A3").values = [["Apple pie"], ["apple"], ["Pear"]];
      const part = sheet.getRange("A1:A3").find("apple", {}).load("address");
      const whole = sheet.getRange("A1:A3").find("APPLE", { completeMatch: true }).load("address");
      const none = sheet.getRange("A1:A3").findOrNullObject("plum", {});
      await context.sync();
      expect(part.address.split("!")[1]).toBe("A1");
      expect(whole.address.split("!")[1]).toBe("A2");
      expect(none.isNullObject).toBe(true);
    });
  });

  it("keeps looks, and answers null where cells differ", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A2").format.font.bold = true;
      sheet.getRange("A1").format.fill.color = "#00ff00";
      sheet.getRange("A1").format.borders.getItem("EdgeBottom").style = "Continuous";
      const both = sheet.getRange("A1:B1").load("format/font/bold,format/fill/color");
      const one = sheet.getRange("A1").load("format/font/bold,format/fill/color");
      const edge = sheet.getRange("A1").format.borders.getItem("EdgeBottom").load("style,weight");
      await context.sync();
      expect(both.format.font.bold).toBeNull();
      expect(one.format.font.bold).toBe(true);
      expect(one.format.fill.color).toBe("#00FF00");
      expect([edge.style, edge.weight]).toEqual(["Continuous", "Thin"]);
    });
  });

  it("copies formulas as seen from the new place", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("B1").formulas = [["=A1*10"]];
      sheet.getRange("B1:B2").copyFrom("B1");
      const range = sheet.getRange("B1:B2").load("formulas,values");
      await context.sync();
      expect(range.formulas).toEqual([["=A1*10"], ["=A2*10"]]);
      expect(range.values).toEqual([[10], [20]]);
    });
  });

  it("sorts whole rows and keeps equal ones in order", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:B4");
      range.values = [
        ["b", 1],
        ["a", 2],
        ["b", 3],
        ["", 4],
      ];
      range.sort.apply([{ key: 0, ascending: true }]);
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["a", 2],
        ["b", 1],
        ["b", 3],
        ["", 4],
      ]);
    });
  });
});
