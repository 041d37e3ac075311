import { html, nothing } from 'lit';
import { field, textField } from '../../components/field.js';
import { icon } from '../../components/icon.js';
import '../../components/combobox.js';

const CALLERS = [
  { value: 'nobody', label: 'Nobody', hint: 'no key' },
  { value: 'path', label: 'A user path', hint: 'whoever is at that place' },
  { value: 'key', label: 'A key', hint: 'its holder' },
];

/**
 * What is asked: the name and who calls it.
 *
 * @param {{draft: Object, errors: Object, names: Object[], providers: Object[], keys: Object[],
 *     change: (changes: Object) => void, submit: () => void}} options `draft` {model, provider, as, path, key}
 */
export function questionForm({ draft, errors, names, providers, keys, change, submit }) {
  return html`
    <form class="card form question" novalidate @submit=${(event) => { event.preventDefault(); submit(); }}>
      <div class="form-row">
        ${completed({ id: 'explain-model', label: 'Model', hint: 'An alias, provider/model, or a bare model id.', error: errors.model, value: draft.model, choices: names, onChange: (model) => change({ model }) })}
        ${completed({ id: 'explain-provider', label: 'Provider (optional)', hint: 'As the call’s own field “provider”.', value: draft.provider, choices: providers, onChange: (provider) => change({ provider }) })}
      </div>
      <fieldset class="choices choices-row">
        <legend class="field-label">Caller</legend>
        ${CALLERS.map(({ value, label, hint }) => html`
          <div class="check">
            <input type="radio" name="explain-caller" id="explain-as-${value}" .checked=${draft.as === value} @change=${() => change({ as: value })}>
            <label for="explain-as-${value}">${label} <span class="quiet small">${hint}</span></label>
          </div>`)}
      </fieldset>
      ${draft.as === 'nobody' ? nothing : html`
        <div class="form-row">
          ${draft.as === 'key' ? completed({ id: 'explain-key', label: 'Key', hint: 'By its name or id.', error: errors.key, value: draft.key, choices: keys, onChange: (key) => change({ key }) }) : nothing}
          ${textField({
            id: 'explain-path', label: draft.as === 'key' ? 'X-Aurora-User-Path (optional)' : 'User path',
            hint: draft.as === 'key' ? 'As the header: a place at or below the key’s own.' : 'Such as /team/alpha/service-x.', placeholder: '/team/alpha',
            value: draft.path, error: errors.path, onInput: (path) => change({ path }),
          })}
        </div>`}
      <div class="buttons"><button class="button button-primary" type="submit">${icon('explain')}Explain</button></div>
    </form>
  `;
}

function completed({ value, choices, onChange, ...rest }) {
  return field({
    ...rest,
    control: ({ id, describedBy, invalid }) => html`
      <aurora-combobox .inputId=${id} .value=${value} .choices=${choices} .describedBy=${describedBy === nothing ? '' : describedBy} .invalid=${invalid}
        @value-change=${(event) => onChange(event.detail)}></aurora-combobox>`,
  });
}
