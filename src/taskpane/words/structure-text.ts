import type { StructureObstacle } from "../../app/deeds/obstacles";
import {
  fieldIn,
  wordingIn,
  wordsIn,
  type RecordedStructure,
  type StructureKind,
} from "../../tables/audit/structure";
import type { Cell } from "../../tables/change";
import type { FieldKind } from "../../tables/fields";
import type { Language } from "../../tables/schema";
import type { ShareMode } from "../../tables/specs/shared-columns";
import { tableTitle } from "./failure-text";

/** What the list of changes says of columns, headers, lists and tables. */
interface StructureWords {
  readonly kind: Readonly<Record<StructureKind, string>>;
  readonly mode: Readonly<Record<ShareMode, string>>;
  readonly fieldKind: Readonly<Record<FieldKind, string>>;
  readonly language: Readonly<Record<Language, string>>;
  readonly place: (table: string, column: string, kind: string) => string;
  readonly nothing: string;
  readonly separator: string;
  readonly choices: (kind: string, words: string) => string;
  readonly kept: (language: string, rows: number) => string;
  readonly column: (place: number) => string;
  readonly cells: (count: number) => string;
  readonly points: (width: number) => string;
  readonly obstacle: (obstacle: StructureObstacle, valueOf: (cell: Cell) => string) => string;
  /** What stands in the button's place where there is nothing to ask for. */
  readonly lasting: (obstacle: StructureObstacle) => string;
}

const zh: StructureWords = {
  kind: {
    "column-added": "新增列",
    "column-removed": "删除列",
    placed: "列位置",
    renamed: "列名",
    list: "下拉选项",
    formula: "公式",
    field: "字段类型",
    words: "用语",
    language: "表格语言",
    "table-added": "新增表",
    "table-adopted": "区域变为表",
    filled: "填入空白单元格",
    named: "定义名称",
    version: "版式版本",
    mode: "计算列",
    "as-of": "基准日",
    "own-values": "自己的公式变为数值",
    "own-left": "自己的公式未放回",
    refilled: "补回公式",
    width: "列宽",
    highlight: "高亮规则",
    "setting-added": "补回设置",
    "rows-joined": "并入表格的行",
  },
  mode: { functions: "加载项函数", native: "原生公式", values: "数值" },
  fieldKind: {
    text: "文本",
    number: "数字",
    amountYuan: "金额（元）",
    day: "日期",
    choice: "选项",
    phone: "电话",
    email: "邮箱",
  },
  language: { zh: "中文", en: "英文" },
  place: (table, column, kind) =>
    column === "" ? `${table} · ${kind}` : `${table} · ${column} · ${kind}`,
  nothing: "无",
  separator: "、",
  choices: (kind, words) => `${kind}（${words}）`,
  kept: (language, rows) => (rows === 0 ? language : `${language}（${rows} 行原来就是）`),
  column: (place) => `第 ${place} 列`,
  cells: (count) => `${count.toLocaleString("zh-CN")} 格`,
  points: (width) => `${width} 磅`,
  obstacle(obstacle, valueOf) {
    switch (obstacle.code) {
      case "column-filled": {
        const { count, cells } = obstacle;
        return `这一列已填了 ${count} 格，撤销会丢掉它们：${cells
          .slice(0, 5)
          .map(({ address, found }) => `${address ?? ""}“${valueOf(found)}”`)
          .join("、")}${count > 5 ? "……" : ""}。请先清空这些单元格，或把它们移到别处。`;
      }
      case "renamed-since": {
        const { found, expected } = obstacle;
        return `列名现在是“${found}”，当时写的是“${expected}”。要撤销，请先把列名改回去。`;
      }
      case "header-in-use": {
        const { header } = obstacle;
        return `另一列已叫“${header}”。请先给那一列改名。`;
      }
      case "column-is-back":
        return "这一列又在表里了，无需再做什么。";
      case "column-gone":
        return "这一列已被删除，或改名后不再是字段；没有可撤销的。";
      case "table-gone":
        return "这张表已被删除，没有可撤销的。";
      case "as-before":
        return "已经是改动之前的样子。";
      case "list-changed":
        return "下拉选项之后又被人改过。请用“数据 > 数据验证”直接修改。";
      case "formula-changed":
        return "这一列的公式之后又被人改过。可以用“修复”恢复加载项的公式。";
      case "kind-changed":
        return "字段类型之后又被人改过。请在“字段”里修改。";
      case "language-changed":
        return "表格语言之后又换过。请在“字段”里切换语言。";
      case "repair-stays":
        return "这是工作簿正常计算所需要的，撤销只会再坏一次，所以保留。不需要时请直接在工作表里删除。";
      case "repair-again":
        return "高亮规则用“修复”补回。";
      case "width-stays":
        return "列宽不从这里撤销：要改窄，直接在工作表里拖动列边。";
      case "formula-kept":
        return "原来的单元格里已经有别的内容，公式只记在这里。要用时请复制到您想放的单元格。";
      case "mode-changed":
        return "计算列之后又换过一次。请在“共享副本”里切换。";
      case "set-up-stays":
        return "建立客户表不能从这里撤销：其他一切都以它为基础。不想再用时，删除加载项建的工作表和右边新增的列即可；您原有的单元格没有改动。";
      case "table-stays": {
        const { sheet } = obstacle;
        return `新建的表不从这里删除。不需要时，请直接删除工作表“${sheet}”。`;
      }
      case "upgrade-stays": {
        const { backup } = obstacle;
        return `升级不能撤销：之后的一切都以新版式为基础。升级前的数据在工作表“${backup}”里，需要时可以从那里抄回。`;
      }
    }
  },
  lasting(obstacle) {
    switch (obstacle.code) {
      case "set-up-stays":
        return "不撤销：其他一切都以它为基础";
      case "upgrade-stays":
        return `不撤销：升级前的数据在工作表“${obstacle.backup}”里`;
      case "table-stays":
        return `不撤销：不需要时删除工作表“${obstacle.sheet}”`;
      case "table-gone":
        return "不撤销：这张表已被删除";
      case "repair-stays":
        return "不撤销：工作簿计算需要它";
      case "repair-again":
        return "用“修复”补回";
      case "width-stays":
        return "不撤销：要改窄，拖动列边";
      case "formula-kept":
        return "不撤销：公式只记在这里";
      case "mode-changed":
        return "不撤销：之后又换过一次";
      default:
        return "不能撤销";
    }
  },
};

const en: StructureWords = {
  kind: {
    "column-added": "column added",
    "column-removed": "column removed",
    placed: "column’s place",
    renamed: "header",
    list: "list",
    formula: "formula",
    field: "kind of field",
    words: "words",
    language: "language of the sheets",
    "table-added": "table added",
    "table-adopted": "range became a table",
    filled: "blank cells filled",
    named: "name defined",
    version: "version of the layout",
    mode: "calculated columns",
    "as-of": "as-of day",
    "own-values": "own formula as values",
    "own-left": "own formula not put back",
    refilled: "formulas put back",
    width: "width",
    highlight: "highlight rules",
    "setting-added": "setting put back",
    "rows-joined": "rows that joined the table",
  },
  mode: { functions: "Add-in functions", native: "Native formulas", values: "Values" },
  fieldKind: {
    text: "text",
    number: "number",
    amountYuan: "amount (yuan)",
    day: "day",
    choice: "choice",
    phone: "phone",
    email: "e-mail",
  },
  language: { zh: "Chinese", en: "English" },
  place: (table, column, kind) =>
    column === "" ? `${table} · ${kind}` : `${table} · ${column} · ${kind}`,
  nothing: "none",
  separator: ", ",
  choices: (kind, words) => `${kind} (${words})`,
  kept: (language, rows) => (rows === 0 ? language : `${language} (${rows} rows were so before)`),
  column: (place) => `column ${place}`,
  points: (width) => `${width} pt`,
  cells: (count) => (count === 1 ? "1 cell" : `${count.toLocaleString("en-US")} cells`),
  obstacle(obstacle, valueOf) {
    switch (obstacle.code) {
      case "column-filled": {
        const { count, cells } = obstacle;
        return `${count === 1 ? "1 cell is" : `${count} cells are`} filled in this column and would be lost: ${cells
          .slice(0, 5)
          .map(
            ({ address, found }) => `${address === null ? "" : `${address} `}“${valueOf(found)}”`,
          )
          .join(", ")}${count > 5 ? ", …" : ""}. Clear them first, or move them elsewhere.`;
      }
      case "renamed-since": {
        const { found, expected } = obstacle;
        return `The header is “${found}” now; “${expected}” was written. To take it back, rename it first.`;
      }
      case "header-in-use": {
        const { header } = obstacle;
        return `Another column is called “${header}” by now. Rename that one first.`;
      }
      case "column-is-back":
        return "The column stands in the table again; there is nothing to do.";
      case "column-gone":
        return "The column was deleted, or renamed and is no field any more; there is nothing to take back.";
      case "table-gone":
        return "The table was deleted; there is nothing to take back.";
      case "as-before":
        return "It is as it was before already.";
      case "list-changed":
        return "Somebody changed the list since. Change it in the sheet by Data > Data Validation.";
      case "formula-changed":
        return "Somebody changed the column’s formula since. “Repair” brings the add-in’s formula back.";
      case "kind-changed":
        return "Somebody changed the kind of field since. Change it under “Fields”.";
      case "language-changed":
        return "The language was switched again since. Switch it under “Fields”.";
      case "repair-stays":
        return "The workbook needs it to calculate: taking it back would only break it again. Delete it in the sheet if you do not want it.";
      case "repair-again":
        return "“Repair” brings the highlight rules back.";
      case "width-stays":
        return "A width is not taken back from here: drag the column’s edge in the sheet to make it narrower.";
      case "formula-kept":
        return "Its cells hold something else; the formula is only written down here. Copy it into the cell where you want it.";
      case "mode-changed":
        return "The calculated columns were switched once more since. Switch them under “Share copy”.";
      case "set-up-stays":
        return "Set-up is not taken back from here: everything else stands on it. To do without, delete the sheets the add-in made and the columns it added on the right; your own cells were not changed.";
      case "table-stays": {
        const { sheet } = obstacle;
        return `A table that was made is not deleted from here. If nobody needs it, delete the sheet “${sheet}” itself.`;
      }
      case "upgrade-stays": {
        const { backup } = obstacle;
        return `An upgrade is not taken back: everything since stands on the new layout. The tables as they were are on the sheet “${backup}”, to copy from where you need to.`;
      }
    }
  },
  lasting(obstacle) {
    switch (obstacle.code) {
      case "set-up-stays":
        return "Not taken back: everything else stands on it";
      case "upgrade-stays":
        return `Not taken back: the tables as they were are on the sheet “${obstacle.backup}”`;
      case "table-stays":
        return `Not taken back: delete the sheet “${obstacle.sheet}” if nobody needs it`;
      case "table-gone":
        return "Not taken back: the table was deleted";
      case "repair-stays":
        return "Not taken back: the workbook needs it to calculate";
      case "repair-again":
        return "“Repair” brings it back";
      case "width-stays":
        return "Not taken back: drag the column’s edge";
      case "formula-kept":
        return "Not taken back: the formula is only written down here";
      case "mode-changed":
        return "Not taken back: switched again since";
      default:
        return "Cannot be taken back";
    }
  },
};

const words: Readonly<Record<Language, StructureWords>> = { zh, en };

/** Where a step of a change of structure was taken, and what it was. */
export function structureTitle(
  { kind, table, column }: RecordedStructure,
  header: string,
  language: Language,
): string {
  const say = words[language];
  if (kind === "language") return say.kind.language;
  const title = column === "" ? "" : header === "" ? column : header;
  return say.place(tableTitle(table, language), title, say.kind[kind]);
}

/** What was before a step, or after it, as a person reads it. */
export function structureText(
  { kind, column }: Pick<RecordedStructure, "kind" | "column">,
  cell: Cell,
  language: Language,
): string {
  const say = words[language];
  if (cell === null || cell === "") return say.nothing;
  switch (kind) {
    case "list":
      return wordsIn(cell).join(say.separator);
    case "field": {
      const field = fieldIn(column, cell);
      if (field === null) return String(cell);
      const { choices } = field;
      const title = say.fieldKind[field.kind];
      return choices.length === 0 ? title : say.choices(title, choices.join(say.separator));
    }
    case "words": {
      const wording = wordingIn(cell);
      return wording === null
        ? String(cell)
        : say.kept(say.language[wording.language], wording.kept.size);
    }
    case "language":
      return cell === "zh" || cell === "en" ? say.language[cell] : String(cell);
    case "placed":
      return typeof cell === "number" ? say.column(cell) : String(cell);
    case "filled":
    case "refilled":
    case "own-values":
      return typeof cell === "number" ? say.cells(cell) : String(cell);
    case "width":
      return typeof cell === "number" ? say.points(Math.round(cell)) : String(cell);
    case "mode":
      return cell === "functions" || cell === "native" || cell === "values"
        ? say.mode[cell]
        : String(cell);
    default:
      return String(cell);
  }
}

/**
 * Why a step of a change of structure cannot be taken back, and what to do instead.
 *
 * @param valueOf - a cell of the column as a person reads it there
 */
export function structureObstacleText(
  obstacle: StructureObstacle,
  language: Language,
  valueOf: (cell: Cell) => string,
): string {
  return words[language].obstacle(obstacle, valueOf);
}

/** Why a step is never taken back, short enough to stand where its button would. */
export function lastingText(obstacle: StructureObstacle, language: Language): string {
  return words[language].lasting(obstacle);
}
