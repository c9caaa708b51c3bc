/**
 * What the port needs only once somebody does something: fetched then, or ahead of it while the pane is idle. Reading
 * the workbook, which the list of today waits for, is not among them.
 */
export const laterParts = {
  commit: () => import(/* webpackChunkName: "excel-write" */ "./commit/commit"),
  proveIds: () => import(/* webpackChunkName: "excel-write" */ "./commit/prove-ids"),
  identify: () => import(/* webpackChunkName: "excel-write" */ "./identify"),
  countFilled: () => import(/* webpackChunkName: "excel-write" */ "./count-filled"),
  withdrawIds: () => import(/* webpackChunkName: "excel-rest" */ "./withdraw-ids"),
  readRows: () => import(/* webpackChunkName: "excel-write" */ "./read-rows"),
  selection: () => import(/* webpackChunkName: "excel-write" */ "./selection"),
  selectCell: () => import(/* webpackChunkName: "excel-rest" */ "./select-cell"),
  rowLooks: () => import(/* webpackChunkName: "excel-rest" */ "./row-looks"),
  places: () => import(/* webpackChunkName: "excel-rest" */ "./commit/places"),
  textSheet: () => import(/* webpackChunkName: "excel-rest" */ "./text-sheet"),
  install: () => import(/* webpackChunkName: "excel-rest" */ "./install/install"),
  changeColumns: () => import(/* webpackChunkName: "excel-rest" */ "./install/change-columns"),
  backUp: () => import(/* webpackChunkName: "excel-rest" */ "./install/back-up"),
  upgrade: () => import(/* webpackChunkName: "excel-rest" */ "./install/upgrade"),
  trimAudit: () => import(/* webpackChunkName: "excel-rest" */ "./trim-audit"),
  highlight: () => import(/* webpackChunkName: "excel-rest" */ "./highlight"),
  lists: () => import(/* webpackChunkName: "excel-rest" */ "./lists"),
  inspectTables: () => import(/* webpackChunkName: "excel-rest" */ "./inspect-tables"),
  readFormulas: () => import(/* webpackChunkName: "excel-rest" */ "./share/formulas-read"),
  switchFormulas: () => import(/* webpackChunkName: "excel-rest" */ "./share/switch"),
  frozen: () => import(/* webpackChunkName: "excel-rest" */ "./share/frozen"),
  lookAtStructure: () => import(/* webpackChunkName: "excel-rest" */ "./repair/structure-look"),
  mendStructure: () => import(/* webpackChunkName: "excel-rest" */ "./repair/structure-mend"),
  turn: () => import(/* webpackChunkName: "excel-rest" */ "./turn"),
} as const;
