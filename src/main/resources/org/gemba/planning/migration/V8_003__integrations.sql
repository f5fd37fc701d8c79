create table planning_sync (
    sync_id uuid primary key,
    integration varchar(40) not null,
    sync_type varchar(20) not null,
    entities varchar(100) not null,
    status varchar(20) not null,
    lines integer not null,
    levels integer not null,
    listed integer not null,
    unmatched varchar(4000) not null,
    problem varchar(1000),
    started_at timestamp(6) with time zone not null,
    started_by varchar(120) not null,
    finished_at timestamp(6) with time zone
);

create index planning_sync_integration on planning_sync (integration, started_at);

-- Up to when a store's data is known; set only after everything before it was stored.
create table planning_watermark (
    integration varchar(40) not null,
    store varchar(120) not null,
    entity varchar(20) not null,
    reached timestamp(6) with time zone not null,
    primary key (integration, store, entity)
);
