import { ok } from "../../src/domain/result";
import { inTurn } from "../../src/excel/turn";
import { customer, openWith } from "./book";

const key = "keepsheet.switching.somebody-else";
const minute = 60_000;
const day = 24 * 60 * minute;

async function setTurn(at: number | null): Promise<void> {
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    if (at === null) settings.getItemOrNullObject(key).delete();
    else settings.add(key, { at });
    await context.sync();
  });
}

async function keysNow(): Promise<readonly string[]> {
  return Excel.run(async (context) => {
    const settings = context.workbook.settings.load("items/key");
    await context.sync();
    return settings.items
      .map((each) => each.key)
      .filter((each) => each.startsWith("keepsheet.switching"));
  });
}

/** What asking for the turn answers at that moment of this machine's clock. */
async function askedAt(page: object, at: number): Promise<string> {
  const clock = jest.spyOn(Date, "now").mockReturnValue(at);
  try {
    const done = await inTurn<undefined, never>(page, () => Promise.resolve(ok(undefined)));
    return done.ok ? "ok" : done.error.code;
  } finally {
    clock.mockRestore();
  }
}

describe("[P4] whose turn it is, where clocks differ from one machine to the next", () => {
  const now = Date.now();

  it.each([
    ["an hour behind", now - 60 * minute],
    ["an hour ahead", now + 60 * minute],
  ])("a page whose clock is %s is left in peace while it works", async (_, theirs) => {
    await openWith([customer(1)]);
    await setTurn(theirs);
    const page = {};
    expect(await askedAt(page, now)).toBe("at-work-elsewhere");
    expect(await askedAt(page, now + 9 * minute)).toBe("at-work-elsewhere");
    expect(await keysNow()).toEqual([key]);
    await setTurn(null);
    expect(await askedAt(page, now + 9 * minute)).toBe("ok");
    expect(await keysNow()).toEqual([]);
  });

  it.each([
    ["of this machine's time", now - minute],
    ["by a clock that is ahead", now + 60 * minute],
    ["by a clock that is behind", now - 60 * minute],
  ])(
    "a page that died in its turn, begun %s, holds nobody up for longer than ten minutes",
    async (_, theirs) => {
      await openWith([customer(1)]);
      await setTurn(theirs);
      const page = {};
      expect(await askedAt(page, now)).toBe("at-work-elsewhere");
      expect(await askedAt(page, now + 11 * minute)).toBe("ok");
      expect(await keysNow()).toEqual([]);
    },
  );

  it("a turn that begins anew is watched anew", async () => {
    await openWith([customer(1)]);
    await setTurn(now - 60 * minute);
    const page = {};
    expect(await askedAt(page, now)).toBe("at-work-elsewhere");
    await setTurn(now - 50 * minute);
    expect(await askedAt(page, now + 11 * minute)).toBe("at-work-elsewhere");
    expect(await askedAt(page, now + 22 * minute)).toBe("ok");
  });

  it.each([
    ["days ago", now - 3 * day],
    ["in years to come", now + 1000 * day],
    ["at no time", Number.NaN],
  ])("a turn that a file brought along, begun %s, is over at once", async (_, theirs) => {
    await openWith([customer(1)]);
    await setTurn(theirs);
    expect(await askedAt({}, now)).toBe("ok");
    expect(await keysNow()).toEqual([]);
  });
});
