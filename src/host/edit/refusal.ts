import type { HostError } from "../protocol/host-error";
import { UnreadableFormula } from "./formula-entry";
import type { Locale } from "./workspace";

/** Why a person's act was not carried out, in their language. `style` says whether they may insist. */
export interface Refusal {
  readonly accepted: false;
  readonly title: string;
  readonly message: string;
  readonly style: "Stop" | "Warning" | "Information";
}

const words: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  AccessDenied: {
    "zh-CN": "工作表受保护，或工作簿以只读方式打开。先取消保护，或另存一份再改。",
    "en-US":
      "The sheet is protected, or the workbook is open for reading only. Unprotect it, or save a copy first.",
  },
  InsertDeleteConflict: {
    "zh-CN": "这样会把一个表格拆开。请在表格之外操作，或插入、删除整行。",
    "en-US": "This would tear a table apart. Work outside the table, or on whole rows.",
  },
  ItemNotFound: {
    "zh-CN": "找不到要操作的工作表或表格，它可能已被删除。",
    "en-US": "The sheet or table is not there any more; it may have been deleted.",
  },
  ItemAlreadyExists: {
    "zh-CN": "已有同名的工作表，请换一个名称。",
    "en-US": "A sheet with this name exists already. Choose another name.",
  },
};

const unreadable: Readonly<Record<Locale, string>> = {
  "zh-CN": "这个公式有问题。如果不是公式，请在开头加一个单引号（'）。",
  "en-US":
    "There is a problem with this formula. If it is none, put an apostrophe (') in front of it.",
};

const general: Readonly<Record<Locale, string>> = {
  "zh-CN": "无法完成这一步：",
  "en-US": "This cannot be done: ",
};

/** A refusal worded for the person; codes without words of their own show the host's reason. */
export function refusal(locale: Locale, error: HostError): Refusal {
  const message =
    error instanceof UnreadableFormula
      ? unreadable[locale]
      : (words[error.code]?.[locale] ?? general[locale] + error.message);
  return { accepted: false, title: "Keepsheet 客户簿", message, style: "Stop" };
}
