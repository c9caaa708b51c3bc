import type { WordKey } from "../words";
import { bigButton } from "./controls";
import { below, showMenu } from "../page/menu";
import { ribbonGroup, type RibbonTab } from "./ribbon";
import { tabOf, type TabContext, type TabGroup } from "./tab-group";

const chartKinds: readonly (readonly [WordKey, string])[] = [
  ["chartColumn", "ColumnClustered"],
  ["chartBar", "BarClustered"],
  ["chartLine", "LineMarkers"],
  ["chartPie", "Pie"],
  ["chartArea", "Area"],
  ["chartScatter", "XYScatter"],
];

/** The Insert tab: tables, charts, comments and notes. */
export function insertTab(context: TabContext): RibbonTab & { refresh(): void } {
  const { say } = context.desk;
  return tabOf("insert", say("insertTab"), [tablesGroup(context), remarksGroup(context)]);
}

function tablesGroup({ desk, actions, focusGrid }: TabContext): TabGroup {
  const { say } = desk;
  const table = bigButton(
    "table",
    say("insertTable"),
    () => {
      actions.insertTable();
      focusGrid();
    },
    "Ctrl+T",
  );
  const chart = bigButton("chart", say("insertChart"), () => {
    const entries = chartKinds.map(([name, type]) => ({
      label: say(name),
      run: () => {
        actions.insertChart(type);
        focusGrid();
      },
    }));
    showMenu(say("insertChart"), entries, below(chart));
  });
  chart.setAttribute("aria-haspopup", "menu");
  return {
    root: ribbonGroup(say("groupTables"), table, chart),
    refresh: () => {
      table.disabled = actions.table() !== null;
    },
  };
}

function remarksGroup({ desk, open }: TabContext): TabGroup {
  const { say } = desk;
  return {
    root: ribbonGroup(
      say("groupComments"),
      bigButton("comment", say("comment"), () => open.comment(), "Ctrl+Shift+F2"),
      bigButton("note", say("note"), () => open.note(), "Shift+F2"),
    ),
  };
}
