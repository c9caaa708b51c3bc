import { CellFailure } from "./cell-failure";

/** An argument by the name Excel shows and its Chinese word. */
export interface ArgumentName {
  readonly id: string;
  readonly zh: string;
}

export const argumentNames = {
  demand: { id: "demand", zh: "需求状况" },
  expectedClose: { id: "expected_close", zh: "预计成交日" },
  asOf: { id: "as_of", zh: "基准日" },
  horizons: { id: "horizons", zh: "等级期限" },
  grade: { id: "grade", zh: "等级" },
  lastFollowup: { id: "last_followup", zh: "最近跟进日" },
  agreedDay: { id: "agreed_day", zh: "约定日期" },
  cadences: { id: "cadences", zh: "跟进周期" },
  holidays: { id: "holidays", zh: "节假日" },
  nextFollowup: { id: "next_followup", zh: "下次跟进日" },
  handleBy: { id: "handle_by", zh: "需处理日" },
  bounds: { id: "bounds", zh: "紧急程度界限" },
} as const satisfies Record<string, ArgumentName>;

/** A message of both languages that begins with the argument it is about. */
export function argumentMessage({ id, zh: word }: ArgumentName, zh: string, en: string): string {
  return `参数 ${id}（${word}）：${zh} · Argument ${id}: ${en}`;
}

/** #VALUE! for an argument. */
export function invalidArgument(argument: ArgumentName, zh: string, en: string): CellFailure {
  return new CellFailure("invalidValue", argumentMessage(argument, zh, en));
}

/** What was found, quoted and short enough for the error's card. */
export function quoted(found: string): string {
  const longest = 40;
  return found.length > longest ? `"${found.slice(0, longest)}…"` : `"${found}"`;
}
