import fc from "fast-check";
import { day, isoDay } from "../../src/domain/day";
import {
  firstTextDay,
  baseOf,
  dayFromSerial,
  isSerialDay,
  readDay,
  saysEarlyDay,
  serialFromDay,
  type DateSystem,
} from "../../src/domain/serial";
import { daysFromTo, seeded } from "./arbitraries";

const notADay = (found: string) => ({ ok: false, error: { code: "not-a-day", found } });
const of = (iso: string) => ({ ok: true, value: day(iso) });

describe("a serial number", () => {
  it.each<[number, DateSystem, string]>([
    [1, 1900, "1900-01-01"],
    [59, 1900, "1900-02-28"],
    [61, 1900, "1900-03-01"],
    [36_526, 1900, "2000-01-01"],
    [45_389, 1900, "2024-04-07"],
    [2_958_465, 1900, "9999-12-31"],
    [0, 1904, "1904-01-01"],
    [60, 1904, "1904-03-01"],
    [35_064, 1904, "2000-01-01"],
    [2_957_003, 1904, "9999-12-31"],
  ])("%i of the %i system is %s", (serial, system, iso) => {
    expect(dayFromSerial(serial, system)).toEqual(of(iso));
    expect(serialFromDay(day(iso), system)).toBe(serial);
    expect(isSerialDay(day(iso), system)).toBe(true);
  });

  it("60 of the 1900 system is 1900-02-29, which never was", () => {
    expect(dayFromSerial(60, 1900)).toEqual(notADay("60"));
    expect(dayFromSerial(60.5, 1900)).toEqual(notADay("60.5"));
  });

  it.each<[number, DateSystem]>([
    [0, 1900],
    [0.5, 1900],
    [-1, 1900],
    [2_958_466, 1900],
    [-0.5, 1904],
    [2_957_004, 1904],
    [Number.NaN, 1900],
    [Number.POSITIVE_INFINITY, 1904],
  ])("%d of the %i system is no day", (serial, system) => {
    expect(dayFromSerial(serial, system)).toEqual(notADay(String(serial)));
  });

  it("with a time of day stands for its day", () => {
    expect(dayFromSerial(45_389.999_99, 1900)).toEqual(of("2024-04-07"));
  });

  it("of a day is read back as that day, in both systems", () => {
    fc.assert(
      fc.property(
        daysFromTo("1904-01-01", "9999-12-31"),
        fc.constantFrom<DateSystem>(1900, 1904),
        (d, system) => {
          expect(dayFromSerial(serialFromDay(d, system), system)).toEqual({ ok: true, value: d });
        },
      ),
      seeded,
    );
  });

  it("in the 1904 system is 1,462 lower", () => {
    fc.assert(
      fc.property(daysFromTo("1904-01-01", "9999-12-31"), (d) => {
        expect(serialFromDay(d, 1900) - serialFromDay(d, 1904)).toBe(1_462);
      }),
      seeded,
    );
  });

  it("of 2000-01-01 tells the systems apart", () => {
    for (const system of [1900, 1904] as const)
      expect(serialFromDay(day("2000-01-01"), system)).toBe(baseOf[system]);
  });

  it("does not exist for a day before the system's first or after its last", () => {
    expect(isSerialDay(day("1899-12-31"), 1900)).toBe(false);
    expect(isSerialDay(day("1903-12-31"), 1904)).toBe(false);
    expect(isSerialDay((day("9999-12-31") + 1) as ReturnType<typeof day>, 1900)).toBe(false);
  });
});

describe("a cell that should hold a day", () => {
  it.each([[null], [undefined], [""], ["  "], ["\u3000"], [0]])(
    "is blank when it holds %j, never 1900-01-00",
    (cell) => {
      expect(readDay(cell, 1900)).toEqual({ ok: true, value: null });
      expect(readDay(cell, 1904)).toEqual({ ok: true, value: null });
    },
  );

  it("holds a serial number or a text", () => {
    expect(readDay(45_389, 1900)).toEqual(of("2024-04-07"));
    expect(readDay(43_927, 1904)).toEqual(of("2024-04-07"));
    expect(readDay("2024年4月7日", 1904)).toEqual(of("2024-04-07"));
  });

  it.each([
    ["1900-03-01", "1900-02-28", 1900],
    ["1904-01-01", "1903-12-31", 1904],
  ] as const)("is counted with as text from %s on, not on %s", (first, before, system) => {
    expect(first).toBe(isoDay(firstTextDay[system]));
    expect(readDay(first, system)).toEqual(of(first));
    expect(readDay(before, system)).toEqual(notADay(before));
    expect([first, before, "1886-02-30", 1].map((cell) => saysEarlyDay(cell, system))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    // A number is a day there all the same.
    expect(readDay(1, 1900)).toEqual(of("1900-01-01"));
  });

  it.each([
    [true, "TRUE"],
    [false, "FALSE"],
    ["下周", "下周"],
    ["#VALUE!", "#VALUE!"],
    [-5, "-5"],
  ])("is refused when it holds %j", (cell, found) => {
    expect(readDay(cell, 1900)).toEqual(notADay(found));
  });

  it("gives the same day in both systems", () => {
    fc.assert(
      fc.property(daysFromTo("1904-01-02", "9999-12-31"), (d) => {
        const in1900 = readDay(serialFromDay(d, 1900), 1900);
        expect(readDay(serialFromDay(d, 1904), 1904)).toEqual(in1900);
        expect(readDay(isoDay(d), 1904)).toEqual(in1900);
      }),
      seeded,
    );
  });
});
