pragma application_id = 1347571542;
BEGIN TRANSACTION;
CREATE TABLE checked (
    target text not null,
    position integer not null,
    id text not null,
    json text not null,
    json_sha256 text not null,
    primary key (target, position)
);
CREATE TABLE claim_values (
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
INSERT INTO "claim_values" VALUES(1,'quantity','24','24','24','24','exact','','dockers',15,17);
INSERT INTO "claim_values" VALUES(1,'time','3 May 2021','2021-05-03',NULL,NULL,NULL,NULL,NULL,3,13);
INSERT INTO "claim_values" VALUES(1,'name','Lowhaven',NULL,NULL,NULL,NULL,NULL,NULL,53,61);
INSERT INTO "claim_values" VALUES(2,'quantity','three','3','3','3','exact','','warehouses',115,120);
INSERT INTO "claim_values" VALUES(3,'quantity','42','42','42','42','exact','','dockers',43,45);
INSERT INTO "claim_values" VALUES(3,'time','3 May 2021','2021-05-03',NULL,NULL,NULL,NULL,NULL,27,37);
INSERT INTO "claim_values" VALUES(3,'name','Lowhaven',NULL,NULL,NULL,NULL,NULL,NULL,81,89);
INSERT INTO "claim_values" VALUES(4,'quantity','five','5','5','5','exact','','warehouses',118,122);
create virtual table claim_words using fts5(
    quote, content = 'claims', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO "claim_words" VALUES('On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour');
INSERT INTO "claim_words" VALUES('The fire destroyed three warehouses');
INSERT INTO "claim_words" VALUES('The port authority said on 3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour');
INSERT INTO "claim_words" VALUES('The fire destroyed five warehouses');
CREATE TABLE claims (
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
INSERT INTO "claims" VALUES(1,'b9fc6f67b0d19270','evening','56cfae9641e3077935958d4659a69a4ed3c0178a815f604027ae3b331152c12b',0,'On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour','affirmed','asserted','the port authority','{"id":"b9fc6f67b0d19270","span":{"document":"evening","start":0,"end":69,"quote":"On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour"},"sentence":{"document":"evening","start":0,"end":95,"quote":"On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour, the port authority said."},"quantities":[{"span":{"document":"evening","start":15,"end":17,"quote":"24"},"text":"24","value":"24","low":"24","high":"24","approximation":"exact","change":null,"unit":"","unit_text":"","noun":"dockers","modifier":""}],"times":[{"span":{"document":"evening","start":3,"end":13,"quote":"3 May 2021"},"text":"3 May 2021","kind":"date","value":"2021-05-03","start":"2021-05-03","end":"2021-05-04","relative_to":null}],"names":[{"span":{"document":"evening","start":53,"end":61,"quote":"Lowhaven"},"text":"Lowhaven","kind":"other"}],"attribution":{"source":{"document":"evening","start":71,"end":89,"quote":"the port authority"},"cue":{"document":"evening","start":90,"end":94,"quote":"said"},"content":{"document":"evening","start":0,"end":69,"quote":"On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour"},"speaker":"the port authority","kind":"indirect","chain":[]},"polarity":"affirmed","modality":"asserted","types":["figure","date","name","event"],"frame":{"actor":"","action":"killed","family":"DIE","undergoer":"24 dockers","place":"Lowhaven"},"reasons":["figure: figure ''24''","date: time ''3 May 2021''","name: name ''Lowhaven''","event: word of the family DIE"]}','84a6e01552482bb78bc5608246af539ed864cb384a3dff62ee2b45a718636a8b');
INSERT INTO "claims" VALUES(2,'39e556a4eebf0b89','evening','56cfae9641e3077935958d4659a69a4ed3c0178a815f604027ae3b331152c12b',1,'The fire destroyed three warehouses','affirmed','asserted',NULL,'{"id":"39e556a4eebf0b89","span":{"document":"evening","start":96,"end":131,"quote":"The fire destroyed three warehouses"},"sentence":{"document":"evening","start":96,"end":132,"quote":"The fire destroyed three warehouses."},"quantities":[{"span":{"document":"evening","start":115,"end":120,"quote":"three"},"text":"three","value":"3","low":"3","high":"3","approximation":"exact","change":null,"unit":"","unit_text":"","noun":"warehouses","modifier":""}],"times":[],"names":[],"attribution":null,"polarity":"affirmed","modality":"asserted","types":["figure","event"],"frame":{"actor":"The fire","action":"destroyed","family":"DESTROY","undergoer":"three warehouses","place":""},"reasons":["figure: figure ''three''","event: word of the family FIRE"]}','e8e57877910939ed4df088d5f94e028513480e57a3b61d8ac3bd2fe7592a1162');
INSERT INTO "claims" VALUES(3,'4a0b348234f6586e','harbour','8f9f3deb70b0faca8120ddf8a2305af01799809c4338e442d2e28403d420e79a',0,'The port authority said on 3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour','affirmed','asserted','The port authority','{"id":"4a0b348234f6586e","span":{"document":"harbour","start":0,"end":97,"quote":"The port authority said on 3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour"},"sentence":{"document":"harbour","start":0,"end":98,"quote":"The port authority said on 3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour."},"quantities":[{"span":{"document":"harbour","start":43,"end":45,"quote":"42"},"text":"42","value":"42","low":"42","high":"42","approximation":"exact","change":null,"unit":"","unit_text":"","noun":"dockers","modifier":""}],"times":[{"span":{"document":"harbour","start":27,"end":37,"quote":"3 May 2021"},"text":"3 May 2021","kind":"date","value":"2021-05-03","start":"2021-05-03","end":"2021-05-04","relative_to":null}],"names":[{"span":{"document":"harbour","start":81,"end":89,"quote":"Lowhaven"},"text":"Lowhaven","kind":"other"}],"attribution":{"source":{"document":"harbour","start":0,"end":18,"quote":"The port authority"},"cue":{"document":"harbour","start":19,"end":26,"quote":"said on"},"content":{"document":"harbour","start":27,"end":97,"quote":"3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour"},"speaker":"The port authority","kind":"indirect","chain":[]},"polarity":"affirmed","modality":"asserted","types":["figure","date","name","event"],"frame":{"actor":"","action":"killed","family":"DIE","undergoer":"42 dockers","place":"Lowhaven"},"reasons":["figure: figure ''42''","date: time ''3 May 2021''","name: name ''Lowhaven''","event: word of the family DIE"]}','a2625b9deb3d7fe3d4929527335a915f36dc1ecdec3524dd0cdea2c77f696a67');
INSERT INTO "claims" VALUES(4,'d7d10273cc56541f','harbour','8f9f3deb70b0faca8120ddf8a2305af01799809c4338e442d2e28403d420e79a',1,'The fire destroyed five warehouses','affirmed','asserted',NULL,'{"id":"d7d10273cc56541f","span":{"document":"harbour","start":99,"end":133,"quote":"The fire destroyed five warehouses"},"sentence":{"document":"harbour","start":99,"end":134,"quote":"The fire destroyed five warehouses."},"quantities":[{"span":{"document":"harbour","start":118,"end":122,"quote":"five"},"text":"five","value":"5","low":"5","high":"5","approximation":"exact","change":null,"unit":"","unit_text":"","noun":"warehouses","modifier":""}],"times":[],"names":[],"attribution":null,"polarity":"affirmed","modality":"asserted","types":["figure","event"],"frame":{"actor":"The fire","action":"destroyed","family":"DESTROY","undergoer":"five warehouses","place":""},"reasons":["figure: figure ''five''","event: word of the family FIRE"]}','4a3b787653c7bed3254fac83f3331d193833ad8268c27aace48db3840405b295');
CREATE TABLE documents (
    id text primary key,
    path text,
    title text,
    publisher text,
    author text,
    published text,
    url text,
    media_type text not null,
    snapshot integer not null
, row_sha256 text);
INSERT INTO "documents" VALUES('harbour',NULL,NULL,NULL,NULL,NULL,NULL,'text/plain',1,'64b145bb9d92bc1d5eefb479f8c37223895c5fffcb392bc9e9df6c6582c36faa');
INSERT INTO "documents" VALUES('evening',NULL,NULL,NULL,NULL,NULL,NULL,'text/plain',1,'a9ece06b6088af606bcb561f0504cfa5be4664eae69fec3f4f57c67a1251b0c6');
CREATE TABLE findings (
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
INSERT INTO "findings" VALUES(0,'6583e2c96bd5481cd97373ec9917940caddd87160017f53de1403826c4bf0f90','PV301','error','the figures differ on warehouses (destruction): ''three'' and ''five''','evening','harbour','2026-01-02T00:00:00+00:00','{"id":"6583e2c96bd5481cd97373ec9917940caddd87160017f53de1403826c4bf0f90","rule":"PV301","severity":"error","relation":"conflicts","score":0.9452,"message":"the figures differ on warehouses (destruction): ''three'' and ''five''","reasons":["measure: both count ''warehous''","quantity: \"three\" and \"five\": two exact values that differ","place: identical: ''Lowhaven'' / ''Lowhaven''; taken from the text around at least one of them","time: the days meet; taken from the text around at least one of them","action: both speak of destruction, a fire","wording: 96% of the telling words: warehous, destroy, fire"],"a":{"document":"evening","start":96,"end":131,"quote":"The fire destroyed three warehouses"},"b":{"document":"harbour","start":99,"end":133,"quote":"The fire destroyed five warehouses"},"claims":["39e556a4eebf0b89","d7d10273cc56541f"],"slots":[{"slot":"measure","verdict":"same","a":"warehouses (destruction)","b":"warehouses (destruction)","reason":"both count ''warehous''"},{"slot":"quantity","verdict":"different","a":"three","b":"five","reason":"\"three\" and \"five\": two exact values that differ"},{"slot":"place","verdict":"compatible","a":"Lowhaven","b":"Lowhaven","reason":"identical: ''Lowhaven'' / ''Lowhaven''; taken from the text around at least one of them"},{"slot":"time","verdict":"compatible","a":"","b":"","reason":"the days meet; taken from the text around at least one of them"},{"slot":"actor","verdict":"unknown","a":"The fire","b":"The fire","reason":"no actor in common"},{"slot":"action","verdict":"same","a":"destruction, a fire","b":"destruction, a fire","reason":"both speak of destruction, a fire"},{"slot":"attribution","verdict":"unknown","a":"","b":"","reason":"a speaker on one side at most"},{"slot":"wording","verdict":"same","a":"","b":"","reason":"96% of the telling words: warehous, destroy, fire"}]}','a10c86a1e8f03a7761e13d9f3dfc0cdf3fff87d173b4a86ae6c00ac3b1dcb42c');
CREATE TABLE identity (
    number integer primary key check (number = 1),
    name text not null,
    name_sha256 text not null
);
INSERT INTO "identity" VALUES(1,'6bebc9622b11e78d','c80a61d4b68d6e959f77753988875556388c37f5bf4daec72f39d154a9062d64');
CREATE TABLE journal (
    number integer primary key,
    entry text not null,
    hash text not null
);
CREATE TABLE migrations (number integer primary key, name text not null);
INSERT INTO "migrations" VALUES(1,'documents, claims, findings');
INSERT INTO "migrations" VALUES(2,'journal of decisions, findings of checks, search');
CREATE TABLE snapshots (
    document text not null references documents (id),
    number integer not null,
    text_sha256 text not null references texts (sha256),
    added_at text,
    json text not null,
    json_sha256 text not null,
    primary key (document, number)
);
INSERT INTO "snapshots" VALUES('harbour',1,'8f9f3deb70b0faca8120ddf8a2305af01799809c4338e442d2e28403d420e79a','2026-01-02T00:00:00+00:00','{"id":"harbour","sha256":"8f9f3deb70b0faca8120ddf8a2305af01799809c4338e442d2e28403d420e79a","text_sha256":"8f9f3deb70b0faca8120ddf8a2305af01799809c4338e442d2e28403d420e79a","title":null,"publisher":null,"author":null,"published":null,"url":null,"media_type":"text/plain","reader":"plain","reader_version":"1","warnings":[]}','793138b63207641a90f469c2f536475e8d42bd6ce72f0c641699fee2ad6350c5');
INSERT INTO "snapshots" VALUES('evening',1,'56cfae9641e3077935958d4659a69a4ed3c0178a815f604027ae3b331152c12b','2026-01-02T00:00:00+00:00','{"id":"evening","sha256":"56cfae9641e3077935958d4659a69a4ed3c0178a815f604027ae3b331152c12b","text_sha256":"56cfae9641e3077935958d4659a69a4ed3c0178a815f604027ae3b331152c12b","title":null,"publisher":null,"author":null,"published":null,"url":null,"media_type":"text/plain","reader":"plain","reader_version":"1","warnings":[]}','6373a642fa3a14dcfdd7bed1f78ea51f7ed3cbbaba938a08e72004c534f62507');
CREATE TABLE spans (
    claim integer not null references claims (key) on delete cascade,
    role text not null,
    start integer not null,
    "end" integer not null,
    quote text not null
);
INSERT INTO "spans" VALUES(1,'claim',0,69,'On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour');
INSERT INTO "spans" VALUES(1,'sentence',0,95,'On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour, the port authority said.');
INSERT INTO "spans" VALUES(1,'source',71,89,'the port authority');
INSERT INTO "spans" VALUES(1,'cue',90,94,'said');
INSERT INTO "spans" VALUES(1,'content',0,69,'On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour');
INSERT INTO "spans" VALUES(2,'claim',96,131,'The fire destroyed three warehouses');
INSERT INTO "spans" VALUES(2,'sentence',96,132,'The fire destroyed three warehouses.');
INSERT INTO "spans" VALUES(3,'claim',0,97,'The port authority said on 3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour');
INSERT INTO "spans" VALUES(3,'sentence',0,98,'The port authority said on 3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour.');
INSERT INTO "spans" VALUES(3,'source',0,18,'The port authority');
INSERT INTO "spans" VALUES(3,'cue',19,26,'said on');
INSERT INTO "spans" VALUES(3,'content',27,97,'3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour');
INSERT INTO "spans" VALUES(4,'claim',99,133,'The fire destroyed five warehouses');
INSERT INTO "spans" VALUES(4,'sentence',99,134,'The fire destroyed five warehouses.');
CREATE TABLE texts (
    sha256 text primary key,
    text text not null
);
INSERT INTO "texts" VALUES('8f9f3deb70b0faca8120ddf8a2305af01799809c4338e442d2e28403d420e79a','The port authority said on 3 May 2021 that 42 dockers were killed in the fire at Lowhaven harbour. The fire destroyed five warehouses.
');
INSERT INTO "texts" VALUES('56cfae9641e3077935958d4659a69a4ed3c0178a815f604027ae3b331152c12b','On 3 May 2021, 24 dockers were killed in the fire at Lowhaven harbour, the port authority said. The fire destroyed three warehouses.
');
CREATE INDEX claims_by_id on claims (id);
CREATE INDEX spans_by_claim on spans (claim);
CREATE INDEX values_by_claim on claim_values (claim);
CREATE INDEX values_by_value on claim_values (kind, value);
CREATE INDEX findings_by_id on findings (id);
CREATE TRIGGER journal_is_never_updated before update on journal
    begin select raise(abort, 'the journal is append-only'); end;
CREATE TRIGGER journal_is_never_deleted before delete on journal
    begin select raise(abort, 'the journal is append-only'); end;
CREATE TRIGGER journal_is_appended_to before insert on journal
    when new.number is not (select coalesce(max(number), 0) + 1 from journal)
    begin select raise(abort, 'the journal is append-only'); end;
CREATE INDEX checked_by_id on checked (id);
CREATE TRIGGER claim_words_are_added after insert on claims
    begin insert into claim_words (rowid, quote) values (new.key, new.quote); end;
CREATE TRIGGER claim_words_are_removed after delete on claims
    begin insert into claim_words (claim_words, rowid, quote) values ('delete', old.key, old.quote); end;
INSERT INTO claim_words(claim_words) VALUES('rebuild');
COMMIT;
