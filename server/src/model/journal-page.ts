// Is a web address a page of a journal, and so a paper that has an identifier somewhere?

/** Hosts and paths of journals: a page there is a paper, and papers have identifiers. Guidance pages and encyclopaedias are not. */
const JOURNAL =
  /(?:journal|sciencedirect|wiley|springer|nature\.com|cell\.com|bmj\.com|thelancet|nejm|jama|academic\.oup|tandfonline|sagepub|karger|mdpi|frontiersin|explorationpub|dovepress|hindawi|plos|elifesciences|acs\.org|rsc\.org|pnas|science\.org|annualreviews|liebertpub|lww\.com|ashpublications|jci\.org|rupress|biologists|cureus|oncotarget|article\/(?:view|download)|\/doi\/|\/pii\/)/i;

/** Whether an address belongs to a journal rather than to a clinic, an authority or an encyclopaedia. */
export function isJournalPage(address: string): boolean {
  return JOURNAL.test(address);
}
