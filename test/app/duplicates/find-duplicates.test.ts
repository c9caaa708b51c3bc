import { addCustomer, fieldsOf, planNewCustomer } from "../../../src/app/add-customer";
import { findDuplicates } from "../../../src/app/duplicates/find-duplicates";
import { openOverlapCheck } from "../../../src/app/duplicates/find-overlap";
import { openToday } from "../../../src/app/today/open-today";
import { unwatched } from "../../../src/app/slices";
import type { Scalar } from "../../../src/host/model/cell";
import {
  asOf,
  customer,
  must,
  mustFail,
  openWith,
  rowsOf,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

async function bookOf(): Promise<Book> {
  return openWith([
    customer(1, { name: "华瑞电子有限公司", phone: "13912345678", owner: "陈晓雯" }),
    customer(2, { name: "江南纺织有限公司", creditCode: "91350100M000100Y43", owner: "周敏" }),
    customer(3, { name: "華瑞電子（上海）", phone: "+86 139-1234-5678", owner: "李国强" }),
    customer(4, { name: "启明精密制造", phone: "021-62345678", owner: "" }),
  ]);
}

function setSetting(book: Book, id: string, amount: Scalar): void {
  const { sheet, table } = tableOf(book, "settings");
  const row = rowsOf(book, "settings").findIndex((each) => each["键"] === id);
  const column = table.columns.findIndex(({ name }) => name === "数值");
  sheet.cells.setValue(table.area.top + 1 + row, table.area.left + column, amount);
}

const blank = { name: "", phone: "", creditCode: "", contact: "", owner: "" };

describe("duplicates in the table", () => {
  it("[T3] are found with reason and score, and who holds each", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const found = must(await findDuplicates(book.port, facts, null, unwatched));
    expect(found.customers).toBe(4);
    expect(found.groups).toMatchObject([
      {
        score: 100,
        members: [
          { id: customer(1).id, owner: "陈晓雯" },
          { id: customer(3).id, owner: "李国强" },
        ],
        pairs: [{ score: 100, facts: [{ fact: "same-name" }, { fact: "same-mobile" }] }],
      },
    ]);
  });

  it("[T3] are listed and told from the scores in Settings on; what cannot be used counts with the default", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const answers = async () => {
      const { likely, groups } = must(await findDuplicates(book.port, facts, null, unwatched));
      const check = must(await openOverlapCheck(book.port, facts, null, unwatched));
      const told = check.overlaps({ ...blank, name: "北京华瑞电子有限公司" });
      return { likely, groups: groups.length, told: told.length };
    };
    expect(await answers()).toEqual({ likely: 50, groups: 1, told: 2 });
    setSetting(book, "duplicates.notable", 90);
    expect(await answers()).toEqual({ likely: 50, groups: 1, told: 0 });
    for (const unusable of ["六十", 19, 101, null, true]) {
      setSetting(book, "duplicates.likely", unusable);
      expect(await answers()).toMatchObject({ likely: 50, groups: 1 });
    }
    const other = await openWith([
      customer(1, { name: "华瑞电子有限公司", phone: "13912345678" }),
      customer(2, { name: "江南纺织有限公司", phone: "13912345678" }),
    ]);
    const found = async () =>
      must(await findDuplicates(other.port, must(await other.port.describe()), null, unwatched));
    expect((await found()).groups).toHaveLength(1);
    setSetting(other, "duplicates.likely", 61);
    expect(await found()).toMatchObject({ likely: 61, groups: [] });
  });

  it("[T3] are read in one round trip of the columns that tell", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    book.wire.reset();
    must(await findDuplicates(book.port, facts, null, unwatched));
    expect(book.wire.trips).toHaveLength(1);
  });

  it("stop being looked for when a person has had enough", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const cancelled = new AbortController();
    cancelled.abort();
    const answer = await findDuplicates(book.port, facts, null, {
      ...unwatched,
      signal: cancelled.signal,
    });
    expect(mustFail(answer)).toEqual({ code: "cancelled" });
  });
});

describe("before a customer is added", () => {
  it.each([
    [{ name: "上海华瑞电子股份有限公司" }, "same-name", "陈晓雯"],
    [{ name: "别的名字", phone: "０２１ ６２３４５６７８" }, "same-landline", ""],
    [{ name: "别的名字", creditCode: "91350100m000100y43" }, "same-credit-code", "周敏"],
  ])(
    "[T3] tells who holds the same company, phone or credit code: %j",
    async (draft, fact, owner) => {
      const book = await bookOf();
      const facts = must(await book.port.describe());
      const check = must(await openOverlapCheck(book.port, facts, null, unwatched));
      const overlaps = check.overlaps({ ...blank, ...draft });
      expect(overlaps[0]?.facts[0]?.fact).toBe(fact);
      expect(overlaps.map((overlap) => overlap.customer.owner)).toContain(owner);
    },
  );

  it("[T3] is silent about a company nobody has", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const check = must(await openOverlapCheck(book.port, facts, null, unwatched));
    expect(
      check.overlaps({ ...blank, name: "新禾农业科技有限公司", phone: "13700000000" }),
    ).toEqual([]);
    expect(check.overlaps(blank)).toEqual([]);
  });
});

describe("adding a customer", () => {
  it("[F2] writes a row that is due from the day it is created", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    expect(fieldsOf(facts)).toEqual(["name", "phone", "creditCode", "contact", "owner"]);
    const entered = { ...blank, name: " 新禾农业 ", phone: "+86 137", owner: "周敏" };
    const planned = must(planNewCustomer(facts, entered, asOf, () => "CNEW"));
    must(await addCustomer(book.port, facts, planned, trace));
    expect(rowsOf(book, "customers").at(-1)).toMatchObject({
      客户名称: "新禾农业",
      电话: "+86 137",
      负责人: "周敏",
      创建日: 46_083,
    });
    const today = must(await openToday(book.port, asOf));
    expect(today.customers.get(planned.id)).toMatchObject({ name: "新禾农业", createdDay: asOf });
  });

  it("asks for a name, and for no more than a cell holds", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    expect(mustFail(planNewCustomer(facts, blank, asOf, () => "CNEW"))).toEqual({
      code: "name-blank",
    });
    const long = { ...blank, name: "长", contact: "x".repeat(32_768) };
    expect(mustFail(planNewCustomer(facts, long, asOf, () => "CNEW"))).toMatchObject({
      code: "field-too-long",
      column: "contact",
    });
    expect(
      mustFail(planNewCustomer({ ...facts, readOnly: true }, long, asOf, () => "CNEW")),
    ).toEqual({
      code: "read-only",
    });
  });
});
