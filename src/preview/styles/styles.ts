import base from "./base.css";
import beside from "./beside.css";
import cells from "./cells.css";
import floating from "./floating.css";
import footAndPane from "./foot-and-pane.css";
import overCells from "./over-cells.css";
import remarks from "./remarks.css";
import ribbon from "./ribbon.css";
import settings from "./settings.css";

/** All of the page's styles, in the order in which they go before one another. */
export const styles = [
  base,
  ribbon,
  cells,
  overCells,
  footAndPane,
  floating,
  remarks,
  beside,
  settings,
].join("\n");
