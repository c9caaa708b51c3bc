import { invalidArgument } from "../protocol/host-error";
import * as given from "./arguments";

/** How a plain property is read from a request, and what it answers while nobody has set it. */
export interface Kind<Value> {
  readonly absent: Value | null;
  readonly read: (value: unknown, argument: string) => Value;
}

export const truth = (absent: boolean | null): Kind<boolean> => ({ absent, read: given.truth });

export const text = (absent: string | null): Kind<string> => ({ absent, read: given.text });

export const color = (absent: string | null): Kind<string> => ({ absent, read: given.color });

/** A colour, or "" for none. */
export const colorOrNone = (absent: string): Kind<string> => ({
  absent,
  read: (value, argument) => (value === "" ? "" : given.color(value, argument)),
});

export const number = (
  absent: number | null,
  least = -Infinity,
  most = Infinity,
): Kind<number> => ({
  absent,
  read: (value, argument) => between(given.number(value, argument), argument, least, most),
});

export const whole = (absent: number | null, least = -Infinity, most = Infinity): Kind<number> => ({
  absent,
  read: (value, argument) => between(given.integer(value, argument), argument, least, most),
});

/** A number Excel finds by itself unless it is told: "" takes it back. */
export const ownNumber: Kind<number | undefined> = {
  absent: null,
  read: (value, argument) =>
    value === "" || value === null ? undefined : given.number(value, argument),
};

export const word = <const Word extends string>(
  absent: Word | null,
  words: readonly Word[],
): Kind<Word> => ({ absent, read: (value, argument) => given.word(value, argument, words) });

function between(value: number, argument: string, least: number, most: number): number {
  if (value < least || value > most) throw invalidArgument(argument, `${least} to ${most}`);
  return value;
}
