import { execFileSync } from "node:child_process";
import path from "node:path";
import webpack from "webpack";
import type { BenchRow } from "./bench";

/**
 * The rows a module of this folder measures, put together with all it imports as the product is, by webpack in
 * production mode, and run by Node alone: what runs TypeScript for the other benches slows small functions down.
 *
 * @param name - the file's name without extension; it exports `measure(): BenchRow[]`
 * @throws Error with webpack's own words when it does not compile
 */
export async function measureBundled(name: string): Promise<BenchRow[]> {
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
  const bundle = JSON.stringify(path.join(folder, `${name}.js`));
  const measuring = `process.stdout.write(JSON.stringify(require(${bundle}).measure()))`;
  const printed = execFileSync(process.execPath, ["--eval", measuring], { encoding: "utf8" });
  return JSON.parse(printed) as BenchRow[];
}
