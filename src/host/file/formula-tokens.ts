/** A formula cut into pieces that join to the same text again. Enough to rename and shift; no grammar. */
export interface FormulaToken {
  readonly kind: "string" | "quoted" | "bracket" | "identifier" | "number" | "blank" | "other";
  readonly text: string;
}

const identifier = /[\p{L}_\\$][\p{L}\p{N}_.$?\\]*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const blank = /\s+/y;

export function formulaTokens(text: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): FormulaToken {
  const character = text.charAt(at);
  if (character === '"' || character === "'") {
    const kind = character === '"' ? "string" : "quoted";
    return { kind, text: text.slice(at, quoteEnd(text, at, character)) };
  }
  if (character === "[") return { kind: "bracket", text: text.slice(at, bracketEnd(text, at)) };
  for (const [kind, pattern] of [
    ["identifier", identifier],
    ["number", number],
    ["blank", blank],
  ] as const) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[0] };
  }
  return { kind: "other", text: character };
}

function quoteEnd(text: string, at: number, quote: string): number {
  let end = at + 1;
  while (end < text.length) {
    if (text.charAt(end) === quote) {
      if (text.charAt(end + 1) !== quote) return end + 1;
      end++;
    }
    end++;
  }
  return end;
}

/** Brackets nest, and an apostrophe takes the meaning from the character after it. */
function bracketEnd(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const character = text.charAt(end);
    if (character === "'") end++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return end + 1;
  }
  return text.length;
}

/** The token index of the ")" that closes the "(" at `open`; the last index when it is missing. */
export function closingParenthesis(tokens: readonly FormulaToken[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const text = tokens[index]?.kind === "other" ? tokens[index]?.text : "";
    if (text === "(" || text === "{") depth++;
    else if ((text === ")" || text === "}") && --depth === 0) return index;
  }
  return tokens.length - 1;
}
