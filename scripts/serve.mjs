// Serves the built add-in and its preview page from dist/, on this computer only.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Where the build is; KEEPSHEET_DIST names one made with `webpack --env out=…`. */
const built = process.env.KEEPSHEET_DIST ?? path.join(root, "dist");
const officeJsDirectory = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);
// The two addresses a build may name: Microsoft's CDN and the one for tenants run by 21Vianet.
const officeJsAddress =
  /https:\/\/appsforoffice\.(?:microsoft\.com|cdn\.partner\.office365\.cn\/appsforoffice)\/lib\/1\/hosted\/office\.js/;

/** Nothing leaves the workbook (rule P6): every page may talk to this server only. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join("; ");

/** What the preview may open as its pane. */
const panePages = new Set(["/taskpane.html", "/conformance.html"]);

/**
 * The production page as the preview shows it: the host's script goes ahead of office.js, and office.js comes from
 * the npm package instead of the CDN, so that the preview works without internet. Nothing else differs.
 */
function withHostScript(page) {
  // The built page is minified: attributes may stand without quotes.
  const tag = /<script[^>]*\ssrc="?[^"\s>]*office\.js"?[^>]*>/;
  if (!tag.test(page)) throw new Error("the page has no script tag for office.js");
  return page
    .replace(tag, (found) => `<script src="/preview/host-script.js"></script>${found}`)
    .replace(officeJsAddress, "/office-js/office.js");
}

/** The (request, response) handler; scripts/excel.mjs puts it behind https for a real Excel. */
export function createHandler({ directory = built } = {}) {
  const headers = (response) => {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-cache");
  };
  const pages = sirv(directory, { dev: true, etag: true, setHeaders: headers });
  const officeJs = sirv(officeJsDirectory, { dev: true, etag: true, setHeaders: headers });

  const servePane = async (name, response) => {
    const page = await readFile(path.join(directory, name), "utf8");
    headers(response);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(withHostScript(page));
  };

  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const notFound = () => {
      headers(response);
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/plain; charset=utf-8");
      response.end(`Not found / 找不到: ${pathname}\nIs the add-in built? npm run build\n`);
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.statusCode = 405;
      response.end();
    } else if (pathname === "/") {
      response.statusCode = 302;
      response.setHeader("Location", "/preview/");
      response.end();
    } else if (panePages.has(pathname) && searchParams.has("preview")) {
      servePane(pathname.slice(1), response).catch((reason) => {
        response.statusCode = 500;
        response.end(String(reason));
      });
    } else if (pathname.startsWith("/office-js/")) {
      request.url = pathname.slice("/office-js".length);
      officeJs(request, response, notFound);
    } else {
      pages(request, response, notFound);
    }
  };
}

/**
 * Listens on this computer. Where the port is taken the system gives a free one; `port: 0` asks for that at once.
 *
 * @returns the address, and a function that stops serving
 */
export async function serve({ port = 3000, host = "localhost", directory } = {}) {
  const server = createServer(createHandler(directory === undefined ? {} : { directory }));
  const listen = (wanted) =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, host, () => {
        server.off("error", reject);
        resolve(undefined);
      });
    });
  try {
    await listen(port);
  } catch (reason) {
    if (reason.code !== "EADDRINUSE" && reason.code !== "EACCES") throw reason;
    await listen(0);
  }
  const { port: given } = server.address();
  return {
    url: `http://${host}:${given}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}

// `node scripts/serve.mjs [port]`: serves what is built and says where; the browser tests start it this way.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: Number(process.argv[2] ?? process.env.PORT ?? 3000) });
  console.log(url);
}
