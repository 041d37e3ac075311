import { api } from '../../core/api.js';

/** The gateway's currency, and the names that filters complete: from the models it has and their prices. */
export async function inventory(signal) {
  const { body } = await api.get('models', { signal });
  return {
    currency: body.find(({ price }) => price?.currency)?.price.currency ?? '',
    models: [...new Set(body.map(({ kind, model }) => (kind === 'model' ? model : null)).filter(Boolean))].sort(),
    providers: [...new Set(body.map(({ kind, provider_name: name }) => (kind === 'model' ? name : null)).filter(Boolean))].sort(),
  };
}
