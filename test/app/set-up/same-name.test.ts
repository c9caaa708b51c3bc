import { planSetUp } from "../../../src/app/set-up/plan-set-up";
import { proposeSetUp, setUp } from "../../../src/app/set-up/set-up";
import { asOf, must, newId, openBook } from "../../excel/book";

describe("setting up while somebody makes a sheet of one of our names", () => {
  it.each(["客户", "跟进记录", "设置", "节假日"])(
    "leaves theirs as it is, at whatever moment it came: %s",
    async (name) => {
      /** Requests before which their sheet came first. */
      const met = new Set<number>();
      let isOver = false;
      for (let trip = 0; !isOver; trip += 1) {
        const book = await openBook();
        const proposal = must(await proposeSetUp(book.port));
        const plan = must(planSetUp(proposal, {}, { language: "zh", asOf, newId, rows: [] }));
        const theirs = () => book.model.sheets.find((each) => each.name === name);
        isOver = true;
        book.wire.reset();
        book.wire.beforeTrip = (at) => {
          if (at !== trip) return;
          isOver = false;
          if (theirs() !== undefined) return;
          met.add(trip);
          const id = book.host.editor.addSheet(name);
          book.host.editor.type(id, 0, 0, "同事写的");
          book.host.editor.type(id, 5, 3, "也是");
        };
        const done = await setUp(book.port, plan);
        if (!met.has(trip)) continue;
        const cells = theirs()?.cells;
        expect([cells?.value(0, 0), cells?.value(5, 3)]).toEqual(["同事写的", "也是"]);
        if (done.ok) continue;
        expect([...book.model.tables()].map(({ table }) => table.name)).toEqual([]);
        expect(book.model.settings.size).toBe(0);
      }
      expect(met.size).toBeGreaterThan(0);
    },
  );
});
