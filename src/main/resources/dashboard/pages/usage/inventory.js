import { api } from '../../core/api.js';

/** The names that filters complete: of the models that the gateway has. */
export async function inventory(signal) {
  const { body } = await api.get('models', { signal });
  return {
    models: [...new Set(body.map(({ kind, model }) => (kind === 'model' ? model : null)).filter(Boolean))].sort(),
    providers: [...new Set(body.map(({ kind, provider_name: name }) => (kind === 'model' ? name : null)).filter(Boolean))].sort(),
  };
}
