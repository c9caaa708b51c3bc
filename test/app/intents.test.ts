import { createIntents, type Intent } from "../../src/app/intents";

describe("intents", () => {
  it("reach the pane once it listens, the latest one only", () => {
    const intents = createIntents();
    const heard: Intent[] = [];
    intents.send("today");
    intents.send("set-up");
    intents.listen((intent) => heard.push(intent));
    expect(heard).toEqual(["set-up"]);
    intents.send("log-selected");
    expect(heard).toEqual(["set-up", "log-selected"]);
  });

  it("are heard no more after listening has ended, and wait for the next listener", () => {
    const intents = createIntents();
    const heard: Intent[] = [];
    intents.listen((intent) => heard.push(intent))();
    intents.send("repair");
    expect(heard).toEqual([]);
    intents.listen((intent) => heard.push(intent));
    expect(heard).toEqual(["repair"]);
  });
});
