/** For the workflow worker, which takes nothing else of the kit. */
export { spanTime } from './span';
export { Traces } from './traces';
