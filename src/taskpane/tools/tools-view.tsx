import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowImport20Regular } from "@fluentui/react-icons/svg/arrow-import";
import { HeartPulse20Regular } from "@fluentui/react-icons/svg/heart-pulse";
import { History20Regular } from "@fluentui/react-icons/svg/history";
import { TableSettings20Regular } from "@fluentui/react-icons/svg/table-settings";
import { PeopleSearch20Regular } from "@fluentui/react-icons/svg/people-search";
import { Share20Regular } from "@fluentui/react-icons/svg/share";
import { Wrench20Regular } from "@fluentui/react-icons/svg/wrench";
import { useId, type ReactElement } from "react";
import { NoticeBar } from "../parts/notice-bar";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import type { View } from "../state/pane-state";
import { usePane, useWords } from "../state/use-pane";
import type { NamedView } from "../words/pane-words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "4px" },
  tool: {
    width: "100%",
    display: "grid",
    gridTemplateColumns: "20px 1fr",
    gap: "2px 12px",
    padding: "10px 12px",
    textAlign: "start",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  icon: { gridRow: "1 / span 2", marginTop: "1px", color: tokens.colorBrandForeground1 },
  title: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Tool {
  readonly view: Extract<View, { readonly name: NamedView }>;
  readonly icon: ReactElement;
}

/** In the order in which people come to need them. */
const tools: readonly Tool[] = [
  { view: { name: "import" }, icon: <ArrowImport20Regular /> },
  {
    view: { name: "duplicates" },
    icon: <PeopleSearch20Regular />,
  },
  { view: { name: "health" }, icon: <HeartPulse20Regular /> },
  {
    view: { name: "history", of: null },
    icon: <History20Regular />,
  },
  { view: { name: "fields" }, icon: <TableSettings20Regular /> },
  { view: { name: "share" }, icon: <Share20Regular /> },
  { view: { name: "repair" }, icon: <Wrench20Regular /> },
];

/** 数据工具: what one does with the whole sheet rather than with one customer. */
export function ToolsView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const { words } = useWords();
  return (
    <main className={frame.view}>
      <ViewHeader title={words.tools} onBack={() => pane.back()} takesFocus />
      <NoticeBar />
      <div className={frame.body}>
        <ul className={styles.list}>
          {tools.map((tool) => (
            <li key={tool.view.name}>
              <ToolButton {...tool} />
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}

function ToolButton({ view, icon }: Tool) {
  const styles = useStyles();
  const pane = usePane();
  const { words } = useWords();
  const { title, lead } = words.views[view.name];
  const [titleId, hintId] = [useId(), useId()];
  return (
    <button
      type="button"
      className={styles.tool}
      aria-labelledby={titleId}
      aria-describedby={hintId}
      onClick={() => pane.show(view)}
    >
      <span className={styles.icon}>{icon}</span>
      <span id={titleId} className={styles.title}>
        {title}
      </span>
      <span id={hintId} className={styles.hint}>
        {lead}
      </span>
    </button>
  );
}
