/** All that opens from the table of models, in one piece that is loaded after it. */
import './alias-editor.js';
import './price-editor.js';
import './rule-editor.js';
import './rules.js';

export { details } from './details.js';
