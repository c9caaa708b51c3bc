import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import sirv from "sirv";
import { launch, type Stage } from "./browser";
import { throwAwayCertificate } from "./certificate";

const root = path.resolve(__dirname, "../..");
const built = process.env["KEEPSHEET_DIST"] ?? path.join(root, "dist");
const officeJs = path.join(root, "node_modules/@microsoft/office-js/dist");
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/**
 * A stage on which the pane's page comes over https from another port than the one around it, as in Excel on the web.
 *
 * @param headers - what the server says with the pane's page besides
 */
export async function openWebStage(headers: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const certificate = throwAwayCertificate();
  const [page, pane] = await Promise.all([
    serveBuild(certificate, {}),
    serveBuild(certificate, headers),
  ]);
  const browser = await launch();
  return {
    browser,
    url: `https://localhost:${portOf(page)}/preview/?pane=${portOf(pane)}`,
    async close() {
      await browser.close();
      for (const server of [page, pane]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** The built files as they are, over https on a free port. */
async function serveBuild(
  certificate: { key: string; cert: string },
  headers: Readonly<Record<string, string>>,
): Promise<Server> {
  const files = sirv(built, { dev: true });
  const server = createServer(certificate, (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return server;
}

/**
 * The page's own script tag names the CDN; the answer comes from the npm package.
 *
 * @param fetched - gets the name of each file that was asked for
 */
export async function officeJsFromPackage(
  context: BrowserContext,
  fetched: string[] = [],
): Promise<void> {
  await context.route(`${cdn}**`, (route) => {
    const file = new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "");
    fetched.push(file);
    return route.fulfill({ path: path.join(officeJs, file.toLowerCase()) });
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
