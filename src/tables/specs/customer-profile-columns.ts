import { dayColumn } from "./common-columns";
import { spellings, type ColumnSpec } from "../schema";

/** What is known of the customer besides. */
export const profileColumns = [
  {
    id: "region",
    title: { zh: "地区", en: "Region" },
    kind: "text",
    synonyms: spellings(
      "区域, 所在地, 省份, 城市, 省市, 所属地区, 所在地区, 所在城市, 客户地区, area",
      "city, province, territory, location, office location, regional office, country",
    ),
    width: 12,
    essential: false,
  },
  {
    id: "source",
    title: { zh: "来源", en: "Source" },
    kind: "text",
    synonyms: spellings(
      "客户来源, 线索来源, 渠道来源, 来源渠道, lead source, customer source, origin",
      "channel source",
    ),
    width: 12,
    essential: false,
  },
  {
    id: "email",
    title: { zh: "邮箱", en: "Email" },
    kind: "email",
    synonyms: spellings(
      "电子邮箱, 电子邮件, 邮件, 邮箱地址, e-mail, mail, email address, mail address",
    ),
    width: 24,
    essential: false,
  },
  {
    id: "address",
    title: { zh: "地址", en: "Address" },
    kind: "text",
    synonyms: spellings(
      "详细地址, 公司地址, 客户地址, 联系地址, 通讯地址, 办公地址, street, street address",
      "mailing address, office address",
    ),
    width: 30,
    essential: false,
  },
  {
    id: "industry",
    title: { zh: "行业", en: "Industry" },
    kind: "text",
    synonyms: spellings(
      "所属行业, 行业类别, 行业分类, 主营业务, 经营范围, sector, vertical, line of business",
    ),
    width: 14,
    essential: false,
  },
  {
    id: "tags",
    title: { zh: "标签", en: "Tags" },
    kind: "text",
    synonyms: spellings("客户标签, 标记, 分组, 客户分组, tag, labels, label, groups"),
    width: 18,
    essential: false,
  },
  dayColumn(
    "createdDay",
    { zh: "创建日", en: "Created" },
    "创建日期, 创建时间, 建档日期, 建档时间, 录入日期, 录入时间, 登记日期, 添加日期",
    "添加时间, 首次联系日期, created date, create date, date created, creation date",
    "created on, created at, engage date, date added, entry date",
  ),
  {
    ...dayColumn(
      "confirmedDay",
      { zh: "信息核实日", en: "Confirmed on" },
      "核实日期, 核实日, 信息核实日期, 信息核实, 资料核实日期, 确认日期, verified on, last verified",
      "verification date, data confirmed, confirmed date",
    ),
    essential: false,
  },
  {
    id: "notes",
    title: { zh: "备注", en: "Notes" },
    kind: "text",
    prose: true,
    synonyms: spellings(
      "说明, 备注信息, 客户备注, note, remark, remarks, comment, comments",
      "description, memo",
    ),
    width: 30,
    essential: false,
  },
] as const satisfies readonly ColumnSpec[];
