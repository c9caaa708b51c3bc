const path = require("node:path");
const { pathToFileURL } = require("node:url");
const CopyPlugin = require("copy-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { DefinePlugin, NormalModuleReplacementPlugin } = require("webpack");
const HtmlPlugin = require("html-webpack-plugin");
const { parseNumber } = require("office-addin-cli");
const { version } = require("./package.json");
const { LicencesPlugin } = require("./scripts/licences-plugin.js");

/** Where the built add-in will be served from; what manifest.xml says in the source. */
const developmentBase = "https://localhost:3000/";

/** Office's script must come from Microsoft's CDN in production; tenants run by 21Vianet have their own. */
const officeJs = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

/** Writes functions.json (one per language) from the doc comments of src/functions into the build. */
class FunctionsMetadataPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionsMetadata", (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        {
          name: "FunctionsMetadata",
          stage: compilation.constructor.PROCESS_ASSETS_STAGE_ADDITIONAL,
        },
        async () => {
          const script = pathToFileURL(path.resolve(__dirname, "scripts/functions-metadata.mjs"));
          const { functionsMetadata } = await import(script.href);
          for (const [file, json] of Object.entries(await functionsMetadata())) {
            compilation.emitAsset(
              file,
              new compiler.webpack.sources.RawSource(JSON.stringify(json, null, 2)),
            );
          }
        },
      );
    });
  }
}

/**
 * Lists what must load before the first cell answers (the runtime) and before the pane is painted (the runtime and the
 * pane's chunks), for `npm run size`.
 */
class SizesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("Sizes", (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: "Sizes", stage: compilation.constructor.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const scripts = (group) => group.getFiles().filter((file) => file.endsWith(".js"));
          const runtime = scripts(compilation.entrypoints.get("runtime"));
          const pane = compilation.chunkGroups
            .filter((group) => group.name === "pane")
            .flatMap(scripts);
          const sizes = {
            "first cell": runtime,
            "first pane paint": [...new Set([...runtime, ...pane])],
          };
          compilation.emitAsset(
            "sizes.json",
            new compiler.webpack.sources.RawSource(JSON.stringify(sizes, null, 2)),
          );
        },
      );
    });
  }
}

/**
 * `webpack --mode production --env baseUrl=https://example.com/keepsheet/ --env cdn=china`
 *
 * One build holds the add-in (taskpane.html, functions.json, manifest.xml) and, unless `--env preview=no`,
 * the preview page that runs it without Excel and the conformance page that questions whichever Excel opens it.
 */
module.exports = (env = {}, argv = {}) => {
  const production = argv.mode === "production";
  const baseUrl = new URL(
    String(env.baseUrl ?? process.env.KEEPSHEET_BASE_URL ?? developmentBase),
  ).href.replace(/\/?$/, "/");
  const cdn = String(env.cdn ?? process.env.KEEPSHEET_CDN ?? "global");
  const officeJsUrl = officeJs[cdn];
  if (officeJsUrl === undefined)
    throw new Error(`--env cdn=${cdn}: one of ${Object.keys(officeJs).join(", ")}`);
  const withPreview = env.preview !== "no";
  const parallel = parseNumber(env.parallel ?? 1);

  return {
    mode: production ? "production" : "development",
    devtool: production ? false : "source-map",
    // Two entries for two pages. The runtime registers functions and commands at once and fetches the pane afterwards.
    entry: {
      runtime: "./src/main.ts",
      ...(withPreview
        ? {
            "preview/main": "./src/preview/main.ts",
            "preview/host-script": "./src/preview/host-script.ts",
            "conformance/main": "./test/conformance/page/main.ts",
          }
        : {}),
    },
    output: {
      path: path.resolve(__dirname, env.out ? String(env.out) : "dist"),
      filename: "[name].js",
      chunkFilename: "chunks/[name].[contenthash:8].js",
      publicPath: "auto",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "ts-loader",
            // Types are checked by `npm run check`; the build only translates.
            options: {
              transpileOnly: true,
              compilerOptions: { noEmit: false, incremental: false },
            },
          },
        },
        { test: /\.css$/, type: "asset/source" },
      ],
    },
    plugins: [
      new DefinePlugin({ keepsheetVersion: JSON.stringify(version) }),
      new FunctionsMetadataPlugin(),
      new SizesPlugin(),
      new LicencesPlugin(),
      new HtmlPlugin({
        template: "src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["runtime"],
        scriptLoading: "defer",
        templateParameters: { officeJsUrl, officeJsOrigin: new URL(officeJsUrl).origin },
      }),
      ...(withPreview
        ? [
            new HtmlPlugin({
              template: "src/preview/index.html",
              filename: "preview/index.html",
              chunks: ["preview/main"],
            }),
            new HtmlPlugin({
              template: "test/conformance/page/conformance.html",
              filename: "conformance.html",
              chunks: ["conformance/main"],
              scriptLoading: "defer",
              templateParameters: { officeJsUrl, officeJsOrigin: new URL(officeJsUrl).origin },
            }),
            // In jest these tests start a host of their own; on the page they meet the Excel that opened it.
            new NormalModuleReplacementPlugin(/^\.\/excel-here$/, (resource) => {
              if (!resource.context.endsWith("page")) resource.request = "./page/excel-here";
            }),
          ]
        : []),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets", globOptions: { ignore: ["**/*.svg"] } },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (content) => content.toString("utf8").replaceAll(developmentBase, baseUrl),
          },
          ...(withPreview
            ? [{ from: "test/conformance/page/functions.json", to: "conformance/functions.json" }]
            : []),
          {
            from: "shortcuts.json",
            to: "shortcuts.json",
            context: "src/commands",
            noErrorOnMissing: true,
          },
        ],
      }),
    ],
    optimization: {
      // swc's takes a tenth of the time of terser's and leaves the pages as small.
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })],
    },
    performance: { hints: false },
    cache: { type: "filesystem", cacheDirectory: path.resolve(__dirname, ".cache/webpack") },
    parallelism: parallel,
    stats: "errors-warnings",
  };
};
