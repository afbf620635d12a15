// Which names do our own extension and the features have in common?

/** Command of the extension that a code lens carries: address of the file, position of the entry, places that cite it. */
export const SHOW_CITATIONS = 'clinicalContent.showCitations';

/** Kind of the code action that fixes a whole file. */
export const FIX_ALL_KIND = 'source.fixAll.clinicalContent';
