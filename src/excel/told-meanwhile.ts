/** So often that something is heard of twice a second, also by those who listen five times a second at most. */
const everyMs = 120;

/**
 * Waits for the host and tells meanwhile how far it should have come: quick at first, slower the longer it takes, and
 * never at the end before the host has answered. A pane's bar so goes on while Excel, which is another process, works on
 * one large message.
 *
 * @param expectedMs - what such a message takes: half of the way is told by then
 * @param tell - hears a share between 0 and 1, neither included
 */
export async function toldMeanwhile<T>(
  work: Promise<T>,
  expectedMs: number,
  tell: (share: number) => void,
): Promise<T> {
  const began = performance.now();
  const timer = setInterval(() => {
    const ms = performance.now() - began;
    tell(ms / (ms + expectedMs));
  }, everyMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
