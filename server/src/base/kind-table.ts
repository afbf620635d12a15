// Which kinds of things have an id of their own? One row each; everything else that depends on kinds is taken from here.

import type { Detail, Kind } from './kind';

const DETAILS: readonly Detail[] = [
  { key: 'family', label: 'Family' },
  { key: 'role', label: 'Role' },
  { key: 'class', label: 'Class' },
  { key: 'category', label: 'Category' },
  { key: 'system', label: 'Category' },
  { key: 'approved-name' },
];

/** In the order in which they are proposed. */
export const KIND_TABLE: readonly Kind[] = [
  {
    name: 'condition',
    plural: 'conditions',
    noun: 'condition',
    isRecord: true,
    schema: 'condition.schema.json',
    vocabulary: ['conditions'],
    symbol: 'Class',
    details: DETAILS,
  },
  {
    name: 'mechanism',
    plural: 'mechanisms',
    noun: 'mechanism',
    isRecord: true,
    schema: 'mechanism.schema.json',
    vocabulary: ['mechanisms'],
    symbol: 'Event',
    details: DETAILS,
  },
  {
    name: 'mediator',
    plural: 'mediators',
    noun: 'mediator',
    isRecord: true,
    schema: 'mediator.schema.json',
    vocabulary: ['cytokines', 'families', 'mediators'],
    symbol: 'Constant',
    details: DETAILS,
    betterNoun: 'class',
  },
  {
    name: 'cell',
    plural: 'cells',
    noun: 'cell',
    isRecord: true,
    schema: 'cell.schema.json',
    vocabulary: ['cells'],
    symbol: 'Struct',
    details: DETAILS,
  },
  {
    name: 'treatment',
    plural: 'treatments',
    noun: 'treatment',
    isRecord: true,
    schema: 'treatment.schema.json',
    vocabulary: ['treatments'],
    symbol: 'Method',
    details: DETAILS,
  },
  {
    name: 'article',
    plural: 'articles',
    noun: 'article',
    isRecord: false,
    schema: 'article.schema.json',
    vocabulary: [],
    symbol: 'File',
    details: [],
  },
];
