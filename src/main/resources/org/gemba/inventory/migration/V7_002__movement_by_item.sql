create index inv_movement_by_item on inv_movement (order_item_id);
