/** What JSON.parse can answer; `undefined` stands for an absent member. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `Array.isArray` keeps readonly arrays of JSON apart from objects for the compiler. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
