import fc from "fast-check";
import { day } from "../../../src/domain/day";
import type { Row } from "../../../src/tables/change";
import type { FormulaGap } from "../../../src/app/workbook/places";
import { tableSpecs } from "../../../src/tables/tables";
import { anyCell, seeded } from "../../tables/arbitraries";
import { chinese, factsOf, todayOf } from "../sheets";
import { addressOf, asOf, customer, examined, followUp, issuesOf, on, told } from "./examined";

describe("the health check", () => {
  it("[R1] says that all is well where it is", () => {
    const report = examined({
      customers: [customer("C1", { phone: "13812345678", email: "a@example.com" })],
      followUps: [followUp("F1", "C1")],
    });
    expect(told(report)).toEqual([]);
    expect(report).toMatchObject({ customers: 1, formulasChecked: true, unconfirmed: [] });
  });

  it.each([
    ["demand", "目标客户（重点）", "unknown-word", "目标"],
    ["demand", "也许", "unknown-word", undefined],
    ["expectedClose", "2026-03-20", "text-day", on("2026-03-20")],
    ["expectedClose", "2026.3.20", "not-a-day", on("2026-03-20")],
    ["expectedClose", "3/20/2026", "not-a-day", on("2026-03-20")],
    ["expectedClose", "3/5/2026", "not-a-day", undefined],
    ["lastFollowUp", on("2026-03-03"), "day-in-the-future", undefined],
    ["createdDay", on("2027-01-01"), "day-in-the-future", undefined],
    ["potentialAmount", "1.2万", "text-number", 12_000],
    ["potentialAmount", "不详", "not-a-number", undefined],
    ["name", "　华瑞 ", "stray-spaces", "华瑞"],
    ["name", "华瑞\u200b电子", "invisible-characters", "华瑞电子"],
    ["phone", 13_812_345_678, "kept-as-number", "13812345678"],
    ["phone", 1.38e16, "digits-lost", undefined],
    ["phone", "12812345678", "not-a-phone", undefined],
    ["phone", "１３８１２３４５６７８", "wide-characters", "13812345678"],
    ["email", "a@example", "not-an-email", undefined],
    ["creditCode", "91350100M000100Y44", "not-a-credit-code", undefined],
    ["creditCode", "9.135E+17", "digits-lost", undefined],
    ["identityNumber", "110105194912310021", "not-an-identity-number", undefined],
    ["owner", "#REF!", "error-value", undefined],
    ["owner", "锟斤拷", "damaged-text", undefined],
  ] as const)("[R1] customers, %s: %j is told as %s", (column, cell, code, to) => {
    const report = examined({ customers: [customer("C1"), customer("C2", { [column]: cell })] });
    expect(told(report)).toContainEqual([code, addressOf("customers", column, 1), to]);
    expect(issuesOf(report).filter((issue) => issue.column === column)).toHaveLength(1);
  });

  it("[R1] ids that are missing, doubled, numbers or of nobody are told; a doubled row is never proposed to be changed", () => {
    const report = examined({
      customers: [
        customer("C1", { phone: 13_812_345_678 }),
        customer("C1"),
        customer("", { name: "无编号", phone: 13_812_345_678 }),
        customer("C4", { id: 1001 }),
        customer("C5", { name: null }),
      ],
      followUps: [
        followUp("F1", "C9", { customerName: "无此客户" }),
        followUp("F2", "C9", { customerName: "客户C4" }),
        followUp("F3", " 1001 "),
        followUp("F4", null, { customerName: null }),
        followUp("F5", "１００１", { customerName: null }),
      ],
    });
    const told_ = told(report);
    expect(told_).toContainEqual(["id-duplicate", "A3", undefined]);
    expect(told_).toContainEqual(["id-missing", "A4", undefined]);
    expect(told_).toContainEqual(["id-number", "A5", "1001"]);
    expect(told_).toContainEqual(["name-missing", "B6", undefined]);
    expect(told_).toContainEqual(["reference-missing", "B2", undefined]);
    expect(told_).toContainEqual(["reference-missing", "B3", "1001"]);
    expect(told_).toContainEqual(["reference-missing", "B5", undefined]);
    expect(told_).toContainEqual(["reference-missing", "B6", "1001"]);
    const guesses = issuesOf(report).filter(({ code }) => code === "reference-missing");
    expect(guesses.map(({ proposal }) => proposal?.sure)).toEqual([
      undefined,
      false,
      undefined,
      true,
    ]);
    const phones = issuesOf(report).filter(({ code }) => code === "kept-as-number");
    expect(phones.map(({ proposal }) => proposal)).toEqual([null, null]);
  });

  it("[F6] a log that knows a later follow-up than the customer's row is told, one in the future does not count", () => {
    const report = examined({
      customers: [customer("C1", { lastFollowUp: on("2026-01-01") }), customer("C2")],
      followUps: [
        followUp("F1", "C1", { day: on("2026-02-03") }),
        followUp("F2", "C1", { day: on("2026-02-20") }),
        followUp("F3", "C1", { day: on("2026-09-01") }),
        followUp("F4", "C2", { day: on("2026-02-20") }),
      ],
    });
    const last = addressOf("customers", "lastFollowUp", 0);
    expect(told(report)).toContainEqual(["behind-the-log", last, on("2026-02-20")]);
    expect(told(report)).toContainEqual([
      "day-in-the-future",
      addressOf("followUps", "day", 2),
      undefined,
    ]);
    expect(issuesOf(report)).toHaveLength(2);
  });

  it("[R1] a contract of nobody and a wrong word in it are told, too", () => {
    const report = examined({
      customers: [customer("C1")],
      contracts: [{ id: "K1", customerId: "C9" }],
    });
    expect(told(report)).toContainEqual([
      "reference-missing",
      addressOf("contracts", "customerId", 0),
      undefined,
    ]);
  });

  it("[G4] settings out of order, unknown profile columns and unreadable days are told", () => {
    const report = examined({
      settings: {
        "horizon.A": 9,
        "verification.days": "半年",
        "profile.fields": "电话、没有的列",
        "duplicates.likely": "八成",
        "duplicates.notable": 5,
      },
    });
    expect(issuesOf(report).map(({ code, id }) => [code, id])).toEqual(
      expect.arrayContaining([
        ["setting-unreadable", "horizon.B"],
        ["setting-unreadable", "verification.days"],
        ["setting-unreadable", "profile.fields"],
        ["setting-unreadable", "duplicates.likely"],
        ["setting-unreadable", "duplicates.notable"],
      ]),
    );
    expect(report.verificationDays).toBe(180);
    expect(report.profile.fields).toEqual(["电话"]);
  });

  it("[T3] [I3] [F5] rows of Settings that an older workbook lacks are told, each with its key", () => {
    const gone = ["duplicates.likely", "verification.days", "dueSoonDays"];
    const report = examined({
      customers: [customer("C1")],
      settings: Object.fromEntries(gone.map((id) => [id, undefined])),
    });
    const found = issuesOf(report).map(({ code, found: key, row }) => [code, key, row]);
    expect(found.sort()).toEqual(gone.map((id) => ["setting-missing", id, null]).sort());
    expect(report.verificationDays).toBe(180);
  });

  it("[F3] a year without holidays is told once", () => {
    const rows = ["C1", "C2"].map((id) => customer(id, { demand: "死亡" }));
    const report = examined({ customers: rows, settings: { workdayRoll: "开" } });
    expect(issuesOf(report).map(({ code, found }) => [code, found])).toEqual([
      ["calendar-unknown", 2027],
    ]);
  });

  it("[P4] overwritten and missing formulas are told by cell, a column without any as a whole", () => {
    const customers = Array.from({ length: 20 }, (_, at) => customer(`C${at}`, { grade: "A" }));
    const gap = (column: string, kind: FormulaGap["kind"], firstRow: number, rowCount: number) => ({
      column,
      kind,
      firstRow,
      rowCount,
    });
    const report = examined({ customers }, [
      gap("grade", "overwritten", 3, 2),
      gap("state", "missing", 19, 1),
      gap("urgency", "overwritten", 0, 20),
    ]);
    expect(told(report)).toEqual(
      expect.arrayContaining([
        ["formula-overwritten", addressOf("customers", "grade", 3), undefined],
        ["formula-overwritten", addressOf("customers", "grade", 4), undefined],
        ["formula-missing", addressOf("customers", "state", 19), undefined],
        ["formula-overwritten", null, undefined],
      ]),
    );
    expect(issuesOf(report)).toHaveLength(4);
    const values = examined({ customers }, [gap("grade", "overwritten", 0, 20)], {
      mode: "values",
    });
    expect(told(values)).toEqual([]);
  });

  it("[I3] who was confirmed too long ago is listed, the longest ago first", () => {
    const { unconfirmed } = examined({
      customers: [
        customer("C1", { confirmedDay: on("2025-09-03") }),
        customer("C2", { confirmedDay: on("2025-09-02") }),
        customer("C3", { confirmedDay: null, createdDay: on("2024-01-01") }),
        customer("C4", { confirmedDay: null, createdDay: null }),
      ],
    });
    expect(unconfirmed.map(({ id, verification }) => [id, verification])).toEqual([
      ["C4", { kind: "never" }],
      ["C3", { kind: "due", since: day("2024-01-01"), overdue: 611 }],
      ["C2", { kind: "due", since: day("2025-09-02"), overdue: 1 }],
    ]);
  });

  it("[R1] completeness is the share of the columns that Settings names", () => {
    const { profile } = examined({
      settings: { "profile.fields": "电话，E-mail; 地区" },
      customers: [
        customer("C1", { phone: "13812345678", email: "a@example.com", region: "上海" }),
        customer("C2", { phone: "13812345679", email: " ", region: "#N/A" }),
        customer("C3"),
      ],
    });
    expect(profile.fields).toEqual(["电话", "邮箱", "地区"]);
    expect(profile.customers.map(({ id, filled }) => [id, filled])).toEqual([
      ["C3", 0],
      ["C2", 1],
      ["C1", 3],
    ]);
    expect(profile.average).toBeCloseTo(4 / 9);
  });

  it("[R1] a person's own fields are checked by their kind", () => {
    const fields = [{ column: "own:签约日", kind: "day" as const, choices: [] }];
    const all = factsOf(chinese);
    const tables = {
      ...all.tables,
      customers: {
        ...all.tables.customers!,
        columns: {
          ...all.tables.customers!.columns,
          "own:签约日": { header: "签约日", index: 90 },
        },
      },
    };
    const report = examined(
      {
        customers: [
          customer("C1", { "own:签约日": "随便" }),
          customer("C2", { "own:签约日": "2024.4.7" }),
        ],
      },
      [],
      { fields, tables },
    );
    expect(
      issuesOf(report).map(({ code, header, proposal }) => [code, header, proposal?.to]),
    ).toEqual([
      ["not-a-day", "签约日", undefined],
      ["not-a-day", "签约日", on("2024-04-07")],
    ]);
  });

  it("[R1] whatever stands in the cells: it ends, and tells all that Today tells of the customers", () => {
    const columns = tableSpecs.customers.columns.filter(({ kind }) => kind !== "computed");
    const anyRow: fc.Arbitrary<Row> = fc.record(
      Object.fromEntries(columns.map(({ id }) => [id, anyCell])),
    );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), (customers) => {
        const report = examined({ customers });
        const known = new Set(
          issuesOf(report).map(({ code, row, column }) => `${code} ${row} ${column}`),
        );
        for (const { code, row, column, table } of todayOf(asOf, customers, chinese).issues)
          if (table === "customers") expect(known).toContain(`${code} ${row} ${column}`);
        for (const { address, row } of issuesOf(report))
          expect(address === null).toBe(row === null);
      }),
      { ...seeded, numRuns: 150 },
    );
  });
});
