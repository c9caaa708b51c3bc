/**
 * Lets input and painting have their turn. Taking a large answer apart is a task of office.js that nobody can cut: what
 * we do with it afterwards is one of its own.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Rows after which work on an answer gives others their turn: a few milliseconds' work. */
export const rowsPerTurn = 10_000;
