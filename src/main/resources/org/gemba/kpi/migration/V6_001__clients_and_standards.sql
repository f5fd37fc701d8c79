create table kpi_client (
    client_id varchar(20) primary key,
    name varchar(200) not null,
    location varchar(200),
    timezone varchar(64) not null,
    kind varchar(20) not null,
    is_active boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(120) not null,
    version integer not null
);

create table kpi_shift (
    client_id varchar(20) not null,
    shift_type varchar(12) not null,
    starts_at time not null,
    ends_at time not null,
    hours numeric(8, 4) not null,
    weekdays varchar(40) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(120) not null,
    primary key (client_id, shift_type)
);

create table kpi_target (
    client_id varchar(20) not null,
    kpi varchar(24) not null,
    target numeric(18, 6) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(120) not null,
    primary key (client_id, kpi)
);

create table kpi_cycle_time (
    client_id varchar(20) not null,
    style_model varchar(100) not null,
    ideal_cycle_time numeric(18, 8) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(120) not null,
    primary key (client_id, style_model)
);

create table kpi_part_opportunities (
    client_id varchar(20) not null,
    part_number varchar(100) not null,
    opportunities_per_unit integer not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(120) not null,
    primary key (client_id, part_number)
);
