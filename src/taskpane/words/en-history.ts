import type { HistoryWords } from "./history-words";

export const enHistory: HistoryWords = {
  title: "Changes",
  lead: "Who changed what and when; any change can be taken back.",
  did: (deed) => `Done: ${deed}.`,
  takenBack: (deed) => `Taken back: ${deed}.`,
  deed: (kind, about) => `${kind} “${about}”`,
};
