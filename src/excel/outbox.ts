import { writeBytes } from "./message-size";
import type { Session } from "./run";

/** Queues large writes and sends them in messages of a bounded size. */
export interface Outbox {
  /** Announces a write of so many bytes: what is queued is sent first where both together would be too large. */
  reserve(bytes: number): Promise<void>;
  /** Sends what is queued. */
  flush(): Promise<void>;
}

/** Excel calculates once per message, not once per write. */
export function outboxOf(session: Session): Outbox {
  const { application } = session.context;
  let queued = 0;
  const flush = async (): Promise<void> => {
    await session.sync();
    queued = 0;
  };
  return {
    async reserve(bytes) {
      if (queued > 0 && queued + bytes > writeBytes) await flush();
      if (queued === 0) application.suspendApiCalculationUntilNextSync();
      queued += bytes;
    },
    flush,
  };
}
