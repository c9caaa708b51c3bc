/** A way to reach somebody from a cell: a plain link that the system's own dialer or mail program answers. */
export interface ContactLink {
  readonly kind: "call" | "mail";
  readonly href: string;
}

const mailAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u;

/**
 * The link for a cell's text; null where the text is neither a mail address nor, in a phone column, a number.
 *
 * @param isPhone - whether the column holds telephone numbers
 *
 * @example contactLink("+86 138-0013-8000", true) //=> { kind: "call", href: "tel:+8613800138000" }
 * @example contactLink("li@example.com", false) //=> { kind: "mail", href: "mailto:li@example.com" }
 */
export function contactLink(text: string, isPhone: boolean): ContactLink | null {
  const trimmed = text.trim();
  if (mailAddress.test(trimmed))
    return { kind: "mail", href: `mailto:${encodeURIComponent(trimmed).replace("%40", "@")}` };
  if (!isPhone) return null;
  // Only one number can be dialled: "138… / 139…" is left as text.
  const digits = trimmed.normalize("NFKC").replace(/[\s().·-]/gu, "");
  return /^\+?\d{3,20}$/u.test(digits) ? { kind: "call", href: `tel:${digits}` } : null;
}
