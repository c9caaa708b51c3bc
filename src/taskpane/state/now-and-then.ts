/** Often enough for a bar that moves; every time would draw the whole pane dozens of times a second. */
const milliseconds = 200;

/**
 * Passes shares of work done on, at most five times a second and not before the work has lasted that long: what is over
 * at once shows no bar.
 */
export function nowAndThen(
  tell: (share: number) => void,
  now: () => number,
): (share: number) => void {
  let last = now();
  return (share) => {
    const time = now();
    if (time - last < milliseconds) return;
    last = time;
    tell(share);
  };
}
