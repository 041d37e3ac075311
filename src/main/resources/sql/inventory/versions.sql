SELECT origin, version FROM provider_models
