// How fast is it beside its peers? Everything in one run on one machine; prints a table, asserts nothing.

import { main } from './bench';

await main(process.argv.slice(2));
