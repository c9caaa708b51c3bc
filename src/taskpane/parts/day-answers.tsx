import type { DayOrder } from "../../domain/day-order";
import { useWordsOf } from "../state/use-pane";
import { healthWords } from "../words/health";
import { Answers } from "./answers";

const orders = ["month-first", "day-first"] as const;
const turns = ["turned", "right"] as const;

type Turned = (typeof turns)[number];

/**
 * What a person says once for a column of days: whether they were turned around, where they look so, otherwise which part
 * is the month.
 *
 * @param turned - what was said of days that look turned around; null where none do
 * @param none - what it means to leave the question open, where that is not what it means in the health check
 */
export function DayAnswers({
  name,
  turned,
  order,
  none = {},
  onTurned,
  onOrder,
}: {
  readonly name: string;
  readonly turned: { readonly said: Turned | null } | null;
  readonly order: DayOrder | null;
  readonly none?: { readonly turned?: string; readonly order?: string };
  readonly onTurned: (said: Turned | null) => void;
  readonly onOrder: (order: DayOrder | null) => void;
}) {
  const { dayOrder } = useWordsOf(healthWords);
  const { turnedAnswer, answer } = dayOrder;
  return turned !== null ? (
    <Answers
      label={dayOrder.turnedQuestion(name)}
      answers={turns}
      labels={{ ...turnedAnswer, none: none.turned ?? turnedAnswer.none }}
      said={turned.said}
      onSaid={onTurned}
    />
  ) : (
    <Answers
      label={dayOrder.question(name)}
      answers={orders}
      labels={{ ...answer, none: none.order ?? answer.none }}
      said={order}
      onSaid={onOrder}
    />
  );
}
