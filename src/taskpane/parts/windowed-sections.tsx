import { makeStyles, tokens, useIsomorphicLayoutEffect } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { placeAfterKey, type Place } from "./list-moves";
import { takeFocus } from "./take-focus";
import { visibleRows } from "./visible-rows";

export interface WindowedSection<Item> {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly hint: string | null;
  readonly items: WindowedItems<Item>;
}

/** Items at hand, or made when they come into sight. An array will do. */
export interface WindowedItems<Item> {
  readonly length: number;
  at(row: number): Item | undefined;
  /** Where the item with this key is, -1 for nowhere; without it all items are looked through. */
  rowOf?(key: string): number;
}

/** A row has a button that opens it and may have a second one that does something with it. */
export type RowPart = "open" | "act";

/** What a row's button needs so that the list can hand it the focus. */
export interface RowFocus {
  readonly "data-row-key": string;
  readonly "data-row-part": RowPart;
  readonly tabIndex: 0 | -1;
}

/** A request to the list. A new object is a new request. */
export type ListRequest =
  | { readonly kind: "focus-item"; readonly key: string }
  | { readonly kind: "focus-section"; readonly section: string };

const headingHeight = 40;
const hintHeight = 20;
const rowHeight = 68;
const spareRows = 4;
/** Until the browser has told the real one. */
const assumedViewport = 640;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden" },
  heading: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    boxSizing: "border-box",
    padding: "10px 12px 0",
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: 0,
    display: "flex",
    alignItems: "baseline",
    gap: "8px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: "26px",
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  hint: {
    margin: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${hintHeight}px`,
  },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  row: { position: "absolute", left: 0, right: 0, height: `${rowHeight}px` },
});

function headHeight(section: WindowedSection<unknown>): number {
  return headingHeight + (section.hint === null ? 0 : hintHeight);
}

/** Where each section begins, in pixels from the top of the list. */
function sectionTops(sections: readonly WindowedSection<unknown>[]): readonly number[] {
  let height = 0;
  return sections.map((section) => {
    const top = height;
    height += headHeight(section) + section.items.length * rowHeight;
    return top;
  });
}

function findPlace<Item>(
  sections: readonly WindowedSection<Item>[],
  keyOf: (item: Item) => string,
  key: string,
): Place | null {
  for (const [section, { items }] of sections.entries()) {
    const row = items.rowOf?.(key) ?? rowOf(items, keyOf, key);
    if (row >= 0) return { section, row };
  }
  return null;
}

function rowOf<Item>(
  items: WindowedItems<Item>,
  keyOf: (item: Item) => string,
  key: string,
): number {
  for (let row = 0; row < items.length; row += 1) {
    const item = items.at(row);
    if (item !== undefined && keyOf(item) === key) return row;
  }
  return -1;
}

/**
 * Lines under headings in one scrolling box, of which only the rows in sight are in the page: a hundred thousand
 * customers scroll like ten. One tab stop for all: arrows, Home, End and Page keys move, Right and Left change between a
 * row's two buttons.
 */
export function WindowedSections<Item>({
  sections,
  keyOf,
  partsOf,
  render,
  request,
  children,
}: {
  readonly sections: readonly WindowedSection<Item>[];
  readonly keyOf: (item: Item) => string;
  readonly partsOf: (item: Item) => readonly RowPart[];
  readonly render: (item: Item, focus: (part: RowPart) => RowFocus) => ReactNode;
  readonly request: ListRequest | null;
  /** Shown below the last section. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState({ top: 0, viewport: assumedViewport });
  const [active, setActive] = useState<{ key: string; part: RowPart } | null>(null);
  const wantsFocus = useRef(false);

  const tops = sectionTops(sections);
  // A row that has gone (it was dealt with) hands the tab stop to the first one.
  const place = (active && findPlace(sections, keyOf, active.key)) ?? { section: 0, row: 0 };
  const activeItem = sections[place.section]?.items.at(place.row);
  const part: RowPart =
    activeItem !== undefined && active !== null && partsOf(activeItem).includes(active.part)
      ? active.part
      : "open";

  function measure(): void {
    const box = scroller.current;
    if (box === null) return;
    const { scrollTop: top, clientHeight: viewport } = box;
    setScrolled((before) =>
      before.top === top && before.viewport === viewport ? before : { top, viewport },
    );
  }

  function moveTo(to: Place, toPart: RowPart): void {
    const section = sections[to.section];
    const item = section?.items.at(to.row);
    const box = scroller.current;
    if (section === undefined || item === undefined || box === null) return;
    wantsFocus.current = true;
    setActive({ key: keyOf(item), part: toPart });
    const top = (tops[to.section] ?? 0) + to.row * rowHeight;
    // The sticky heading covers the upper edge, so that a row in sight begins below it.
    const bottom = top + headHeight(section) + rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
    measure();
  }

  useIsomorphicLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const answered = useRef<ListRequest | null>(null);
  useEffect(() => {
    if (request === null || request === answered.current) return;
    const to =
      request.kind === "focus-item"
        ? (findPlace(sections, keyOf, request.key) ?? { section: 0, row: 0 })
        : { section: sections.findIndex(({ id }) => id === request.section), row: 0 };
    answered.current = request;
    if (to.section < 0) return;
    if (request.kind === "focus-section" && scroller.current !== null)
      scroller.current.scrollTop = tops[to.section] ?? 0;
    moveTo(to, "open");
  });

  // The row to be focused may only now have come into the page.
  useIsomorphicLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const button = scroller.current?.querySelector<HTMLElement>('[data-row-key][tabindex="0"]');
    if (!button) return;
    wantsFocus.current = false;
    takeFocus(button, { preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor(scrolled.viewport / rowHeight) - 1);
    const lengths = sections.map(({ items }) => items.length);
    const to =
      event.key === "ArrowRight" || event.key === "ArrowLeft"
        ? place
        : placeAfterKey(event.key, place, lengths, page);
    if (to === null) return;
    event.preventDefault();
    moveTo(to, event.key === "ArrowRight" ? "act" : event.key === "ArrowLeft" ? "open" : part);
  }

  function rowsInPage(section: number, length: number, listTop: number): readonly number[] {
    const { top, viewport } = scrolled;
    const span = visibleRows(length, rowHeight, top - listTop, viewport, spareRows);
    const rows = Array.from({ length: span.end - span.first }, (_, index) => span.first + index);
    // The row with the focus stays in the page wherever it is scrolled to, or the keyboard would lose its place.
    if (place.section === section && place.row < length)
      if (place.row < span.first) rows.unshift(place.row);
      else if (place.row >= span.end) rows.push(place.row);
    return rows;
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={measure}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const { rowKey, rowPart } = target.dataset;
        if (rowKey !== undefined)
          setActive({ key: rowKey, part: rowPart === "act" ? "act" : "open" });
      }}
    >
      {sections.map((section, index) => (
        <section key={section.id} aria-labelledby={`${section.id}-title`}>
          <div className={styles.heading} style={{ height: headHeight(section) }}>
            <h2 className={styles.title} id={`${section.id}-title`}>
              {section.title} <span className={styles.count}>{section.count}</span>
            </h2>
            {section.hint !== null && <p className={styles.hint}>{section.hint}</p>}
          </div>
          <ul
            role="list"
            aria-labelledby={`${section.id}-title`}
            className={styles.list}
            style={{ height: section.items.length * rowHeight }}
          >
            {rowsInPage(index, section.items.length, (tops[index] ?? 0) + headHeight(section)).map(
              (row) => {
                const item = section.items.at(row);
                if (item === undefined) return null;
                const isActive = place.section === index && place.row === row;
                const key = keyOf(item);
                return (
                  <li
                    key={key}
                    className={styles.row}
                    style={{ top: row * rowHeight }}
                    aria-setsize={section.items.length}
                    aria-posinset={row + 1}
                  >
                    {render(item, (of) => ({
                      "data-row-key": key,
                      "data-row-part": of,
                      tabIndex: isActive && of === part ? 0 : -1,
                    }))}
                  </li>
                );
              },
            )}
          </ul>
        </section>
      ))}
      {children}
    </div>
  );
}
