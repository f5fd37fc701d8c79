-- What questions in words may read: the documents of the ERP as they were synchronised last, without prices, users,
-- sessions or settings. The names are those that questions and models of the MTO document's world know. The user who
-- runs such questions has a right to this schema and to nothing else.
create schema if not exists report;

create view report.cached_sales_orders as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, m.material_group, d.customer_name, d.order_date, d.delivery_date,
    d.quantity as qty, d.bom_short_name, d.closed as is_closed
from erp_sales_order d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_production_orders as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.workshop, d.quantity as qty, d.status, d.created_on
from erp_production_order d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_production_bom as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.production_order_no, m.category, d.material_type,
    d.needed as need_qty, d.picked as picked_qty, d.not_picked as no_picked_qty
from erp_component d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_purchase_orders as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.ordered as qty, d.received as stock_in_qty,
    d.still_open as remain_stock_in_qty
from erp_purchase_order d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_subcontracting_orders as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.ordered as qty, d.received as stock_in_qty,
    d.still_open as remain_stock_in_qty
from erp_subcontract_order d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_production_receipts as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.production_order_no, d.expected as must_qty,
    d.received as real_qty
from erp_production_receipt d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_purchase_receipts as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.subcontract as is_subcontract, d.expected as must_qty,
    d.received as real_qty
from erp_purchase_receipt d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_material_picking as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.component_list_no, d.applied as app_qty,
    d.issued as actual_qty
from erp_pick d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.cached_sales_delivery as
select n.number as mto_number, d.bill_no, m.code as material_code, m.name as material_name, m.specification,
    coalesce(a.text, '') as aux_attributes, d.delivered_on, d.expected as must_qty,
    d.delivered as real_qty
from erp_delivery d
join erp_mto n on n.id = d.mto_id
join erp_material_text m on m.id = d.material_id
left join erp_aux_text a on a.aux_id = d.aux_id;

create view report.sync_history as
select started_at, finished_at, status, days_back, mtos as orders, documents, error as problem
from erp_sync_run;
