import type { TransportClient } from "../../host/transport/client";

/** Requests of this many characters, and those after a slow one, are announced before they are carried out. */
const largeRequest = 200_000;
const slow = 250;

/**
 * A client whose long requests are announced: the host works on the page's own thread, so that what is to be seen
 * meanwhile has to be painted before it begins.
 *
 * @param show - shows or hides that the page is busy
 */
export function announced(client: TransportClient, show: (busy: boolean) => void): TransportClient {
  let lastTook = 0;
  return {
    ...client,
    execute: async (request, options) => {
      const expected = request.length >= largeRequest || lastTook >= slow;
      if (expected) {
        show(true);
        await painted();
      }
      const began = performance.now();
      try {
        return await client.execute(request, options);
      } finally {
        lastTook = performance.now() - began;
        if (expected) show(false);
      }
    },
  };
}

/** After the next frame; a page that nobody looks at has none, and does not wait for it. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) {
      resolve();
      return;
    }
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
