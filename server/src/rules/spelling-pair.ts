// Which words are spelt one way in Britain and another in America? Medical and everyday words; stems, so that endings follow.

/** British stem, American stem. A stem matches at the start of a word, any ending. */
export const STEMS: readonly (readonly [british: string, american: string])[] = [
  ['anaem', 'anem'], ['anaesth', 'anesth'], ['aetiolog', 'etiolog'], ['caesarean', 'cesarean'], ['coeliac', 'celiac'], ['diarrhoe', 'diarrhe'],
  ['dyspnoe', 'dyspne'], ['apnoe', 'apne'], ['foet', 'fet'], ['gynaecolog', 'gynecolog'], ['haematolog', 'hematolog'], ['haematoma', 'hematoma'], ['haemoglobin', 'hemoglobin'],
  ['haemorrh', 'hemorrh'], ['haemophil', 'hemophil'], ['hypoglycaemi', 'hypoglycemi'], ['hyperglycaemi', 'hyperglycemi'], ['ischaemi', 'ischemi'], ['leukaemi', 'leukemi'], ['bacteraemi', 'bacteremi'],
  ['septicaemi', 'septicemi'], ['oedema', 'edema'], ['oesophag', 'esophag'], ['oestrogen', 'estrogen'], ['oestradiol', 'estradiol'], ['orthopaedic', 'orthopedic'], ['paediatric', 'pediatric'],
  ['tumour', 'tumor'], ['behaviour', 'behavior'], ['colour', 'color'], ['favour', 'favor'], ['harbour', 'harbor'], ['humour', 'humor'], ['labour', 'labor'], ['neighbour', 'neighbor'], ['rumour', 'rumor'],
  ['centre', 'center'], ['fibre', 'fiber'], ['litre', 'liter'], ['millilitre', 'milliliter'], ['metre', 'meter'], ['centimetre', 'centimeter'], ['millimetre', 'millimeter'], ['theatre', 'theater'], ['titre', 'titer'],
  ['sulph', 'sulf'], ['grey', 'gray'], ['ageing', 'aging'], ['counsell', 'counsel'], ['labell', 'label'], ['modell', 'model'], ['signall', 'signal'], ['travell', 'travel'], ['tranquillis', 'tranquiliz'], ['defence', 'defense'],
  ['offence', 'offense'], ['manoeuvr', 'maneuver'], ['paralys', 'paralyz'], ['analys', 'analyz'], ['catalys', 'catalyz'], ['hydrolys', 'hydrolyz'], ['programme', 'program'], ['practis', 'practic'],
];

/** Stems of verbs that end in -ise or -ize; both are British, only mixing them is not. */
export const ISE_STEMS: readonly string[] = [
  'sensit', 'desensit', 'recogn', 'organ', 'minim', 'maxim', 'optim', 'stabil', 'general', 'hospital', 'random', 'character', 'normal', 'local', 'personal', 'neutral', 'metabol', 'categor', 'emphas', 'summar', 'util', 'prior', 'visual', 'immun', 'polar', 'special', 'standard', 'mobil', 'crystall', 'oxid', 'harmon', 'individual', 'critic', 'final', 'item', 'synthes', 'hypothes', 'anonym', 'author', 'penal', 'real', 'social', 'symbol', 'vascular', 'steril', 'pasteur', 'catheter', 'medical', 'stigmat', 'traumat', 'drama',
];
