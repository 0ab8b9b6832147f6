-- The index of matching: derived from documents and claims, so it has no digests and is in no dump.
create table indexed (
    number integer primary key,
    document text not null unique references documents (id),
    digest text not null,
    keys blob not null,
    listed integer not null,
    least integer not null
);
-- Where each key stands: document and claim as one number of 64 bits each.
create table postings (
    key integer primary key,
    places blob not null
);
-- The documents that share most with each one.
create table near (
    document integer not null,
    other integer not null,
    score integer not null,
    primary key (document, other)
) without rowid;
create index near_by_other on near (other);
-- How many relations worth telling two documents have; the digest is of both.
create table compared (
    one text not null,
    other text not null,
    digest text not null,
    told integer not null,
    primary key (one, other)
) without rowid;
