// A loader of webpack that takes the types out of a file. They are checked by `npm run check`; the build only translates,
// as jest does, with the same settings.
import { transform } from "@swc/core";

export default function swcLoader(source, sourceMap) {
  const done = this.async();
  transform(source, {
    ...this.getOptions(),
    filename: this.resourcePath,
    inputSourceMap: sourceMap,
    sourceMaps: this.sourceMap,
    swcrc: false,
    configFile: false,
  }).then(
    ({ code, map }) => done(null, code, map === undefined ? undefined : JSON.parse(map)),
    (reason) => done(reason),
  );
}
