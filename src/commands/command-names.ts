/** Every function the ribbon, the context menu and the shortcuts may call; manifest.xml names the same ones. */
export const commandNames = [
  "ShowToday",
  "SetUp",
  "NewCustomer",
  "ImportCustomers",
  "FindDuplicates",
  "CheckHealth",
  "ShowChanges",
  "ShareCopy",
  "LogFollowUp",
  "Repair",
  "ShowCustomer",
] as const;

export type CommandName = (typeof commandNames)[number];
