import { element, pushButton } from "../dom";
import type { AddInRibbon, Command } from "./manifest";
import { ribbonGroup, type RibbonTab } from "./ribbon";

/** The add-in's own tab, built from manifest.xml alone: what is wrong there is seen here. */
export function addInTab(ribbon: AddInRibbon, run: (command: Command) => void): RibbonTab {
  const button = (command: Command): HTMLElement => {
    const picture = element("img", {
      src: command.icon(32),
      srcset: `${command.icon(80)} 2.5x`,
      width: 32,
      height: 32,
      alt: "",
    });
    return pushButton(
      {
        class: "big",
        title: [command.title, command.tip].filter(Boolean).join("\n"),
        "data-command": command.id,
      },
      () => run(command),
      picture,
      element("span", {}, command.label),
    );
  };
  const panel = element(
    "div",
    {},
    ...ribbon.groups.map((group) => ribbonGroup(group.label, ...group.commands.map(button))),
  );
  return { id: "add-in", label: ribbon.tab, panel };
}
