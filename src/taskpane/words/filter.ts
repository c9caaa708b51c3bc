import type { Language } from "../../tables/schema";

/** What the filter by a person's own choice fields says. */
interface FilterWords {
  readonly filter: string;
  readonly by: (field: string) => string;
  readonly all: (field: string) => string;
  readonly one: (field: string, word: string) => string;
  /** For cells that are blank or hold none of the field's words. */
  readonly none: string;
  readonly more: (fields: number) => string;
  readonly clear: string;
}

export const filterWords: Readonly<Record<Language, FilterWords>> = {
  zh: {
    filter: "按字段筛选",
    by: (field) => `按“${field}”筛选`,
    all: (field) => `${field}：全部`,
    one: (field, word) => `${field}：${word}`,
    none: "未填或其他",
    more: (fields) => `更多字段（${fields}）`,
    clear: "全部取消",
  },
  en: {
    filter: "Filter by fields",
    by: (field) => `Filter by “${field}”`,
    all: (field) => `${field}: all`,
    one: (field, word) => `${field}: ${word}`,
    none: "blank or other",
    more: (fields) => `More fields (${fields})`,
    clear: "Clear all",
  },
};
