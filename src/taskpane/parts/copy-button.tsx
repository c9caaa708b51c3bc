import { Button } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { useEffect, useState } from "react";
import { useWords } from "../state/use-pane";

const shownMilliseconds = 2_000;

/** Office's browsers may block the clipboard's newer interface inside a frame; the older one still works there. */
function copySelected(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is left where the newer interface is blocked
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Blocked or absent: not a failure yet, there is another way.
    return copySelected(text);
  }
}

/** Copies a value; says so on the button itself. */
export function CopyButton({ text, title }: { readonly text: string; readonly title: string }) {
  const { words } = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
      aria-label={copied ? words.copied : words.customer.copyValue(title)}
      title={words.customer.copyValue(title)}
      onClick={(event) => {
        const button = event.currentTarget;
        void copy(text).then((done) => {
          setCopied(done);
          button.focus();
        });
      }}
    />
  );
}
