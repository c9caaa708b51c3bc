import { ownChoices, type Chosen } from "../../src/taskpane/today/own-choices";
import { stillChosen } from "../../src/taskpane/today/still-chosen";
import { laterOf, ownersOf, sectionsOf } from "../../src/taskpane/today/today-list";
import { assembleToday } from "../../src/app/today/assemble-today";
import { dayCell } from "../../src/tables/cells";
import { day } from "../../src/domain/day";
import { inFull } from "../../src/tables/row-list";
import { todayColumns } from "../../src/tables/specs/customers";
import { columnsOf, factsOf, todayOf } from "../app/sheets";
import { asOf, customer, everyKind, style } from "./samples";

const today = todayOf(asOf, everyKind, style);

function namesIn(query: string, owner: string | null = null): Record<string, readonly string[]> {
  return Object.fromEntries(
    sectionsOf(today, { query, owner }).map(({ id, lines }) => [
      id,
      inFull(lines).map((line) => (line.kind === "customer" ? line.entry.name : line.issue.code)),
    ]),
  );
}

describe("the sections of Today", () => {
  it("[F5] come in order, longest overdue first, and empty ones are left out", () => {
    expect(namesIn("")).toEqual({
      overdue: ["逾期三级", "逾期二级", "逾期一级", "刚逾期"],
      dueToday: ["今天的"],
      soon: ["即将的"],
      ungraded: ["没有成交日", "需求写错"],
      issues: ["unknown-word"],
    });
  });

  it("[G5] says a missing close day once, with the ungraded customer", () => {
    expect(today.issues.some(({ code }) => code === "close-day-missing")).toBe(true);
    expect(namesIn("")["issues"]).not.toContain("close-day-missing");
  });

  it("tell thousands of issues of one kind in one line, and count them all", () => {
    const rows = Array.from({ length: 2_000 }, (_, number) => ({
      ...customer(number + 100),
      expectedClose: "10/20/2016",
    }));
    const issues = sectionsOf(todayOf(asOf, [...rows, ...everyKind.slice(8)], style), {
      query: "",
      owner: null,
    }).find(({ id }) => id === "issues");
    expect(issues?.count).toBe(2_001);
    expect(issues && inFull(issues.lines)).toMatchObject([
      { issue: { code: "not-a-day" }, others: 1_999 },
      { issue: { code: "unknown-word" }, others: 0 },
    ]);
  });

  it("[F5] list customers without a name after those that have one", () => {
    const of = todayOf(asOf, [customer(1, { name: "" }), customer(2, { name: "甲" })], style);
    const [overdue] = sectionsOf(of, { query: "", owner: null });
    expect(overdue && inFull(overdue.lines)).toMatchObject([
      { entry: { name: "甲" } },
      { entry: { name: "" } },
    ]);
  });

  it("show one owner's customers", () => {
    expect(namesIn("", "李娜")).toEqual({ soon: ["即将的"] });
    expect(ownersOf(today, "zh")).toEqual(["李娜", "张伟"]);
  });

  it("become results while searching, also of customers who are due later", () => {
    expect(namesIn("的")).toEqual({ results: ["今天的", "即将的", "以后的"] });
    expect(namesIn("没有这样的")).toEqual({});
  });

  it("find names whatever the width and case of their letters", () => {
    const of = todayOf(asOf, [customer(1, { name: "ＡＣＭＥ 贸易" })], style);
    expect(sectionsOf(of, { query: " acme", owner: null })).toHaveLength(1);
  });

  it("[P4] find customers by a person's own fields of every kind, and tell in which", () => {
    const kinds = ["text", "number", "amountYuan", "day", "choice"] as const;
    const fields = kinds.map((kind) => ({
      column: `own:${kind}`,
      kind,
      choices: ["代理", "直销"],
    }));
    const own = {
      "own:text": "快人一步",
      "own:number": 42,
      "own:amountYuan": 1_250_000,
      "own:day": dayCell(day("2020-05-06"), 1900),
      "own:choice": "代理",
    };
    const rows = [customer(1, { name: "甲" }), { ...customer(2, { name: "乙" }), ...own }];
    const columns = [...todayColumns, ...fields.map(({ column }) => column)];
    const facts = factsOf(style, { fields });
    const of = assembleToday(asOf, facts, [columnsOf("customers", columns, rows)]);
    const foundBy = (query: string) =>
      sectionsOf(of, { query, owner: null }).flatMap(({ lines }) =>
        inFull(lines).map((line) =>
          line.kind === "customer" ? (line.found?.column ?? "name") : null,
        ),
      );
    expect(foundBy("一步")).toEqual(["own:text"]);
    expect(foundBy("42")).toEqual(["own:number"]);
    expect(foundBy("1,250,000")).toEqual(["own:amountYuan"]);
    for (const query of ["2020-05-06", "2020/5/6", "2020年5月", "５月6日"])
      expect(foundBy(query)).toEqual(["own:day"]);
    expect(foundBy("代理")).toEqual(["own:choice"]);
    expect(foundBy("乙")).toEqual(["name"]);
    expect(foundBy("直销")).toEqual([]);
  });

  describe("of a person's own choice fields", () => {
    const field = (column: string, choices: readonly string[]) =>
      ({ column, kind: "choice", choices }) as const;
    const fields = [field("own:合作方式", ["代理", "直销"]), field("own:来源", ["展会", "网站"])];
    const bound = fields.map(({ column }, at) => [column, { header: column, index: 90 + at }]);
    const plain = factsOf(style, { fields });
    const { customers } = plain.tables;
    const facts = {
      ...plain,
      tables: {
        ...plain.tables,
        customers: {
          ...customers!,
          columns: { ...customers!.columns, ...Object.fromEntries(bound) },
        },
      },
    };
    const rows = [
      ["逾期代理", "代理", "展会", -9],
      ["逾期直销", "直销", "展会", -9],
      ["全角", " 代　理", null, -9],
      ["别的话", "???", null, -9],
      ["以后代理", "代理", null, 0],
      ["未填", null, "网站", 0],
    ].map(([name, way, source, last], at) => ({
      ...customer(at + 1, {
        name: String(name),
        last: Number(last),
        ...(last === 0 ? { demand: "潜在", close: null } : {}),
      }),
      "own:合作方式": way ?? null,
      "own:来源": source ?? null,
    }));
    const columns = [...todayColumns, ...fields.map(({ column }) => column)];
    const of = assembleToday(asOf, facts, [columnsOf("customers", columns, rows)]);
    const names = (chosen: Chosen, query = "", owner: string | null = null) =>
      sectionsOf(of, { query, owner, chosen }).flatMap(({ lines }) =>
        inFull(lines).map((line) => (line.kind === "customer" ? line.entry.name : line.issue.code)),
      );

    it("show those with the words chosen, whatever their width and spaces, and count who is due later", () => {
      expect(names({ "own:合作方式": "代理" })).toEqual(["全角", "逾期代理"]);
      expect(laterOf(of, { owner: null, chosen: { "own:合作方式": "代理" } })).toBe(1);
      expect(laterOf(of, { owner: null })).toBe(of.later.length);
      expect(names({ "own:合作方式": "代理", "own:来源": "展会" })).toEqual(["逾期代理"]);
      expect(names({ "own:合作方式": "代理" }, "代理")).toEqual(["逾期代理", "以后代理"]);
      expect(names({ "own:合作方式": "代理" }, "", "李娜")).toEqual([]);
    });

    it("leave nobody out: who has none of the words is found under that", () => {
      expect(names({ "own:合作方式": "" })).toEqual(["别的话"]);
      const all = ["代理", "直销", ""].flatMap((word) => names({ "own:合作方式": word }, " "));
      const customers = names({}).filter((name) => name !== "setting-missing");
      expect(all.sort()).toEqual(customers.sort());
    });

    it("forget a choice whose field or word is gone, and nothing else", () => {
      const chosen = { "own:合作方式": "代理", "own:来源": "" };
      expect(stillChosen(chosen, facts)).toBe(chosen);
      const fewer = { ...facts, fields: [field("own:合作方式", ["经销", "直销"]), fields[1]!] };
      expect(stillChosen(chosen, fewer)).toEqual({ "own:来源": "" });
      expect(stillChosen(chosen, { ...facts, fields: [] })).toEqual({});
      expect(ownChoices(facts).map(({ id }) => id)).toEqual(fields.map(({ column }) => column));
      expect(ownChoices(factsOf(style))).toEqual([]);
    });
  });
});
