/**
 * Lets input and painting have their turn. Taking a large answer apart is a task of office.js that nobody can cut: what
 * we do with it afterwards is one of its own.
 *
 * By a message, as a timer would wait four milliseconds longer each time, and in a tab that is not shown a whole second:
 * an import of many rows goes on while somebody works in another one.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Rows after which work on an answer gives others their turn: a few milliseconds' work. */
export const rowsPerTurn = 10_000;
