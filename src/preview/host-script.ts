/**
 * The one script the preview adds to the production pane, ahead of office.js: it gives the page the host object that
 * Excel on Windows would give it, and passes every call to the preview page around it.
 */
import { installWin32Host } from "../host/transport/win32";
import "./window";

const preview = window.parent.keepsheetPreview;
if (preview === undefined) {
  throw new Error("This page belongs inside the preview: open /preview/ instead.");
}
const { client, facts } = preview.connect(window);
installWin32Host(window, client, facts);
