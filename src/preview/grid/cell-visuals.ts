import type { CellBar, CellIcon } from "../../host/calc/conditional-visuals";
import { element } from "../dom";
import type { CellLook } from "./cell-look";

/** Bars and icons of conditional formats, drawn under a cell's text. */

/** Pixels an icon takes at the cell's left. */
export const iconWidth = 18;

/** A text that differs whenever a cell's bar or icon does. */
export function visualKey({ bar, icon }: CellLook): string {
  return bar === null && icon === null ? "" : JSON.stringify([bar, icon]);
}

export function visualElement({ bar, icon }: CellLook): HTMLElement | null {
  if (bar === null && icon === null) return null;
  const layer = element("div", { class: "cell-visual", "aria-hidden": "true" });
  if (bar !== null) layer.append(...barElements(bar));
  if (icon !== null) layer.append(iconElement(icon));
  return layer;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function barElements(bar: CellBar): HTMLElement[] {
  const drawn = element("span", { class: "data-bar" });
  const pale = `color-mix(in srgb, ${bar.fill} 12%, transparent)`;
  Object.assign(drawn.style, {
    left: percent(bar.from),
    width: percent(Math.max(0, bar.to - bar.from)),
    background: bar.gradient
      ? `linear-gradient(${bar.negative ? "to left" : "to right"}, ${bar.fill}, ${pale})`
      : bar.fill,
    border: bar.border === "" ? "0" : `1px solid ${bar.border}`,
  });
  if (bar.axis === null) return [drawn];
  const axis = element("span", { class: "data-bar-axis" });
  Object.assign(axis.style, { left: percent(bar.axis), borderColor: bar.axisColor });
  return [drawn, axis];
}

const red = "#D64541";
const amber = "#E5A50A";
const green = "#3A9D5D";
const grey = "#7A7A7A";
const pink = "#E8A09A";
const black = "#3A3A3A";

function iconElement({ style, index, count }: CellIcon): HTMLElement {
  const holder = element("span", { class: "cell-icon" });
  const name = style.replace(/^(Three|Four|Five)/, "");
  const share = count < 2 ? 0 : index / (count - 1);
  const light = share < 0.34 ? red : share < 0.67 ? amber : green;
  const [width, inner] = shape(name, index, count, share, light);
  holder.innerHTML = `<svg viewBox="0 0 ${width} 16" width="14" height="14">${inner}</svg>`;
  return holder;
}

/** Drawn from numbers and fixed colours alone: nothing of the workbook enters the markup. */
function shape(
  name: string,
  index: number,
  count: number,
  share: number,
  light: string,
): readonly [width: number, inner: string] {
  const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;
  const circle = (fill: string): string => `<circle cx="8" cy="8" r="6.5" fill="${fill}"/>`;
  const signs = [
    path("M5 5l6 6M11 5l-6 6", "none").replace("/>", ' stroke="#fff" stroke-width="2"/>'),
    path("M8 4v5M8 11v1.6", "none").replace("/>", ' stroke="#fff" stroke-width="2"/>'),
    path("M4.5 8.2l2.4 2.6 4.6-5.4", "none").replace("/>", ' stroke="#fff" stroke-width="2"/>'),
  ];
  if (name.startsWith("Arrows")) {
    const turn = Math.round(90 - share * 180);
    const fill = name.endsWith("Gray") ? grey : light;
    return [
      16,
      `<g transform="rotate(${turn} 8 8)">${path("M1.5 6h6V2.5L14.5 8l-7 5.500V10h-6z", fill)}</g>`,
    ];
  }
  if (name === "Flags")
    return [
      16,
      path("M3 1.500h1.600v13H3z", black) + path("M4.6 2h8.400l-2.2 3 2.2 3H4.600z", light),
    ];
  if (name === "Symbols2") {
    return [16, (signs[index] ?? "").replaceAll('stroke="#fff"', `stroke="${light}"`)];
  }
  if (name === "Symbols") return [16, circle(light) + (signs[index] ?? "")];
  if (name === "Signs") {
    const bodies = [
      path("M8 1.500L14.5 8 8 14.5 1.5 8z", red),
      path("M8 2l7 12H1z", amber),
      circle(green),
    ];
    return [16, bodies[index] ?? circle(light)];
  }
  if (name === "Triangles") {
    const bodies = [
      path("M2 5h12l-6 7z", red),
      path("M2 6.500h12v3H2z", amber),
      path("M2 11h12L8 4z", green),
    ];
    return [16, bodies[index] ?? ""];
  }
  if (name === "Stars") {
    const star = "M8 1.500l2 4.3 4.6.5-3.5 3.1 1 4.600L8 11.7 3.9 14l1-4.600L1.4 6.3 6 5.800z";
    const part = ["none", "half", "all"][index] ?? "none";
    const filled =
      part === "all"
        ? path(star, amber)
        : part === "half"
          ? `<clipPath id="half"><path d="M0 0h8v16H0z"/></clipPath><g clip-path="url(#half)">${path(star, amber)}</g>`
          : "";
    return [16, filled + path(star, "none").replace("/>", ` stroke="${amber}"/>`)];
  }
  if (name === "Rating") return [16, bars(4, index + (count === 5 ? 0 : 1), path)];
  if (name === "Boxes") return [16, boxes(index, path)];
  if (name === "Quarters") {
    const turn = share * Math.PI * 2;
    const end = `${(8 + 6.5 * Math.sin(turn)).toFixed(2)} ${(8 - 6.5 * Math.cos(turn)).toFixed(2)}`;
    const slice =
      share >= 1
        ? circle(black)
        : share <= 0
          ? ""
          : path(`M8 8V1.500A6.5 6.5 0 ${share > 0.5 ? 1 : 0} 1 ${end}z`, black);
    return [16, `${circle("#fff").replace("/>", ` stroke="${black}"/>`)}${slice}`];
  }
  if (name === "RedToBlack") return [16, circle([black, grey, pink, red][index] ?? grey)];
  if (name === "TrafficLights" && count === 4) {
    return [16, circle([black, red, amber, green][index] ?? grey)];
  }
  if (name === "TrafficLights2") {
    return [
      16,
      `<rect x="0.5" y="0.5" width="15" height="15" rx="3" fill="${black}"/>${circle(light)}`,
    ];
  }
  return [16, circle(light)];
}

function bars(count: number, filled: number, path: (d: string, fill: string) => string): string {
  return Array.from({ length: count }, (_, at) => {
    const height = 4 + at * 3;
    return path(
      `M${1 + at * 3.75} ${15 - height}h2.800v${height}h-2.800z`,
      at < filled ? "#2E75B6" : "#C9D6E2",
    );
  }).join("");
}

function boxes(filled: number, path: (d: string, fill: string) => string): string {
  const places = ["1 8.5", "8.5 8.5", "1 1", "8.5 1"];
  return places
    .map((place, at) => path(`M${place}h6.500v6.500h-6.500z`, at < filled ? "#2E75B6" : "#C9D6E2"))
    .join("");
}
