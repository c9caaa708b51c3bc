import type { Side } from "../../app/conflicts/resolve";
import { count } from "./plural";

/** What is said where cells were changed after they were read, and a person decides which value stays. */
export interface ConflictWords {
  readonly what: (cells: number) => string;
  readonly lead: string;
  /** What a person saw when they began. */
  readonly read: string;
  readonly side: Readonly<Record<Side, string>>;
  readonly all: Readonly<Record<Side, string>>;
  /** The same for a value that is not called mine, such as what stood there before a merge. */
  readonly allOf: (label: string) => string;
  readonly keepsFormula: string;
  readonly laterCounts: string;
  /** The button that writes, with how many of each were chosen. */
  readonly write: (mine: number, theirs: number) => string;
  readonly writing: string;
  readonly more: (left: number) => string;
  readonly gone: (rows: number) => string;
  readonly onlyGone: (rows: number) => string;
}

export const zhConflicts: ConflictWords = {
  what: (cells) => `表中有 ${cells.toLocaleString("zh-CN")} 处在您操作期间被改动`,
  lead: "什么也没有写入。请逐处选择：保留表中现值，或改用您的。",
  read: "当时看到",
  side: { theirs: "表中现值", mine: "您的" },
  all: { theirs: "全部保留现值", mine: "全部用您的" },
  allOf: (label) => `全部选“${label}”`,
  keepsFormula: "这里现在是公式，保留不动。",
  laterCounts: "以较晚的一天为准，不必选择。",
  write: (mine, theirs) =>
    mine + theirs === 0
      ? "继续"
      : mine === 0
        ? `继续，${theirs.toLocaleString("zh-CN")} 处保留现值`
        : theirs === 0
          ? `继续，${mine.toLocaleString("zh-CN")} 处用您的`
          : `继续，用您的 ${mine.toLocaleString("zh-CN")} 处，保留 ${theirs.toLocaleString("zh-CN")} 处`,
  writing: "正在写入……",
  more: (left) => `再显示一些（还有 ${left.toLocaleString("zh-CN")} 处）`,
  gone: (rows) => `另有 ${rows.toLocaleString("zh-CN")} 行已从表中删除，不再写入。`,
  onlyGone: (rows) =>
    `有 ${rows.toLocaleString("zh-CN")} 行在您操作期间已从表中删除。什么也没有写入；继续则略过这些行。`,
};

export const enConflicts: ConflictWords = {
  what: (cells) =>
    `${count(cells, "cell was", "cells were")} changed in the sheet while you were at work`,
  lead: "Nothing was written. Choose for each: keep what stands in the sheet now, or use yours.",
  read: "When you looked",
  side: { theirs: "In the sheet now", mine: "Yours" },
  all: { theirs: "Keep all in the sheet", mine: "Use all of mine" },
  allOf: (label) => `For all: “${label}”`,
  keepsFormula: "There is a formula here now; it stays.",
  laterCounts: "The later day counts; there is nothing to choose.",
  write: (mine, theirs) =>
    mine + theirs === 0
      ? "Go on"
      : mine === 0
        ? `Go on, keep ${theirs.toLocaleString("en-US")}`
        : theirs === 0
          ? `Go on, use ${mine.toLocaleString("en-US")} of mine`
          : `Go on, use ${mine.toLocaleString("en-US")} of mine, keep ${theirs.toLocaleString("en-US")}`,
  writing: "Writing…",
  more: (left) => `Show more (${left.toLocaleString("en-US")} left)`,
  gone: (rows) =>
    `${count(rows, "more row was", "more rows were")} deleted from the table and will be left out.`,
  onlyGone: (rows) =>
    `${count(rows, "row was", "rows were")} deleted from the table while you were at work. Nothing was written; going on leaves them out.`,
};
