import { html, nothing } from 'lit';
import { note } from '../../components/states.js';
import { count, number } from '../../core/format.js';
import { href } from '../../core/router.js';
import { stateBadge, when } from './columns.js';

/** All that is known of one provider. */
export function detail(provider) {
  const { models, dropped, since_start: since } = provider;
  const lost = dropped.blank + dropped.repeated + dropped.too_long + dropped.invalid;
  return html`
    ${provider.last_error ? note(html`<bdi>${provider.last_error}</bdi>`, 'bad') : nothing}
    ${provider.reason && provider.reason !== provider.last_error ? note(html`<bdi>${provider.reason}</bdi>`, 'warn') : nothing}
    <dl class="facts">
      ${fact('State', stateBadge(provider))}
      ${fact('Type', provider.type)}
      ${fact('Base URL', provider.base_url ? html`<code class="break">${provider.base_url}</code>` : 'inside the gateway')}
      ${fact('Asked for models', provider.asked ? 'yes' : 'no')}
      ${fact('Models', html`${number(models.total)} <span class="quiet">(${number(models.upstream)} from upstream, ${number(models.configured)} configured, ${number(models.stale)} stale)</span>`)}
      ${fact('Last poll', when(provider.last_poll))}
      ${fact('Last success', when(provider.last_success))}
      ${fact('Failures in a row', number(provider.failures))}
      ${fact('Ids dropped', lost === 0 ? 'none' : `${number(lost)} (${dropped.blank} blank, ${dropped.repeated} repeated, ${dropped.too_long} too long, ${dropped.invalid} invalid)`)}
      ${fact('Since the start', `${count(since.polls, 'poll')}, ${number(since.failed)} failed; ${number(since.added)} added, ${number(since.gone)} gone`)}
    </dl>
    ${provider.last_change ? change(provider.last_change) : nothing}
    <p><a href=${href('models', [], { provider: provider.name })}>Show its models</a></p>
  `;
}

function fact(label, value) {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function change(last) {
  return html`
    <h3>Last change, ${when(last.at)}</h3>
    ${names('Added', last.added, last.added_count)}
    ${names('Gone', last.gone, last.gone_count)}
    ${names('Aliases it broke', last.broken_aliases, last.broken_aliases.length)}
    ${names('Rules that match nothing now', last.idle_rules, last.idle_rules.length)}
  `;
}

function names(label, some, all) {
  return all === 0 ? nothing : html`
    <h4>${label} <span class="quiet">${number(all)}</span></h4>
    <ul class="names">${some.map((name) => html`<li><bdi>${name}</bdi></li>`)}${all > some.length ? html`<li class="quiet">and ${number(all - some.length)} more</li>` : nothing}</ul>
  `;
}
