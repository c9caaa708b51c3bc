import fc from "fast-check";
import type { FollowUpInput } from "../../src/app/log-follow-up";
import { channels } from "../../src/domain/channel";
import { addDays, day, type Day } from "../../src/domain/day";
import { demands, type Demand } from "../../src/domain/demand";
import { dayCell, type CellStyle } from "../../src/tables/cells";
import type { Cell, Row } from "../../src/tables/change";
import { anyCell } from "../tables/arbitraries";

export const asOf = day("2026-03-02");

/** Days around the as-of day, where the rules' bounds lie. */
const nearDay = fc.integer({ min: -420, max: 420 }).map((days) => addDays(asOf, days));

const anyDemand: fc.Arbitrary<Demand> = fc.constantFrom(...demands.map(({ code }) => code));

/** Mostly what a tended sheet holds, sometimes anything at all. */
function cellOf(tended: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 6, arbitrary: tended },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyCell },
  );
}

/** Customers' cells: names and days that tie, blank rows, doubled and missing ids, unreadable cells. */
export function anyCustomers(style: CellStyle): fc.Arbitrary<readonly Row[]> {
  const dayCells = cellOf(nearDay.map((d) => dayCell(d, style.dateSystem)));
  const customer = fc.record({
    id: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }).map((n) => `C${n}`) },
      { weight: 1, arbitrary: fc.constantFrom<Cell>(null, 17, " C1 ") },
    ),
    name: fc.constantFrom("启明", "海川", "Acme", ""),
    demand: cellOf(fc.constantFrom("目标", "潜在", "死亡", "Clear")),
    expectedClose: dayCells,
    lastFollowUp: dayCells,
    agreedDay: cellOf(fc.constant(null)).chain((cell) =>
      cell === null ? dayCells : fc.constant(cell),
    ),
    createdDay: dayCells,
  });
  const blankRow = fc.constant<Row>({ id: null, name: null });
  return fc.array(
    fc.oneof({ weight: 15, arbitrary: customer }, { weight: 1, arbitrary: blankRow }),
    { maxLength: 40 },
  );
}

/** Follow-ups a person may log, some of which are refused. */
export const anyInput: fc.Arbitrary<FollowUpInput> = fc.record(
  {
    channel: fc.constantFrom(...channels.map(({ code }) => code)),
    said: fc.string(),
    day: fc.integer({ min: -30, max: 2 }).map((days): Day => addDays(asOf, days)),
    demand: fc.option(anyDemand),
    expectedClose: fc.option(nearDay),
    agreedDay: fc.option(nearDay),
    time: fc.option(fc.integer({ min: 0, max: 1439 })),
    who: fc.string(),
  },
  { requiredKeys: ["channel", "said", "day"] },
);
