-- Who came through WeChat, and whose orders each may see.
create table tracking_user (
    id uuid primary key,
    openid varchar(99) not null,
    nick_name varchar(200) not null,
    avatar_url varchar(1000) not null,
    customer_number varchar(200),
    customer_id varchar(50),
    customer_name varchar(1000),
    bound_at timestamp(6) with time zone,
    wants_messages boolean not null,
    created_at timestamp(6) with time zone not null,
    last_login_at timestamp(6) with time zone not null
);
create unique index tracking_user_openid on tracking_user (openid);
create index tracking_user_customer on tracking_user (customer_number);

-- Orders as they were derived from the stored documents last. The row is what lists and searches read, the body is the
-- order itself.
create table tracking_order (
    customer_number varchar(200) not null,
    order_no varchar(200) not null,
    order_date date,
    status varchar(20) not null,
    search_text varchar(8000) not null,
    changed_at timestamp(6) with time zone not null,
    primary key (customer_number, order_no)
);

create table tracking_order_body (
    customer_number varchar(200) not null,
    order_no varchar(200) not null,
    body varchar(1000000) not null,
    primary key (customer_number, order_no)
);

-- Of which MTO numbers each order is made, so that a change of one finds its orders.
create table tracking_order_mto (
    customer_number varchar(200) not null,
    order_no varchar(200) not null,
    mto varchar(200) not null,
    primary key (customer_number, order_no, mto)
);
create index tracking_order_mto_number on tracking_order_mto (mto);

create table tracking_position (
    id integer primary key,
    erp_version bigint not null,
    refreshed_at timestamp(6) with time zone
);
insert into tracking_position (id, erp_version) values (1, 0);

create table tracking_template (
    id varchar(100) primary key,
    title varchar(200) not null,
    fields varchar(4000) not null,
    page varchar(1024) not null,
    on_status_change boolean not null,
    version integer not null
);

-- Every message that was to be sent. The occasion makes sure that one is sent once.
create table tracking_message (
    id uuid primary key,
    user_id uuid not null,
    openid varchar(99) not null,
    template_id varchar(100) not null,
    fields varchar(8000) not null,
    page varchar(1024) not null,
    origin varchar(20) not null,
    order_no varchar(200),
    occasion varchar(600),
    state varchar(20) not null,
    error_code integer,
    error_text varchar(1000),
    wechat_id varchar(100),
    created_by varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);
create unique index tracking_message_occasion on tracking_message (occasion);
create index tracking_message_created on tracking_message (created_at);
create index tracking_message_state on tracking_message (state);

-- Calls of the last day by minute and route, so that a restart does not forget them.
create table tracking_call_minute (
    minute_no bigint not null,
    family varchar(20) not null,
    method varchar(10) not null,
    path varchar(300) not null,
    calls bigint not null,
    errors bigint not null,
    nanos bigint not null,
    longest bigint not null,
    primary key (minute_no, family, method, path)
);
