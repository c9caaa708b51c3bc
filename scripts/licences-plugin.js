const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");

/** What may be shipped with an MIT program without asking anybody. */
const free = new Set(["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"]);

/** The folder of the package a file belongs to, or null for one of ours. */
function packageFolder(file) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? null;
}

/** A package's name, licence and notice. A few have no file of their own; then their word stands for it. */
function licenceOf(folder) {
  const about = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const author = typeof about.author === "string" ? about.author : (about.author?.name ?? "");
  return {
    title: `${about.name} ${about.version} (${about.license})`,
    licence: about.license,
    notice: file === undefined ? author : readFileSync(path.join(folder, file), "utf8").trim(),
  };
}

/**
 * Writes licences.txt into the build: every package that went into it, with the notice its licence wants to go along.
 * A package under another licence than those we may ship ends the build.
 */
class LicencesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("Licences", (compilation) => {
      const folders = new Set();
      compilation.hooks.finishModules.tap("Licences", (modules) => {
        for (const { resource } of modules) {
          const folder = packageFolder(resource ?? "");
          if (folder !== null) folders.add(folder);
        }
      });
      compilation.hooks.processAssets.tap(
        { name: "Licences", stage: compilation.constructor.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const licences = new Map(
            [...folders].map(licenceOf).map((licence) => [licence.title, licence]),
          );
          for (const { title, licence } of licences.values()) {
            if (!free.has(licence))
              compilation.errors.push(new compiler.webpack.WebpackError(`May not ship ${title}`));
          }
          const text = [...licences.keys()]
            .sort()
            .map((title) => `${title}\n\n${licences.get(title).notice}\n`)
            .join(`\n${"-".repeat(80)}\n\n`);
          compilation.emitAsset("licences.txt", new compiler.webpack.sources.RawSource(text));
        },
      );
    });
  }
}

module.exports = { LicencesPlugin };
