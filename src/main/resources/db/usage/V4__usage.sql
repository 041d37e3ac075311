-- How far each spool's calls are in usage_call; its number is the upper part of their keys.
CREATE TABLE usage_spool (
    spool  TEXT   NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    held   BIGINT NOT NULL
);

CREATE TABLE usage_counter (
    name  TEXT   NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

-- One row a call. Money is two columns: whole units of the currency, and 10^-18 of one. A cost that is not known is NULL.
CREATE TABLE usage_call (
    call                ${rowid} NOT NULL PRIMARY KEY,
    id                  TEXT     NOT NULL,
    at_millis           BIGINT   NOT NULL,
    request_id          TEXT     NOT NULL,
    api_key             TEXT     NOT NULL,
    user_path           TEXT,
    place               TEXT     NOT NULL,
    beyond              SMALLINT NOT NULL,
    original_model      TEXT,
    alias_chain         TEXT,
    provider            TEXT,
    request_model       TEXT,
    response_model      TEXT,
    operation           TEXT     NOT NULL,
    stream              SMALLINT NOT NULL,
    status              INTEGER  NOT NULL,
    error_code          TEXT,
    partial             SMALLINT NOT NULL,
    first_byte_micros   BIGINT,
    duration_micros     BIGINT   NOT NULL,
    input_tokens        BIGINT,
    output_tokens       BIGINT,
    cached_input_tokens BIGINT   NOT NULL,
    cache_write_tokens  BIGINT   NOT NULL,
    reasoning_tokens    BIGINT   NOT NULL,
    audio_input_tokens  BIGINT   NOT NULL,
    audio_output_tokens BIGINT   NOT NULL,
    units               TEXT,
    batch               SMALLINT NOT NULL,
    upstream_cost       TEXT,
    input_units         BIGINT,
    input_attos         BIGINT,
    output_units        BIGINT,
    output_attos        BIGINT,
    total_units         BIGINT,
    total_attos         BIGINT,
    price_source        TEXT,
    unpriced_reason     TEXT,
    pricings            INTEGER  NOT NULL
);

CREATE INDEX usage_call_at ON usage_call (at_millis, call);
CREATE INDEX usage_call_model ON usage_call (request_model, at_millis, call);

-- The sums that reports read. What scope, period and name hold depends on the kind: see RollupKind.
CREATE TABLE usage_rollup (
    kind                ${text}  NOT NULL,
    scope               ${text}  NOT NULL,
    period              BIGINT   NOT NULL,
    name                ${text}  NOT NULL,
    provider            ${text}  NOT NULL,
    model               ${text}  NOT NULL,
    requests            BIGINT   NOT NULL,
    unpriced            BIGINT   NOT NULL,
    stated              BIGINT   NOT NULL,
    uncharged           BIGINT   NOT NULL,
    input_tokens        BIGINT   NOT NULL,
    output_tokens       BIGINT   NOT NULL,
    cached_input_tokens BIGINT   NOT NULL,
    input_units         BIGINT   NOT NULL,
    input_attos         BIGINT   NOT NULL,
    output_units        BIGINT   NOT NULL,
    output_attos        BIGINT   NOT NULL,
    total_units         BIGINT   NOT NULL,
    total_attos         BIGINT   NOT NULL,
    PRIMARY KEY (kind, scope, period, name, provider, model)
) ${clustered};

CREATE INDEX usage_rollup_period ON usage_rollup (kind, period);

-- The places that have sums of their own, for each key and day: up to a limit.
CREATE TABLE usage_place (
    day     BIGINT  NOT NULL,
    api_key ${text} NOT NULL,
    place   ${text} NOT NULL,
    PRIMARY KEY (day, api_key, place)
) ${clustered};

CREATE TABLE usage_place_count (
    day     BIGINT  NOT NULL,
    api_key ${text} NOT NULL,
    places  INTEGER NOT NULL,
    PRIMARY KEY (day, api_key)
) ${clustered};
