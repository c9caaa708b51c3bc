import path from "node:path";
import webpack from "webpack";

/**
 * A module of this folder, put together with all it imports as the product is: by webpack, in production mode.
 *
 * @param name - the file's name without extension
 * @throws Error with webpack's own words when it does not compile
 */
export async function bundled<Exports>(name: string): Promise<Exports> {
  const folder = path.resolve(__dirname, "../.cache/bench");
  const compiler = webpack({
    mode: "production",
    target: "node",
    entry: path.join(__dirname, `${name}.ts`),
    output: { path: folder, filename: `${name}.js`, library: { type: "commonjs2" } },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [{ test: /\.ts$/, use: { loader: "ts-loader", options: { transpileOnly: true } } }],
    },
  });
  await new Promise<void>((done, fail) => {
    compiler.run((error, stats) => {
      if (error) fail(error);
      else if (stats?.hasErrors()) fail(new Error(stats.toString("errors-only")));
      else compiler.close((closing) => (closing ? fail(closing) : done()));
    });
  });
  return (await import(path.join(folder, `${name}.js`))) as Exports;
}
