SELECT holder, beat FROM refresh_lease WHERE name = 'provider_models'
