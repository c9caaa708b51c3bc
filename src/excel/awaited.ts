/** Messages to Excel that are not answered yet, by when they were sent. */
const messages = new Set<{ readonly at: number }>();

/**
 * Notes that a message is on its way.
 *
 * @returns to be called when it is answered, whatever the answer is
 */
export function messageSent(): () => void {
  const message = { at: performance.now() };
  messages.add(message);
  return () => void messages.delete(message);
}

/** How long the oldest message that is not answered yet has been out, in milliseconds; null where none is. */
export function awaitedMs(): number | null {
  // A set keeps its order: the first was sent first.
  const [oldest] = messages;
  return oldest === undefined ? null : performance.now() - oldest.at;
}
