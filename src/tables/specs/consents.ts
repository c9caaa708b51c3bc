import { legalBases } from "../../domain/legal-basis";
import {
  contactIdColumn,
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  notesColumn,
  ownIdColumn,
} from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const standing = (valid: string, withdrawn: string, expired: string) =>
  `=IF({day}="","",IF({withdrawnDay}<>"","${withdrawn}",` +
  `IF(AND(ISNUMBER({keepUntil}),N({keepUntil})<TODAY()),"${expired}","${valid}")))`;

const columns = [
  ownIdColumn({ zh: "同意编号", en: "Consent ID" }),
  customerIdColumn,
  customerNameColumn,
  contactIdColumn({ zh: "哪位联系人。", en: "Which person at the customer." }),
  {
    id: "person",
    title: { zh: "当事人", en: "Person" },
    kind: "text",
    synonyms: spellings("姓名, 本人, data subject, name"),
    width: 12,
    essential: true,
    description: { zh: "谁的个人信息。", en: "Whose data it is about." },
  },
  {
    id: "purpose",
    title: { zh: "用途", en: "Purpose" },
    kind: "text",
    prose: true,
    synonyms: spellings("目的, 处理目的, use"),
    width: 26,
    essential: true,
    description: { zh: "为了什么使用（P3）。", en: "What the data is used for (P3)." },
  },
  {
    id: "basis",
    title: { zh: "依据", en: "Basis" },
    kind: "choice",
    choices: legalBases,
    synonyms: spellings("处理依据, 法律依据, legal basis"),
    width: 12,
    essential: true,
    description: { zh: "凭什么可以保存（P3）。", en: "Why it may be kept (P3)." },
  },
  dayColumn(
    "day",
    { zh: "取得日", en: "Given on" },
    { zh: "哪一天取得的。", en: "The day it was given." },
    "同意日期, 取得日期, 日期, date, consent date",
  ),
  dayColumn(
    "withdrawnDay",
    { zh: "撤回日", en: "Withdrawn on" },
    {
      zh: "哪一天撤回的；撤回后不得再用。",
      en: "The day it was withdrawn; then it must not be used.",
    },
    "撤回日期, 撤销日期, withdrawn, revoked on",
  ),
  dayColumn(
    "keepUntil",
    { zh: "保存至", en: "Keep until" },
    {
      zh: "到哪一天为止应当删除（P3）。",
      en: "The day by which it is to be erased (P3).",
    },
    "保存期限, 到期日, retention, expires, keep till",
  ),
  {
    id: "evidence",
    title: { zh: "凭证", en: "Evidence" },
    kind: "text",
    synonyms: spellings("证明, 出处, proof, source"),
    width: 24,
    essential: false,
    description: { zh: "在哪里可以查到。", en: "Where it can be looked up." },
  },
  {
    id: "standing",
    title: { zh: "有效性", en: "Standing" },
    kind: "computed",
    result: "text",
    formula: {
      zh: standing("有效", "已撤回", "已过期"),
      en: standing("Valid", "Withdrawn", "Expired"),
    },
    synonyms: spellings("是否有效, validity"),
    width: 10,
    essential: true,
    description: { zh: "有效、已撤回或已过期。", en: "Valid, withdrawn or expired." },
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 同意: on what grounds personal data is kept, one row per person and purpose (P3). */
export const consentsTable = {
  id: "consents",
  title: { zh: "同意", en: "Consent" },
  excelName: "CrmConsent",
  idPrefix: "Y",
  columns,
  onFirstUse: true,
  description: {
    zh: "个人信息处理的用途与依据，每人每项一行（P3）。",
    en: "Purpose and basis of keeping personal data, one row per person and purpose (P3).",
  },
} as const satisfies TableSpec;
