import { schemaVersion } from "../../../src/tables/schema";
import { highlightMark } from "../../../src/tables/highlight";
import {
  must,
  mustFail,
  asOf,
  contents,
  fillSheet,
  newId,
  openBook,
  rowsOf,
  setUpBook,
  trace,
} from "../book";
import { planSetUp } from "../../../src/app/set-up/plan-set-up";
import { guessedMapping } from "../../../src/app/set-up/proposal";
import { proposeSetUp, readBody, setUp } from "../../../src/app/set-up/set-up";

describe("install", () => {
  it("makes sheets, tables, names and settings in a blank workbook", async () => {
    const book = await openBook();
    await setUpBook(book);
    const facts = must(await book.port.describe());
    expect(facts.language).toBe("zh");
    expect(facts.schemaVersion).toBe(schemaVersion);
    expect(facts.dateSystem).toBe(1900);
    expect(facts.sheetNames).toEqual(["Sheet1", "客户", "跟进记录", "设置", "节假日"]);
    expect(facts.tableNames).toEqual([
      "CrmCustomers",
      "CrmFollowUps",
      "CrmSettings",
      "CrmHolidays",
    ]);
    expect(book.model.names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["crm_as_of", "crm_horizons", "crm_cadences", "crm_holidays"]),
    );
    expect(facts.tables.customers?.columns.id).toMatchObject({ index: 0, header: "客户编号" });
  });

  it("tells the 1904 date system", async () => {
    const book = await openBook((model) => void (model.date1904 = true));
    expect(must(await book.port.describe()).dateSystem).toBe(1904);
  });

  it("writes text columns as text, days as days and formulas as formulas", async () => {
    const book = await openBook();
    await setUpBook(book, "en");
    const facts = must(await book.port.describe()).tables.customers!;
    const sheet = book.model.sheetByName("Customers")!;
    const format = (column: string) =>
      sheet.cells.style(1, facts.columns[column]!.index).numberFormat;
    expect(format("phone")).toBe("@");
    expect(format("lastFollowUp")).toBe("yyyy-mm-dd");
    const grade = sheet.cells.formula(1, facts.columns["grade"]!.index)?.text;
    expect(grade).toMatch(/^=CRM\.GRADE\(\$[A-Z]+2,\$[A-Z]+2,crm_as_of,crm_horizons\)$/);
  });

  it("[F7] lays its own highlight over the customers", async () => {
    const book = await openBook();
    await setUpBook(book);
    const rules = book.model.sheetByName("客户")!.conditionalFormats;
    expect(rules).toHaveLength(6);
    const first = [...rules].sort((one, other) => one.priority - other.priority)[0]!.rule;
    expect(first.kind === "Custom" && first.formula).toContain(highlightMark);
    expect(first.kind === "Custom" && first.formula).toContain("crm_step_3");
  });

  it("takes few round trips", async () => {
    const book = await openBook();
    const proposal = must(await proposeSetUp(book.port));
    const plan = must(planSetUp(proposal, {}, { language: "zh", asOf, newId, rows: [] }));
    book.wire.reset();
    must(await book.port.install(plan.install));
    expect(book.wire.trips.length).toBeLessThanOrEqual(5);
  });

  it("writes nothing into a read-only workbook", async () => {
    const book = await openBook();
    const proposal = must(await proposeSetUp(book.port));
    const plan = must(planSetUp(proposal, {}, { language: "zh", asOf, newId, rows: [] }));
    book.model.readOnly = true;
    const before = contents(book.model);
    expect(mustFail(await book.port.install(plan.install))).toEqual({ code: "read-only" });
    expect(contents(book.model)).toBe(before);
  });

  it("leaves the workbook as it was, wherever the host fails on the way", async () => {
    const clean = await openBook();
    const proposal = must(await proposeSetUp(clean.port));
    const plan = must(planSetUp(proposal, {}, { language: "zh", asOf, newId, rows: [] }));
    const before = contents(clean.model);
    for (let trip = 1; trip <= 3; trip += 1) {
      for (const actions of [0, 25, "all"] as const) {
        const book = await openBook();
        book.wire.fail({ trip, actions });
        const done = await book.port.install(plan.install);
        if (done.ok) continue;
        expect(done.error).toMatchObject({ code: "half-written", restored: true });
        expect(contents(book.model)).toBe(before);
        expect(book.model.names).toEqual([]);
        expect([...book.model.settings.keys()]).toEqual([]);
        expect(must(await book.port.describe()).tables).toEqual({});
      }
    }
  });
});

describe("adopting", () => {
  const header = ["公司名称", "联系电话", "需求", "预计成交", "自己的列", "状态说明"];
  const own = (rows: number) => [
    header,
    ...Array.from({ length: rows }, (_, row) => [
      `公司${row}`,
      "+8613800138000",
      row % 3 === 0 ? "目标" : "潜在",
      46_000 + row,
      row,
      "x",
    ]),
  ];

  it("keeps every cell, formula and order of the person's sheet and adds on its right", async () => {
    const book = await openBook((model) => {
      fillSheet(model, own(20));
      model.sheets[0]!.cells.setFormula(3, 4, { text: "=1+2" });
      fillSheet(model, [["别动我"]], 40);
    });
    const before = contents(book.model).split("\n").slice(1);
    await setUpBook(book);
    const after = contents(book.model).split("\n");
    for (const line of before) expect(after).toContain(line);
    const table = must(await book.port.describe()).tables.customers!;
    expect(table.sheet).toBe("Sheet1");
    expect(table.rowCount).toBe(20);
    expect(Object.keys(table.columns)).toEqual(
      expect.arrayContaining(["id", "grade", "nextFollowUp"]),
    );
    expect(table.columns["id"]!.index).toBeGreaterThanOrEqual(header.length);
  });

  it("gives the headers it adds the look of the person's own", async () => {
    const book = await openBook((model) => fillSheet(model, own(3)));
    await Excel.run(async (context) => {
      const headers = context.workbook.worksheets.getItem("Sheet1").getRange("A1:F1");
      headers.format.fill.color = "#123456";
      headers.format.font.bold = true;
      await context.sync();
    });
    await setUpBook(book);
    const { columns } = must(await book.port.describe()).tables.customers!;
    const look = book.model.sheets[0]!.cells.style(0, columns["grade"]!.index);
    expect(look).toMatchObject({ bold: true });
  });

  it("takes an existing table as it is, under its own name", async () => {
    const book = await openBook((model) => fillSheet(model, own(5)));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const table = sheet.tables.add("A1:F6", true);
      table.name = "我的客户";
      table.style = "TableStyleMedium9";
      sheet.getRange("B3").select();
      await context.sync();
    });
    await setUpBook(book);
    const facts = must(await book.port.describe()).tables.customers!;
    expect(facts.name).toBe("我的客户");
    expect(facts.rowCount).toBe(5);
    expect(
      [...book.model.tables()].find(({ table }) => table.name === "我的客户")!.table.style,
    ).toBe("TableStyleMedium9");
  });

  it("moves what stands to the right out of the way instead of writing over it", async () => {
    const book = await openBook((model) => {
      fillSheet(model, own(3));
      model.sheets[0]!.cells.setValue(1, 8, "旁注");
    });
    await setUpBook(book);
    expect(contents(book.model)).toContain('"旁注"');
  });

  it("puts the person's sheet back, wherever the host fails on the way", async () => {
    const prepare = async () => openBook((model) => fillSheet(model, own(8)));
    const clean = await prepare();
    const proposal = must(await proposeSetUp(clean.port));
    if (proposal.kind !== "adopt") throw new Error("nothing to adopt");
    const rows = must(await readBody(clean.port, proposal));
    const plan = must(
      planSetUp(proposal, guessedMapping(proposal), { language: "zh", asOf, newId, rows }),
    );
    const before = contents(clean.model);
    for (let trip = 1; trip <= 4; trip += 1) {
      for (const actions of [0, 10, 30, "all"] as const) {
        const book = await prepare();
        book.wire.fail({ trip, actions });
        const done = await book.port.install(plan.install);
        if (done.ok) continue;
        if (done.error.code === "half-written") expect(done.error.restored).toBe(true);
        expect(contents(book.model)).toBe(before);
        expect(book.model.sheets[0]!.conditionalFormats).toEqual([]);
      }
    }
  });

  /** A list whose column of ids is half blank, planned for adoption. */
  async function halfNumbered(rows: number) {
    const book = await openBook((model) =>
      fillSheet(
        model,
        own(rows).map((cells, at) => [at === 0 ? "客户编号" : at % 2 ? `K${at}` : null, ...cells]),
      ),
    );
    const proposal = must(await proposeSetUp(book.port));
    const read: number[] = [];
    const cells = must(await readBody(book.port, proposal, (share) => read.push(share)));
    const mapping = guessedMapping(proposal);
    const context = { language: "zh", asOf, newId, rows: cells, trace } as const;
    return { book, plan: must(planSetUp(proposal, mapping, context)), read };
  }

  it("tells how far reading and filling have come, in messages that are over soon", async () => {
    const { book, plan, read } = await halfNumbered(2_500);
    expect(read.at(-1)).toBe(1);
    book.wire.reset();
    const shares: number[] = [];
    const watcher = {
      signal: new AbortController().signal,
      onProgress: (share: number) => shares.push(share),
    };
    must(await setUp(book.port, plan, watcher));
    // How many there are is up to how quick the machine is.
    expect(shares.some((share) => share > 0.2 && share < 0.9)).toBe(true);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
    // The first may be of the size nobody knows better than yet.
    for (const { bytesUp } of book.wire.trips) expect(bytesUp).toBeLessThan(1_400_000);
    expect(rowsOf(book, "customers")).toHaveLength(2_500);
  });

  it("cancelled half way, leaves the sheet as it was, and can be set up after all", async () => {
    const { book, plan } = await halfNumbered(2_000);
    const before = contents(book.model);
    const stop = new AbortController();
    const watcher = {
      signal: stop.signal,
      onProgress: (share: number) => {
        if (share > 0.4) stop.abort();
      },
    };
    expect(mustFail(await setUp(book.port, plan, watcher))).toEqual({ code: "cancelled" });
    expect(contents(book.model)).toBe(before);
    expect(book.model.names).toEqual([]);
    expect([...book.model.settings.keys()]).toEqual([]);
    expect(book.model.sheets[0]!.conditionalFormats).toEqual([]);
    must(await setUp(book.port, plan));
    const [read] = must(await book.port.readColumns([{ table: "customers", columns: ["id"] }]));
    expect(new Set(read?.columns["id"]).size).toBe(2_000);
  });

  it("sends a sheet of 10,000 rows in a handful of messages, none above 4 MB", async () => {
    const book = await openBook((model) => fillSheet(model, own(10_000)));
    await setUpBook(book);
    expect(must(await book.port.describe()).tables.customers!.rowCount).toBe(10_000);
  });
});
