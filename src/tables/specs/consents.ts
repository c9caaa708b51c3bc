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
  contactIdColumn,
  {
    id: "person",
    title: { zh: "当事人", en: "Person" },
    kind: "text",
    synonyms: spellings("姓名, 本人, data subject, name"),
    width: 12,
    essential: true,
  },
  {
    id: "purpose",
    title: { zh: "用途", en: "Purpose" },
    kind: "text",
    prose: true,
    synonyms: spellings("目的, 处理目的, use"),
    width: 26,
    essential: true,
  },
  {
    id: "basis",
    title: { zh: "依据", en: "Basis" },
    kind: "choice",
    choices: legalBases,
    synonyms: spellings("处理依据, 法律依据, legal basis"),
    width: 12,
    essential: true,
  },
  dayColumn(
    "day",
    { zh: "取得日", en: "Given on" },
    "同意日期, 取得日期, 日期, date, consent date",
  ),
  dayColumn(
    "withdrawnDay",
    { zh: "撤回日", en: "Withdrawn on" },
    "撤回日期, 撤销日期, withdrawn, revoked on",
  ),
  dayColumn(
    "keepUntil",
    { zh: "保存至", en: "Keep until" },
    "保存期限, 到期日, retention, expires, keep till",
  ),
  {
    id: "evidence",
    title: { zh: "凭证", en: "Evidence" },
    kind: "text",
    synonyms: spellings("证明, 出处, proof, source"),
    width: 24,
    essential: false,
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
} as const satisfies TableSpec;
