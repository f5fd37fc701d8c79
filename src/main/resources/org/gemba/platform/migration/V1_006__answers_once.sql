create table answer_once (
    owner varchar(200) not null,
    operation varchar(200) not null,
    client_key varchar(255) not null,
    fingerprint varchar(64) not null,
    status integer not null,
    body text not null,
    stored_at timestamp(6) with time zone not null,
    primary key (owner, operation, client_key)
);
create index answer_once_by_time on answer_once (stored_at);
