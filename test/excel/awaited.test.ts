import { openBook } from "./book";

describe("how long Excel keeps a message waiting", () => {
  it("is nothing while no message is out", async () => {
    const { port } = await openBook();
    expect(port.awaitedMs()).toBeNull();
    await port.describe();
    expect(port.awaitedMs()).toBeNull();
  });

  it("grows until the answer is there", async () => {
    const { port, host } = await openBook();
    host.faults.latency = 30;
    const answers: unknown[] = [];
    const described = port.describe();
    void described.then((answer) => answers.push(answer));
    let longest = 0;
    while (answers.length === 0) {
      longest = Math.max(longest, port.awaitedMs() ?? 0);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await described).ok).toBe(true);
    // One and the same message was seen out for as long as the host took, up to a turn.
    expect(longest).toBeGreaterThan(15);
    expect(port.awaitedMs()).toBeNull();
  });

  it("ends with a failure, too", async () => {
    const { port, host } = await openBook();
    host.faults.failNext({ after: 0, when: "before", code: "GeneralException" });
    expect((await port.describe()).ok).toBe(false);
    expect(port.awaitedMs()).toBeNull();
  });
});
