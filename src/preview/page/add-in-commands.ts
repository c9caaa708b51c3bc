import type { Command } from "../ribbon/manifest";
import type { Desk } from "./desk";
import type { PaneFrame } from "./pane-frame";

/** Runs the buttons and shortcuts of the add-in: they show the pane, or run a function in the pane's page. */
export class AddInCommands {
  constructor(
    private readonly desk: Desk,
    private readonly pane: PaneFrame,
    /** Stores what is being edited first. */
    private readonly settle: () => Promise<boolean>,
  ) {}

  run(command: Command): void {
    const { action } = command;
    if (action.kind === "show-pane") this.pane.show(true);
    else this.invoke(action.name, command.label);
  }

  invoke(functionName: string, label: string): void {
    const { say, tell } = this.desk;
    void this.settle()
      .then(() => this.pane.client())
      .then((client) => client.invokeCommand(functionName))
      .catch((reason: unknown) =>
        tell(
          say("commandFailed", {
            name: label,
            reason: reason instanceof Error ? reason.message : String(reason),
          }),
        ),
      );
  }
}
