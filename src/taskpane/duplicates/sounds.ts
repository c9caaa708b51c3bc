import { fetched, type NotFetched } from "../../app/later";
import type { SoundOf } from "../../domain/matching/subject";
import { ok, type Result } from "../../domain/result";

let known: SoundOf | null = null;

/** How Chinese characters are pronounced. The dictionary is large and fetched when first wanted. */
export async function sounds(): Promise<Result<SoundOf, NotFetched>> {
  if (known !== null) return ok(known);
  const part = await fetched(() => import(/* webpackChunkName: "pinyin" */ "pinyin-pro"));
  if (!part.ok) return part;
  const { pinyin } = part.value;
  const readings = new Map<string, string>();
  known = (character) => {
    let reading = readings.get(character);
    if (reading === undefined) {
      reading = pinyin(character, { toneType: "none" });
      readings.set(character, reading);
    }
    return reading;
  };
  return ok(known);
}
