import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { htmlColors } from "./html-colors";
import { isObject, type JsonObject } from "../protocol/json";

/** Readers for what arrives in a request; each names the argument it refuses. `null` and absent count as not given. */

export function text(value: unknown, argument: string): string {
  if (typeof value !== "string") throw invalidArgument(argument, "a text is needed");
  return value;
}

export function optionalText(value: unknown, argument: string): string | null {
  return value === undefined || value === null ? null : text(value, argument);
}

export function integer(value: unknown, argument: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw invalidArgument(argument, "a whole number is needed");
  }
  return value;
}

export function optionalInteger(value: unknown, argument: string): number | null {
  return value === undefined || value === null ? null : integer(value, argument);
}

export function number(value: unknown, argument: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw invalidArgument(argument, "a number is needed");
  }
  return value;
}

export function truth(value: unknown, argument: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument(argument, "true or false is needed");
  return value;
}

export function optionalTruth(value: unknown, argument: string, absent: boolean): boolean {
  return value === undefined || value === null ? absent : truth(value, argument);
}

/** One of the words of an enumeration, in the reference's spelling whatever the request's case. */
export function word<const Word extends string>(
  value: unknown,
  argument: string,
  words: readonly Word[],
): Word {
  const given = text(value, argument).toLowerCase();
  const found = words.find((one) => one.toLowerCase() === given);
  if (found === undefined) throw invalidArgument(argument, `one of ${words.join(", ")} is needed`);
  return found;
}

export function optionalWord<const Word extends string>(
  value: unknown,
  argument: string,
  words: readonly Word[],
): Word | null {
  return value === undefined || value === null ? null : word(value, argument, words);
}

export function record(value: unknown, argument: string): JsonObject {
  if (!isObject(value)) throw invalidArgument(argument, "an object is needed");
  return value;
}

export function object<Class extends ApiObject>(
  value: unknown,
  argument: string,
  type: abstract new (...args: never[]) => Class,
): Class {
  if (value instanceof type) return value;
  throw invalidArgument(argument, `an object of type ${type.name} is needed`);
}

/** "#RRGGBB" in upper case; the names HTML has for colours are understood too. */
export function color(value: unknown, argument: string): string {
  const given = text(value, argument).trim();
  if (/^#?[0-9a-f]{6}$/i.test(given)) return `#${given.replace("#", "").toUpperCase()}`;
  const named = htmlColors.get(given.toLowerCase());
  if (named === undefined) throw invalidArgument(argument, "#RRGGBB or a colour's HTML name");
  return named;
}
