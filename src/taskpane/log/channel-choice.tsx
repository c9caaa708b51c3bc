import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Call20Regular } from "@fluentui/react-icons/svg/call";
import { Chat20Regular } from "@fluentui/react-icons/svg/chat";
import { Comment20Regular } from "@fluentui/react-icons/svg/comment";
import { Mail20Regular } from "@fluentui/react-icons/svg/mail";
import { MoreHorizontal20Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { Handshake20Regular } from "@fluentui/react-icons/svg/handshake";
import { forwardRef } from "react";
import { channels, type Channel } from "../../domain/channel";
import { useWords } from "../state/use-pane";

const icons = {
  phone: Call20Regular,
  email: Mail20Regular,
  sms: Comment20Regular,
  wechat: Chat20Regular,
  visit: Handshake20Regular,
  other: MoreHorizontal20Regular,
};

const useStyles = makeStyles({
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: {
    padding: 0,
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  choices: { display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: "6px" },
  choice: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "36px",
    boxSizing: "border-box",
    padding: "2px 6px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    fontSize: tokens.fontSizeBase300,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    padding: "1px 5px",
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    // A background is taken away there; which one is chosen must not hang on one pixel of edge.
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      border: "2px solid Highlight",
      backgroundColor: "Highlight",
      color: "HighlightText",
      "& span": { color: "HighlightText" },
    },
  },
  input: { position: "absolute", inset: 0, margin: 0, opacity: 0, cursor: "pointer" },
  key: {
    marginLeft: "auto",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
  },
  hint: {
    margin: "4px 0 0",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The channel a digit key stands for, by the order in which channels are shown; null for any other key. */
export function channelOfKey(code: string): Channel | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? null : (channels[Number(digit) - 1]?.code ?? null);
}

/** How the customer was reached: one tap or one digit. `onChosen` is called for a deliberate choice by digit or click. */
export const ChannelChoice = forwardRef<
  HTMLInputElement,
  {
    readonly value: Channel;
    readonly onChange: (channel: Channel) => void;
    readonly onChosen: () => void;
  }
>(function ChannelChoice({ value, onChange, onChosen }, ref) {
  const styles = useStyles();
  const { words, language } = useWords();
  return (
    <fieldset className={styles.group} aria-describedby="channel-keys">
      <legend className={styles.legend}>{words.log.channel}</legend>
      <div className={styles.choices}>
        {channels.map(({ code, title }, index) => {
          const Icon = icons[code];
          return (
            <label
              key={code}
              className={mergeClasses(styles.choice, code === value && styles.chosen)}
            >
              <input
                ref={code === value ? ref : undefined}
                className={styles.input}
                type="radio"
                name="channel"
                value={code}
                checked={code === value}
                onChange={() => onChange(code)}
                onClick={(event) => {
                  // Arrow keys also click in some browsers, with no pointer behind it; they only look around.
                  if (event.detail > 0) onChosen();
                }}
                onKeyDown={(event) => {
                  if (event.altKey || event.ctrlKey || event.metaKey) return;
                  const byKey = channelOfKey(event.code);
                  if (byKey === null) return;
                  event.preventDefault();
                  onChange(byKey);
                  onChosen();
                }}
              />
              <Icon aria-hidden="true" />
              {title[language]}
              <span className={styles.key} aria-hidden="true">
                {index + 1}
              </span>
            </label>
          );
        })}
      </div>
      <p className={styles.hint} id="channel-keys">
        {words.log.channelKeys}
      </p>
    </fieldset>
  );
});
