import { html, nothing } from 'lit';
import { areaField, checkField, field, textField } from '../../components/field.js';
import '../../components/combobox.js';

/**
 * What a call is made with.
 *
 * @param {{settings: Object, errors: Object, names: Object[], change: (changes: Object) => void}} options
 */
export function settingsForm({ settings, errors, names, change }) {
  const text = (id, label, more = {}) => textField({
    id: `playground-${id}`, label, value: settings[id], error: errors[id], onInput: (value) => change({ [id]: value }), ...more,
  });
  return html`
    <div class="form">
      ${field({
        id: 'playground-model', label: 'Model', error: errors.model,
        control: ({ id, describedBy, invalid }) => html`<aurora-combobox .inputId=${id} .value=${settings.model} .choices=${names} .placeholder=${'An alias or provider/model'}
          .describedBy=${describedBy === nothing ? '' : describedBy} .invalid=${invalid} @value-change=${(event) => change({ model: event.detail })}></aurora-combobox>`,
      })}
      ${text('path', 'User path', { hint: 'Sent as X-Aurora-User-Path. With the key you signed in with, the call has the rights of exactly that place; empty: all rights.', placeholder: '/team/alpha' })}
      <fieldset class="choices">
        <legend class="field-label">Key</legend>
        ${radio('own', 'The one I signed in with', !settings.ownKey, () => change({ ownKey: false }))}
        ${radio('app', 'An app’s key', settings.ownKey, () => change({ ownKey: true }))}
      </fieldset>
      ${settings.ownKey ? text('key', 'App key', { type: 'password', placeholder: 'sk_aurora_…', hint: 'Kept in memory until the page is left, and nowhere else.' }) : nothing}
      ${areaField({ id: 'playground-system', label: 'System prompt', rows: 3, value: settings.system, onInput: (system) => change({ system }) })}
      <div class="form-row pair">
        ${text('temperature', 'Temperature', { placeholder: 'default' })}
        ${text('maxTokens', 'Max tokens', { placeholder: 'default' })}
      </div>
      ${checkField({ id: 'playground-stream', label: 'Stream', hint: 'Tokens as they come.', checked: settings.stream, onChange: (stream) => change({ stream }) })}
      ${checkField({ id: 'playground-usage', label: 'Ask for usage in the stream', hint: 'stream_options.include_usage; a few providers refuse it.', checked: settings.usage, disabled: !settings.stream, onChange: (usage) => change({ usage }) })}
    </div>
  `;
}

function radio(id, label, checked, choose) {
  return html`
    <div class="check">
      <input type="radio" name="playground-whose" id="playground-${id}" .checked=${checked} @change=${choose}>
      <label for="playground-${id}">${label}</label>
    </div>
  `;
}
