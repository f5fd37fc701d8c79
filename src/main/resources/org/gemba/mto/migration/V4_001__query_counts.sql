create table mto_query_count (
    mto_number varchar(50) primary key,
    queries bigint not null,
    last_queried_at timestamp with time zone not null
);
