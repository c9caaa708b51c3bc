import { nameText, unturned } from "./name-text";

/**
 * What a cell held and holds, side by side: each text cut to as much as is looked through, and so that where it
 * differs from the one most like it stays in sight. Of what both begin and end with, only what stands next to the
 * difference is kept, and the first and last of it.
 *
 * @param most characters of each text, at least 30
 * @example
 * toldApart([`${"w".repeat(300)}1`, `${"w".repeat(300)}2`], 30) //=> ["wwwww…wwwww1", "wwwww…wwwww2"]
 */
export function toldApart(texts: readonly string[], most: number): readonly string[] {
  const all = texts.map((text) => Array.from(text));
  const beside = Math.floor(most / 6);
  return all.map((signs, index) => {
    if (signs.length <= most) return unturned(texts[index] ?? "");
    const { begin, end } = mostAlike(
      signs,
      all.filter((_, other) => texts[other] !== texts[index]),
    );
    const head = shortened(signs.slice(0, begin), beside);
    const tail = shortened(signs.slice(signs.length - end), beside);
    const middle = signs.slice(begin, signs.length - end).join("");
    const left = most - Array.from(head + tail).length;
    return `${unturned(head)}${nameText(middle, left)}${unturned(tail)}`;
  });
}

type Signs = readonly string[];

/** How many characters a text begins and ends with as the most alike of the others does. */
function mostAlike(signs: Signs, others: readonly Signs[]): { begin: number; end: number } {
  let best = { begin: 0, end: 0 };
  for (const other of others) {
    const shorter = Math.min(signs.length, other.length);
    const begin = alike(shorter, (index) => signs[index] === other[index]);
    const end = alike(shorter - begin, (index) => signs.at(-1 - index) === other.at(-1 - index));
    if (begin + end > best.begin + best.end) best = { begin, end };
  }
  return best;
}

/** How many places, from the first on, hold the same. */
function alike(count: number, isSame: (index: number) => boolean): number {
  let index = 0;
  while (index < count && isSame(index)) index += 1;
  return index;
}

/** A text's first and last characters. */
function shortened(signs: Signs, beside: number): string {
  if (signs.length <= 2 * beside) return signs.join("");
  return [...signs.slice(0, beside), "…", ...signs.slice(signs.length - beside)].join("");
}
