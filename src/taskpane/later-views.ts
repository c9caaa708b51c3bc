import { laterPart, laterView, Nothing } from "./parts/later";

/** Today and a customer's card are what the pane opens on; the other views are fetched when first wanted. */

export const LogView = laterView(
  async () => (await import(/* webpackChunkName: "pane-log" */ "./log/log-view")).LogView,
);

/** Only workbooks with choice fields of a person's own have it. */
export const OwnFilter = laterPart(
  async () => (await import(/* webpackChunkName: "pane-log" */ "./today/own-filter")).OwnFilter,
  Nothing,
);

export const NewCustomerView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-duplicates" */ "./new-customer/new-customer-view"))
      .NewCustomerView,
);

export const SettingsView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-settings" */ "./settings/settings-view")).SettingsView,
);

export const ToolsView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-settings" */ "./tools/tools-view")).ToolsView,
);

export const SetUpView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-set-up" */ "./set-up/set-up-view")).SetUpView,
);

export const ImportView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-import" */ "./import/import-view")).ImportView,
);

export const HistoryView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-history" */ "./history/history-view")).HistoryView,
);

export const HealthView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-health" */ "./health/health-view")).HealthView,
);

export const DuplicatesView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-duplicates" */ "./duplicates/duplicates-view"))
      .DuplicatesView,
);

export const FieldsView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-fields" */ "./fields/fields-view")).FieldsView,
);

export const UpgradeOffer = laterPart(
  async () =>
    (await import(/* webpackChunkName: "pane-fields" */ "./upgrade/upgrade-offer")).UpgradeOffer,
);

export const ShareView = laterView(
  async () => (await import(/* webpackChunkName: "pane-share" */ "./share/share-view")).ShareView,
);

export const ShareBar = laterPart(
  async () => (await import(/* webpackChunkName: "pane-share" */ "./share/share-bar")).ShareBar,
);

export const RepairView = laterView(
  async () =>
    (await import(/* webpackChunkName: "pane-share" */ "./repair/repair-view")).RepairView,
);

/** All of them, what people want first coming first. */
export const laterViews = [
  LogView,
  OwnFilter,
  NewCustomerView,
  SettingsView,
  ToolsView,
  SetUpView,
  ImportView,
  HistoryView,
  HealthView,
  DuplicatesView,
  FieldsView,
  UpgradeOffer,
  ShareView,
  ShareBar,
  RepairView,
].map(({ load }) => load);
