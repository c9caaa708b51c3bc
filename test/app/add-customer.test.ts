import { addCustomer, furtherFields, planNewCustomer } from "../../src/app/add-customer";
import { openToday } from "../../src/app/today/open-today";
import { asOf, must, newId, trace } from "../excel/book";
import { emptyBook } from "./import/importing";

const entered = { name: "甲公司", phone: "", creditCode: "", contact: "", owner: "" };

describe("adding a customer", () => {
  it("[G4] [F2] with demand and expected close gives it a grade and a next day at once", async () => {
    const book = await emptyBook();
    const facts = must(await book.port.describe());
    expect(furtherFields(facts).map(({ id }) => id)).toEqual(
      expect.arrayContaining(["demand", "expectedClose"]),
    );
    const further = { demand: "目标", expectedClose: "2026-03-20" };
    const planned = must(planNewCustomer(facts, entered, asOf, newId, further));
    must(await addCustomer(book.port, facts, planned, trace));
    const today = must(await openToday(book.port, asOf));
    expect(today.customers.get(planned.id)).toMatchObject({ name: "甲公司", grade: "A" });
    expect([...today.ungraded]).toEqual([]);
  });

  it("[G1] refuses what is no day, and names the field", async () => {
    const facts = must(await (await emptyBook()).port.describe());
    const planned = planNewCustomer(facts, entered, asOf, newId, { expectedClose: "明年" });
    expect(planned).toMatchObject({
      ok: false,
      error: {
        code: "field-unreadable",
        column: "expectedClose",
        header: "预计成交日",
        found: "明年",
      },
    });
  });
});
