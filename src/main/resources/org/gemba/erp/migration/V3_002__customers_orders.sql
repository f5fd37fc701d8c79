-- What customers' order tracking asks of the same documents.
alter table erp_sales_order add column cancelled boolean default false not null;
create index erp_sales_order_bill on erp_sales_order (bill_no);

alter table erp_customer add column erp_id varchar(50) default '' not null;
alter table erp_customer add column active boolean default true not null;
