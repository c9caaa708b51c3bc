import type { SoundOf } from "../../domain/matching/subject";

let loaded: Promise<SoundOf> | null = null;

/** How Chinese characters are pronounced. The dictionary is large and fetched when first wanted. */
export function sounds(): Promise<SoundOf> {
  loaded ??= import(/* webpackChunkName: "pinyin" */ "pinyin-pro").then(({ pinyin }) => {
    const readings = new Map<string, string>();
    return (character) => {
      let reading = readings.get(character);
      if (reading === undefined) {
        reading = pinyin(character, { toneType: "none" });
        readings.set(character, reading);
      }
      return reading;
    };
  });
  return loaded;
}
