import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Cell } from "../../src/tables/change";
import { adoptableColumns, customersTable } from "../../src/tables/specs/customers";
import { recogniseColumns, type Candidate } from "../../src/tables/recognise";

/** What each header was taken for, in the order of the headers. */
function guesses(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[] = [],
  formats: readonly string[] = [],
): readonly (string | null)[] {
  const candidates = headers.map((header, index): Candidate => {
    const cells = rows.map((row) => row[index] ?? null);
    return {
      header,
      contents: { cells, formats: cells.map(() => formats[index] ?? "General"), dateSystem: 1900 },
      formulas: cells.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? cell : "")),
    };
  });
  return recogniseColumns(candidates, customersTable.columns).map(({ column }) => column);
}

describe("recognising columns by header", () => {
  it.each<[string, readonly string[], readonly (string | null)[]]>([
    [
      "a plain Chinese list",
      ["序号", "客户名称", "联系人", "手机号码", "业务员", "需求", "预计签单日期", "备注"],
      [null, "name", "contact", "phone", "owner", "demand", "expectedClose", "notes"],
    ],
    [
      "required marks, brackets and full width",
      ["＊公司名称（必填）", "对接人 ", "联系电话(手机)", "跟进人", "最后跟进时间", "下次约定"],
      ["name", "contact", "phone", "owner", "lastFollowUp", "agreedDay"],
    ],
    [
      "an export of a Chinese CRM",
      [
        "客户编码",
        "客户全称",
        "客户来源",
        "所在城市",
        "成交状态",
        "意向程度",
        "商机金额（元）",
        "创建时间",
        "最近联系时间",
      ],
      [
        "id",
        "name",
        "source",
        "region",
        "dealStatus",
        "demand",
        "potentialAmount",
        "createdDay",
        "lastFollowUp",
      ],
    ],
    [
      "an English CRM export",
      [
        "Account ID",
        "Account Name",
        "Account Owner",
        "Phone",
        "Lead Source",
        "Created Date",
        "Last Activity Date",
      ],
      ["id", "name", "owner", "phone", "source", "createdDay", "lastFollowUp"],
    ],
    [
      "snake and camel case",
      ["customer_id", "company_name", "contactPerson", "mobile_number", "closeDate", "deal_stage"],
      ["id", "name", "contact", "phone", "expectedClose", "dealStatus"],
    ],
    [
      "both languages in one header",
      ["客户 Customer", "电话 Phone", "负责人 Owner", "地区 Region"],
      ["name", "phone", "owner", "region"],
    ],
    [
      "columns of their own in between",
      ["名称", "微信号", "行业", "员工数", "预算", "约访日期"],
      ["name", null, "industry", null, "potentialAmount", "agreedDay"],
    ],
    ["one of ours claimed by the better of two headers", ["联系方式", "手机"], ["phone", null]],
    [
      "hand-kept grades and next days, which stay theirs",
      ["客户", "等级", "下次跟进日期", "跟进日期"],
      ["name", null, null, "lastFollowUp"],
    ],
    ["strange words", ["foo", "bar", "备用1"], [null, null, null]],
  ])("reads %s", (_, headers, expected) => {
    expect(guesses(headers)).toEqual(expected);
  });

  it("recognises every column by both of its titles, its id and each of its synonyms", () => {
    for (const column of adoptableColumns) {
      for (const header of [column.title.zh, column.title.en, column.id, ...column.synonyms])
        expect([header, guesses([header])]).toEqual([header, [column.id]]);
    }
  });
});

describe("recognising columns by content", () => {
  it("finds phones, demand words and companies under headers that say nothing", () => {
    const rows = [
      ["启明精密制造有限公司", "13912345678", "目标"],
      ["海川物流集团", "0755-26001234", "潜在"],
      ["北辰医疗器械有限公司", "400-820-1234", "死亡"],
      ["云杉软件有限公司", "13987654321", "目标"],
    ];
    expect(guesses(["列1", "列2", "列3"], rows)).toEqual(["name", "phone", "demand"]);
  });

  it("does not take a column of e-mail addresses for phones because of its header", () => {
    const rows = [["a@example.com"], ["b@example.com"], ["c@example.com"]];
    expect(guesses(["联系方式"], rows)).toEqual([null]);
  });

  it("takes a column for phones, mail or codes by its plain name, though most of its cells are remarks", () => {
    const remarks = [["无"], ["见名片"], ["找小王要"], ["已停机"], ["13912345678"], ["换号了"]];
    expect(guesses(["电话"], remarks)).toEqual(["phone"]);
    expect(guesses(["手机号码"], remarks)).toEqual(["phone"]);
    expect(guesses(["邮箱"], [["无"], ["没有"], ["待补"]])).toEqual(["email"]);
    expect(guesses(["统一社会信用代码"], [["办理中"], ["个体户"], ["无"]])).toEqual(["creditCode"]);
  });

  it("does not take counts, addresses and codes for phones, nor phones for mail", () => {
    expect(guesses(["电话"], [[3], [12], [0], [1]])).toEqual([null]);
    expect(guesses(["电话"], [["a@example.com"], ["b@example.com"], ["无"]])).toEqual([null]);
    expect(guesses(["邮箱"], [["13912345678"], ["13912345679"], ["13912345670"]])).toEqual([
      "phone",
    ]);
  });

  it("does not take how warm a lead is for a deal status or a demand", () => {
    const rows = ["Hot", "warm", "COLD", "Hot"].map((word) => [word]);
    expect(guesses(["Stage"], rows)).toEqual([null]);
    expect(guesses(["意向"], [["热"], ["冷"], ["温"]])).toEqual([null]);
    // Words that only want mending stay where the header puts them.
    expect(guesses(["Stage"], [["Won!"], ["Negotiation"], ["hot"]])).toEqual(["dealStatus"]);
  });

  it("does not take an id whose values repeat over one whose values are unique", () => {
    const rows = [
      ["K1", "A-1"],
      ["K1", "A-2"],
      ["K1", "A-3"],
      ["K1", "A-4"],
    ];
    expect(guesses(["编号", "客户编号"], rows)).toEqual([null, "id"]);
  });

  it("knows its own formulas again, in either language, whatever the header", () => {
    const grade = "=CRM.GRADE($G2,$H2,crm_as_of,crm_horizons)";
    expect(guesses(["级别"], [[grade], [grade]])).toEqual(["grade"]);
  });
});

const data = join(__dirname, "../workbooks/crm-sales-opportunities");

describe("recognising real data", () => {
  it.each<[string, Readonly<Record<string, string | null>>]>([
    [
      "accounts.csv",
      {
        account: "name",
        sector: "industry",
        employees: null,
        office_location: "region",
        revenue: null,
      },
    ],
    [
      "sales_pipeline.csv",
      {
        opportunity_id: "id",
        sales_agent: "owner",
        product: null,
        account: "name",
        deal_stage: "dealStatus",
        engage_date: "createdDay",
        close_date: "expectedClose",
        close_value: "potentialAmount",
      },
    ],
    ["sales_teams.csv", { sales_agent: "owner", manager: null, regional_office: "region" }],
  ])("reads %s", (file, expected) => {
    const text = readFileSync(join(data, file), "utf8");
    const [headers = [], ...rows] = Papa.parse<string[]>(text, {
      skipEmptyLines: true,
      preview: 51,
    }).data;
    const cells = rows.map((row) => row.map((cell): Cell => (cell === "" ? null : cell)));
    const found = Object.fromEntries(
      guesses(headers, cells).map((column, index) => [headers[index] ?? "", column]),
    );
    expect(found).toMatchObject(expected);
  });
});
