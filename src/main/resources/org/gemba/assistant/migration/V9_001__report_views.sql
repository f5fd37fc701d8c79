-- What questions in words may read: the documents of the ERP as they were synchronised last, without prices, users,
-- sessions or settings. The names are those that questions and models of the MTO document's world know. The user who
-- runs such questions has a right to this schema and to nothing else.
create schema if not exists report;

create view report.cached_sales_orders as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.material_group, d.customer_name, d.order_date, d.delivery_date,
    d.quantity as qty, d.bom_short_name, d.is_closed
from erp_sales_order d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_production_orders as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.workshop, d.quantity as qty, d.status, d.created_on
from erp_production_order d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_production_bom as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.production_order_no, d.category, d.material_type,
    d.needed as need_qty, d.picked as picked_qty, d.not_picked as no_picked_qty
from erp_component d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_purchase_orders as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.ordered as qty, d.received as stock_in_qty,
    d.open_quantity as remain_stock_in_qty
from erp_purchase_order d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_subcontracting_orders as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.ordered as qty, d.received as stock_in_qty,
    d.open_quantity as remain_stock_in_qty
from erp_subcontract_order d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_production_receipts as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.production_order_no, d.expected as must_qty,
    d.received as real_qty
from erp_production_receipt d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_purchase_receipts as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.is_subcontract, d.expected as must_qty,
    d.received as real_qty
from erp_purchase_receipt d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_material_picking as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.component_list_no, d.applied as app_qty,
    d.issued as actual_qty
from erp_pick d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_sales_delivery as
select d.mto_number, d.bill_no, d.material_code, d.material_name, d.specification,
    coalesce(a.content, '') as aux_attributes, d.delivered_on, d.expected as must_qty,
    d.delivered as real_qty
from erp_delivery d
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.sync_history as
select started_at, finished_at, status, days_back, orders, documents, problem
from erp_sync_run;
