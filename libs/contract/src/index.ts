export { hello } from './errors.js';
