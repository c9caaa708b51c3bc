import { dayPoints } from "../../src/tables/day-width";

describe("the room a day needs", () => {
  it("is that of its characters in the font's size", () => {
    // Ten characters of Calibri 11 fit into a column of 75 pixels, 56.25 points.
    expect(dayPoints("yyyy-mm-dd", 11)).toBeCloseTo(56.55, 2);
    expect(dayPoints("yyyy/m/d", 11)).toBe(dayPoints("yyyy-mm-dd", 11));
    expect(dayPoints("yyyy-mm-dd", 14)).toBeGreaterThan(dayPoints("yyyy-mm-dd", 11)!);
    expect(dayPoints('yyyy"年"m"月"d"日"', 11)).toBeCloseTo((8 * 0.52 + 3) * 11 + 3.75, 2);
    expect(dayPoints("[$-804]yyyy\\年m\\月d\\日;@", 11)).toBe(dayPoints('yyyy"年"m"月"d"日"', 11));
    expect(dayPoints("mmm d", 11)).toBeLessThan(dayPoints("dddd, mmmm d, yyyy", 11)!);
  });

  it("is not asked of what shows no day", () => {
    for (const format of ["General", "@", "0.00", "#,##0", "hh:mm", "mm:ss", ""])
      expect(dayPoints(format, 11)).toBeNull();
  });
});
