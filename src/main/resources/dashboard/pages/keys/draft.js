import { expiryOf } from './expiry.js';

/** What is compared after a conflict, in order. */
export const FIELDS = [
  { id: 'name', label: 'Name' },
  { id: 'user_path', label: 'User path' },
  { id: 'allowed_models', label: 'May call', show: (names) => (names ? names.join(', ') || 'no model' : 'any model') },
  { id: 'denied_models', label: 'May not call', show: (names) => (names ?? []).join(', ') || '—' },
  { id: 'expires_at', label: 'Expires', show: (time) => time ?? 'never' },
];

/** What a form starts with: a key's view, or nothing for a new one. */
export function draftOf(view) {
  const allowed = view?.allowed_models ?? null;
  return {
    name: view?.name ?? '',
    userPath: view?.user_path ?? '',
    may: allowed === null ? 'any' : allowed.length === 0 ? 'none' : 'some',
    allowed: allowed ?? [],
    denied: view?.denied_models ?? [],
    expiry: view?.expires_at ? 'keep' : 'never',
    at: '',
    present: view?.expires_at ?? null,
    reason: '',
  };
}

/** The body of a write. */
export function documentOf(draft) {
  return {
    name: draft.name,
    user_path: draft.userPath === '' ? null : draft.userPath,
    allowed_models: draft.may === 'any' ? null : draft.may === 'none' ? [] : draft.allowed,
    denied_models: draft.denied,
    expires_at: expiryOf(draft.expiry, draft.at, draft.present),
  };
}

/** What is wrong before it is sent, by field; the gateway has the last word on everything else. */
export function mistakes(draft) {
  const wrong = {};
  if (draft.name.trim() === '') wrong.name = 'Give the key a name, such as that of the app that gets it.';
  if (draft.may === 'some' && draft.allowed.length === 0) wrong.allowed_models = 'Add at least one name, or choose that it may call no model.';
  if (draft.expiry === 'at' && draft.at === '') wrong.expires_at = 'Say when it ends, or choose that it never does.';
  return wrong;
}

/** Which field a refusal is about; empty where that is not clear. */
export function fieldOf(problem) {
  return FIELDS.map(({ id }) => id).find((id) => problem.param === id) ?? FIELDS.map(({ id }) => id).find((id) => id !== 'name' && problem.message.includes(id)) ?? '';
}

/** The names that can be put into a key's lists: everything, whole providers, models and aliases. */
export function nameChoices(models) {
  const providers = [...new Set(models.map((model) => model.kind === 'model' && model.provider_name).filter(Boolean))].sort();
  return [
    { value: '*', hint: 'everything' },
    ...providers.map((provider) => ({ value: `${provider}/*`, hint: 'whole provider' })),
    ...models.map(({ name, kind }) => ({ value: name, hint: kind })),
  ];
}
