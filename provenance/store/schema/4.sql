-- Claims, those of one text of a document in one packed record (see provenance.store.packed), with their words.
create table claim_records (
    number integer primary key,
    document text not null references documents (id),
    text_sha256 text not null references texts (sha256),
    packed blob not null,
    sha256 text not null,
    filed integer not null default 0,
    unique (document, text_sha256)
);
drop trigger claim_words_are_added;
drop trigger claim_words_are_removed;
drop table claim_words;
-- The words of the claims of latest texts; a row is a place: 44 bits for the record, 20 for the claim in it.
create virtual table claim_words using fts5(words, content = '', detail = none, columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2');
