import { Tab, TabList, makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { DayColumn, TurnedDays } from "../../app/health/report";
import { repeatedWords } from "../../app/health/words";
import type { DataIssueCode } from "../../tables/issues";
import { NoticeBar } from "../parts/notice-bar";
import { useReturnFocus } from "../parts/use-return-focus";
import { useViewFrame } from "../parts/view-frame";
import { ViewHeader } from "../parts/view-header";
import { usePane, useWordsOf } from "../state/use-pane";
import { ReadOnlyBar } from "../today/read-only";
import { FixPreview } from "./fix-preview";
import { HealthFoot } from "./health-foot";
import { HealthOverview } from "./health-overview";
import { HealthStatus } from "./health-status";
import { KindScreen } from "./kind-screen";
import { ProfileList } from "./profile-list";
import { UnconfirmedList } from "./unconfirmed-list";
import { useHealth } from "./use-health";
import { healthWords } from "../words/health";

const useStyles = makeStyles({
  tabs: { flexShrink: 0, padding: "0 4px" },
  status: { padding: "0 12px 8px", ":empty": { display: "none" } },
});

const tabs = ["issues", "profile", "unconfirmed"] as const;

/** As many words as a person says something about in one go; the next come once these are mended. */
const wordsAtOnce = 20;

/** Where in the view a person is. `from`: what the cells of a kind were opened from. */
type Screen =
  | { readonly name: (typeof tabs)[number] }
  | { readonly name: "fix" }
  | {
      readonly name: "cells";
      readonly code: DataIssueCode;
      /** The column and reason whose cells are shown; null for all of the kind. */
      readonly group: string | null;
      readonly from: "issues" | "fix";
    };

/** 数据体检: what cannot be read or is doubtful, where it is, and mending it in bulk; completeness and confirmation. */
export function HealthView() {
  const styles = useStyles();
  const frame = useViewFrame();
  const pane = usePane();
  const say = useWordsOf(healthWords);
  const health = useHealth();
  const { findings, work } = health;
  const [screen, setScreen] = useState<Screen>({ name: "issues" });

  const parent: Screen | null =
    screen.name === "cells"
      ? screen.group === null
        ? { name: screen.from }
        : { ...screen, group: null }
      : screen.name === "fix"
        ? { name: "issues" }
        : null;
  const root = useRef<HTMLElement>(null);
  useReturnFocus(root, placeOf(screen), parent === null ? null : placeOf(parent));
  const isBusy = work.name !== "idle";
  // Until it is decided what stays of cells changed meanwhile, there is nothing else to do here.
  const isDeciding = health.outcome?.kind === "overtaken";

  function back(): void {
    if (parent === null) pane.back();
    else setScreen(parent);
  }

  /** Days that are right leave their texts among those that cannot be read: the screen goes where they are told now. */
  async function turnedSaid(column: DayColumn, said: TurnedDays["said"]): Promise<void> {
    await health.turned(column, said);
    const code = said === "right" ? "not-a-day" : "turned-day";
    setScreen((now) => (now.name === "cells" ? { ...now, code, group: null } : now));
  }

  const title =
    screen.name === "cells"
      ? say.kind[screen.code]
      : screen.name === "fix"
        ? say.fixTitle
        : say.title;
  const kind =
    screen.name === "cells"
      ? findings?.report.kinds.find(({ code }) => code === screen.code)
      : undefined;

  function body() {
    if (findings === null || isBusy || isDeciding) return null;
    const { report, groups, choice } = findings;
    switch (screen.name) {
      case "issues":
        return (
          <HealthOverview
            report={report}
            onKind={(code) => setScreen({ name: "cells", code, group: null, from: "issues" })}
          />
        );
      case "profile":
        return <ProfileList report={report} />;
      case "unconfirmed":
        return (
          <UnconfirmedList
            report={report}
            onConfirmed={(id) => health.confirmed(id)}
            onFailed={(failure) => health.failed(failure)}
          />
        );
      case "fix":
        return (
          <FixPreview
            groups={groups}
            words={repeatedWords(report, wordsAtOnce)}
            onWord={(word, to) => void health.sayWord(word, to)}
            choice={choice}
            dateSystem={report.facts.dateSystem}
            onChoice={(next) => health.choose(next)}
            onCells={(code) => setScreen({ name: "cells", code, group: null, from: "fix" })}
          />
        );
      case "cells":
        return kind === undefined ? null : (
          <KindScreen
            kind={kind}
            group={screen.group}
            isForFixing={screen.from === "fix"}
            report={report}
            choice={choice}
            onChoice={(next) => health.choose(next)}
            onGroup={(group) => setScreen({ ...screen, group })}
            onOrder={(column, order) => void health.order(column, order)}
            onTurned={(column, said) => void turnedSaid(column, said)}
            onWords={() => setScreen({ name: "fix" })}
          />
        );
    }
  }

  return (
    <main className={frame.view} ref={root}>
      <ViewHeader
        // A tab that is chosen keeps the focus; a screen that opens takes it.
        key={`${parent === null ? "" : screen.name} ${health.version}`}
        title={title}
        onBack={back}
        takesFocus
      />
      <NoticeBar />
      <ReadOnlyBar />
      {parent === null && findings !== null && !isBusy && !isDeciding && (
        <TabList
          className={styles.tabs}
          size="small"
          aria-label={say.title}
          selectedValue={screen.name}
          onTabSelect={(_, { value }) =>
            setScreen({ name: tabs.find((name) => name === value) ?? "issues" })
          }
        >
          {tabs.map((name) => (
            <Tab key={name} value={name}>
              {say.tab[name]}
            </Tab>
          ))}
        </TabList>
      )}
      <div className={isDeciding ? frame.body : styles.status}>
        <HealthStatus health={health} onDecided={() => setScreen({ name: "issues" })} />
      </div>
      {body()}
      <HealthFoot
        health={health}
        isPreview={screen.name === "fix"}
        onPreview={() => setScreen({ name: "fix" })}
        onFixed={() => setScreen({ name: "issues" })}
        isHidden={isDeciding || screen.name === "profile" || screen.name === "unconfirmed"}
      />
    </main>
  );
}

/** What a screen is told apart by. */
function placeOf(screen: Screen): string {
  return screen.name === "cells" ? `cells ${screen.code} ${screen.group ?? ""}` : screen.name;
}
