/**
 * What saving says in another way than the opened file, or not at all, and why that loses nothing a person has. Every other
 * statement of a file must be in the saved one.
 */
export const rewritings: readonly { readonly what: RegExp; readonly because: string }[] = [
  {
    what: /\/core-properties\/modified/,
    because:
      "when it was saved is the saving program's to say, and the same workbook gives the same bytes",
  },
  {
    what: /\/extended-properties\/(?:Application|AppVersion|HeadingPairs|TitlesOfParts)/,
    because: "names the program that wrote the file, or follows from its sheets and names",
  },
  {
    what: /\/(?:core|extended)-properties\/\w+$/,
    because: "a property without a value is none",
  },
  {
    what: /\/officeDocument\/(?:fileVersion|AlternateContent|revisionPtr)/,
    because: "says which program wrote the file, where it lay and at which state it was shared",
  },
  {
    what: /\/officeDocument\/calcChain /,
    because: "is the order in which another program last calculated; every program finds its own",
  },
  {
    what: /\/officeDocument\/(?:definedNames|calcPr|workbookProtection)$/,
    because: "an element that says nothing",
  },
  {
    what: /\/drawing\/drawing$/,
    because: "a drawing in which nothing is drawn",
  },
  {
    what: /_xlnm\._FilterDatabase/,
    because: "follows from the sheet's filter",
  },
  {
    what: /\/worksheet\/dimension/,
    because: "is worked out from the cells",
  },
  {
    what: /\/row\[\d+\]@(?:spans|dyDescent|thickTop|thickBot|r|customFormat|ht|customHeight)=/,
    because:
      "speeds up reading, or is a height nobody has set: programs fit such rows when they open the file",
  },
  {
    what: /\/c\[\w+\]@look/,
    because: "a cell that looks as its row or column does need not say so",
  },
  {
    what: /\/c\[\w+\]\/f@ca=1$/,
    because: "is set by programs for functions that are always calculated",
  },
];
