import type { Intent, Intents } from "../app/intents";
import { commandNames, type CommandName } from "./command-names";

/** What commands need of the host's ribbon. */
export interface Ribbon {
  /** Makes a handler known under the name the manifest calls it by. */
  associate(name: CommandName, handler: () => Promise<void>): void;
  /** Opens the pane; answers once it is shown, or cannot be shown by us. */
  showPane(): Promise<void>;
}

const intentOf: Readonly<Record<CommandName, Intent>> = {
  ShowToday: "today",
  SetUp: "set-up",
  NewCustomer: "new-customer",
  ImportCustomers: "import",
  FindDuplicates: "duplicates",
  CheckHealth: "health",
  ShowChanges: "history",
  ShareCopy: "share",
  LogFollowUp: "log-selected",
  Repair: "repair",
  ShowCustomer: "show-selected",
};

/**
 * Answers the buttons of the ribbon, the context menu and the shortcuts. Each opens the pane and tells it what is
 * wanted: the pane is where questions are asked and failures are explained.
 */
export function registerCommands(ribbon: Ribbon, intents: Intents): void {
  for (const name of commandNames) {
    ribbon.associate(name, async () => {
      // Sent first: a pane that is opening finds it waiting.
      intents.send(intentOf[name]);
      await ribbon.showPane();
    });
  }
}
