-- The id is the second of creation times 100000 plus a number within the second: PROD-20251215-143045-001 is a form
-- of it, so the largest table needs no index for its public id.
create table kpi_entry (
    id bigint primary key,
    client_id varchar(20) not null,
    order_id bigint not null,
    job_id bigint,
    shift_date date not null,
    shift_type varchar(12) not null,
    operation_id varchar(50),
    units_produced integer not null,
    units_defective integer not null,
    run_time_hours numeric(14, 8) not null,
    employees_assigned integer not null,
    employees_present integer,
    shift_hours_scheduled numeric(14, 8),
    downtime_minutes integer not null,
    notes varchar(2000),
    entry_method varchar(16) not null,
    batch_id varchar(40),
    state varchar(10) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(120) not null,
    created_name varchar(120) not null,
    updated_at timestamp(6) with time zone,
    updated_by varchar(120),
    verified_at timestamp(6) with time zone,
    verified_by varchar(120),
    version integer not null
);
create index kpi_entry_by_day on kpi_entry (client_id, shift_date, id);
create index kpi_entry_by_order on kpi_entry (order_id, shift_date, id);
create index kpi_entry_by_date on kpi_entry (shift_date, id);

-- What the entries of one order in one shift of one day sum up to, kept by the same writes. Times are in minutes, so
-- that the sums are exact.
create table kpi_entry_day (
    client_id varchar(20) not null,
    shift_date date not null,
    order_id bigint not null,
    shift_type varchar(12) not null,
    entries integer not null,
    units_produced bigint not null,
    units_defective bigint not null,
    run_minutes numeric(24, 8) not null,
    shift_minutes numeric(24, 8) not null,
    labour_minutes numeric(24, 8) not null,
    downtime_minutes bigint not null,
    employees_assigned bigint not null,
    present_entries integer not null,
    employees_present bigint not null,
    primary key (client_id, shift_date, order_id, shift_type)
);
create index kpi_entry_day_by_order on kpi_entry_day (order_id, shift_date);
