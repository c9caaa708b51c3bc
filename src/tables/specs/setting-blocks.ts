/** Settings that are read together: a row each, `block.item`, standing one below the other. */
export const settingBlocks = {
  horizon: ["A", "B", "C"],
  cadence: ["A", "B", "C", "D", "E"],
  urgency: ["1", "2", "3"],
} as const;

export type SettingBlock = keyof typeof settingBlocks;

/** The ids of a block's rows, first to last. */
export function blockIds(block: SettingBlock): readonly string[] {
  return settingBlocks[block].map((item) => `${block}.${item}`);
}
