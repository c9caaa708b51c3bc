import { ReadingSize } from "../../src/excel/reading-size";
import { toldMeanwhile } from "../../src/excel/told-meanwhile";

describe("what is told while Excel is busy", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("is heard at least twice a second, goes on and never arrives before the answer", async () => {
    const signs: { readonly at: number; readonly share: number }[] = [];
    const began = performance.now();
    let answer: (value: string) => void = () => undefined;
    const host = new Promise<string>((resolve) => (answer = resolve));
    const told = toldMeanwhile(host, 250, (share) =>
      signs.push({ at: performance.now() - began, share }),
    );
    await jest.advanceTimersByTimeAsync(20_000);
    expect(signs[0]?.at).toBeLessThan(500);
    const gaps = signs.slice(1).map(({ at }, index) => at - (signs[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(500);
    const shares = signs.map(({ share }) => share);
    expect(shares).toEqual([...new Set(shares)].sort((one, other) => one - other));
    expect(shares.at(-1)).toBeLessThan(1);
    answer("done");
    expect(await told).toBe("done");
    expect(jest.getTimerCount()).toBe(0);
  });

  it("ends where Excel refuses", async () => {
    const refused = toldMeanwhile(Promise.reject(new Error("busy")), 250, () => undefined);
    await expect(refused).rejects.toThrow("busy");
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe("the size of a message of a reading", () => {
  it("shrinks to what the host is quick with, and grows with it up to what the pane takes apart quickly", () => {
    const size = new ReadingSize("steady");
    const sizes = [50, 50, 50].map((ms) => {
      size.took(ms, size.bytes);
      return size.bytes;
    });
    expect(sizes).toEqual([300_000, 300_000, 300_000]);
    size.took(300, 300_000);
    expect(size.bytes).toBe(250_000);
    size.took(1_000, 250_000);
    expect(size.bytes).toBe(200_000);
    size.took(50, 200_000);
    expect(size.bytes).toBe(300_000);
    size.took(60_000, 300_000);
    expect(size.bytes).toBe(200_000);
    // The end of a table says nothing of larger messages.
    size.took(5, 1_000);
    expect(size.bytes).toBe(200_000);
  });

  it("is as large as may be where round trips are few, and half of what was refused", () => {
    const size = new ReadingSize("few");
    size.took(2_000, size.bytes);
    expect(size.bytes).toBe(3_600_000);
    size.refused(2_000_000);
    expect(size.bytes).toBe(1_000_000);
  });
});
