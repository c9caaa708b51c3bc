/** Style sheets are bundled as text and adopted by the document, so that the page's CSP can stay strict. */
declare module "*.css" {
  const text: string;
  export default text;
}
