import { imageOf, openImage, type Book } from "../excel/book";
import type { Run } from "./faults";

/** More requests than a use case sends. */
const lost = Array.from({ length: 60 }, (_, trip) => trip);

/** Runs a use case once for each of its requests, from which on nothing comes through, and looks at what is left. */
export async function lostFrom(
  prepare: () => Promise<{ readonly book: Book; readonly run: Run }>,
  look: (book: Book) => readonly string[],
): Promise<{ readonly requests: number; readonly broken: readonly string[] }> {
  const { book: prepared, run } = await prepare();
  const image = imageOf(prepared.model);
  const clean = await openImage(image);
  await run(clean);
  const requests = clean.wire.trips.length;
  const broken: string[] = [];
  for (let trip = 0; trip < requests; trip += 1) {
    const book = await openImage(image);
    const [here, ...later] = lost.slice(trip);
    const whole = { trip: here ?? trip, actions: "all" } as const;
    book.wire.fail(whole, ...later.map((each) => ({ trip: each, actions: 0 })));
    await run(book);
    broken.push(...look(book).map((what) => `from request ${trip + 1} on: ${what}`));
  }
  return { requests, broken };
}
