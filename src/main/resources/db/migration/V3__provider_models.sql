-- What replicas tell each other about the models of each provider: one row a provider, replaced whole.
CREATE TABLE provider_models (
    origin  TEXT   NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    value   TEXT   NOT NULL
);

-- Which replica asks the providers. Its holder counts on; where it stands still, the holder is gone.
CREATE TABLE refresh_lease (
    name   TEXT   NOT NULL PRIMARY KEY,
    holder TEXT   NOT NULL,
    beat   BIGINT NOT NULL
);

INSERT INTO refresh_lease (name, holder, beat) VALUES ('provider_models', '', 0);
