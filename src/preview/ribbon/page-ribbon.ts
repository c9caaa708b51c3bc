import { pushButton } from "../dom";
import { icon } from "../page/icons";
import { addInTab } from "./add-in-tab";
import { homeTab } from "./home-tab";
import { insertTab } from "./insert-tab";
import type { AddInRibbon, Command } from "./manifest";
import { reviewTab } from "./review-tab";
import { Ribbon } from "./ribbon";
import type { TabContext } from "./tab-group";
import { viewTab } from "./view-tab";

export interface PageRibbon {
  readonly root: HTMLElement;
  refresh(): void;
}

/** The spreadsheet's own tabs, then the add-in's, which is the one open at first. */
export function ribbonOf(
  context: TabContext,
  colleague: (() => void) | null,
  of: {
    readonly addIn: AddInRibbon | null;
    readonly run: (command: Command) => void;
    readonly showPane: () => void;
  },
): PageRibbon {
  const { say } = context.desk;
  const own = [
    homeTab(context),
    insertTab(context),
    reviewTab(context),
    viewTab(context, colleague),
  ];
  const showPane = pushButton(
    { class: "title-button pane-toggle", "data-show-pane": true },
    () => of.showPane(),
    icon("pane"),
    say("pane"),
  );
  const added = of.addIn === null ? [] : [addInTab(of.addIn, of.run)];
  const ribbon = new Ribbon(say("ribbon"), [...own, ...added], showPane);
  if (added.length > 0) ribbon.show(own.length);
  return {
    root: ribbon.root,
    refresh: () => {
      for (const tab of own) tab.refresh();
    },
  };
}
