import { intersection, type Area } from "../model/address";

/** What remains of an area when another is cut out: up to four rectangles. */
export function subtractArea(area: Area, cut: Area): Area[] {
  const shared = intersection(area, cut);
  if (shared === null) return [area];
  const rest: Area[] = [];
  if (area.top < shared.top) rest.push({ ...area, bottom: shared.top - 1 });
  if (area.bottom > shared.bottom) rest.push({ ...area, top: shared.bottom + 1 });
  const middle = { top: shared.top, bottom: shared.bottom };
  if (area.left < shared.left) rest.push({ ...middle, left: area.left, right: shared.left - 1 });
  if (area.right > shared.right) {
    rest.push({ ...middle, left: shared.right + 1, right: area.right });
  }
  return rest;
}

/** Whether all of an area lies in another. */
export function isWithin(area: Area, outer: Area): boolean {
  return (
    area.top >= outer.top &&
    area.bottom <= outer.bottom &&
    area.left >= outer.left &&
    area.right <= outer.right
  );
}
