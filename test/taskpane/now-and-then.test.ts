import { nowAndThen } from "../../src/taskpane/state/now-and-then";

describe("telling now and then", () => {
  function told(times: readonly (readonly [at: number, share: number])[]): readonly number[] {
    let clock = 1_000;
    const shares: number[] = [];
    const tell = nowAndThen(
      (share) => void shares.push(share),
      () => clock,
    );
    for (const [at, share] of times) {
      clock = 1_000 + at;
      tell(share);
    }
    return shares;
  }

  it("says nothing of what is over at once", () => {
    expect(
      told([
        [20, 0.5],
        [60, 0.9],
        [199, 1],
      ]),
    ).toEqual([]);
  });

  it("tells at most five times a second, and the latest share each time", () => {
    expect(
      told([
        [150, 0.1],
        [230, 0.2],
        [300, 0.3],
        [429, 0.4],
        [430, 0.5],
        [1_500, 0.9],
      ]),
    ).toEqual([0.2, 0.5, 0.9]);
  });
});
