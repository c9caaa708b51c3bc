import type { HistoryWords } from "./history-words";

export const zhHistory: HistoryWords = {
  title: "变更记录",
  lead: "谁在什么时候改了什么；任何一次改动都可以撤销。",
  did: (deed) => `已完成：${deed}。`,
  takenBack: (deed) => `已撤销：${deed}。`,
  deed: (kind, about) => `${kind}「${about}」`,
};
