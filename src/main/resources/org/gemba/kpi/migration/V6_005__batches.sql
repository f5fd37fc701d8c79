create table kpi_batch (
    batch_id varchar(40) primary key,
    client_id varchar(20),
    file_name varchar(260) not null,
    digest varchar(64) not null,
    status varchar(12) not null,
    total_rows integer not null,
    valid_rows integer not null,
    invalid_rows integer not null,
    processed integer not null,
    failed integer not null,
    task_id uuid,
    problem varchar(1000),
    created_at timestamp(6) with time zone not null,
    created_by varchar(120) not null,
    created_name varchar(120) not null,
    started_at timestamp(6) with time zone,
    finished_at timestamp(6) with time zone
);
create index kpi_batch_by_time on kpi_batch (created_at);
create index kpi_batch_by_digest on kpi_batch (digest);

-- A valid row waits as JSON until it is an entry; entry_id is set by the write that inserts the entry.
create table kpi_batch_row (
    batch_id varchar(40) not null,
    line integer not null,
    client_id varchar(20) not null,
    order_id bigint not null,
    content text not null,
    state varchar(10) not null,
    entry_id bigint,
    primary key (batch_id, line)
);

create table kpi_batch_error (
    batch_id varchar(40) not null,
    line integer not null,
    place integer not null,
    field varchar(100) not null,
    content varchar(300),
    problem varchar(500) not null,
    primary key (batch_id, line, place)
);
