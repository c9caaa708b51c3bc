/** As much of a name as a sentence can hold without being lost in it. */
const longest = 40;

/** As much of what Excel itself says of a failure as helps to look it up. */
export const longestMessage = 160;

/** As much of a cell's content as is looked through in a list; a cell holds a hundred times that. */
export const longestValue = 300;

/** As much of each of some contents as is compared, one below the other. */
export const longestCompared = 100;

/** Characters that turn the direction of what follows them, in a cell as well as in a sentence around it. */
const turning = /[\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;

/**
 * A text from a cell as a part of a sentence: cut where it is longer than people read, and kept from turning the words
 * behind it around (right-to-left marks). What it says in full stands where it comes from.
 *
 * @example nameText("新华书店") //=> "新华书店"
 * @example nameText("w".repeat(300)) //=> 32 × "w", "…", 7 × "w"
 */
export function nameText(name: string, most: number = longest): string {
  const characters = Array.from(name);
  const behind = Math.floor(most / 5);
  const short =
    characters.length <= most
      ? name
      : [
          ...characters.slice(0, most - behind),
          "…",
          ...characters.slice(characters.length - behind + 1),
        ].join("");
  return unturned(short);
}

/** A text without what would turn the direction of the words behind it. */
export function unturned(text: string): string {
  return text.replaceAll(turning, "");
}
