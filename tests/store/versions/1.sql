pragma application_id = 1347571542;
BEGIN TRANSACTION;
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
INSERT INTO "claim_values" VALUES(1,'name','Lowhaven',NULL,NULL,NULL,NULL,NULL,NULL,54,62);
INSERT INTO "claim_values" VALUES(2,'quantity','42','42','42','42','exact','','dockers',43,45);
INSERT INTO "claim_values" VALUES(2,'time','3 May 2021','2021-05-03',NULL,NULL,NULL,NULL,NULL,27,37);
INSERT INTO "claim_values" VALUES(2,'name','Lowhaven',NULL,NULL,NULL,NULL,NULL,NULL,82,90);
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
INSERT INTO "claims" VALUES(1,'3a6539aa6712814b','evening','8a2897de8b6a19226cca2617e896b4c55d5d7396c6b73cea350b058df65676b1',0,'On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour','affirmed','asserted','the port authority','{"id":"3a6539aa6712814b","span":{"document":"evening","start":0,"end":70,"quote":"On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour"},"sentence":{"document":"evening","start":0,"end":96,"quote":"On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour, the port authority said."},"quantities":[{"span":{"document":"evening","start":15,"end":17,"quote":"24"},"text":"24","value":"24","low":"24","high":"24","approximation":"exact","change":null,"unit":"","unit_text":"","noun":"dockers","modifier":""}],"times":[{"span":{"document":"evening","start":3,"end":13,"quote":"3 May 2021"},"text":"3 May 2021","kind":"date","value":"2021-05-03","start":"2021-05-03","end":"2021-05-04","relative_to":null}],"names":[{"span":{"document":"evening","start":54,"end":62,"quote":"Lowhaven"},"text":"Lowhaven","kind":"other"}],"attribution":{"source":{"document":"evening","start":72,"end":90,"quote":"the port authority"},"cue":{"document":"evening","start":91,"end":95,"quote":"said"},"content":{"document":"evening","start":0,"end":70,"quote":"On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour"},"speaker":"the port authority","kind":"indirect","chain":[]},"polarity":"affirmed","modality":"asserted","types":["figure","date","name","event"],"frame":{"actor":"","action":"injured","family":"HURT","undergoer":"24 dockers","place":"Lowhaven"},"reasons":["figure: figure ''24''","date: time ''3 May 2021''","name: name ''Lowhaven''","event: word of the family HURT"]}','f8ef71b686529dd772da07ce7ec5bac969f4635083467d28d94b131f419c316f');
INSERT INTO "claims" VALUES(2,'cf0c8efbc15037b7','harbour','234518d4f7d81302321be483a266332ebeb0867bd5766ebc59201a0cd3db5791',0,'The port authority said on 3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour','affirmed','asserted','The port authority','{"id":"cf0c8efbc15037b7","span":{"document":"harbour","start":0,"end":98,"quote":"The port authority said on 3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour"},"sentence":{"document":"harbour","start":0,"end":99,"quote":"The port authority said on 3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour."},"quantities":[{"span":{"document":"harbour","start":43,"end":45,"quote":"42"},"text":"42","value":"42","low":"42","high":"42","approximation":"exact","change":null,"unit":"","unit_text":"","noun":"dockers","modifier":""}],"times":[{"span":{"document":"harbour","start":27,"end":37,"quote":"3 May 2021"},"text":"3 May 2021","kind":"date","value":"2021-05-03","start":"2021-05-03","end":"2021-05-04","relative_to":null}],"names":[{"span":{"document":"harbour","start":82,"end":90,"quote":"Lowhaven"},"text":"Lowhaven","kind":"other"}],"attribution":{"source":{"document":"harbour","start":0,"end":18,"quote":"The port authority"},"cue":{"document":"harbour","start":19,"end":26,"quote":"said on"},"content":{"document":"harbour","start":27,"end":98,"quote":"3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour"},"speaker":"The port authority","kind":"indirect","chain":[]},"polarity":"affirmed","modality":"asserted","types":["figure","date","name","event"],"frame":{"actor":"","action":"injured","family":"HURT","undergoer":"42 dockers","place":"Lowhaven"},"reasons":["figure: figure ''42''","date: time ''3 May 2021''","name: name ''Lowhaven''","event: word of the family HURT"]}','f2dc36944613098bf113c2ffc3d47d59afde83ce45eee20f37f47e13ae00c1e1');
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
);
INSERT INTO "documents" VALUES('harbour',NULL,NULL,NULL,NULL,NULL,NULL,'text/plain',1);
INSERT INTO "documents" VALUES('evening',NULL,NULL,NULL,NULL,NULL,NULL,'text/plain',1);
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
CREATE TABLE migrations (number integer primary key, name text not null);
INSERT INTO "migrations" VALUES(1,'documents, claims, findings');
CREATE TABLE snapshots (
    document text not null references documents (id),
    number integer not null,
    text_sha256 text not null references texts (sha256),
    added_at text,
    json text not null,
    json_sha256 text not null,
    primary key (document, number)
);
INSERT INTO "snapshots" VALUES('harbour',1,'234518d4f7d81302321be483a266332ebeb0867bd5766ebc59201a0cd3db5791','2026-01-02T00:00:00+00:00','{"id":"harbour","sha256":"234518d4f7d81302321be483a266332ebeb0867bd5766ebc59201a0cd3db5791","text_sha256":"234518d4f7d81302321be483a266332ebeb0867bd5766ebc59201a0cd3db5791","title":null,"publisher":null,"author":null,"published":null,"url":null,"media_type":"text/plain","reader":"plain","reader_version":"1","warnings":[]}','7e48abcb19a941acecc5e648695e490b3c91f607d8e84f322ab557bcda7e8641');
INSERT INTO "snapshots" VALUES('evening',1,'8a2897de8b6a19226cca2617e896b4c55d5d7396c6b73cea350b058df65676b1','2026-01-02T00:00:00+00:00','{"id":"evening","sha256":"8a2897de8b6a19226cca2617e896b4c55d5d7396c6b73cea350b058df65676b1","text_sha256":"8a2897de8b6a19226cca2617e896b4c55d5d7396c6b73cea350b058df65676b1","title":null,"publisher":null,"author":null,"published":null,"url":null,"media_type":"text/plain","reader":"plain","reader_version":"1","warnings":[]}','796022ee4b53eea43c800652160a572f99bffce8ad146cf9cffaf77587ac8daf');
CREATE TABLE spans (
    claim integer not null references claims (key) on delete cascade,
    role text not null,
    start integer not null,
    "end" integer not null,
    quote text not null
);
INSERT INTO "spans" VALUES(1,'claim',0,70,'On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour');
INSERT INTO "spans" VALUES(1,'sentence',0,96,'On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour, the port authority said.');
INSERT INTO "spans" VALUES(1,'source',72,90,'the port authority');
INSERT INTO "spans" VALUES(1,'cue',91,95,'said');
INSERT INTO "spans" VALUES(1,'content',0,70,'On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour');
INSERT INTO "spans" VALUES(2,'claim',0,98,'The port authority said on 3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour');
INSERT INTO "spans" VALUES(2,'sentence',0,99,'The port authority said on 3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour.');
INSERT INTO "spans" VALUES(2,'source',0,18,'The port authority');
INSERT INTO "spans" VALUES(2,'cue',19,26,'said on');
INSERT INTO "spans" VALUES(2,'content',27,98,'3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour');
CREATE TABLE texts (
    sha256 text primary key,
    text text not null
);
INSERT INTO "texts" VALUES('234518d4f7d81302321be483a266332ebeb0867bd5766ebc59201a0cd3db5791','The port authority said on 3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour.
');
INSERT INTO "texts" VALUES('8a2897de8b6a19226cca2617e896b4c55d5d7396c6b73cea350b058df65676b1','On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour, the port authority said.
');
CREATE INDEX claims_by_id on claims (id);
CREATE INDEX spans_by_claim on spans (claim);
CREATE INDEX values_by_claim on claim_values (claim);
CREATE INDEX values_by_value on claim_values (kind, value);
CREATE INDEX findings_by_id on findings (id);
COMMIT;
