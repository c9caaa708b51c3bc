import { companyName, type CompanyName } from "./company-name";
import { readCreditCode } from "./credit-code";
import { phoneForms, type PhoneForm } from "./phone";

/** What a customer is recognised by, as it stands in the workbook. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  /** May hold several numbers. */
  readonly phone: string;
  readonly creditCode: string;
  readonly contact: string;
}

/** A customer made ready for comparing. */
export interface Subject {
  readonly id: string;
  readonly name: CompanyName;
  readonly phones: readonly PhoneForm[];
  /** null when there is none, or none that passes its check. */
  readonly creditCode: string | null;
  readonly contact: string;
  /** How the core of the name is pronounced, without tones; null without Chinese in it or without `soundOf`. */
  readonly sound: string | null;
}

/** A Chinese character's reading without tone: "华" → "hua". Injected, since its dictionary is large. */
export type SoundOf = (character: string) => string;

/** Makes a customer ready for comparing; nothing in the answer depends on other customers. */
export function subjectOf(identity: Identity, soundOf: SoundOf | null = null): Subject {
  const name = companyName(identity.name);
  const code = readCreditCode(identity.creditCode);
  return {
    id: identity.id,
    name,
    phones: phoneForms(identity.phone),
    creditCode: code.ok ? code.value : null,
    contact: companyName(identity.contact).core,
    sound: soundOf === null ? null : soundsOf(name.core, soundOf),
  };
}

function soundsOf(core: string, soundOf: SoundOf): string | null {
  if (!/\p{Script=Han}/u.test(core)) return null;
  return Array.from(core)
    .map((character) => (/\p{Script=Han}/u.test(character) ? soundOf(character) : character))
    .join(" ");
}
