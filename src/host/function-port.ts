import type { ClientSession } from "./api/client-session";
import type { CustomAnswer, CustomCall, CustomFunctionPort } from "./calc/calculation";

/** Calls of custom functions go to the client whose add-in brings the function. */
export function functionPort(connected: () => readonly ClientSession[]): CustomFunctionPort {
  const owner = (name: string): ClientSession | undefined =>
    connected().find(({ customFunctions }) => customFunctions.traits(name) !== null);
  return {
    traits: (name) => owner(name)?.customFunctions.traits(name) ?? null,
    call: async (calls) => {
      const byOwner = new Map<ClientSession | undefined, { call: CustomCall; at: number }[]>();
      calls.forEach((call, at) => {
        const session = owner(call.name);
        byOwner.set(session, [...(byOwner.get(session) ?? []), { call, at }]);
      });
      const answers = new Array<CustomAnswer>(calls.length).fill({ error: "#NAME?" });
      await Promise.all(
        [...byOwner].map(async ([session, entries]) => {
          if (session === undefined) return;
          const found = await session.customFunctions.call(entries.map(({ call }) => call));
          entries.forEach(({ at }, index) => {
            const answer = found[index];
            if (answer !== undefined) answers[at] = answer;
          });
        }),
      );
      return answers;
    },
  };
}
