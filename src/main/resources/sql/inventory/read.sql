SELECT origin, version, value FROM provider_models WHERE origin = :#${body}
