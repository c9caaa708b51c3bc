import { wordReader, type CodeList } from "./code-list";

/** How a follow-up reached the customer; rule I1. 渠道 */
export type Channel = "phone" | "email" | "sms" | "wechat" | "visit" | "other";

export const channels: CodeList<Channel> = [
  {
    code: "phone",
    title: { zh: "电话", en: "Phone" },
    synonyms: ["打电话", "去电", "来电", "通话", "tel", "telephone", "call", "phonecall"],
  },
  {
    code: "email",
    title: { zh: "邮件", en: "Email" },
    synonyms: ["电子邮件", "邮箱", "e-mail", "mail"],
  },
  { code: "sms", title: { zh: "短信", en: "SMS" }, synonyms: ["text", "textmessage", "手机短信"] },
  {
    code: "wechat",
    title: { zh: "微信", en: "WeChat" },
    synonyms: ["企业微信", "wecom", "weixin", "wx"],
  },
  {
    code: "visit",
    title: { zh: "拜访", en: "Visit" },
    synonyms: ["上门", "上门拜访", "面谈", "来访", "meeting", "inperson", "onsite"],
  },
  { code: "other", title: { zh: "其他", en: "Other" }, synonyms: ["其它", "others"] },
];

/** Reads a channel cell; blank is null, other words are `unknown-word`. */
export const readChannel = wordReader(channels);
