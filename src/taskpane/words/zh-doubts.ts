import type { DoubtRemedyWords, DoubtWords } from "./health-words";

export const zhDoubts: DoubtWords = {
  "digits-lost": (found) => `“${found}”的末位数字已经丢失`,
  "kept-as-number": (found) => `${found} 存成了数字（已读懂）`,
  "not-a-phone": (found) => `“${found}”不是电话号码`,
  "not-an-email": (found) => `“${found}”不是邮箱地址`,
  "not-a-credit-code": (found) => `“${found}”不是统一社会信用代码`,
  "not-an-identity-number": (found) => `“${found}”不是身份证号码`,
  "invisible-characters": (found) => `“${found}”里有看不见的字符`,
  "wide-characters": (found) => `“${found}”用了全角字符`,
  "stray-spaces": (found) => `“${found}”有多余的空格`,
  "code-form": (found) => `“${found}”不是规范写法（已读懂）`,
  "damaged-text": (found) => `“${found}”里有乱码`,
  "reference-missing": (found) => `编号“${found}”在对应的表里找不到`,
  "behind-the-log": (found) => `上次跟进是“${found}”，跟进记录里有更晚的`,
  "turned-day": (found) => `“${found}”的月和日可能颠倒了`,
  "formula-overwritten": (found) => `公式被“${found}”盖掉了`,
  "formula-missing": () => "公式不见了",
};

export const zhDoubtRemedies: DoubtRemedyWords = {
  "type-in-full": "对照原始资料补全；加载项不会猜测丢失的数字",
  "mend-phone": "改成完整的号码；多个号码用“/”隔开",
  "mend-email": "改成 名字@域名 的形式",
  "mend-code": "对照证件改正",
  "tidy-text": "可以批量清理",
  "type-anew": "从原始资料重新粘贴",
  "mend-reference": "改成存在的编号，或补上那一行",
  "follow-the-log": "以跟进记录为准改正，或改正那条记录",
  "turn-days-back": "对照原始资料，整列一起改正",
  "repair-formulas": "用“修复”把公式填回去",
};
