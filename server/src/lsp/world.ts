// What does the server need of the machine it runs on? Passed in, so that it can run in a browser too.

import type { Host } from '../host/host';
import type { PathStyle } from '../host/load';

export interface World {
  readonly host: Host;
  readonly style: PathStyle;
  /** Today as YYYY-MM-DD. */
  readonly today: () => string;
}
