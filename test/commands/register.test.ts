import { createIntents, type Intent } from "../../src/app/intents";
import { commandNames, type CommandName } from "../../src/commands/command-names";
import { registerCommands } from "../../src/commands/register";

function registered() {
  const handlers = new Map<CommandName, () => Promise<void>>();
  const shown: string[] = [];
  const intents = createIntents();
  registerCommands(
    {
      associate: (name, handler) => void handlers.set(name, handler),
      showPane: () => {
        shown.push("pane");
        return Promise.resolve();
      },
    },
    intents,
  );
  return { handlers, shown, intents };
}

describe("registerCommands", () => {
  it("answers every command of the manifest", () => {
    expect([...registered().handlers.keys()]).toEqual([...commandNames]);
  });

  it("opens the pane and tells it what was asked for", async () => {
    const { handlers, shown, intents } = registered();
    const heard: Intent[] = [];
    intents.listen((intent) => heard.push(intent));
    for (const name of commandNames) await handlers.get(name)?.();
    expect(heard).toEqual([
      "today",
      "set-up",
      "new-customer",
      "import",
      "duplicates",
      "health",
      "history",
      "share",
      "log-selected",
      "repair",
      "show-selected",
    ]);
    expect(shown).toHaveLength(commandNames.length);
  });

  it("leaves the wish waiting for a pane that is still loading", async () => {
    const { handlers, intents } = registered();
    await handlers.get("LogFollowUp")?.();
    const heard: Intent[] = [];
    intents.listen((intent) => heard.push(intent));
    expect(heard).toEqual(["log-selected"]);
  });
});
