// Types and lint in one program: the rules ask for the types the compiler has just found, instead of finding them again.
// Ends with "N passed, N failed", one for each.
import { ESLint } from "eslint";
import ts from "typescript";
import { endWith, root } from "./jobs.mjs";

const names = {
  getCanonicalFileName: (file) => file,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};

/** The program that tsconfig.json describes, for this one run: without the notes it could leave for the next. */
function makeProgram() {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.formatDiagnostic(diagnostic, names));
    },
  };
  const alone = { incremental: false, tsBuildInfoFile: undefined };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    alone,
    host,
  );
  return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors });
}

const program = makeProgram();
const complaints = ts.getPreEmitDiagnostics(program);
console.log(ts.formatDiagnostics(complaints, names));

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ["**/*.{ts,tsx,mts}"],
    languageOptions: { parserOptions: { projectService: false, programs: [program] } },
  },
});
const linted = await eslint.lintFiles(["src", "test", "bench", "scripts/**/*.{ts,mts}"]);
const formatter = await eslint.loadFormatter();
console.log(await formatter.format(linted));

const outcomes = [
  complaints.length === 0,
  linted.every(({ errorCount, warningCount }) => errorCount + warningCount === 0),
];
const passed = outcomes.filter(Boolean).length;
endWith({ passed, failed: outcomes.length - passed });
