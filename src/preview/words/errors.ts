/** What Excel's errors mean and what to look at; the key ends in the error itself: [zh, en]. */
export const errorWords = {
  "error #DIV/0!": ["除数是零或空单元格。", "The formula divides by zero or by an empty cell."],
  "error #N/A": ["找不到要查的值。", "What the formula looks for is not there."],
  "error #NAME?": [
    "公式里有不认识的名称或函数。请检查拼写；CRM 函数要先打开任务窗格。",
    "The formula has a name or function that is not known. Check the spelling; CRM functions need the task pane opened once.",
  ],
  "error #NULL!": ["两个区域没有交叉的单元格。", "The two ranges have no cell in common."],
  "error #NUM!": [
    "数字太大、太小，或不合函数的要求。",
    "A number is too large, too small or not what the function takes.",
  ],
  "error #REF!": [
    "公式引用的单元格已被删除。请撤销，或改写公式。",
    "The cells the formula refers to have been deleted. Undo, or write the formula anew.",
  ],
  "error #VALUE!": [
    "参数的类型不对：例如该是数字或日期的地方是文本。",
    "An argument is of the wrong kind: a text, say, where a number or a day is needed.",
  ],
  "error #SPILL!": [
    "结果要占的单元格不是空的。请清空它们。",
    "The cells the results need are not empty. Clear them.",
  ],
  "error #CALC!": ["公式没有可给出的结果。", "The formula has no result to give."],
  "error #BUSY!": ["正在计算……", "Still calculating…"],
} as const satisfies Record<string, readonly [string, string]>;
