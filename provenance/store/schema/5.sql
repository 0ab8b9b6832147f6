-- The index of matching in parts: a key that stands everywhere is no longer read and written as a whole.
drop table postings;
-- In how many documents each key stands: what many hold is not read at all.
create table holders (
    key integer primary key,
    documents integer not null
);
-- Where each key stands, in parts of 1,024 documents: numbers of 32 bits each, ascending.
create table postings (
    key integer not null,
    part integer not null,
    places blob not null,
    primary key (key, part)
) without rowid;
-- Filled again by the next review, add or rebuild.
drop table near;
delete from indexed;
-- The documents that share most with each one.
create table partners (
    document integer not null,
    other integer not null,
    score integer not null,
    primary key (document, other)
) without rowid;
create index partners_by_other on partners (other);
