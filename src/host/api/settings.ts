import { refuseReadOnly } from "../edit/protection";
import { ApiObject, identity, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { text } from "./arguments";
import { KeyedCollection } from "./collections";
import type { Session } from "./session";

/** Settings of this add-in in this file. https://learn.microsoft.com/javascript/api/excel/excel.settingcollection */
export class SettingCollection extends KeyedCollection<Setting> {
  readonly className = "SettingCollection";
  readonly itemName = "the setting";

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly Setting[] {
    const { settings } = this.session.workspace.workbook;
    return [...settings.keys()].map((key) => new Setting(this.session, key));
  }

  /** #add: sets or adds */
  add(key: unknown, value: unknown): Setting {
    refuseReadOnly(this.session.workspace);
    const name = text(key, "key");
    this.session.workspace.workbook.settings.set(name, value ?? null);
    this.session.workspace.journal.add({ kind: "settings" });
    return new Setting(this.session, name);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.setting */
export class Setting extends ApiObject {
  readonly className = "Setting";

  constructor(
    readonly session: Session,
    readonly settingKey: string,
  ) {
    super();
  }

  override [identity](): string {
    return this.settingKey;
  }

  /** #key */
  get key(): string {
    return this.settingKey;
  }

  get _Id(): string {
    return this.settingKey;
  }

  /** #value */
  get value(): unknown {
    const { settings } = this.session.workspace.workbook;
    if (!settings.has(this.settingKey)) {
      throw itemNotFound(`the setting '${this.settingKey}' has been deleted`);
    }
    return settings.get(this.settingKey) ?? null;
  }

  set value(value: unknown) {
    refuseReadOnly(this.session.workspace);
    this.session.workspace.workbook.settings.set(this.settingKey, value ?? null);
    this.session.workspace.journal.add({ kind: "settings" });
  }

  /** #delete */
  delete(): void {
    refuseReadOnly(this.session.workspace);
    if (!this.session.workspace.workbook.settings.delete(this.settingKey)) {
      throw itemNotFound(`the setting '${this.settingKey}' has been deleted`);
    }
    this.session.workspace.journal.add({ kind: "settings" });
  }
}
