-- Documents with their versions, claims with spans and values, the findings of the last review.
create table texts (
    sha256 text primary key,
    text text not null
);
create table documents (
    id text primary key,
    path text,
    title text,
    publisher text,
    author text,
    published text,
    url text,
    media_type text not null,
    snapshot integer not null
);
create table snapshots (
    document text not null references documents (id),
    number integer not null,
    text_sha256 text not null references texts (sha256),
    added_at text,
    json text not null,
    json_sha256 text not null,
    primary key (document, number)
);
create table claims (
    key integer primary key,
    id text not null,
    document text not null references documents (id),
    text_sha256 text not null references texts (sha256),
    position integer not null,
    quote text not null,
    polarity text not null,
    modality text not null,
    speaker text,
    json text not null,
    json_sha256 text not null,
    unique (document, text_sha256, position)
);
create index claims_by_id on claims (id);
create table spans (
    claim integer not null references claims (key) on delete cascade,
    role text not null,
    start integer not null,
    "end" integer not null,
    quote text not null
);
create index spans_by_claim on spans (claim);
create table claim_values (
    claim integer not null references claims (key) on delete cascade,
    kind text not null,
    text text not null,
    value text,
    low text,
    high text,
    approximation text,
    unit text,
    noun text,
    start integer not null,
    "end" integer not null
);
create index values_by_claim on claim_values (claim);
create index values_by_value on claim_values (kind, value);
create table findings (
    position integer primary key,
    id text not null,
    rule text not null,
    severity text not null,
    message text not null,
    a_document text not null,
    b_document text,
    found_at text,
    json text not null,
    json_sha256 text not null
);
create index findings_by_id on findings (id);
