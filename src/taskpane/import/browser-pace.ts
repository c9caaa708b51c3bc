import type { Pace } from "../../app/slices";

/** Long work gives way to input and painting between its slices. */
export const browserPace: Pace = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
};
