import fc from "fast-check";
import { formulaTokens } from "../../../src/host/file/formula-tokens";
import {
  answersArray,
  formulaFromFile,
  formulaInFile,
  shiftFormula,
} from "../../../src/host/file/formula-text";

describe("formulas in the file's spelling", () => {
  it.each([
    ["=CRM.GRADE($B2,$C2,crm_as_of)", "_xldudf_CRM_GRADE($B2,$C2,crm_as_of)"],
    [
      "=IF(CRM.NEXTFOLLOWUP(A1)>1,\"CRM.GRADE(\",'CRM.X'!A1)",
      "IF(_xldudf_CRM_NEXTFOLLOWUP(A1)>1,\"CRM.GRADE(\",'CRM.X'!A1)",
    ],
    ["=XLOOKUP(1,A:A,B:B)", "_xlfn.XLOOKUP(1,A:A,B:B)"],
    ["=STDEV.S(A1:A3)+NETWORKDAYS.INTL(A1,A2)", "_xlfn.STDEV.S(A1:A3)+NETWORKDAYS.INTL(A1,A2)"],
    ["=FILTER(A1:A3,B1:B3)", "_xlfn._xlws.FILTER(A1:A3,B1:B3)"],
    ["=LET(x,1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
    ["=MAP(A1:A3,LAMBDA(v,v+1))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+1))"],
    ["=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ["=@A1:A3+1", "_xlfn.SINGLE(A1:A3)+1"],
    ["=[@量]*Other[@[单价 (元)]]", "T[[#This Row],[量]]*Other[[#This Row],[单价 (元)]]"],
    ["=SUM(T[[#Totals],[量]])", "SUM(T[[#Totals],[量]])"],
    ["=1+1", "1+1"],
    ["=[1]Sheet1!A1", "[1]Sheet1!A1"],
    ["=ERROR.TYPE(A1)", "ERROR.TYPE(A1)"],
    // Newer than anything known here, or another program's: the prefix is part of the name.
    ["=_xlfn.ORG.OPENOFFICE.EASTERSUNDAY(2026)", "_xlfn.ORG.OPENOFFICE.EASTERSUNDAY(2026)"],
    ["=_xlfn._xlws.UNHEARDOF(A1)", "_xlfn._xlws.UNHEARDOF(A1)"],
  ])("%s", (model, file) => {
    expect(formulaInFile(model, "T")).toBe(file);
    expect(formulaFromFile(file, "T")).toBe(model);
  });

  it("names the other table where the cell is not in it", () => {
    expect(formulaFromFile("T[[#This Row],[a]]", null)).toBe("=T[@a]");
    expect(formulaInFile("=T[@a]", null)).toBe("T[[#This Row],[a]]");
  });

  it("cuts any text into pieces that join to the same text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(
          formulaTokens(text)
            .map((token) => token.text)
            .join(""),
        ).toBe(text);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });

  it("shifts relative references and no others, and shifting back is as before", () => {
    expect(shiftFormula("A1+$B$2+C$3+Sheet1!D4+LOG10(E5)+'A1'!F6", 2, 1)).toBe(
      "B3+$B$2+D$3+Sheet1!E6+LOG10(F7)+'A1'!G8",
    );
    expect(shiftFormula(shiftFormula("A1+B:B+$C4+5:7", 9, 3), -9, -3)).toBe("A1+B:B+$C4+5:7");
    expect(shiftFormula("A1", -1, 0)).toBe("A1048576");
  });

  it("knows formulas that answer an array by nature", () => {
    expect(answersArray("=SORT(A1:A3)")).toBe(true);
    expect(answersArray('=IF(A1="SORT(",1,2)')).toBe(false);
  });
});
