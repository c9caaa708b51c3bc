import {
  customer,
  growCustomers,
  must,
  mustFail,
  openBook,
  openWith,
  setUpBook,
  tableOf,
} from "./book";

const todayColumns = [
  "id",
  "name",
  "demand",
  "expectedClose",
  "lastFollowUp",
  "agreedDay",
  "createdDay",
];

describe("readColumns", () => {
  it("reads only the columns asked for, blanks as null", async () => {
    const book = await openWith([customer(1), customer(2, { agreedDay: 46_200 })]);
    const [answer] = must(
      await book.port.readColumns([
        { table: "customers", columns: ["id", "agreedDay", "nothing"] },
      ]),
    );
    expect(answer).toEqual({
      table: "customers",
      columns: { id: [customer(1).id, customer(2).id], agreedDay: [null, 46_200] },
    });
  });

  it("reads small tables in one round trip", async () => {
    const book = await openBook();
    await setUpBook(book);
    must(await book.port.describe());
    book.wire.reset();
    must(
      await book.port.readColumns([
        { table: "customers", columns: todayColumns },
        { table: "settings", columns: ["id", "amount"] },
        { table: "holidays", columns: ["day", "kind"] },
      ]),
    );
    expect(book.wire.trips).toHaveLength(1);
  });

  it("cuts large tables into messages of at most 4 MB and joins them again", async () => {
    const book = await openBook();
    await setUpBook(book);
    await growCustomers(book, 60_000);
    const shares: number[] = [];
    const [answer] = must(
      await book.port.readColumns([{ table: "customers", columns: todayColumns }], (share) => {
        shares.push(share);
      }),
    );
    const ids = answer!.columns["id"]!;
    expect(ids).toHaveLength(60_000);
    expect(ids[0]).toBe(customer(0).id);
    expect(ids[59_999]).toBe(customer(59_999).id);
    expect(new Set(ids).size).toBe(60_000);
    for (const { bytesDown } of book.wire.trips) expect(bytesDown).toBeLessThan(4_000_000);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });

  it("halves the message when Excel says it is too large", async () => {
    const book = await openBook();
    await setUpBook(book);
    await growCustomers(book, 1000);
    book.wire.fail(
      { trip: 0, actions: 0, code: "ResponsePayloadSizeLimitExceeded" },
      { trip: 1, actions: 0, code: "ResponsePayloadSizeLimitExceeded" },
    );
    const [answer] = must(await book.port.readColumns([{ table: "customers", columns: ["id"] }]));
    expect(answer!.columns["id"]).toHaveLength(1000);
    expect(new Set(answer!.columns["id"]).size).toBe(1000);
  });

  it("starts over when rows move between two messages", async () => {
    const book = await openBook();
    await setUpBook(book);
    await growCustomers(book, 60_000);
    const { table } = tableOf(book, "customers");
    book.wire.beforeTrip = (trip) => {
      if (trip === 1) book.host.editor.sortTable(table.id, 0, false);
    };
    const [answer] = must(
      await book.port.readColumns([{ table: "customers", columns: todayColumns }]),
    );
    expect(new Set(answer!.columns["id"]).size).toBe(60_000);
  });

  it("says which table is missing", async () => {
    const book = await openBook();
    expect(
      mustFail(await book.port.readColumns([{ table: "customers", columns: ["id"] }])),
    ).toEqual({ code: "table-missing", table: "customers" });
  });
});

describe("readRows", () => {
  it.each(["insertColumns", "deleteColumns"] as const)(
    "reads cells by what their columns are, wherever these have gone since they were looked at: %s",
    async (move) => {
      const wanted = { owner: "王芳", phone: "13800000001", region: "华东", notes: "要紧" };
      const book = await openWith([customer(1, wanted), customer(2, wanted)]);
      const { sheet, table } = tableOf(book, "customers");
      const requests = [
        { table: "customers", column: "id", value: customer(1).id, limit: 1 },
        { table: "customers", column: "owner", value: "王芳", limit: 2 },
      ] as const;
      must(await book.port.readRows(requests));
      const contact = table.columns.findIndex(({ name }) => name === "联系人");
      book.host.editor[move](sheet.id, table.area.left + contact, 1);
      const [byId, byOwner] = must(await book.port.readRows(requests));
      expect(byId).toMatchObject([{ ...wanted, name: "客户1" }]);
      expect(byOwner).toMatchObject([
        { ...wanted, name: "客户1" },
        { ...wanted, name: "客户2" },
      ]);
    },
  );

  it("gives the row of an id, and the last rows of another column", async () => {
    const book = await openWith([
      customer(1),
      customer(2, { owner: "王" }),
      customer(3, { owner: "王" }),
    ]);
    const [byId, byOwner, none] = must(
      await book.port.readRows([
        { table: "customers", column: "id", value: customer(2).id, limit: 1 },
        { table: "customers", column: "owner", value: "王", limit: 1 },
        { table: "customers", column: "id", value: "C?", limit: 1 },
      ]),
    );
    expect(byId).toEqual([expect.objectContaining({ name: "客户2", agreedDay: null })]);
    expect(byOwner).toEqual([expect.objectContaining({ name: "客户3" })]);
    expect(none).toEqual([]);
  });
});
