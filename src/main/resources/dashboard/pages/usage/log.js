import { html, nothing } from 'lit';
import { AuroraElement } from '../../core/element.js';
import { moment, number } from '../../core/format.js';
import { badge } from '../../components/badge.js';
import { icon } from '../../components/icon.js';
import { cost } from './cost.js';

/** Everything that the log says of a call, in the order of the CSV. */
export const LOG_FIELDS = ['time', 'id', 'request_id', 'key_id', 'user_path', 'operation', 'stream', 'status', 'error_code', 'partial', 'original_model', 'alias_chain',
  'provider', 'request_model', 'response_model', 'input_tokens', 'output_tokens', 'cached_input_tokens', 'reasoning_tokens', 'input_cost', 'output_cost', 'total_cost',
  'price_source', 'unpriced_reason', 'time_to_first_byte_ms', 'duration_ms'];

const REASONS = {
  no_price: 'no price is known for the model',
  no_input_price: 'no price is known for its input',
  no_output_price: 'no price is known for its output',
  no_usage: 'the provider did not say what was used',
};

/** Calls as rows for csv(); a chain of aliases as one text. */
export function logRows(entries) {
  return entries.map((entry) => LOG_FIELDS.map((field) => (field === 'alias_chain' ? entry.alias_chain.join(' → ') : entry[field])));
}

/**
 * Single calls, the newest first, each with all that is known of it on demand. Emits `log-open` (detail: the id of the
 * call that is opened, empty when it is closed) and `log-page` (detail: the offset).
 *
 * @property {Object} page the answer of the log
 * @property {string} opened the id of the call whose details are shown
 * @property {(key: string) => string} keyName what people call a key
 * @property {string} currency
 */
class AuroraUsageLog extends AuroraElement {
  static properties = {
    page: { attribute: false },
    opened: {},
    keyName: { attribute: false },
    currency: {},
  };

  connectedCallback() {
    super.connectedCallback();
    this.narrow = matchMedia('(max-width: 760px)');
    this.onWidth = () => this.requestUpdate();
    this.narrow.addEventListener('change', this.onWidth);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.narrow.removeEventListener('change', this.onWidth);
  }

  row(entry) {
    const open = entry.id === this.opened;
    const toggle = () => this.emit('log-open', open ? '' : entry.id);
    const asked = entry.original_model ?? '(none)';
    return html`
      <tr class="opens" @click=${(event) => !event.target.closest('button') && getSelection().isCollapsed && toggle()}>
        <td><button class="button button-icon log-toggle" type="button" aria-expanded=${open} aria-controls=${open ? `call-${entry.id}` : nothing} aria-label="Details of the call at ${moment(entry.time)}" @click=${toggle}>${icon('right')}</button></td>
        <td class="wide">${time(entry)}</td>
        <td><span class="two-lines"><bdi title=${asked}>${asked}</bdi><span class="quiet narrow-text">${time(entry)}</span></span></td>
        <td class="wide"><span class="clip" title=${this.keyName(entry.key_id)}><bdi>${this.keyName(entry.key_id)}</bdi></span></td>
        <td>${status(entry)}</td>
        <td class="wide end">${tokens(entry)}</td>
        <td class="wide end">${seconds(entry.duration_ms)}</td>
        <td class="end">${cost(entry.total_cost, this.currency)}</td>
      </tr>
      ${open ? html`<tr class="log-detail" id="call-${entry.id}"><td colspan=${this.narrow.matches ? 4 : 8}>${this.detail(entry)}</td></tr>` : nothing}
    `;
  }

  detail(entry) {
    return html`<dl class="facts">
      ${fact('Asked for', name(entry.original_model))}
      ${fact('Alias chain', entry.alias_chain.length === 0 ? quiet('no alias') : html`${entry.alias_chain.map((alias, place) => html`${place > 0 ? ' → ' : nothing}<bdi>${alias}</bdi>`)}`)}
      ${fact('Sent to', entry.provider ? html`<bdi>${entry.provider}/${entry.request_model}</bdi>` : quiet('no provider'))}
      ${fact('Answered by', name(entry.response_model))}
      ${fact('Operation', html`${entry.operation}${entry.stream ? ', streamed' : nothing}`)}
      ${fact('Status', html`${entry.status}${entry.error_code ? html`, <code>${entry.error_code}</code>` : nothing}${entry.partial ? ', cut off, so counts may be too low' : nothing}`)}
      ${fact('Caller', html`<bdi>${this.keyName(entry.key_id)}</bdi> <span class="quiet">${entry.key_id}</span>, ${entry.user_path ? html`<bdi>${entry.user_path}</bdi>` : quiet('no user path')}`)}
      ${fact('Tokens', entry.input_tokens === null && entry.output_tokens === null ? quiet('not known') : html`${count(entry.input_tokens)} in, of which ${number(entry.cached_input_tokens)} from a cache; ${count(entry.output_tokens)} out, of which ${number(entry.reasoning_tokens)} reasoning`)}
      ${fact('Cost', entry.total_cost === null ? html`${badge('not known', 'warn')} ${REASONS[entry.unpriced_reason] ?? entry.unpriced_reason ?? ''}` : html`${entry.total_cost} ${this.currency}${entry.input_cost === null ? nothing : html` <span class="quiet">(${entry.input_cost} input, ${entry.output_cost} output)</span>`}${entry.price_source ? html`, by ${entry.price_source}` : nothing}`)}
      ${fact('Time to first byte', entry.time_to_first_byte_ms === null ? quiet('there was none') : `${entry.time_to_first_byte_ms} ms`)}
      ${fact('Duration', `${entry.duration_ms} ms`)}
      ${fact('Time', entry.time)}
      ${fact('Request id', html`<code>${entry.request_id}</code>`)}
      ${fact('Call id', html`<code>${entry.id}</code>`)}
    </dl>`;
  }

  pager() {
    const { offset, limit, entries, total, total_capped: capped } = this.page;
    const more = capped || offset + entries.length < total;
    return html`
      <nav class="pager" aria-label="Pages of the log">
        <span class="quiet">${number(offset + 1)} to ${number(offset + entries.length)} of ${number(total)}${capped ? ' or more' : ''}</span>
        <button class="button button-small" type="button" ?disabled=${offset === 0} @click=${() => this.emit('log-page', Math.max(0, offset - limit))}>Newer</button>
        <button class="button button-small" type="button" ?disabled=${!more || entries.length < limit} @click=${() => this.emit('log-page', offset + limit)}>Older</button>
      </nav>
    `;
  }

  render() {
    return html`
      <div class="table-box">
        <table class="table log-table" aria-label="Calls, the newest first">
          <thead><tr>
            <th scope="col" class="log-open"><span class="visually-hidden">Details</span></th><th scope="col" class="wide log-time">Time (UTC)</th><th scope="col">Asked for</th><th scope="col" class="wide log-key">Key</th>
            <th scope="col" class="log-status">Status</th><th scope="col" class="wide end log-tokens">Tokens in, out</th><th scope="col" class="wide end log-duration">Duration</th><th scope="col" class="end log-cost">Cost</th>
          </tr></thead>
          <tbody>${this.page.entries.map((entry) => this.row(entry))}</tbody>
        </table>
      </div>
      ${this.pager()}
    `;
  }
}

function time(entry) {
  return html`<time datetime=${entry.time} title=${entry.time}>${moment(entry.time).slice(5, 19)}</time>`;
}

function status(entry) {
  const tone = entry.status < 300 ? (entry.partial ? 'warn' : 'good') : entry.status < 500 ? 'warn' : 'bad';
  return badge(entry.partial ? `${entry.status} cut` : entry.status, tone);
}

function tokens(entry) {
  return entry.input_tokens === null && entry.output_tokens === null ? quiet('—') : html`${count(entry.input_tokens)}, ${count(entry.output_tokens)}`;
}

function count(value) {
  return value === null ? '—' : number(value);
}

function seconds(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function name(text) {
  return text === null ? quiet('not known') : html`<bdi>${text}</bdi>`;
}

function quiet(text) {
  return html`<span class="quiet">${text}</span>`;
}

function fact(label, value) {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

customElements.define('aurora-usage-log', AuroraUsageLog);
