import { fetchAhead, fetched } from "../../src/app/later";
import { err, ok } from "../../src/domain/result";

/** What webpack's runtime throws where the network or the server refuses a part. */
function refused(): Error {
  const error = new Error("Loading chunk 7 failed.");
  error.name = "ChunkLoadError";
  return error;
}

describe("a part of the add-in that comes later", () => {
  it("is told of as not fetched where the network refuses it, and is fetched anew the next time", async () => {
    let online = false;
    const load = () => (online ? Promise.resolve({ part: 7 }) : Promise.reject(refused()));
    expect(await fetched(load)).toEqual(err({ code: "not-fetched" }));
    online = true;
    expect(await fetched(load)).toEqual(ok({ part: 7 }));
  });

  it("throws on what a module itself throws: that is a bug, not the network", async () => {
    await expect(fetched(() => Promise.reject(new TypeError("x is undefined")))).rejects.toThrow(
      TypeError,
    );
  });
});

describe("fetching ahead", () => {
  it("fetches part after part, each when there is time", async () => {
    const log: string[] = [];
    const part = (name: string) => () => {
      log.push(name);
      return Promise.resolve();
    };
    const idle = () => {
      log.push("idle");
      return Promise.resolve();
    };
    expect(await fetchAhead([part("write"), part("log")], idle)).toEqual(ok(undefined));
    expect(log).toEqual(["idle", "write", "idle", "log"]);
  });

  it("stops at the first part that cannot be fetched", async () => {
    let asked = 0;
    const parts = [
      () => Promise.reject(refused()),
      () => {
        asked += 1;
        return Promise.resolve();
      },
    ];
    expect(await fetchAhead(parts, () => Promise.resolve())).toEqual(err({ code: "not-fetched" }));
    expect(asked).toBe(0);
  });
});
