-- The signatures of a document's claims, so that they need not be made again whenever it is compared.
create table signed (
    document text primary key references documents (id),
    made_of text not null,
    packed blob not null,
    sha256 text not null
)
