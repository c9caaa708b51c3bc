/** How TypeScript becomes JavaScript, for the build and for the tests alike: the types go, all else stays. */
module.exports = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "automatic" } },
  },
};
