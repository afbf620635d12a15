// Which words are spelt one way in Britain and another in America? Medical and everyday words; stems, so that endings follow.

/** British stem, American stem. A stem matches at the start of a word, any ending. */
export const STEMS: readonly (readonly [british: string, american: string])[] = [
  ['anaem', 'anem'],
  ['anaesth', 'anesth'],
  ['aetiolog', 'etiolog'],
  ['caesarean', 'cesarean'],
  ['coeliac', 'celiac'],
  ['diarrhoe', 'diarrhe'],
  ['dyspnoe', 'dyspne'],
  ['apnoe', 'apne'],
  ['foet', 'fet'],
  ['gynaecolog', 'gynecolog'],
  ['haematolog', 'hematolog'],
  ['haematoma', 'hematoma'],
  ['haemoglobin', 'hemoglobin'],
  ['haemorrh', 'hemorrh'],
  ['haemophil', 'hemophil'],
  ['hypoglycaemi', 'hypoglycemi'],
  ['hyperglycaemi', 'hyperglycemi'],
  ['ischaemi', 'ischemi'],
  ['leukaemi', 'leukemi'],
  ['bacteraemi', 'bacteremi'],
  ['septicaemi', 'septicemi'],
  ['oedema', 'edema'],
  ['oesophag', 'esophag'],
  ['oestrogen', 'estrogen'],
  ['oestradiol', 'estradiol'],
  ['orthopaedic', 'orthopedic'],
  ['paediatric', 'pediatric'],
  ['tumour', 'tumor'],
  ['behaviour', 'behavior'],
  ['colour', 'color'],
  ['favour', 'favor'],
  ['harbour', 'harbor'],
  ['humour', 'humor'],
  ['labour', 'labor'],
  ['neighbour', 'neighbor'],
  ['rumour', 'rumor'],
  ['centre', 'center'],
  ['fibre', 'fiber'],
  ['litre', 'liter'],
  ['millilitre', 'milliliter'],
  ['metre', 'meter'],
  ['centimetre', 'centimeter'],
  ['millimetre', 'millimeter'],
  ['theatre', 'theater'],
  ['titre', 'titer'],
  ['sulph', 'sulf'],
  ['grey', 'gray'],
  ['ageing', 'aging'],
  ['counsell', 'counsel'],
  ['labell', 'label'],
  ['modell', 'model'],
  ['signall', 'signal'],
  ['travell', 'travel'],
  ['tranquillis', 'tranquiliz'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['manoeuvr', 'maneuver'],
  ['paralys', 'paralyz'],
  ['analys', 'analyz'],
  ['catalys', 'catalyz'],
  ['hydrolys', 'hydrolyz'],
];

/** Words that begin like one of the stems and are written alike on both sides: humoral, colorectal, signally, the analyst. */
const ALIKE =
  /^(?:color(?:ado|ect|imet|ation)|humor(?:al|ous|esque|ist)|anemo[mn]|tumor(?:al|igen|ous)|fet[acit]|aging|hydrolysa|greyhound|(?:travell|modell|labell|signall)(?!ed|ing|er)|counsell(?!ed|ing|or)|(?:analys|paralys|catalys|hydrolys|emphas|synthes|hypothes|metabol|immun)(?:is|es|t|ts|tic|tics|tically)?$)/i;

/** Whether a word that begins with one of the stems is no sign of either spelling. */
export function isAlike(word: string): boolean {
  return ALIKE.test(word);
}

/** `word`, which begins with `from`, as it is written with `to`: `centred` and `centered`, `manoeuvre` and `maneuver`. */
export function counterpart(word: string, from: string, to: string): string {
  const rest = word.slice(from.length);
  const head = /^\p{Lu}/u.test(word) ? (to[0] ?? '').toUpperCase() + to.slice(1) : to;
  if (to === 'maneuver') return head + rest.replace(/^e(?=s?$)/, '');
  if (to === 'manoeuvr') return head + rest.replace(/^(?=s?$)/, 'e');
  if (from.endsWith('re') && rest.startsWith('d')) return `${head}e${rest}`;
  return to.endsWith('re') && /^[ei]/.test(rest) ? head.slice(0, -1) + rest : head + rest;
}

/** Stems of verbs that end in -ise or -ize; both are British, only mixing them is not. */
export const ISE_STEMS: readonly string[] = [
  'sensit',
  'desensit',
  'recogn',
  'organ',
  'minim',
  'maxim',
  'optim',
  'stabil',
  'general',
  'hospital',
  'random',
  'character',
  'normal',
  'local',
  'personal',
  'neutral',
  'metabol',
  'categor',
  'emphas',
  'summar',
  'util',
  'prior',
  'visual',
  'immun',
  'polar',
  'special',
  'standard',
  'mobil',
  'crystall',
  'oxid',
  'harmon',
  'individual',
  'critic',
  'final',
  'item',
  'synthes',
  'hypothes',
  'anonym',
  'author',
  'penal',
  'real',
  'social',
  'symbol',
  'vascular',
  'steril',
  'pasteur',
  'catheter',
  'medical',
  'stigmat',
  'traumat',
  'drama',
];
