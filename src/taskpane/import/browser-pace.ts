import type { Pace } from "../../app/slices";
import { turn } from "../../app/turn";

/** Long work gives way to input and painting between its slices. */
export const browserPace: Pace = { now: () => performance.now(), pause: turn };
